#!/usr/bin/env python3
"""Checks that everything people read stands in both languages, and each in its own.

- web/locale/id.yaml and en.yaml have the same keys, and the same {placeholders} under each.
- Each Words{id, en} in src/ has both, with the same number of placeholders; so has each other pair {"...", "..."} that clearly is one.
- The same for each pair {id: "...", en: "..."} in instruments/ and reference/.
- No English word stands in an Indonesian text, nor the other way round. The heuristic looks for small words that exist in one language only; what is
  right all the same (a name, a quoted title) goes, one phrase a line, into tools/languages_allowed.txt.

Prints every finding; exit code 1 when there is one.
"""

import re
import sys

import tree
from tree import Finding

ENGLISH = set(
    "the and of is are was were be been must not with this that these those from have has had which should because each every than then there their they"
    " when where while without between after before about into only same both what who whose you your we our us its by for on at as or if but cannot does did"
    " shows add choose change missing missed wrong unknown line column value must first last more less read write empty".split()
)
INDONESIAN = set(
    "yang dan dari untuk pada tidak harus dengan ini itu atau oleh adalah karena sudah belum lebih setiap kolom baris nilai kosong bukan akan dapat bila jika agar"
    " serta juga hanya tanpa antara setelah sebelum tentang dalam menjadi tersebut ada kami anda kita mereka para semua masih salah ubah tambahkan pilih hapus"
    " berisi memuat sama tetapi maka sehingga ke di".split()
)
# In both languages, or names of columns and parts that stand in messages of either.
NEITHER = ENGLISH & INDONESIAN

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([A-Za-z_0-9.]*)(?::[^}]*)?\}")
QUOTED = re.compile(r"`[^`]*`|\\?\"[^\"]*\\?\"|'[^']*'|\{[^}]*\}|<[^>]*>|--[a-z-]+|\b[A-Z_]{2,}(?:\.\w+)?\b|\b\w+[._/]\w[\w./]*")
WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
ALLOWED_FILE = tree.ROOT / "tools" / "languages_allowed.txt"


def allowed_phrases():
    if not ALLOWED_FILE.exists():
        return []
    lines = (line.strip() for line in ALLOWED_FILE.read_text(encoding="utf-8").splitlines())
    return sorted((line.lower() for line in lines if line and not line.startswith("#")), key=len, reverse=True)


def foreign_words(text, language, allowed=()):
    """Words of the other language in a text, without what is quoted, a placeholder, a name of a file or an option."""
    plain = QUOTED.sub(" ", text).lower()
    for phrase in allowed:
        plain = plain.replace(phrase, " ")
    foreign = (ENGLISH if language == "id" else INDONESIAN) - NEITHER
    return [word for word in WORD.findall(plain) if word in foreign]


def placeholders(text):
    return sorted(match[1] or "" for match in PLACEHOLDER.finditer(text) if match[0] not in ("{{", "}}"))


def check_pair(name, line, indonesian, english, allowed=()):
    """Findings of one text in both languages."""
    findings = []
    if bool(indonesian.strip()) != bool(english.strip()):
        findings.append(Finding(name, line, f"only one language is there: {(indonesian or english)[:60]!r}"))
        return findings
    if placeholders(indonesian) != placeholders(english):
        findings.append(Finding(name, line, f"placeholders differ: {placeholders(indonesian)} and {placeholders(english)} in {indonesian[:60]!r}"))
    for language, text in (("id", indonesian), ("en", english)):
        words = foreign_words(text, language, allowed)
        if words:
            kind = "an English" if language == "id" else "an Indonesian"
            findings.append(Finding(name, line, f"{kind} word in the {language} text: {', '.join(sorted(set(words)))} in {text[:60]!r}"))
    return findings


# --- C++


def check_cpp(name, text, allowed=()):
    source = tree.take_apart(text)
    findings = []
    for start, named in braces_with_two_parts(source):
        parts = [literal_text(source, begin, end) for begin, end in split_at_comma(source.code, start)]
        indonesian, english = (part[0] for part in parts)
        both_texts = all(part[1] for part in parts)
        if named and both_texts:
            findings += check_pair(name, source.line_of(start), indonesian, english, allowed)
        elif both_texts and is_swapped(indonesian, english):
            findings.append(Finding(name, source.line_of(start), f"Indonesian comes first: {indonesian[:60]!r}"))
    return findings


def braces_with_two_parts(source):
    """(position of the brace, whether it stands after `Words`) of each {A, B}."""
    for match in re.finditer(r"(\bWords\s*)?\{", source.code):
        start = match.end() - 1
        if len(split_at_comma(source.code, start)) == 2:
            yield start, bool(match[1])


