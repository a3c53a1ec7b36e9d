#!/usr/bin/env python3
"""What a load shows of its progress: a bar at a terminal, lines in a log, nothing where it is short.

    load_progress.py --figbook build/figbook

The input is a pipe that stays open until the program has shown what is waited for: nothing depends on its speed.
"""
import argparse
import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios

SECONDS = 120
LINES = "".join(json.dumps({"text": f"Prices rose {i}% in May."}) + "\n" for i in range(1200)).encode()


def environment(**more):
    return {name: value for name, value in os.environ.items() if not name.startswith("FIGBOOK") and name != "COLUMNS"} | more


class Terminal:
    """A terminal of so many columns, and what was written to it."""

    def __init__(self, columns):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.columns = columns
        self.text = ""

    def read_until(self, pattern):
        """Reads on until the pattern is in what was written."""
        while not re.search(pattern, self.text):
            if not select.select([self.master], [], [], SECONDS)[0]:
                raise AssertionError(f"{pattern} does not come; there was {self.text!r}")
            self.text += os.read(self.master, 1 << 16).decode()

    def rows(self):
        """The rows as a terminal shows them in the end; also sees that none was ever wider than it."""
        rows = [""]
        column = 0
        for char in self.text:
            if char == "\r":
                column = 0
            elif char == "\n":
                rows.append("")
                column = 0
            else:
                assert char.isprintable(), repr(char)
                assert column < self.columns - 1 or "figbook: " in rows[-1], rows[-1]
                rows[-1] = rows[-1][:column].ljust(column) + char + rows[-1][column + 1:]
                column += 1
        return [row.rstrip() for row in rows]


def test_bar(figbook, folder, columns, shown):
    terminal = Terminal(columns)
    process = subprocess.Popen([figbook, "load", "-", "--threads", "2"], cwd=folder, env=environment(), stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=terminal.slave)
    process.stdin.write(LINES)
    process.stdin.flush()
    # Of 1200 articles four batches of 256 are stored; the rest waits for the end of the pipe.
    terminal.read_until(shown)
    process.stdin.write(b"none\n" + LINES)
    process.stdin.flush()
    terminal.read_until(r"not valid JSON[^\n]*\r\n\r?" + shown[:8])
    process.stdin.close()
    out = process.stdout.read().decode()
    assert process.wait(timeout=SECONDS) == 1
    assert re.fullmatch(r"loaded 1200 articles with 1200 figures into figbook.db; 1200 already there; 1 failed"
                        r"(; [\d.]+ s, [\d,]+ articles/s)?\n", out), out
    os.close(terminal.slave)
    try:
        while more := os.read(terminal.master, 1 << 16):
            terminal.text += more.decode()
    except OSError:
        pass  # how a terminal says that nobody writes to it any more
    # Nothing stays but the message, whole and in a row of its own.
    rows = [row for row in terminal.rows() if row]
    assert len(rows) == 1 and rows[0].startswith("figbook: standard input:1201: not valid JSON: "), rows


def test_lines(figbook, folder):
    process = subprocess.Popen([figbook, "load", "-"], cwd=folder, env=environment(FIGBOOK_PROGRESS="0.05"),
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(LINES)
    process.stdin.flush()
    line = b""
    while b"1,024 articles" not in line:
        line = process.stderr.readline()
        assert re.fullmatch(rb"figbook: [\d,]+ articles, \d+ KB, [\d.]+ [KM]B/s, \d+:\d\d\n", line), line
    out, _ = process.communicate(timeout=SECONDS)
    assert out.startswith(b"loaded 1200 articles"), out


def test_share(figbook, folder):
    """Of files it is known how much there is; a folder is looked through."""
    os.mkdir(os.path.join(folder, "in"))
    for name in "ab":
        with open(os.path.join(folder, "in", name), "wb") as file:
            file.write(LINES)
    with open(os.path.join(folder, "more"), "wb") as file:
        file.write(b"".join(b'{"text": "Wages rose %d%%.%s"}\n' % (i, b" More words." * 300) for i in range(20000)))
    process = subprocess.Popen([figbook, "load", "in", "more"], cwd=folder, env=environment(FIGBOOK_PROGRESS="0.01"),
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    line = process.stderr.readline()
    process.kill()
    process.communicate()
    assert re.fullmatch(rb"figbook: \d+%, [\d,]+ articles?, [\d.]+ [KM]B, [\d.]+ [KMG]B/s, [\d:]+( left)?\n", line), line


def test_short_and_silent(figbook, folder):
    def load(seconds):
        done = subprocess.run([figbook, "load", "-"], cwd=folder, env=environment(FIGBOOK_PROGRESS=seconds), input=LINES,
                              capture_output=True, check=True)
        return done.stdout.decode(), done.stderr.decode()

    out, err = load("1000")
    assert out.startswith("loaded 1200 articles with 1200 figures into figbook.db") and err == "", (out, err)
    assert load("0") == ("loaded 0 articles with 0 figures into figbook.db; 1200 already there\n", "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figbook", required=True)
    figbook = os.path.abspath(parser.parse_args().figbook)
    tests = [lambda *given: test_bar(*given, 100, r"1,024 articles  \d+ KB  [\d.]+ [KM]B/s  \d:\d\d"),
             lambda *given: test_bar(*given, 32, r"1,024 articles  \d+ KB"),
             lambda *given: test_bar(*given, 18, r"1,024 articles"), test_lines, test_share, test_short_and_silent]
    for test in tests:
        with tempfile.TemporaryDirectory(prefix="figbook-test-") as folder:
            test(figbook, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
