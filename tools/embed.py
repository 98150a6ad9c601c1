#!/usr/bin/env python3
"""Carries files inside the binary.  Usage: embed.py NAMESPACE ROOT OUT.cpp FILE-OR-FOLDER…

A folder stands for the files in it.  OUT.cpp defines NAMESPACE::files(): each file by its path below ROOT, with its
bytes.  The assembler reads the bytes (.incbin), so a font costs the compiler nothing.
"""
import os
import sys

namespace, root, out = sys.argv[1:4]
files = sorted(file for given in sys.argv[4:] for file in (
    [os.path.join(given, name) for name in os.listdir(given)] if os.path.isdir(given) else [given]))

lines = ["// Made by tools/embed.py.", '#include "platform/base/embedded.hpp"', ""]
for n, file in enumerate(files):
    name = f"opora_embedded_{namespace}_{n}"
    lines.append(f'asm(".section .rodata\\n.balign 16\\n{name}:\\n.incbin \\"{file}\\"\\n{name}_end:\\n.byte 0\\n.previous\\n");')
    lines.append(f'extern "C" const char {name}[] __attribute__((visibility("hidden")));')
    lines.append(f'extern "C" const char {name}_end[] __attribute__((visibility("hidden")));')
lines += ["", f"namespace {namespace} {{", "", "std::span<const embedded::File> files() {"]
if files:
    lines.append("    static const embedded::File all[] = {")
    for n, file in enumerate(files):
        name = f"opora_embedded_{namespace}_{n}"
        lines.append(f'        {{"{os.path.relpath(file, root)}", {{{name}, std::size_t({name}_end - {name})}}}},')
    lines += ["    };", "    return all;"]
else:
    lines.append("    return {};")
lines += ["}", "", "}", ""]
with open(out, "w", encoding="utf-8") as cpp:
    cpp.write("\n".join(lines))