def split_at_comma(code, start):
    """The parts [begin, end) between the brace at `start` and its partner, split at commas that no inner bracket holds. Literals in `code` are blank already."""
    parts, begin, depth = [], start + 1, 0
    for position in range(start, len(code)):
        character = code[position]
        if character in "{([":
            depth += 1
        elif character in "})]":
            depth -= 1
            if depth == 0:
                return parts + [(begin, position)] if code[begin:position].strip() else parts
        elif character == "," and depth == 1:
            parts.append((begin, position))
            begin = position + 1
        elif character == ";":
            return []  # a block of statements
    return []


def literal_text(source, begin, end):
    """(what the literals between two positions say together, whether there is one)."""
    texts = [text for position, _, text in source.literals if begin <= position < end]
    return "".join(texts), bool(texts)


def is_swapped(first, second):
    return len(foreign_words(first, "id")) >= 2 and len(foreign_words(second, "en")) >= 2


# --- YAML


def read_locale(text):
    """({dotted key: (line, text)}, findings as (line, message)) of a locale file: maps by indentation, plain or quoted values on one line, `|` and `>` blocks."""
    values, problems, path = {}, [], []
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line.strip() or line.lstrip().startswith("#") or line.strip() == "---":
            continue
        indent = len(line) - len(line.lstrip())
        match = re.match(r"\s*(\"[^\"]+\"|'[^']+'|[^\s:#\"'][^:]*):(?:\s+(.*))?$", line)
        if not match:
            problems.append((number, "not a `key: value` line"))
            continue
        path = [entry for entry in path if entry[0] < indent] + [(indent, match[1].strip("\"'"))]
        value = (match[2] or "").strip()
        key = ".".join(name for _, name in path)
        if re.match(r"[|>][+-]?$", value):
            block = []
            first = number
            while number < len(lines) and (not lines[number].strip() or len(lines[number]) - len(lines[number].lstrip()) > indent):
                block.append(lines[number].strip())
                number += 1
            value, at = "\n".join(block).strip(), first
        elif not value or value.startswith("#"):
            continue
        else:
            value, at = unquote(value), number
        if key in values:
            problems.append((at, f"the key {key} stands twice"))
        values[key] = (at, value)
    return values, problems


def unquote(value):
    match = re.match(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'", value)
    if not match:
        return re.sub(r"\s+#.*$", "", value)
    return match[1] if match[1] is not None else match[2].replace("''", "'")


def check_locales(indonesian, english, allowed=(), names=("web/locale/id.yaml", "web/locale/en.yaml")):
    findings = []
    sides = []
    for name, text in zip(names, (indonesian, english)):
        values, problems = read_locale(text)
        findings += [Finding(name, line, message) for line, message in problems]
        sides.append(values)
    for (name, values), (other, missing_in) in zip(zip(names, sides), reversed(list(zip(names, sides)))):
        findings += [Finding(name, values[key][0], f"{key} is missing in {other}") for key in values if key not in missing_in]
    for key in sides[0].keys() & sides[1].keys():
        findings += check_pair(names[0], sides[0][key][0], sides[0][key][1], sides[1][key][1], allowed)
    return findings


PAIR = re.compile(r"\{\s*id:\s*(\"(?:[^\"\\]|\\.)*\"),\s*en:\s*(\"(?:[^\"\\]|\\.)*\")\s*\}")


def check_data(name, text, allowed=()):
    """Findings of the pairs {id: "...", en: "..."} in a YAML file of data."""
    findings = []
    for match in PAIR.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        findings += check_pair(name, line, match[1][1:-1], match[2][1:-1], allowed)
    return findings


def main():
    allowed = allowed_phrases()
    findings = []
    locales = [tree.ROOT / "web" / "locale" / f"{language}.yaml" for language in ("id", "en")]
    if any(path.exists() for path in locales):
        findings += check_locales(*(path.read_text(encoding="utf-8") if path.exists() else "" for path in locales), allowed)
    for name in tree.project_files():
        if name.startswith("src/") and name.endswith((".cpp", ".h")) and not name.endswith("_test.cpp"):
            findings += check_cpp(name, tree.read_text(tree.ROOT / name) or "", allowed)
        elif name.startswith(("instruments/", "reference/")) and name.endswith(".yaml"):
            findings += check_data(name, tree.read_text(tree.ROOT / name) or "", allowed)
    return tree.report(findings, "languages")


if __name__ == "__main__":
    sys.exit(main())
