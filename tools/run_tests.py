#!/usr/bin/env python3
"""Builds and runs everything a reviewer needs, and ends with one line: "N passed, N failed".

    tools/run_tests.py                                all of it, on the release build
    tools/run_tests.py --preset asan --only programs  the test programs alone, on another build

The steps, in this order; each adds its counts to the sum:

    build        every program compiles (1)
    programs     each TEST of each program that ctest knows; a program that crashes, times out or has no test counts as failed
    instruments  `prima instrument lint` on each instrument file
    checks       tools/check_*.py on the tree, the tests of those checks, and the schema of instruments against all of them
    journeys     tests/journeys in a real browser: the gallery of components, then the site; each run ends with its own "N passed, N failed"

What a step printed is kept in build/test-logs/; of a step that failed the end is shown. Exit code 1 when anything failed.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "test-logs"
STEPS = ["build", "programs", "instruments", "checks", "journeys"]
PROGRAM_SECONDS = 400
JOURNEY_SECONDS = 1500
JOBS = str(os.cpu_count() or 2)


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    failures: list = field(default_factory=list)

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.failures += other.failures


def passed(number=1):
    return Count(passed=number)


def failed(what):
    return Count(failed=1, failures=[what])


@dataclass
class Ran:
    code: int
    output: str


def run(name, command, seconds, env=None, cwd=ROOT):
    """Runs `command` with a time limit; its output goes to build/test-logs/NAME.log and comes back. Code 124 when time ran out, 127 when there is no such program."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / (name.replace("/", "-") + ".log")
    with open(log, "wb") as out:
        try:
            code = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, timeout=seconds, cwd=cwd, env={**os.environ, **(env or {})}
            ).returncode
        except subprocess.TimeoutExpired:
            code = 124
            out.write(f"\nno end after {seconds} seconds\n".encode())
        except OSError as error:
            code = 127
            out.write(f"\n{error}\n".encode())
    return Ran(code, log.read_text(encoding="utf-8", errors="replace"))


def show_end(ran, lines=60):
    print("\n".join("    " + line for line in ran.output.rstrip().splitlines()[-lines:]))


# --- build


def build(folder, preset):
    configured = run("configure", ["tools/configure.sh", preset, str(folder)], 120)
    if configured.code != 0:
        show_end(configured)
        return failed("configure: cmake did not succeed")
    # -k 0: one folder that does not compile must not hide what the tests of the others say.
    built = run("build", ["cmake", "--build", str(folder), "--", "-k", "0"], 3000)
    if built.code != 0:
        show_end(built)
        return failed("build: not every program compiles")
    link_program(folder)
    return passed()


def link_program(folder):
    program = folder / "src" / "app" / "prima"
    link = ROOT / "build" / "prima"
    if folder == ROOT / "build" / "release" and program.exists():
        if link.is_symlink() or link.exists():
            link.unlink()
        link.symlink_to(os.path.relpath(program, link.parent))


# --- test programs


def programs(folder):
    listed = run("ctest-list", ["ctest", "--show-only=json-v1"], 60, cwd=folder)
    try:
        tests = json.loads(listed.output)["tests"]
    except (ValueError, KeyError):
        show_end(listed)
        return failed("programs: ctest lists none")
    if not tests:
        return failed("programs: there is no test program")
    results = LOGS / "gtest"
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    junit = LOGS / "ctest.xml"
    junit.unlink(missing_ok=True)
    installed = install_node_modules(ROOT / "tests" / "oidc")  # the provider that identity_tests signs in at
    if installed.code != 0:
        show_end(installed)
    command = ["ctest", "-j", JOBS, "--timeout", str(PROGRAM_SECONDS), "--output-on-failure", "--output-junit", str(junit)]
    # Each program of GoogleTest writes one file named after itself into the folder.
    ran = run("ctest", command, 800, env={"GTEST_OUTPUT": f"xml:{results}/"}, cwd=folder)
    total = Count() if installed.code == 0 else failed("oidc: npm ci did not succeed")
    states = junit_states(junit)
    for test in tests:
        total.add(count_program(test, states.get(test["name"], "not run"), results))
    if total.failed:
        show_end(ran, 120)
    return total


