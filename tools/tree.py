"""What the checks of tools/ share: which files make up the project, and how a C++ file divides into code, comments and string literals."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", "build", "node_modules", "__pycache__"}


@dataclass(frozen=True, order=True)
class Finding:
    file: str  # from the root of the project
    line: int  # 0 when it belongs to the whole file
    message: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


def project_files(root=ROOT):
    """Every file of the project, from its root, sorted: what git tracks or would track; without git, what lies there except built and installed folders."""
    # The tree may belong to another user than the one who checks it.
    command = ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        names = [name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [name for name in folders if name not in NOT_OURS]
            names += [os.path.relpath(os.path.join(folder, name), root) for name in files]
    return sorted(name for name in set(names) if (root / name).is_file() and not (root / name).is_symlink())


def read_text(path):
    """The text of a file, or None when it is not UTF-8 text."""
    data = path.read_bytes()
    if b"\0" in data[:8192]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


@dataclass
class CppSource:
    """A C++ file taken apart. `code` is as long as the text, line for line, with comments and the insides of literals blanked; so positions agree."""

    code: str
    literals: list = field(default_factory=list)  # (position of the opening quote, line, text); adjacent literals are separate

    def line_of(self, position):
        return self.code.count("\n", 0, position) + 1


def take_apart(text):
    blank = list(text)
    literals = []
    position, line, size = 0, 1, len(text)

    def wipe(start, end):
        for index in range(start, min(end, size)):
            if blank[index] != "\n":
                blank[index] = " "

    while position < size:
        character = text[position]
        start = position
        if text.startswith("//", position):
            end = text.find("\n", position)
            position = size if end < 0 else end
            wipe(start, position)
        elif text.startswith("/*", position):
            end = text.find("*/", position + 2)
            position = size if end < 0 else end + 2
            wipe(start, position)
        elif character == '"' and is_raw_prefix(text, position):
            opening = text.find("(", position)
            delimiter = ")" + text[position + 1 : opening] + '"'
            end = text.find(delimiter, opening)
            end = size if end < 0 else end
            literals.append((position, line, text[opening + 1 : end]))
            wipe(position + 1, end + len(delimiter) - 1)
            position = min(end + len(delimiter), size)
        elif character == '"' or (character == "'" and not is_digit_separator(text, position)):
            position += 1
            while position < size and text[position] not in (character, "\n"):
                position += 2 if text[position] == "\\" else 1
            # The name of an included file stays readable in `code`.
            included = text[text.rfind("\n", 0, start) + 1 : start].strip().startswith("#include")
            if character == '"' and not included:
                literals.append((start, line, text[start + 1 : position]))
            if not included:
                wipe(start + 1, position)
            position += 1
        else:
            position += 1
        line += text.count("\n", start, position)
    return CppSource("".join(blank), literals)


def is_raw_prefix(text, quote):
    start = quote
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    return text[start:quote] in ("R", "u8R", "uR", "UR", "LR")


def is_digit_separator(text, quote):
    return quote > 0 and text[quote - 1].isalnum() and quote + 1 < len(text) and text[quote + 1].isalnum() and text[quote - 1] not in "uUL"


def report(findings, what):
    """Prints findings, then one line that says how many; the exit code of a check."""
    for finding in sorted(set(findings)):
        print(finding)
    print(f"{what}: {len(set(findings)) or 'nothing'} to mend")
    return 1 if findings else 0
