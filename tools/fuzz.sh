#!/bin/bash
# Lets every fuzz target look for new inputs, as many at once as there are processors, all together for SECONDS of
# processor time.  What breaks one stays in build/fuzz/.  Usage: tools/fuzz.sh SECONDS, or --names to list the targets,
# or --replay TARGET to show it again what it has met: readers of documents have met those of the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t targets < <(find src -name '*_fuzz.cpp' -printf '%f\n' | sed 's/\.cpp$//' | sort)
if [ "$1" = --names ]; then printf '%s\n' "${targets[@]}"; exit; fi

corpus_of() {
    [ ! -d "tests/corpus/$1" ] || echo "tests/corpus/$1"
    case $1 in
    minutes_fuzz) documents_of minutes ;;
    project_reading_fuzz) documents_of projects ;;
    service_reading_fuzz) documents_of services ;;
    read_document_fuzz) documents_of all ;;
    esac
}

# A folder with the documents alone, without what is said of them.
documents_of() {
    local place=$PWD/build/fuzz/documents-$1
    rm -rf "$place"
    mkdir -p "$place"
    (cd "tests/documents/${1#all}" && find . -type f ! -name '*.expected.json' ! -name README.md ! -name '*.py' -exec cp --parents -t "$place" {} +)
    echo "$place"
}
if [ "$1" = --replay ]; then
    mapfile -t met < <(corpus_of "$2")
    said=$("build/asan/$2" -runs=0 "${met[@]}" 2>&1) && ended=0 || ended=$?
    printf '%s:\n%s\n' "$2" "$said"
    exit "$ended"
fi

each=$(($1 / ${#targets[@]}))
[ "$each" -gt 0 ] || each=1

look() {
    local target=$1 place=build/fuzz/$1 met
    mapfile -t met < <(corpus_of "$1")
    mkdir -p "$place"
    if "build/asan/$target" -max_total_time="$each" -timeout=10 -rss_limit_mb=1500 -print_final_stats=1 \
        -artifact_prefix="$place.broken." "$place" "${met[@]}" > "$place.log" 2>&1; then
        echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$place.log") inputs in $each s"
    else
        echo "$target BROKE:"
        tail -n 30 "$place.log"
        return 1
    fi
}

failed=0 running=0
for target in "${targets[@]}"; do
    if [ "$running" -ge "$(nproc)" ]; then wait -n || failed=1; running=$((running - 1)); fi
    look "$target" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do wait -n || failed=1; running=$((running - 1)); done
exit $failed
