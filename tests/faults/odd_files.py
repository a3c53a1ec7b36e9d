#!/usr/bin/env python3
"""What may lie in a folder beside files: pipes, sockets, devices, loops of links, names that are no text. None is waited
for or followed without end; each is told by its name, and the article among them is loaded."""
import json
import os
import socket
import sys
import threading
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

NO_FILE = "is a pipe, a socket or a device, not a file; take it out of the folder, or name it on the command line"
CIRCLE = "is a link that leads in a circle; mend the link or take it away"


class OddFiles(program.Test):
    def setUp(self):
        super().setUp()
        self.write("in/z.txt", "Prices\nPrices rose 2%.\n")

    def bind(self, name):
        """A socket; its path is limited to a hundred letters, so it is named from inside."""
        made = socket.socket(socket.AF_UNIX)
        self.addCleanup(made.close)
        before = os.getcwd()
        os.chdir(self.folder)
        made.bind(name)
        os.chdir(before)

    def test_in_a_folder(self):
        os.mkfifo(self.path("in/pipe"))
        self.bind("in/socket")
        os.symlink("/dev/zero", self.path("in/device"))
        os.symlink("..", self.path("in/up"))
        os.symlink(".", self.path("in/here"))
        os.symlink("itself", self.path("in/itself"))
        os.symlink("second", self.path("in/first"))
        os.symlink("first", self.path("in/second"))
        os.symlink("nowhere", self.path("in/lost"))
        os.symlink("z.txt", self.path("in/zz.txt"))
        ended = self.figbook("load", "in")
        self.assertEqual(sorted(ended.lines()), [
            f"in/device: {NO_FILE}", f"in/first: {CIRCLE}", f"in/itself: {CIRCLE}",
            "in/lost: is a link that leads nowhere; mend the link or take it away", f"in/pipe: {NO_FILE}",
            f"in/second: {CIRCLE}", f"in/socket: {NO_FILE}"])
        self.assertEqual((ended.status, ended.out),
                         (1, "loaded 1 article with 1 figure into figbook.db; 1 already there; 7 failed\n"))

    def test_named_on_the_command_line(self):
        os.mkfifo(self.path("pipe"))
        self.bind("socket")
        os.symlink("itself", self.path("itself"))
        writer = threading.Thread(target=lambda: self.write("pipe", '{"text": "Prices rose 3%."}\n'))
        writer.start()
        ended = self.figbook("load", "socket", "pipe", "/dev/zero", "/dev/urandom", "/dev/full", "itself", "in/z.txt",
                             "--input", "jsonl")
        writer.join()
        device = "is a device; give a file with an article"
        self.assertEqual(ended.lines()[:5], [
            "socket: is a socket; give a file with an article", f"/dev/zero: {device}", f"/dev/urandom: {device}",
            f"/dev/full: {device}", f"itself: {CIRCLE}"])
        self.assertEqual(self.texts(), ["3%"])
        self.assertEqual(ended.status, 1)
        # A file that cannot be read: memory, where nothing is.
        ended = self.figbook("load", "/proc/self/mem", "in/z.txt")
        self.assertEqual((ended.status, ended.lines()), (1, [
            "/proc/self/mem: cannot be read: Input/output error; see that its disk is in order, and load it again"]))

    def test_too_deep_for_a_name(self):
        descriptor = os.open(self.path("in"), os.O_RDONLY)
        for _ in range(100):  # of 200 letters: longer than any path may be
            os.mkdir("d" * 200, dir_fd=descriptor)
            deeper = os.open("d" * 200, os.O_RDONLY, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = deeper
        os.close(descriptor)
        ended = self.figbook("load", "in")
        self.assertEqual(len(ended.lines()), 1)
        self.assertRegex(ended.lines()[0], "^in/d+.*: cannot be read: File name too long; go into one of the folders on "
                                           "the way and load from there$")
        self.assertEqual((ended.status, self.texts()), (1, ["2%"]))

    def test_names_that_are_no_text(self):
        self.write(b"odd/caf\xe9.txt", "Rents\nRents rose 3%.\n")
        self.write(b"odd/two\nlines.txt", "Wages\nWages rose 4%.\n")
        self.write(b"odd/\x1b[31m\xff.jsonl", '{"text": "Fares rose 5%."}\n{"text": 6}\n')
        self.write(b"odd/bad\n\xe9", b"\0")
        ended = self.figbook("load", "odd")
        self.assertEqual(sorted(ended.lines()), [
            'odd/\\u001b[31m\\xff.jsonl:2: "text" is not a string; write its value in double quotes',
            "odd/bad\\u000a\\xe9: is a binary file, not text; give the article as plain text or JSON Lines"])
        self.assertEqual(self.texts(), ["3%", "4%", "5%"])
        # What is stored and written is text.
        self.assertEqual(sorted(self.rows("SELECT origin FROM article")), [
            ("odd/\\u001b[31m\\xff.jsonl:1",), ("odd/caf\\xe9.txt",), ("odd/two\nlines.txt",)])
        for form in ("json", "csv", "markdown", "table"):
            self.assertEqual(self.figbook("report", "figures", "--format", form).status, 0)
        names = [os.path.join(b"odd", name) for name in os.listdir(os.path.join(os.fsencode(self.folder), b"odd"))]
        extracted = self.figbook("extract", *names)
        for line in extracted.out.splitlines():
            json.loads(line)
        self.assertEqual((extracted.status, len(extracted.out.splitlines())), (1, 5))
        for output in ("csv", "table"):
            self.assertEqual(self.figbook("extract", *names, "--output", output).status, 1)
        # Neither is the database's name bound to be text.
        ended = self.figbook("load", "in", "--db", b"caf\xe9\n.db")
        self.assertEqual((ended.status, ended.out),
                         (0, "loaded 1 article with 1 figure into caf\\xe9\\u000a.db\n"))


if __name__ == "__main__":
    program.main()
