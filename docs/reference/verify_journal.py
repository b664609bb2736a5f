#!/usr/bin/env python3
"""Checks a journal of Prima with nothing but Python: verify_journal.py ENTRIES CHECKPOINT VERIFIER_KEY

ENTRIES       one entry a line, exactly as it was exported
CHECKPOINT    a signed checkpoint; entries after its size are not covered by it
VERIFIER_KEY  <name>+<id>+<base64>, had from the institution by another way than the checkpoint

Exit code 0: the entries are those that were signed. 1: they are not, and the line says why. See journal-format.md.
"""

import base64
import hashlib
import json
import sys

# Ed25519, as RFC 8032 section 6 explains it: only verification, which needs no secrecy.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    e, f, g, h = (y1 - x1) * (y2 - x2), 2 * t1 * t2 * D, 2 * z1 * z2, (y1 + x1) * (y2 + x2)
    e, f, g, h = (h - e) % P, (g - f) % P, (g + f) % P, (h + e) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def point(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P:
        raise ValueError("no point of the curve")
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signature(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(point(signature[:32]), multiply(h, point(key)))
    return s < L and len(signature) == 64 and all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def root(leaves):
    """RFC 6962: stack holds the roots of full subtrees; equal sizes are joined."""
    stack = []
    for entry in leaves:
        size, value = 1, hashlib.sha256(b"\0" + entry).digest()
        while stack and stack[-1][0] == size:
            size, value = 2 * size, hashlib.sha256(b"\1" + stack.pop()[1] + value).digest()
        stack.append((size, value))
    while len(stack) > 1:
        right, left = stack.pop()[1], stack.pop()[1]
        stack.append((0, hashlib.sha256(b"\1" + left + right).digest()))
    return stack[0][1] if stack else hashlib.sha256(b"").digest()


def check(entries, note, verifier_key):
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    origin, size, signed_root = text.split("\n")[:3]
    key = base64.b64decode(verifier_key.split("+", 2)[2])
    name = hashlib.sha256(origin.encode() + b"\n" + key).digest()[:4]
    signatures = [base64.b64decode(line.split(" ")[2]) for line in lines.splitlines() if line.startswith(f"— {origin} ")]
    if not any(s[:4] == name and is_signature(key[1:], text.encode(), s[4:]) for s in signatures):
        return "the checkpoint is not signed with this key"
    if len(entries) < int(size):
        return f"entry {len(entries)} is missing: the checkpoint covers {size}"
    for number, entry in enumerate(entries):
        if json.loads(entry)["sequence"] != number:
            return f"entry {number} is not in its place"
    if root(entries[: int(size)]) != base64.b64decode(signed_root):
        return f"one of the entries before {size} is not the one that was signed"
    return ""


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        lines = file.read().splitlines()
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        problem = check(lines, file.read(), sys.argv[3])
    print(problem or f"ok: {len(lines)} entries")
    sys.exit(1 if problem else 0)
