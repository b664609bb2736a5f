#!/usr/bin/env python3
"""Checks all SQL against the rules of docs/decisions/0010: one text for both engines, and the institution first. Prints every finding; exit code 1 when there is one.

A table belongs to institutions unless the comment before it says "-- reference: why". A statement in a *_store.cpp that means all institutions
(an administrator's list, a national view) says so in a comment on the line before it: "// all institutions: why".
"""

import re
import sys
from pathlib import Path

import tree
from tree import Finding

# What only one of the engines has, or Citus does not take: pattern -> why not.
FORBIDDEN = [
    (r"TRIGGER", "triggers do not work in a distributed table; do it in the statement's own transaction"),
    (r"SERIAL|BIGSERIAL|AUTOINCREMENT|AS\s+IDENTITY|NEXTVAL|CREATE\s+SEQUENCE", "ids are made by the application"),
    (r"CREATE\s+(?:OR\s+REPLACE\s+)?(?:VIEW|FUNCTION|PROCEDURE|MATERIALIZED)", "no views, functions or procedures"),
    (r"SET\s+(?:NULL|DEFAULT)\b", "a foreign key does not change other rows"),
    (r"REAL|DOUBLE|FLOAT|NUMERIC|DECIMAL", "no floating-point or decimal column: exact fractions are texts beside scaled integers"),
    (r"INSERT\s+OR\s+\w+|REPLACE\s+INTO|UPDATE\s+OR\s+\w+", "write ON CONFLICT"),
    (r"ILIKE|GLOB|MATCH|REGEXP|SIMILAR\s+TO", "only one engine has it"),
    (r"ROWID|LAST_INSERT_ROWID|CHANGES\s*\(", "only SQLite has it"),
    (r"NOTIFY|LISTEN|ADVISORY\w*|FOR\s+UPDATE|SKIP\s+LOCKED", "does not work on a distributed table: write a version-checked UPDATE"),
    (
        r"(?:NOW|DATETIME|DATE|TIME|STRFTIME|JULIANDAY|UNIXEPOCH|CURRENT_TIMESTAMP|CURRENT_DATE|RANDOM|GEN_RANDOM_UUID|UUID_\w+|TO_CHAR|DATE_TRUNC|DATE_PART|EXTRACT|AGE)\s*\(",
        "the moment, the day and random values come from the application",
    ),
    (r"CURRENT_TIMESTAMP|CURRENT_DATE|CURRENT_TIME", "the moment comes from the application"),
    (
        r"(?:IFNULL|GROUP_CONCAT|STRING_AGG|ARRAY_AGG|PRINTF|FORMAT|INSTR|STRPOS|POSITION|UNICODE|CHR|CHAR|HEX|ENCODE|DECODE|TYPEOF|PG_\w+|JSON\w*|JSONB\w*|TO_TSVECTOR|GENERATE_SERIES|IIF|NVL|LEFT|RIGHT)\s*\(",
        "a function that only one engine has, or that means another thing there",
    ),
    (r"::", "a cast of PostgreSQL"),
    (r"GROUPING\s+SETS|MERGE\s+INTO|WITH\s+RECURSIVE", "does not work across institutions on a distributed table"),
]
# A pattern that begins or ends with a letter means a whole word.
FORBIDDEN = [(re.compile(rf"(?:(?<![\w.])|(?=:))(?:{pattern})(?:(?<!\w)|(?!\w))", re.IGNORECASE), why) for pattern, why in FORBIDDEN]

STATEMENT = re.compile(r"^\s*(SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|WITH)\b", re.IGNORECASE)
TABLE_NAME = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", re.IGNORECASE)
ALL_INSTITUTIONS = "all institutions:"


def without_strings(sql):
    return re.sub(r"'(?:[^']|'')*'", "''", sql)


def forbidden(sql):
    plain = without_strings(sql)
    for pattern, why in FORBIDDEN:
        found = pattern.search(plain)
        if found:
            yield f'"{found.group(0).strip()}": {why}'


# --- migrations


def statements_of(text):
    """(line, comments before or in it, statement without comments) for each statement of a migration."""
    comments, lines, begin = [], [], None
    for number, line in enumerate(text.splitlines(), 1):
        code, _, comment = line.partition("--")
        if comment:
            comments.append(comment.strip())
        if code.strip() and begin is None:
            begin = number
        lines.append(code)
        while ";" in lines[-1]:
            head, _, tail = lines[-1].partition(";")
            yield begin, comments, "\n".join(lines[:-1] + [head]).strip()
            comments, lines, begin = [], [tail], number if tail.strip() else None


def split_at_commas(text):
    parts, depth, part = [], 0, ""
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += character
    return [" ".join(each.split()) for each in parts + [part]]


def first_column(list_in_parentheses):
    return list_in_parentheses.split(",")[0].strip().lower()


