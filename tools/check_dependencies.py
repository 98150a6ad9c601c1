#!/usr/bin/env python3
"""Holds docs/dependencies.md against bin/setup, package.json and package-lock.json, and these against what is installed.

Each package has a name, a licence and a reason.  npm: one exact version with a hash, used somewhere, nothing left over.
Debian: installed, from Debian, and no security update waiting as far as the lists of apt here tell.  No network.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
USED_IN = ["assets", "bin", "cmake", "tests", "tools"]
wrong = []


def read(path): return (ROOT / path).read_text(encoding="utf-8")


def written(title):
    """The rows of a chapter of docs/dependencies.md: name → licence, reason."""
    chapter = re.search(rf"^## {title}$(.*?)(?=^## |\Z)", read("docs/dependencies.md"), re.M | re.S)[1]
    rows = {}
    for name, licence, why in re.findall(r"^\| `([^`]+)` \|([^|]*)\|([^|]*)\|$", chapter, re.M):
        if name in rows: wrong.append(f"docs/dependencies.md: {name} stands there twice")
        if not licence.strip() or not why.strip(): wrong.append(f"docs/dependencies.md: {name} has no licence or no reason")
        rows[name] = licence.strip()
    return rows


def compare(told, needed, where):
    wrong.extend(f"docs/dependencies.md: {name} of {where} is missing" for name in sorted(needed - told))
    wrong.extend(f"docs/dependencies.md: {name} is not in {where}" for name in sorted(told - needed))


# --- npm ---------------------------------------------------------------------------------------------------------------

def npm():
    asked = json.loads(read("package.json"))
    locked = json.loads(read("package-lock.json"))["packages"]
    direct = {**asked.get("dependencies", {}), **asked.get("devDependencies", {})}
    told = written("From npm")
    # One that another brought along in a version of its own lies inside of it.
    packages = {path.rpartition("node_modules/")[2]: entry for path, entry in reversed(locked.items()) if path}
    for name, version in direct.items():
        if not re.fullmatch(r"\d+\.\d+\.\d+", version): wrong.append(f"package.json: {name} is not one version: {version}")
        if packages.get(name, {}).get("version") != version: wrong.append(f"package-lock.json: {name} is not {version}")
        if not is_used(name): wrong.append(f"package.json: nothing uses {name}")
    for name, entry in packages.items():
        if not entry.get("integrity", "").startswith("sha512-"): wrong.append(f"package-lock.json: {name} has no hash")
        licence = told.get(name, told.get(re.sub("/.*", "/*", name), ""))
        # A package that does not say in its own file has it in its repository, and here.
        if "license" in entry and plain(licence) != plain(entry["license"]): wrong.append(f"docs/dependencies.md: {name} is licensed as {entry.get('license')}")
    wrong.extend(f"package-lock.json: nothing needs {name}" for name in sorted(set(packages) - needed_by(direct, packages)))
    compare(set(told), {"@esbuild/*" if name.startswith("@esbuild/") else name for name in packages}, "package-lock.json")
    return len(packages)


def plain(licence): return licence.replace("EUPL v1.2 Licensed", "EUPL-1.2")


def is_used(name):
    named = re.compile(rf"(?<![\w@/-]){re.escape(name)}(?![\w-])|node_modules/{re.escape(name)}(?![\w-])")
    return any(named.search(file.read_text(encoding="utf-8", errors="ignore"))
               for folder in USED_IN for file in (ROOT / folder).rglob("*") if file.is_file() and "corpus" not in file.parts)


def needed_by(names, packages):
    reached, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name in reached or name not in packages: continue
        reached.add(name)
        for kind in ("dependencies", "optionalDependencies", "peerDependencies"): waiting += packages[name].get(kind, {})
    return reached


# --- Debian ------------------------------------------------------------------------------------------------------------

def debian():
    lists = re.findall(r"packages\+?=\((.*?)\)", re.sub(r"#.*", "", read("bin/setup")), re.S)
    always, otherwise = lists[0].split(), " ".join(lists[1:]).split()
    compare({*written("In the program"), *written("To build and to test")}, {*always, *otherwise}, "bin/setup")
    policy = subprocess.run(["apt-cache", "policy", *always], capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout
    sources = debian_sources()
    if not sources: print("The lists of apt are not here: whether packages are Debian's, and repaired, cannot be told")
    for name, said in re.findall(r"^(\S+):\n((?: .*\n?)+)", policy, re.M): judge(name, said, sources)
    known = set(re.findall(r"^(\S+):$", policy, re.M))
    wrong.extend(f"bin/setup: {name} is no package here" for name in always if name not in known)
    return len(always)


def debian_sources():
    """How apt names the lists that come from Debian: address and suite."""
    said = subprocess.run(["apt-cache", "policy"], capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout
    return {source for source, release in re.findall(r"^ *-?\d+ (\S+ \S+) .*\n +release (.*)$", said, re.M) if "o=Debian," in release}


def judge(name, said, sources):
    installed, candidate = (re.search(rf"{word}: (\S+)", said)[1] for word in ("Installed", "Candidate"))
    if installed == "(none)": return wrong.append(f"{name} is not installed")
    if not sources: return
    offered = {}    # version → where it comes from
    for line in said.split("Version table:")[1].splitlines():
        if version := re.match(r" (?:\*\*\*|   ) (\S+) \d+$", line): of = offered.setdefault(version[1], [])
        elif source := re.match(r" +-?\d+ (\S+ \S+) ", line): of.append(source[1])
    # NB: a version that was replaced upstream is in no list any more; what replaces it is then the candidate.
    if not sources & set(offered.get(candidate, [])): wrong.append(f"{name} {installed} does not come from Debian")
    elif installed != candidate and any("-security" in source for source in offered[candidate]):
        wrong.append(f"{name} {installed}: the security update {candidate} is waiting; apt-get upgrade")


if __name__ == "__main__":
    counted = npm(), debian()
    print(*wrong, sep="\n")
    print(f"{counted[0]} packages of npm, {counted[1]} of Debian, {len(wrong)} wrong")
    sys.exit(bool(wrong))