def junit_states(path):
    """{test name: "run" | "fail" | "skipped" | ...} as ctest wrote it; empty when it wrote nothing readable."""
    try:
        return {case.get("name"): case.get("status") for case in ElementTree.parse(path).getroot().iter("testcase")}
    except (OSError, ElementTree.ParseError):
        return {}


def count_program(test, state, results):
    name = test["name"]
    program = Path(test["command"][0]).name if test.get("command") else name
    count = count_gtest(results / f"{program}.xml")
    if count is None:
        if state == "run":
            return passed()
        if state in ("skipped", "disabled", "notrun"):
            return Count(skipped=1) if state != "notrun" else failed(f"{name}: the program could not be started")
        return failed(f"{name}: {state} (crashed, ran out of time, or never ran)")
    if state != "run" and count.failed == 0:
        count.add(failed(f"{name}: its tests passed, but the program did not end well"))
    if count.passed + count.failed + count.skipped == 0:
        count.add(failed(f"{name}: the program has no test"))
    return count


def count_gtest(path):
    """The counts of one GoogleTest result file, or None when there is none that can be read."""
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError):
        return None
    count = Count()
    for case in root.iter("testcase"):
        if case.find("failure") is not None:
            count.add(failed(f"{case.get('classname')}.{case.get('name')}"))
        elif case.get("status") == "notrun" or case.get("result") == "suppressed":
            continue  # DISABLED_ or filtered out
        elif case.find("skipped") is not None or case.get("result") == "skipped":
            count.skipped += 1
        else:
            count.passed += 1
    return count


# --- instruments


def instruments(program):
    files = sorted((ROOT / "instruments").rglob("instrument.yaml"))
    if not files:
        return failed("instruments: there is no instruments/**/instrument.yaml")
    if not program.exists():
        return failed(f"instruments: there is no {program}")
    total = Count()
    for file in files:
        name = str(file.relative_to(ROOT))
        ran = run("lint-" + name, [str(program), "instrument", "lint", name], 60)
        total.add(passed() if ran.code == 0 else failed(f"prima instrument lint {name}: exit code {ran.code}"))
        if ran.code != 0:
            show_end(ran, 20)
    return total


# --- checks


def checks():
    total = Count()
    for script in sorted((ROOT / "tools").glob("check_*.py")):
        ran = run(script.stem, [sys.executable, str(script)], 120)
        total.add(passed() if ran.code == 0 else failed(f"tools/{script.name}: exit code {ran.code}"))
        if ran.code != 0:
            show_end(ran)
    for script in sorted((ROOT / "tools").glob("*_test.py")):
        ran = run(script.stem, [sys.executable, str(script)], 300)
        total.add(count_unittest(ran, f"tools/{script.name}"))
        if ran.code != 0:
            show_end(ran)
    total.add(instrument_schema())
    return total


def instrument_schema():
    source = ROOT / "tests" / "journeys"
    installed = install_node_modules(source)
    if installed.code != 0:
        show_end(installed)
        return failed("schema: npm ci did not succeed")
    ran = run("schema", ["node", "schema.mjs"], 60, cwd=source)
    count = count_last_line(ran, "schema")
    if ran.code != 0 or count.failed:
        show_end(ran, 100)
    return count


def count_unittest(ran, name):
    """The counts of a `unittest` program, from the two lines it ends with."""
    number = re.search(r"^Ran (\d+) tests?", ran.output, re.MULTILINE)
    if not number or int(number[1]) == 0:
        return failed(f"{name}: no test ran")
    ends = re.search(r"^(?:OK|FAILED)(?: \((.*)\))?$", ran.output, re.MULTILINE)
    details = dict(re.findall(r"(\w+)=(\d+)", ends[1] or "")) if ends else {}
    bad = sum(int(details.get(key, 0)) for key in ("failures", "errors"))
    if ran.code != 0 and bad == 0:
        return failed(f"{name}: exit code {ran.code}")
    skipped = int(details.get("skipped", 0))
    return Count(int(number[1]) - bad - skipped, bad, skipped, [f"{name}: see its output"] if bad else [])


