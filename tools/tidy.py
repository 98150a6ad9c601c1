#!/usr/bin/env python3
"""Runs clang-tidy-19 by .clang-tidy, a folder of src/ at a time: one translation unit of many files costs little more than one.

    tools/tidy.py                 folders that the last commit touched, and those whose turn it is: each once a week
    tools/tidy.py --all           every folder, about nine minutes of one processor
    tools/tidy.py network/hsds…   only these
"""
import concurrent.futures
import datetime
import os
import pathlib
import re
import subprocess
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACE = ROOT / "build/tidy"
FOR_PRINT = subprocess.run(["pkg-config", "--cflags-only-I", "pangocairo"], capture_output=True, text=True).stdout.replace("-I", "-isystem")
FLAGS = ["-std=c++20", "-Isrc", "-I.", "-isystem/usr/include/postgresql", "-isystem/usr/include/hunspell", *FOR_PRINT.split(),
         "-Wno-everything"]


def files_of(folder):
    return sorted(file for file in (ROOT / "src" / folder).glob("*.cpp") if not re.search("_(test|fuzz)$", file.stem))


def all_folders():
    found = {file.parent.relative_to(ROOT / "src").as_posix() for file in (ROOT / "src").rglob("*.cpp")}
    return sorted(folder for folder in found if files_of(folder))


def touched_folders():
    """Of the last commit and of what is not committed yet."""
    said = subprocess.run(["git", "diff", "--name-only", "HEAD~", "--", "src"], cwd=ROOT, capture_output=True, text=True).stdout
    return {pathlib.PurePath(path).parent.relative_to("src").as_posix() for path in said.split()}


def has_its_turn(folder): return zlib.crc32(folder.encode()) % 7 == datetime.date.today().toordinal() % 7


def tidy(folder, files):
    """What is wrong in these files; where two of them do not go into one unit, in each half."""
    unit = PLACE / f"src-{folder.replace('/', '-')}-{files[0].stem}.cpp"
    unit.write_text("".join(f'#include "{file}"    // NOLINT\n' for file in files))
    ran = subprocess.run(["clang-tidy-19", "--quiet", str(unit), "--", *FLAGS], cwd=ROOT, capture_output=True, text=True)
    if "[clang-diagnostic-error]" in ran.stdout and len(files) > 1:
        middle = len(files) // 2
        return tidy(folder, files[:middle]) + tidy(folder, files[middle:])
    if ran.returncode == 0: return ""
    return ran.stdout.replace(f"{ROOT}/", "") or ran.stderr


def main(asked):
    PLACE.mkdir(parents=True, exist_ok=True)
    if asked == ["--all"]: wanted = all_folders()
    elif asked: wanted = [folder.removeprefix("src/").rstrip("/") for folder in asked]
    else: wanted = [folder for folder in all_folders() if folder in touched_folders() or has_its_turn(folder)]
    print(f"{len(wanted)} of {len(all_folders())} folders: {' '.join(wanted)}", flush=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda folder: tidy(folder, files_of(folder)), wanted))
    print(*filter(None, said), sep="\n")
    return any(said)


if __name__ == "__main__": sys.exit(main(sys.argv[1:]))
