#!/usr/bin/env python3
"""Reads the code as `make lint` asks, and prints every finding; exit code 1 when there is one.

    tools/lint.py --seconds 900      format, checks, then clang-tidy on each file that changed since it was last found clean
    tools/lint.py --fix-format       only rewrites the C++ files as .clang-format asks

clang-tidy is slow, so what it found clean is remembered in build/tidy by a hash of the file, of the project's headers it includes, of the command and of
.clang-tidy. When the time is over, the files not yet read are counted and the exit code is 1; the next run goes on from there.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import tree

CLEAN = tree.ROOT / "build" / "tidy"
JOBS = os.cpu_count() or 2


def cpp_files():
    return [name for name in tree.project_files() if name.endswith((".cpp", ".h"))]


def format_files(fix):
    how = ["-i"] if fix else ["--dry-run", "-Werror"]
    names = cpp_files()
    return subprocess.run(["clang-format", *how, *names], cwd=tree.ROOT).returncode if names else 0


def run_checks():
    scripts = sorted((tree.ROOT / "tools").glob("check_*.py"))
    return max(subprocess.run([sys.executable, str(script)], cwd=tree.ROOT).returncode for script in scripts)


# --- clang-tidy


def parse_dependencies(text):
    """{object file: the files it was made of} from `ninja -t deps`."""
    dependencies, current = {}, None
    for line in text.splitlines():
        if line.startswith(" "):
            dependencies[current].append(line.strip())
        elif ": #deps" in line:
            current = line.split(":")[0]
            dependencies[current] = []
    return dependencies


def fingerprint(words, files):
    digest = hashlib.sha256()
    for word in words:
        digest.update(word.encode() + b"\0")
    for file in sorted(files):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def units_to_read(build, entries):
    """(file, where its clean state is remembered) of each translation unit of the project that is not known to be clean."""
    built = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], capture_output=True, text=True).stdout
    dependencies = parse_dependencies(built)
    headers = [tree.ROOT / name for name in tree.project_files() if name.endswith(".h")]
    units = []
    for entry in entries:
        file = Path(entry["file"])
        if not file.is_relative_to(tree.ROOT) or file.is_relative_to(tree.ROOT / "build"):
            continue
        made_of = [(build / name).resolve() for name in dependencies.get(output_of(entry), [])]
        # A file that was never compiled depends on anything.
        ours = [path for path in made_of if path.is_relative_to(tree.ROOT) and path.exists()] or [file, *headers]
        mark = CLEAN / fingerprint([entry["command"]], [*ours, tree.ROOT / ".clang-tidy"])
        if not mark.exists():
            units.append((file, mark))
    return units


def output_of(entry):
    found = re.search(r" -o (\S+)", entry["command"])
    return found[1] if found else ""


def read_unit(build, file, mark, deadline):
    """What clang-tidy says about one file; empty when it is clean, None when time ran out."""
    seconds = deadline - time.monotonic()
    if seconds < 5:
        return None
    try:
        ran = subprocess.run(["clang-tidy-19", "--quiet", "-p", str(build), str(file)], capture_output=True, text=True, timeout=seconds, cwd=tree.ROOT)
    except subprocess.TimeoutExpired:
        return None
    if ran.returncode == 0 and "warning:" not in ran.stdout:
        mark.touch()
        return ""
    return ran.stdout.strip() or ran.stderr.strip()


def tidy(build, seconds):
    with open(build / "compile_commands.json", encoding="utf-8") as file:
        units = units_to_read(build, json.load(file))
    CLEAN.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + seconds
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        said = list(pool.map(lambda unit: read_unit(build, *unit, deadline), units))
    for text in sorted({text for text in said if text}):
        print(text)
    unread = said.count(None)
    dirty = sum(1 for text in said if text)
    print(f"clang-tidy: {len(units) - unread} read, {dirty} with findings, {unread} not read in time")
    return 1 if dirty or unread else 0


def main():
    parser = argparse.ArgumentParser(description="Reads the code.")
    parser.add_argument("--seconds", type=int, default=900, help="time for clang-tidy")
    parser.add_argument("--build", type=Path, default=tree.ROOT / "build" / "release", help="the build folder with the compile commands")
    parser.add_argument("--fix-format", action="store_true", help="only rewrite the C++ files")
    options = parser.parse_args()
    if options.fix_format:
        return format_files(True)
    results = [format_files(False), run_checks(), tidy(options.build.resolve(), options.seconds)]
    return 1 if any(results) else 0


if __name__ == "__main__":
    sys.exit(main())
