#!/usr/bin/env python3
"""A type has one definition.  Two of one name in one namespace, in different files, would be one to the linker, which
takes either: nothing says so, and the program does what it likes.  Names in unnamed namespaces are their file's own."""
import collections
import pathlib
import re
import sys

DEFINITION = re.compile(r"(?:template\s*<[^>]*>\s*)?(?:struct|class|enum class|enum)\s+(\w+)(?!\w|::)[^;()]*\{")
NAMESPACE = re.compile(r"\s*(?:inline )?namespace\s*([\w:]*)\s*\{")


def defined_in(file):
    """Names with their namespaces, of types that stand in no other type or function."""
    depth, open_ones = 0, []
    for line in file.read_text().splitlines():
        line = re.sub(r'"(\\.|[^"\\])*"|//.*', "", line)
        if begun := NAMESPACE.match(line): open_ones.append((depth, begun[1]))
        elif (found := DEFINITION.match(line)) and depth == len(open_ones) and all(name for _, name in open_ones):
            yield "::".join([name for _, name in open_ones] + [found[1]])
        depth += line.count("{") - line.count("}")
        while open_ones and depth <= open_ones[-1][0]: open_ones.pop()


places = collections.defaultdict(list)
for file in sorted(p for p in pathlib.Path(sys.argv[1]).rglob("*") if p.suffix in (".hpp", ".cpp") and not re.search("_(test|fuzz)$", p.stem)):
    for name in set(defined_in(file)): places[name].append(str(file))
wrong = {name: files for name, files in places.items() if len(files) > 1}
for name, files in wrong.items(): print(f"{name} is defined in {' and in '.join(files)}")
print(f"{len(places)} types, {len(wrong)} defined twice")
sys.exit(bool(wrong))