def check_table(name, body):
    """What is wrong with the table of an institution."""
    parts = split_at_commas(body)
    if not re.match(r"institution_id integer NOT NULL\b", parts[0], re.IGNORECASE):
        yield f"{name}: the first column must be \"institution_id integer NOT NULL\""
    key = False
    for part in parts:
        constraint = re.match(r"(?:CONSTRAINT\s+\w+\s+)?(PRIMARY KEY|UNIQUE|FOREIGN KEY)\s*\(([^)]*)\)", part, re.IGNORECASE)
        if constraint:
            key = key or constraint.group(1).upper() == "PRIMARY KEY"
            if first_column(constraint.group(2)) != "institution_id":
                yield f"{name}: {constraint.group(1).upper()} must begin with institution_id"
            other = re.search(r"REFERENCES\s+(\w+)\s*\(([^)]*)\)", part, re.IGNORECASE)
            if other and other.group(1).lower() == name:
                yield f"{name}: a table must not refer to itself: a backup could not be restored row by row"
            if other and first_column(other.group(2)) != "institution_id":
                yield f"{name}: what a foreign key refers to must begin with institution_id"
        elif re.match(r"institution_id integer NOT NULL PRIMARY KEY\b", part, re.IGNORECASE):
            key = True
        elif re.search(r"\bUNIQUE\b|\bPRIMARY KEY\b", part, re.IGNORECASE):
            yield f"{name}: a key of one column cannot begin with institution_id; write it as a constraint"
        elif re.search(r"\bREFERENCES\b", part, re.IGNORECASE) and not part.lower().startswith("institution_id "):
            yield f"{name}: a foreign key of one column cannot begin with institution_id; write it as a constraint"
    if not key:
        yield f"{name}: there is no primary key"


def check_migration(file, text):
    """(findings, the tables of institutions, the tables of reference)."""
    findings, tenant, reference = [], set(), set()
    for line, comments, statement in statements_of(text):
        findings += [Finding(file, line, message) for message in forbidden(statement)]
        table = re.match(r"CREATE TABLE (\w+)\s*\((.*)\)$", statement, re.IGNORECASE | re.DOTALL)
        if table:
            name = table.group(1).lower()
            if any(comment.startswith("reference:") for comment in comments):
                reference.add(name)
            else:
                tenant.add(name)
                findings += [Finding(file, line, message) for message in check_table(name, table.group(2))]
        index = re.match(r"CREATE (?:UNIQUE )?INDEX \w+ ON (\w+)\s*\(([^)]*)\)", statement, re.IGNORECASE)
        if index and index.group(1).lower() not in reference and first_column(index.group(2)) != "institution_id":
            findings.append(Finding(file, line, f"the index on {index.group(1)} must begin with institution_id"))
    return findings, tenant, reference


# --- statements in *_store.cpp


def statements_in(text):
    """(line, the whole text) of each run of adjacent literals that is a statement."""
    source = tree.take_apart(text)
    runs, end = [], None
    for position, line, literal in source.literals:
        between = source.code[end:position] if end is not None else "x"
        if end is not None and not between.strip(' \t\n"'):
            runs[-1] = (runs[-1][0], runs[-1][1] + literal)
        else:
            runs.append((line, literal))
        end = position + len(literal) + 2
    return [run for run in runs if STATEMENT.match(run[1])]


def check_statement(sql, tenant, said):
    yield from forbidden(sql)
    plain = without_strings(sql)
    used = {name.lower() for name in TABLE_NAME.findall(plain)} & tenant
    if not used or said:
        return
    insert = re.match(r"\s*INSERT\s+INTO\s+(\w+)\s*\(([^)]*)\)", plain, re.IGNORECASE)
    if insert and first_column(insert.group(2)) == "institution_id":
        return
    if not re.search(r"\binstitution_id\s*=\s*\$\d", plain):
        yield f"a statement on {', '.join(sorted(used))} must bind the institution: institution_id = $1"


def check_store(file, text, tenant):
    lines = text.splitlines()
    findings = []
    for line, sql in statements_in(text):
        # The comment may stand above the call that the statement is written in.
        said = any(ALL_INSTITUTIONS in lines[number] for number in range(max(0, line - 4), line - 1))
        findings += [Finding(file, line, message) for message in check_statement(sql, tenant, said)]
    return findings


def check_citus(text, tenant, reference):
    """What is wrong with the step that distributes the tables."""
    file = "migrations/citus/distribute.sql"
    distributed = re.findall(r"^SELECT create_distributed_table\('(\w+)', 'institution_id'", text, re.MULTILINE)
    copied = re.findall(r"^SELECT create_reference_table\('(\w+)'\)", text, re.MULTILINE)
    for name in sorted(tenant - set(distributed)):
        yield Finding(file, 0, f"{name} belongs to institutions and must be distributed")
    for name in sorted(reference - set(copied)):
        yield Finding(file, 0, f"{name} is a table of reference and must be copied to every node")
    for name in sorted((set(distributed) - tenant) | (set(copied) - reference)):
        yield Finding(file, 0, f"{name} is no such table")


def check(root=tree.ROOT):
    findings, tenant, reference = [], set(), set()
    files = tree.project_files(root)
    for file in files:
        if re.fullmatch(r"migrations/\d{4}_\w+\.sql", file):
            more, made, other = check_migration(file, tree.read_text(root / file))
            findings, tenant, reference = findings + more, tenant | made, reference | other
    for file in files:
        if file.startswith("src/") and file.endswith("_store.cpp"):
            findings += check_store(file, tree.read_text(root / file), tenant)
    citus = root / "migrations" / "citus" / "distribute.sql"
    if citus.is_file():
        findings += check_citus(tree.read_text(citus), tenant, reference)
    return sorted(findings)


if __name__ == "__main__":
    found = check(Path(sys.argv[1]) if len(sys.argv) > 1 else tree.ROOT)
    print("\n".join(map(str, found)) or "sql: nothing to mend")
    sys.exit(1 if found else 0)
