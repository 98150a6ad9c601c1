#!/usr/bin/env python3
"""How many facts the program finds in documents: what is missing of a full F1, per kind and set.

tests/documents/score.py measures and explains.  `own` are the five documents of the region, `open` those in other
layouts that rules were written with, `unseen` those that nobody looked at while writing rules.
"""
import io
import pathlib
import sys

import measuring

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests/documents"))
import score    # noqa: E402


def main():
    tallies = score.measured(measuring.BINARY, ("minutes", "service", "project"), ["own", "open", "unseen"], False, io.StringIO())
    for (kind, group), fields in sorted(tallies.items()):
        print(f"{kind} · {group}: {fields['all']}")
        measuring.result(f"facts.{kind}_{group}", 1 - fields["all"].f1, "missed")


if __name__ == "__main__": main()
