#!/bin/bash
# Makes the Debian package of the release build: build/package/opora_VERSION_ARCHITECTURE.deb
set -euo pipefail
cd "$(dirname "$0")/.."
trap 'dh_clean > /dev/null 2>&1 || true' EXIT
rm -rf build/package
debian/rules binary > build/package.log 2>&1 || { tail -n 40 build/package.log >&2; exit 1; }
for package in build/package/*.deb; do echo "Made $package, $(($(stat --format=%s "$package") / 1024)) KB"; done
