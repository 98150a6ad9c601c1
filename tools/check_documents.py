#!/usr/bin/env python3
"""Checks the documents: links and pictures lead somewhere, and every decision is whole and stands in the index."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTS = ["## Context", "## Decision", "## Consequences", "## Alternatives"]
wrong = []

written = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.md"), *(ROOT / "bench").rglob("*.md"),
           *(ROOT / "tests").rglob("README.md")]
for file in written:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", line):
            if "://" in target or target.startswith("mailto:"): continue
            if not (file.parent / target).exists(): wrong.append(f"{file.relative_to(ROOT)}:{number}: {target} is not there")

decisions = ROOT / "docs/decisions"
index = (decisions / "README.md").read_text(encoding="utf-8")
numbers = []
for file in sorted(decisions.glob("[0-9]*.md")):
    text = file.read_text(encoding="utf-8")
    numbers.append(file.name[:4])
    if f"({file.name})" not in index: wrong.append(f"docs/decisions/README.md: {file.name} is not in the index")
    wrong += [f"{file.relative_to(ROOT)}: there is no {part[3:].lower()}" for part in PARTS if part not in text]
if numbers != [f"{n:04}" for n in range(1, len(numbers) + 1)]: wrong.append(f"docs/decisions: numbers {' '.join(numbers)}")

print(*wrong, sep="\n")
print(f"{len(written)} documents, {len(numbers)} decisions, {len(wrong)} wrong")
sys.exit(bool(wrong))
