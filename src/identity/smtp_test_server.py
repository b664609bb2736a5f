#!/usr/bin/env python3
"""A small SMTP server for mail_sender_test.cpp: takes mail on a free port of the loopback address and keeps it.

smtp_test_server.py FOLDER [--tls CERTIFICATE KEY] [--refuse-receiver]

Prints the port on one line. Each mail becomes FOLDER/N.eml, with the envelope and the sign-in in FOLDER/N.txt. Ends when standard input ends.
"""

import argparse
import base64
import os
import socket
import ssl
import sys
import threading


class Conversation:
    def __init__(self, connection, options, number):
        self.connection = connection
        self.options = options
        self.number = number
        self.reader = connection.makefile("rb")
        self.notes = []

    def say(self, line):
        self.connection.sendall(line.encode() + b"\r\n")

    def hello(self):
        self.say("250-localhost")
        if self.options.tls and not isinstance(self.connection, ssl.SSLSocket):
            self.say("250-STARTTLS")
        self.say("250 AUTH PLAIN")

    def start_tls(self):
        self.say("220 go ahead")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.options.tls)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.reader = self.connection.makefile("rb")
        self.notes.append("tls")

    def authenticate(self, line):
        words = line.split()
        if len(words) < 3:
            self.say("334 ")
            words.append(self.reader.readline().decode().strip())
        _, user, password = base64.b64decode(words[2]).decode().split("\0")
        self.notes.append(f"user={user}")
        self.say("235 welcome" if password == "benar" else "535 wrong password")

    def take_data(self):
        self.say("354 end with a dot")
        lines = []
        while True:
            line = self.reader.readline()
            if line in (b".\r\n", b""):
                break
            lines.append(line[1:] if line.startswith(b".") else line)
            self.notes.append("stuffed") if line.startswith(b"..") else None
        base = os.path.join(self.options.folder, str(self.number))
        with open(base + ".txt", "w") as notes:
            notes.write("\n".join(self.notes) + "\n")
        with open(base + ".eml", "wb") as mail:
            mail.write(b"".join(lines))
        self.say("250 kept")

    def run(self):
        self.say("220 localhost ESMTP")
        for raw in iter(lambda: self.reader.readline(), b""):
            line = raw.decode().strip()
            verb = line.split(" ")[0].upper()
            if verb in ("EHLO", "HELO"):
                self.hello()
            elif verb == "STARTTLS":
                self.start_tls()
            elif verb == "AUTH":
                self.authenticate(line)
            elif verb == "MAIL":
                self.notes.append("from=" + line.split("<")[1].split(">")[0])
                self.say("250 ok")
            elif verb == "RCPT":
                self.notes.append("to=" + line.split("<")[1].split(">")[0])
                self.say("550 no such person" if self.options.refuse_receiver else "250 ok")
            elif verb == "DATA":
                self.take_data()
            elif verb == "QUIT":
                self.say("221 bye")
                break
            else:
                self.say("502 not here")


def serve(listener, options):
    number = 0
    while True:
        connection, _ = listener.accept()
        try:
            Conversation(connection, options, number).run()
        except (OSError, ssl.SSLError):
            pass
        connection.close()
        number += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--refuse-receiver", action="store_true")
    options = parser.parse_args()
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=serve, args=(listener, options), daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
