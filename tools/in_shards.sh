#!/bin/bash
# Runs a program of GoogleTest in shares, as many at a time as there are processors: first the matrix, which takes longer than
# any other test, then the others in smaller shares, so that no processor waits long for the last one.  What failed is printed;
# how each test ended is in RESULTS-0.json, RESULTS-1.json…  What the tests write lies in memory where there is room.
# Usage: tools/in_shards.sh RESULTS PROGRAM [ARGUMENT…]
set -u
cd "$(dirname "$0")/.."
results=$1
shift
lanes=$(nproc)
shares=$((2 * lanes - 1))
mkdir -p "$(dirname "$results")"
rm -f "$results"-*.json "$results"-*.log
TMPDIR=$(tools/memory_folder.sh opora-tests) || exit 1
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT

tests_of() {    # NUMBER FILTER and the program
    local number=$1 filter=$2
    shift 2
    "$@" --gtest_filter="$filter" --gtest_brief=1 --gtest_output="json:$results-$number.json" > "$results-$number.log" 2>&1
}
matrix() { tests_of "$shares" 'Matrix.*' "$@"; }
share() {    # NUMBER and the program
    export GTEST_TOTAL_SHARDS=$shares GTEST_SHARD_INDEX=$1
    tests_of "$1" '-Matrix.*' "${@:2}"
}

failed=0 running=1
matrix "$@" &
for ((number = 0; number < shares; ++number)); do
    if [ "$running" -ge "$lanes" ]; then wait -n || failed=1; running=$((running - 1)); fi
    share "$number" "$@" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do wait -n || failed=1; running=$((running - 1)); done
cat "$results"-*.log
exit $failed
