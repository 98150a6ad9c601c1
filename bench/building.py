#!/usr/bin/env python3
"""A clean release build without the compiler cache, then the build after one file was touched."""
import os
import shutil
import subprocess
import time

import measuring
from measuring import ROOT, result

PLACE = ROOT / "build/bench"
TOUCHED = ROOT / "src/network/services/service.cpp"


def build():
    began = time.monotonic()
    subprocess.run(["cmake", "--build", PLACE, "--target", "opora"], check=True, stdout=subprocess.DEVNULL, env=os.environ | {"CCACHE_DISABLE": "1"})
    return time.monotonic() - began


shutil.rmtree(PLACE, ignore_errors=True)
subprocess.run(["cmake", "--preset", "release", "-B", PLACE], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
result("build.clean", build(), "s")
TOUCHED.touch()
result("build.one_file", build(), "s")
