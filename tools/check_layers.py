#!/usr/bin/env python3
"""Checks that the house is built as ARCHITECTURE.md draws it. Prints every finding; exit code 1 when there is one.

The tables below are the rules. Who needs an exception adds a row with its reason, and the reviewer sees it.
"""

import re
import sys
from fnmatch import fnmatch
from pathlib import Path

import tree
from tree import Finding

# Folder of src/ -> the folders whose headers it may include (its own always). Reads downwards, as the picture does.
CAPABILITY = ["base", "instrument", "scoring", "html", "http", "files", "db", "journal"]
PLATFORM = CAPABILITY + ["identity", "directory"]
LAYERS = {
    "base": [],
    "instrument": ["base"],
    "scoring": ["base", "instrument"],
    "files": ["base"],
    "db": ["base"],
    "journal": ["base", "db"],
    "http": ["base"],
    "html": ["base"],
    "identity": CAPABILITY,
    "directory": CAPABILITY + ["identity"],
    "catalogue": PLATFORM,
    "surveys": CAPABILITY,
    "assessment": CAPABILITY,
    "publication": CAPABILITY + ["assessment", "surveys"],
    "app": PLATFORM + ["catalogue", "assessment", "surveys", "publication"],
}

# Included file, as a pattern -> where it may be included. The standard library and fmt are open to all.
LIBRARIES = [
    ("boost/beast*", ["src/http/*.cpp"], "Boost.Beast stays behind our own request and response, in the .cpp files of src/http"),
    ("boost/asio*", ["src/http/*.cpp"], "Boost.Asio stays behind our own listener, in the .cpp files of src/http"),
    (
        "boost/json*",
        ["src/*/*_api.cpp", "src/*/*_api.h", "src/instrument/*", "src/publication/*bundle*", "src/http/problem*", "src/journal/canonical_json*"],
        "JSON is made only in *_api files, src/instrument, publication bundles, journal/canonical_json and http/problem",
    ),
    ("boost/url*", ["src/http/*"], "URLs are taken apart only in src/http"),
    ("boost/multiprecision*", ["src/base/*.cpp", "src/base/*.h"], "big integers stay behind base/rational.h"),
    ("openssl/*", ["src/base/*", "src/instrument/content_hash.cpp", "src/http/*", "src/files/*", "src/app/result_shelf.cpp", "src/journal/*", "src/identity/*", "src/db/*"], "OpenSSL is used only for hashes in src/base, instrument/content_hash, src/files, src/db and src/journal, for keys in app/result_shelf and src/identity, and in src/http"),
    ("sodium.h", ["src/identity/*", "src/journal/*", "src/app/*"], "libsodium keeps passwords in src/identity and signs in src/journal"),
    ("curl/*", ["src/identity/*", "src/files/*"], "outgoing calls are made in src/identity and src/files"),
    ("libstemmer.h", ["src/catalogue/*"], "stemming belongs to the search of src/catalogue"),
    ("qrencode.h", ["src/html/*"], "QR codes are drawn in src/html"),
    ("xlsxwriter.h", ["src/files/*"], "spreadsheets are read and written in src/files"),
    ("expat.h", ["src/files/*"], "XML is taken apart in src/files"),
    ("yaml-cpp/*", ["src/instrument/*"], "YAML is read only in src/instrument"),
    ("spdlog/*", ["src/http/*", "src/app/*"], "only src/http and src/app write a log"),
    ("CLI/*", ["src/app/*"], "only src/app reads the command line"),
    ("zlib.h", ["src/http/*", "src/files/*"], "compression belongs to src/http and src/files"),
    ("brotli/*", ["src/http/*", "src/files/*"], "compression belongs to src/http and src/files"),
    ("sqlite3.h", ["src/db/*"], "only src/db knows a database"),
    ("libpq-fe.h", ["src/db/*"], "only src/db knows a database"),
]

# Where nothing may be read, written, timed, logged or shared between threads: these folders, and every file whose name says rules.
PURE = ["src/base/*", "src/instrument/*", "src/scoring/*", "src/*/*rules*"]
IMPURE_INCLUDES = (
    "iostream fstream syncstream cstdio stdio.h filesystem locale clocale thread mutex shared_mutex future condition_variable"
    " semaphore barrier latch stop_token atomic random ctime time.h unistd.h fcntl.h sys/* csignal cstdlib stdlib.h"
).split()
IMPURE_WORDS = re.compile(
    r"\b(system_clock|steady_clock|high_resolution_clock|utc_clock|file_clock|setlocale|std\s*::\s*locale|std\s*::\s*j?thread|std\s*::\s*async|std\s*::\s*mutex"
    r"|thread_local|random_device|mt19937(?:_64)?|getenv|f?printf|fopen|[io]?fstream|std\s*::\s*(?:cout|cerr|clog|cin|time|system)|gettimeofday|localtime|gmtime)\b"
)

