#!/bin/bash
# Runs commands one after another out of the way of everything else: they get the processor only when nobody else wants
# it.  What each says stands in FOLDER/NAME.log, how it ended in FOLDER/NAME.result.
# Usage: setsid tools/aside.sh FOLDER NAME=COMMAND…
set -u
cd "$(dirname "$0")/.."
folder=$1
shift
rm -rf "$folder"
mkdir -p "$folder"
renice -n 19 "$$" > /dev/null
# Where Linux shares the processor by sessions first, being nice counts within one's own only.
{ echo 19 > "/proc/$$/autogroup"; } 2> /dev/null
for part; do
    # shellcheck disable=SC2086    # a command and its words
    ${part#*=} > "$folder/${part%%=*}.log" 2>&1
    echo "$?" > "$folder/${part%%=*}.result"
done
