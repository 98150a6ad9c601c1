#!/usr/bin/env python3
"""Turns personal_goal_list.html into the C++ function that writes it.  Usage: html2cpp.py FILE.html > FILE.html.cpp

    % page casework::PersonalGoalListPage from casework/…/personal_goal_pages.hpp      the first line
    % for (auto& goal : goals) {       C++
    {{ goal.wish }}                    a value, escaped for the place where it stands
    {{t personal_goal.count, n}}       a text in the reader's language; {{t (key)}} when the key is a value
    {{= form.summary() }}              another page struct, written here
    {{? goal.late : hidden }}          in a tag: the attribute, when the bool is true
    {{? goal.link : href="{}" }}       in a tag: the attribute with the value, when it is not empty

Each run of lines between % lines becomes one literal, which platform/html/literal.hpp checks while it compiles.
#line sends the compiler's messages to the template: a wrong value to its own line and column, a wrong place
to the first line of its run.
"""
import re
import sys

HOLE = re.compile(r"\{\{(.*?)\}\}")
KEYS = {}    # the texts that the page names, each with its constant
OPTIONAL = re.compile(r'\?\s*(.+)\s:\s+([A-Za-z][\w:-]*(?:="[^"]*")?)\s*$')


def value(inside):
    """The C++ expression for what stands between {{ and }}."""
    if inside.startswith("="):
        return f"html::nested({inside[1:].strip()})"
    if inside.startswith("?"):
        return OPTIONAL.match(inside)[1].strip()
    if not re.match(r"t\s", inside):
        return inside.strip()
    key, comma, values = inside[1:].strip().partition(",")
    if not key.startswith("("):
        key = KEYS.setdefault(key.strip(), f"key_{len(KEYS)}")
    return f"out.typeset({key}{comma}{values})"


def place(hole):
    """What stands for {{ }} in the literal."""
    return "{?" + OPTIONAL.match(hole[1])[2] + "?}" if hole[1].startswith("?") else "{}"


def wrong(line):
    """What is wrong with a line of HTML, if anything."""
    if "{}" in HOLE.sub("", line) or "{?" in HOLE.sub("", line) or ')html"' in line:
        return '{}, {? and )html" have a meaning here; such text belongs in a file of its own'
    if any(hole[1].startswith("?") and not OPTIONAL.match(hole[1]) for hole in HOLE.finditer(line)):
        return 'an optional attribute is {{? value : name }} or {{? value : name="{}" }}'


def run_of_html(path, first, lines):
    """One call for these lines: the literal, then each value on its own line and column."""
    text = HOLE.sub(place, "\n".join(lines) + "\n")
    yield f'#line {first} "{path}"'
    holes = [(first + n, hole) for n, line in enumerate(lines) for hole in HOLE.finditer(line)]
    yield f'out.put(R"html({text})html"' + ("," if holes else ");")
    for n, (number, hole) in enumerate(holes):
        yield f'#line {number} "{path}"'
        yield " " * hole.start(1) + value(hole[1]) + (");" if n == len(holes) - 1 else ",")


def function(path, lines):
    head = re.match(r"%\s*page\s+(\S+)\s+from\s+(\S+)\s*$", lines[0])
    if not head:
        sys.exit(f"{path}:1:1: error: the first line says: % page STRUCT from HEADER")
    page, header = head.groups()
    body = list(statements(path, lines))
    yield f'#include "platform/html/out.hpp"\n#line 1 "{path}"\n#include "{header}"\n'
    # Made before any text is read, so that finding one is a look into a list; in a namespace of the page's own, since
    # several pages are compiled together.
    place = "texts_of_" + re.sub(r"\W", "_", path)
    yield f"namespace {place} {{"
    for key, name in KEYS.items():
        yield f'static const i18n::Key {name}{{"{key}"}};'
    yield "}"
    yield f"void {page}::write([[maybe_unused]] html::Out& out) const {{"
    if KEYS:
        yield f"using namespace {place};"
    yield from body
    yield "}"


def statements(path, lines):
    run = []
    for number, line in enumerate(lines[1:] + ["%"], start=2):
        if not line.lstrip().startswith("%"):
            if wrong(line):
                sys.exit(f"{path}:{number}:1: error: {wrong(line)}")
            run.append(line)
            continue
        if run:
            yield from run_of_html(path, number - len(run), run)
        run = []
        yield f'#line {number} "{path}"'
        yield line.replace("%", " ", 1)


path = sys.argv[2] if len(sys.argv) > 2 else sys.argv[1]
with open(sys.argv[1], encoding="utf-8") as template:
    print("\n".join(function(path, template.read().rstrip("\n").split("\n"))))