# `double` and `float` belong to no score. Where they do no harm: pattern -> reason.
FLOATING = re.compile(r"\b(double|float|strtod|strtof|atof|stod|stof|stold)\b|(?<![\w.])\d[\d']*\.\d+(?:[eE][+-]?\d+)?f?\b(?!\.)")
FLOATING_ALLOWED = [
    ("src/http/*", "timing of requests and quality values of Accept headers"),
    ("src/app/metrics*", "metrics are measured, not scored"),
    ("src/html/chart*", "coordinates on a drawing"),
    ("bench/*", "measured times"),
    ("tests/*", "a test may compare with a floating-point figure"),
]

SQL = re.compile(
    r"^\s*(SELECT\s.*\bFROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIEW|UNIQUE)\b|PRAGMA\s|BEGIN\s+(IMMEDIATE|TRANSACTION))",
    re.DOTALL | re.IGNORECASE,
)
SQL_ALLOWED = ["src/*/*_store.cpp", "src/db/*", "migrations/*", "bench/durable_writes.cpp", "tests/faults/*"]

TAGS = (
    "a abbr article aside b body br button caption circle code col dd defs desc details dialog div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header"
    " hr html i img input label legend li line link main mark meta nav ol optgroup option p path polygon polyline pre rect script section select small span strong style sub"
    " summary sup svg symbol table tbody td text textarea tfoot th thead time title tr tspan u ul use video"
)
HTML = re.compile(r"<!DOCTYPE|</?(?:" + "|".join(TAGS.split()) + r")(?:\s+[a-zA-Z:-]+\s*=|\s*/?>)", re.IGNORECASE)
HTML_ALLOWED = ["src/html/*"]

MAX_LINES = 500
COUNTED = (".cpp", ".h", ".py", ".sh", ".js", ".mjs", ".css", ".ts")
UNCOUNTED = [("web/theme/*", "generated from the design tokens"), ("web/vendor/*", "made by others")]

INCLUDE = re.compile(r"^\s*#\s*include\s*(?:<([^>]+)>|\"([^\"]+)\")", re.MULTILINE)
NAMESPACE = re.compile(r"^\s*(?:inline\s+)?namespace\s+([A-Za-z_][\w:]*)\s*\{", re.MULTILINE)
# Namespaces of others that a header may add to, so that hashing and formatting find our types.
FOREIGN_NAMESPACES = {"std", "fmt", "testing", "boost::asio", "boost::asio::ssl"}


def matches(name, patterns):
    return any(fnmatch(name, pattern) for pattern in patterns)


def is_test(name):
    return name.endswith(("_test.cpp", "_test_support.h", "_test_support.cpp")) or name.startswith("tests/")


def is_pure(name):
    return matches(name, PURE) and not is_test(name)


