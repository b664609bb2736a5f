#!/usr/bin/env python3
"""Rows of the performance table about durable writes: the median of several runs, each measured in turn with its yardstick.

    bench/writes.py DURABLE_WRITES [--runs 5] [--seconds 3]

SQLite: edits of the catalogue with their journal entries from 64 threads, against a bare writer of the same rows in batches of the same size. PostgreSQL: the same edits, against
`pgbench` inserting one row a transaction from 64 clients, on a server that this program starts on loopback and stops.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "faults"))
from kills import BIN, Postgres  # noqa: E402


def printed(command, **more):
    return subprocess.run([str(word) for word in command], check=True, text=True, capture_output=True, **more).stdout.split()


def row(what, figure, yardstick, ratio, promise):
    print(f"| {what} | {figure} | {yardstick} | {ratio} | {promise} |", flush=True)


def sqlite(program, chosen):
    ours, bare, batches = [], [], []
    with tempfile.TemporaryDirectory(prefix="prima-writes-") as folder:
        subprocess.run([program, "prepare", folder], check=True)
        for _ in range(chosen.runs):
            rate, batch = printed([program, "edits", folder, chosen.seconds])
            ours.append(float(rate))
            batches.append(float(batch))
            with tempfile.TemporaryDirectory(prefix="prima-writes-") as other:
                subprocess.run([program, "prepare", other], check=True)
                bare.append(float(printed([program, "bare", other, chosen.seconds, max(1, round(float(batch)))])[0]))
    ratio = statistics.median(a / b for a, b in zip(ours, bare))
    row(
        "durable catalogue edits, 64 threads, SQLite",
        f"{statistics.median(ours):,.0f}/s, {statistics.median(batches):.0f} in a commit",
        f"bare writer of the same rows {statistics.median(bare):,.0f}/s",
        f"{ratio:.2f}",
        "at least 0.7",
    )


def pgbench(server, seconds, folder):
    script = folder / "insert.sql"
    script.write_text("INSERT INTO pgbench_insert (words) VALUES ('" + "x" * 200 + "');\n")
    command = [BIN / "pgbench", "-h", "127.0.0.1", "-p", server.port, "-U", "prima", "-n", "-c", 64, "-j", 2, "-M", "prepared", "-T", seconds, "-f", script, "postgres"]
    words = printed(command)
    return float(words[words.index("tps") + 2])


def postgresql(program, chosen):
    ours, theirs, batches = [], [], []
    with tempfile.TemporaryDirectory(prefix="prima-writes-") as name:
        folder = Path(name)
        (folder / "server").mkdir()
        server = Postgres(folder / "server")
        try:
            subprocess.run([program, "prepare", server.place], check=True)
            psql = [BIN / "psql", "-q", "-h", "127.0.0.1", "-p", str(server.port), "-U", "prima", "postgres", "-c"]
            subprocess.run(psql + ["CREATE TABLE pgbench_insert (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words text)"], check=True)
            for _ in range(chosen.runs):
                rate, batch = printed([program, "edits", server.place, chosen.seconds])
                ours.append(float(rate))
                batches.append(float(batch))
                theirs.append(pgbench(server, chosen.seconds, folder))
        finally:
            server.stop()
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    row(
        "durable catalogue edits, 64 threads, PostgreSQL",
        f"{statistics.median(ours):,.0f}/s, {statistics.median(batches):.0f} in a commit",
        f"pgbench, one inserted row, 64 clients {statistics.median(theirs):,.0f}/s",
        f"{ratio:.2f}",
        "at least 0.7",
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3)
    chosen = parser.parse_args()
    program = chosen.program.resolve()
    sqlite(program, chosen)
    postgresql(program, chosen)


if __name__ == "__main__":
    main()
