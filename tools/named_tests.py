#!/usr/bin/env python3
"""Reads which tests stand in which file, and which rows of docs/rows.md they name by a line `// row 0.12` above them.

    tools/named_tests.py FOLDER…     prints them as a filter of GoogleTest, for the folders of src/ or tests/ that are named
"""
import dataclasses
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROW = re.compile(r"\s*// row (\S+)\s*$")
CPP = re.compile(r"\s*(TEST|TEST_F|TEST_P|TYPED_TEST|TYPED_TEST_P)\(\s*(\w+),\s*(\w+)\s*\)")
JOURNEY = re.compile(r"\s*export (?:async function|const) (\w+)")


@dataclasses.dataclass
class Test:
    file: pathlib.Path
    line: int
    name: str          # Suite.test, or journey: sentence
    filter: str        # as --gtest_filter wants it; nothing for a journey
    rows: list[str]


def tests_of(file):
    """The tests of one file; a row line that no test follows is kept under the name "", so that somebody complains."""
    rows, waiting_at = [], 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if row := ROW.match(line):
            rows.append(row[1])
            waiting_at = waiting_at or number
        elif test := CPP.match(line):
            kind, suite, name = test.groups()
            wide = {"TEST_P": f"*{suite}.{name}/*", "TYPED_TEST": f"{suite}/*.{name}", "TYPED_TEST_P": f"*{suite}/*.{name}"}
            yield Test(file, number, f"{suite}.{name}", wide.get(kind, f"{suite}.{name}"), rows)
            rows, waiting_at = [], 0
        elif file.suffix == ".mjs" and (journey := JOURNEY.match(line)):
            sentence = f"{file.name.removesuffix('.journey.mjs')}: {journey[1].replace('_', ' ')}"
            yield Test(file, number, sentence, "", rows)
            rows, waiting_at = [], 0
        elif rows and line.strip() and not line.lstrip().startswith("//"):
            yield Test(file, waiting_at, "", "", rows)
            rows, waiting_at = [], 0
    if rows: yield Test(file, waiting_at, "", "", rows)


def tests_below(*folders):
    for folder in folders:
        for file in sorted([*folder.rglob("*_test.cpp"), *folder.rglob("*.journey.mjs")]): yield from tests_of(file)


def folder_named(name):
    for place in (ROOT / name, ROOT / "src" / name, ROOT / "tests" / name):
        if place.is_dir(): return place
    sys.exit(f"There is no folder {name} in src/ or tests/")


if __name__ == "__main__":
    wanted = [test.filter for test in tests_below(*map(folder_named, sys.argv[1:])) if test.filter]
    if not wanted: sys.exit(f"No test stands in {' '.join(sys.argv[1:])}")
    print(":".join(wanted))