def folder_of(name):
    """The folder of src/ that a file belongs to, or None."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def check_source(name, text):
    """Findings of one C++ file by itself."""
    source = tree.take_apart(text)
    findings = check_includes(name, source) + check_namespaces(name, source) + check_floating(name, source)
    if not is_test(name):
        findings += check_literals(name, source)
    if is_pure(name):
        findings += check_purity(name, source)
    return findings


def includes_of(source):
    for match in INCLUDE.finditer(source.code):
        yield source.line_of(match.start(1) if match[1] else match.start(2)), match[1] or match[2]


def check_includes(name, source):
    folder = folder_of(name)
    findings = []
    for line, included in includes_of(source):
        target = included.split("/")[0]
        if folder and "/" in included and target in LAYERS and target != folder and target not in LAYERS.get(folder, []):
            allowed = ", ".join(LAYERS.get(folder, [])) or "nothing of ours"
            findings.append(Finding(name, line, f"src/{folder} may include {allowed}; not {included}"))
        for pattern, places, reason in LIBRARIES:
            if fnmatch(included, pattern) and folder and not matches(name, places) and not is_test(name):
                findings.append(Finding(name, line, f"{included}: {reason}"))
    if folder and folder not in LAYERS:
        findings.append(Finding(name, 0, f"src/{folder} has no row in LAYERS of tools/check_layers.py"))
    return findings


def check_namespaces(name, source):
    folder = folder_of(name)
    if not folder:
        return []
    expected = "prima" if folder == "base" else f"prima::{folder}"
    findings = []
    for match in NAMESPACE.finditer(source.code):
        if not is_outermost(source.code, match.start()):
            continue
        opened = match[1]
        if opened in FOREIGN_NAMESPACES or belongs(opened, expected):
            continue
        findings.append(Finding(name, source.line_of(match.start(1)), f"files of src/{folder} open the namespace {expected}, not {opened}"))
    return findings


def belongs(opened, expected):
    """Whether a namespace is the expected one or lies inside it; prima::http lies inside prima, but belongs to another folder."""
    if opened == expected:
        return True
    inner = opened.removeprefix(expected + "::")
    return inner != opened and not (expected == "prima" and inner.split("::")[0] in LAYERS)


def is_outermost(code, position):
    return code.count("{", 0, position) == code.count("}", 0, position)


def check_purity(name, source):
    findings = []
    for line, included in includes_of(source):
        if matches(included, IMPURE_INCLUDES):
            findings.append(Finding(name, line, f"<{included}>: no input or output, clock, locale, thread, chance or log here; the caller passes what is needed"))
    for match in IMPURE_WORDS.finditer(source.code):
        findings.append(Finding(name, source.line_of(match.start()), f"{match[0]}: no input or output, clock, locale, thread, chance or log here; the caller passes what is needed"))
    return findings


def check_floating(name, source):
    if matches(name, [pattern for pattern, _ in FLOATING_ALLOWED]) or (is_test(name) and not is_pure(name.replace("_test", ""))):
        return []
    findings = []
    for match in FLOATING.finditer(source.code):
        findings.append(Finding(name, source.line_of(match.start()), f"{match[0]}: no floating point here; use Rational or Decimal, or add a row with its reason to FLOATING_ALLOWED"))
    return findings


def check_literals(name, source):
    findings = []
    for line, text in joined_literals(source):
        if SQL.search(text) and not matches(name, SQL_ALLOWED):
            findings.append(Finding(name, line, "SQL belongs in *_store.cpp, src/db or migrations/"))
        if HTML.search(text) and not matches(name, HTML_ALLOWED):
            findings.append(Finding(name, line, f"HTML is made only by src/html, which escapes it; found {HTML.search(text)[0]!r}"))
    return findings


def joined_literals(source):
    """(line, text) of each literal, adjacent ones joined as the compiler joins them."""
    joined = []
    end = None
    for position, line, text in source.literals:
        if end is not None and not source.code[end:position].strip(' \n\t"RuUL8'):
            joined[-1] = (joined[-1][0], joined[-1][1] + text)
        else:
            joined.append((line, text))
        end = position + 1
    return joined


def check_size(name, text):
    if not name.endswith(COUNTED) or matches(name, [pattern for pattern, _ in UNCOUNTED]):
        return []
    lines = text.count("\n")
    return [Finding(name, 0, f"{lines} lines; a file over {MAX_LINES} hides a noun that wants its own file")] if lines > MAX_LINES else []


def check_table(layers):
    """The table itself must have no cycle."""
    return [Finding("tools/check_layers.py", 0, "LAYERS goes in a circle: " + " -> ".join(circle)) for circle in circles(layers)]


def check_circles(sources):
    """No file of src/ may include itself by way of others."""
    graph = {}
    for name, text in sources.items():
        if folder_of(name):
            included = [f"src/{target}" for _, target in includes_of(tree.take_apart(text))]
            graph[name] = [target for target in included if target in sources]
    return [Finding(circle[0], 0, "includes go in a circle: " + " -> ".join(circle)) for circle in circles(graph)]


def circles(graph):
    """Each circle of a directed graph that a depth-first walk meets, as the list of its nodes with the first one again at the end."""
    found, done = [], set()

    def walk(node, path):
        if node in path:
            found.append(path[path.index(node) :] + [node])
            return
        if node in done:
            return
        for target in graph.get(node, []):
            walk(target, path + [node])
        done.add(node)

    for node in sorted(graph):
        walk(node, [])
    return found


def check(files):
    """All findings of {name from the root: text}."""
    sources = {name: text for name, text in files.items() if name.endswith((".cpp", ".h")) and name.startswith(("src/", "tests/", "bench/"))}
    findings = check_table(LAYERS) + check_circles(sources)
    for name, text in files.items():
        findings += check_size(name, text)
    for name, text in sources.items():
        findings += check_source(name, text)
    return findings


def main():
    root = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else tree.ROOT
    names = [name for name in tree.project_files(root) if name.endswith(COUNTED)]
    texts = {name: tree.read_text(root / name) for name in names}
    return tree.report(check({name: text for name, text in texts.items() if text is not None}), "layers")


if __name__ == "__main__":
    sys.exit(main())
