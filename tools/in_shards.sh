#!/bin/bash
# Runs a program of GoogleTest once per processor at the same time, each with its share of the tests.  What failed is
# printed; how each test ended is in RESULTS-0.json, RESULTS-1.json…
# Usage: tools/in_shards.sh RESULTS PROGRAM [ARGUMENT…]
set -u
results=$1
shift
export GTEST_TOTAL_SHARDS=${GTEST_TOTAL_SHARDS:-$(nproc)}
mkdir -p "$(dirname "$results")"
running=()
for ((shard = 0; shard < GTEST_TOTAL_SHARDS; ++shard)); do
    GTEST_SHARD_INDEX=$shard "$@" --gtest_brief=1 --gtest_output="json:$results-$shard.json" > "$results-$shard.log" 2>&1 &
    running+=($!)
done
failed=0
for shard in "${!running[@]}"; do
    wait "${running[$shard]}" || failed=1
    cat "$results-$shard.log"
done
exit $failed
