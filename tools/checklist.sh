# A list of checks, read by bin/test and bin/ci (source it).  check NAME COMMAND… runs one, keeps what it says in a file of
# build/checks/, and prints whether it passed and how long it took; of a failed one also the end of what it said.
checks=build/checks
passed=0 failed=0
mkdir -p "$checks"

check() {
    local name=$1 began=$SECONDS
    shift
    local log="$checks/${name//[^[:alnum:]]/-}.log"
    if "$@" > "$log" 2>&1; then
        passed=$((passed + 1))
        printf 'passed  %5d s  %s\n' $((SECONDS - began)) "$name"
    else
        failed=$((failed + 1))
        printf 'FAILED  %5d s  %s: %s\n' $((SECONDS - began)) "$name" "$log"
        tail -n 40 "$log" | sed 's/^/    /'
    fi
}

# The last line, and how the script ends.
verdict() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
