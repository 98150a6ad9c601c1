#!/usr/bin/env python3
"""Runs search_bench (a country's services, every question of the test list) and tells its figures to bin/bench."""
import re
import subprocess

import measuring
from measuring import result

said = subprocess.run([measuring.ROOT / "build/release/search_bench"], cwd=measuring.ROOT, capture_output=True, text=True, check=True).stdout
print(said, end="")
result("search.find_p95", float(re.search(r"^find, first 50.* p95 ([\d.]+) ms", said, re.M)[1]), "ms")
result("search.suggest_p95", float(re.search(r"^suggest.* p95 ([\d.]+) ms", said, re.M)[1]), "ms")
