#!/usr/bin/env python3
"""Kills a writing process with SIGKILL, many times, and checks after each time that every acknowledged write is there once and the journal is whole.

    tests/faults/kills.py FAULT_WRITER [--kills 200] [--engine sqlite|postgresql]

The PostgreSQL is one that this program starts on loopback, as an unprivileged user, and stops. The last line is "N kills, M acknowledged writes, nothing lost"; exit code 1 when
something was lost or doubled.
"""

import argparse
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path("/usr/lib/postgresql/15/bin")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Postgres:
    def __init__(self, folder):
        self.data, self.port, self.user = folder / "data", free_port(), {}
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
            os.chmod(folder.parent, 0o755)
            self.user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
        subprocess.run([BIN / "initdb", "-D", self.data, "-U", "prima", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8"], check=True, **quiet, **self.user)
        self.process = subprocess.Popen(
            [BIN / "postgres", "-D", self.data, "-p", str(self.port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet, **self.user
        )
        for _ in range(100):
            if subprocess.run([BIN / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode == 0:
                break
            time.sleep(0.1)
        self.place = f"postgresql://prima@127.0.0.1:{self.port}/postgres"

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def one_kill(program, place, seed, delay):
    """The codes that a writer acknowledged before it was killed after `delay` seconds."""
    with tempfile.TemporaryFile() as out:
        writer = subprocess.Popen([program, "write", place, str(seed)], stdout=out)
        time.sleep(delay)
        ended = writer.poll()
        writer.kill()
        writer.wait()
        if ended is not None:
            sys.exit(f"the writer ended by itself with {ended}")
        out.seek(0)
        text = out.read().decode()
    # A line without its end was not acknowledged wholly.
    return text[: text.rfind("\n") + 1]


def run(program, place, kills, rng):
    subprocess.run([program, "prepare", place], check=True)
    acknowledged = ""
    for number in range(kills):
        acknowledged += one_kill(program, place, number, 0.05 + rng.random() * 0.35)
        if number % 10 == 9 or number == kills - 1:
            checked = subprocess.run([program, "check", place], input=acknowledged, text=True, capture_output=True)
            if checked.returncode != 0:
                sys.exit(f"after kill {number + 1}: {checked.stderr.strip()}")
            print(f"{number + 1} kills: {checked.stdout.strip()} (acknowledged, stored, entries)", flush=True)
    return acknowledged.count("\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    program = chosen.program.resolve()
    folder = Path(tempfile.mkdtemp(prefix="prima-kills-"))
    try:
        if chosen.engine == "sqlite":
            written = run(program, str(folder), chosen.kills, random.Random(chosen.seed))
        else:
            (folder / "server").mkdir()
            server = Postgres(folder / "server")
            try:
                written = run(program, server.place, chosen.kills, random.Random(chosen.seed))
            finally:
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{chosen.engine}: {chosen.kills} kills, {written} acknowledged writes, nothing lost")


if __name__ == "__main__":
    main()
