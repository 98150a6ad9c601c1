#!/bin/sh
# Makes a folder for what lives no longer than the tests, and prints its path: in memory, where nothing waits for a disk, if
# 2 GB are free there, otherwise among the temporary files.  Usage: memory_folder.sh NAME
set -eu
free=$(df --output=avail -k /dev/shm 2> /dev/null | tail -n 1) || free=0
if [ "${free:-0}" -ge 2000000 ]; then exec mktemp -d -p /dev/shm "$1.XXXXXX"; fi
exec mktemp -d -t "$1.XXXXXX"