# --- journeys


def journeys(folder, program):
    source = ROOT / "tests" / "journeys"
    if not (source / "package.json").exists():
        return Count()
    installed = install_node_modules(source)
    if installed.code != 0:
        show_end(installed)
        return failed("journeys: npm ci did not succeed")
    total = walk("gallery", source, ["--folder", str(folder / "gallery")]) if write_gallery(folder) else failed("journeys: html_gallery did not run")
    total.add(walk("journeys", source, [], program) if program.exists() else failed(f"journeys: there is no {program}"))
    return total


def write_gallery(folder):
    """All components of src/html on two pages, in FOLDER/gallery."""
    built = run("gallery-build", ["cmake", "--build", str(folder), "--target", "html_gallery"], 300)
    written = run("gallery-write", [str(folder / "src" / "html" / "gallery" / "html_gallery"), str(folder / "gallery")], 30)
    return built.code == 0 and written.code == 0


def walk(name, source, arguments, program=None):
    ran = run(name, ["node", "run.mjs", *arguments], JOURNEY_SECONDS, env={"PRIMA_BIN": str(program)} if program else None, cwd=source)
    count = count_last_line(ran, name)
    if ran.code != 0 or count.failed:
        show_end(ran, 100)
    return count


def install_node_modules(folder):
    """npm ci, unless what it installed last time fits the lock file still."""
    lock, installed = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return Ran(0, "")
    return run("journeys-npm", ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], 240, cwd=folder)


def count_last_line(ran, name):
    found = re.findall(r"^(\d+) passed, (\d+) failed\s*$", ran.output, re.MULTILINE)
    if not found:
        return failed(f"{name}: the runner did not say how many passed (exit code {ran.code})")
    count = Count(int(found[-1][0]), int(found[-1][1]))
    if count.passed + count.failed == 0:
        return failed(f"{name}: nothing ran")
    if count.failed:
        count.failures.append(f"{name}: see build/test-logs/{name}.log")
    if ran.code != 0 and count.failed == 0:
        count.add(failed(f"{name}: exit code {ran.code}"))
    return count


# --- all of it


def main():
    parser = argparse.ArgumentParser(description="Builds and runs the tests; the last line is the sum.")
    parser.add_argument("--preset", default="release", help="the CMake preset to build and test")
    parser.add_argument("--build", type=Path, help="the build folder; build/PRESET when not given")
    parser.add_argument("--only", action="append", choices=STEPS, help="this step alone (the build always runs); may be repeated")
    parser.add_argument("--no-build", action="store_true", help="test what stands in the build folder")
    options = parser.parse_args()
    folder = (options.build or ROOT / "build" / options.preset).resolve()
    program = folder / "src" / "app" / "prima"
    wanted = options.only or STEPS
    steps = {
        "build": lambda: build(folder, options.preset),
        "programs": lambda: programs(folder),
        "instruments": lambda: instruments(program),
        "checks": checks,
        "journeys": lambda: journeys(folder, program),
    }
    total = Count()
    for name in STEPS:
        if (name == "build" and options.no_build) or (name != "build" and name not in wanted):
            continue
        started = time.monotonic()
        print(f"{name} ...", flush=True)
        count = steps[name]()
        total.add(count)
        skipped = f", {count.skipped} skipped" if count.skipped else ""
        print(f"{name}: {count.passed} good, {count.failed} bad{skipped} ({time.monotonic() - started:.0f} s)", flush=True)
    for failure in total.failures:
        print(f"FAILED {failure}")
    print(f"{total.passed} passed, {total.failed} failed", flush=True)
    return 1 if total.failed or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main())
