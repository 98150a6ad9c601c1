#!/bin/bash
# Builds targets of a preset, saying how long it took.  Usage: tools/build.sh release|debug|asan|tsan TARGET…
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
began=$SECONDS
echo "Building $* ($preset)"
[ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" > /dev/null
cmake --build "build/$preset" -j "$(nproc)" --target "$@"
echo "Built in $((SECONDS - began)) s"
