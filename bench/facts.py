#!/usr/bin/env python3
"""How many facts the program finds in documents, per kind and set; tests/documents/score.py measures and explains."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests/documents"))
import score    # noqa: E402

if __name__ == "__main__":
    score.main()
