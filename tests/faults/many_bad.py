#!/usr/bin/env python3
"""Ten thousand bad files among good ones: a file or a pipe gets a line for each, a person at a terminal the first ten of
each kind and how many more there are."""
import os
import pty
import re
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

# What is in a bad file, and what is said of it.
BAD = [
    ("", "is empty; give a file with the text"),
    ("\0\1\2", "is a binary file, not text; give"),
    ('{"text": "Prices rose 2%", "published": "2025-02-30"}\n', ':1: "published": \'2025-02-30\' is not a date'),
    ("<!DOCTYPE html>\n<title>Prices</title><ul><li><a href=a>Home</a></ul>", "is a web page without an article"),
    ("Caf\udce9\n", ":1: is not valid UTF-8 (at byte 3)"),
]
FILES = 10000
GOOD = 1000


class ManyBad(program.Test):
    def setUp(self):
        super().setUp()
        for number in range(FILES):
            if number % 100 == 0:
                os.makedirs(self.path("in", str(number // 100)))
            content, _ = BAD[number % len(BAD)]
            with open(self.path("in", str(number // 100), f"bad-{number}"), "wb") as file:
                file.write(content.encode(errors="surrogateescape"))
        for number in range(GOOD):
            self.write(f"in/{number % 100}/good-{number}.txt", f"Prices\nPrices rose {number}%.\n")
        self.said = f"loaded {GOOD} articles with {GOOD} figures into figbook.db; {FILES} failed\n"

    def test_ten_thousand(self):
        self.into_a_pipe()
        self.at_a_terminal()

    def into_a_pipe(self):
        ended = self.figbook("load", "in")
        self.assertEqual((ended.status, ended.out), (1, self.said))
        self.assertEqual(len(ended.lines()), FILES)
        told = {re.match(r"in/\d+/bad-(\d+)(.*)", line).groups() for line in ended.lines()}
        self.assertEqual(len(told), FILES)
        for number, message in told:
            self.assertIn(BAD[int(number) % len(BAD)][1], message)
        self.assertEqual(len(self.texts()), GOOD)
        self.assert_sound()

    def at_a_terminal(self):
        terminal, program_side = pty.openpty()
        seen = []
        process = self.start("load", "in", "--db", "second.db", stderr=program_side)
        os.close(program_side)
        reader = program.reading(Terminal(terminal), seen)
        out = process.communicate()[0]
        reader.join()
        os.close(terminal)
        self.assertEqual((process.returncode, out.decode()),
                         (1, self.said.replace("figbook.db", "second.db")))
        lines = [line for line in re.split(r"[\r\n]+", seen[0].decode()) if line.startswith("figbook: ")]
        problems = [line for line in lines if line.startswith("figbook: in/")]
        self.assertEqual(len(problems), 10 * len(BAD))
        more = f"figbook: {FILES // len(BAD) - 10} more: "
        self.assertEqual(lines[10 * len(BAD):], [
            more + "is empty", more + "is a binary file, not text",
            more + '"published": … is not a date: there is no such day',
            more + "is a web page without an article: no part of it reads like one", more + "is not valid UTF-8",
            "figbook: for all of them run it again with `2> problems.txt` behind it"])


class Terminal:
    """The person's side of a terminal, read until the program has closed its own."""

    def __init__(self, descriptor):
        self.descriptor = descriptor

    def read(self):
        pieces = []
        while True:
            try:
                piece = os.read(self.descriptor, 65536)
            except OSError:  # that is how a terminal says that the other side is closed
                piece = b""
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)


if __name__ == "__main__":
    program.main()
