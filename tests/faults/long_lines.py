#!/usr/bin/env python3
"""Lines, rows, quotes and nestings without end: each is told with its place, what stands below is read, and memory stays
small. The input is made while it is read."""
import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

MIB = 1 << 20
GOOD = b'{"text": "Prices rose %d%%."}\n'


def stretched(head, filling, mib, tail):
    """The head, so many MiB of the filling, and the tail."""
    yield head
    block = filling * (MIB // len(filling))
    for _ in range(mib):
        yield block
    yield tail


class LongLines(program.Test):
    def load(self, pieces, *words):
        ended = self.figbook("load", "-", *words, feed=pieces)
        self.assert_peak(ended, 200)
        return ended

    def test_a_line_of_a_gigabyte(self):
        ended = self.load(stretched(GOOD % 1 + b'{"text": "', b"x", 1024, b'"}\n' + GOOD % 2))
        self.assertEqual((ended.status, ended.lines()), (1, [
            "standard input:2: line of more than 16 MiB; no article is so long: give each one a line of its own"]))
        self.assertEqual(self.texts(), ["1%", "2%"])

    def test_a_line_that_never_ends(self):
        for words, message in (
                (("--input", "jsonl"), "standard input:1: line of more than 16 MiB"),
                (("--input", "csv"), "standard input:1: "),
                (("--input", "text"), "standard input: is larger than 2 MiB, no article is; split it"),
                (("--input", "html"), "standard input: is a page of more than 16 MiB"),
                (("--input", "feed"), "standard input: is a feed of more than 32 MiB"),
                (("--input", "warc"), "standard input: record 1: does not begin like one")):
            with self.subTest(words):
                ended = self.load(stretched(b"{", b"x", 40, b""), *words)
                self.assertEqual(ended.status, 1)
                self.assertIn(message, ended.err)

    def test_as_long_as_a_line_may_be(self):
        # The limit for what is held at once is larger than that for a text, which is larger than any article.
        ended = self.load(stretched(GOOD % 1 + b'{"other": "', b"x", 15, b'", "text": "Prices rose 2%."}\n'))
        self.assertEqual((ended.status, ended.err), (0, ""))
        ended = self.load(stretched(b'{"id": "a", "text": "', b"Prices rose 9%. ", 3, b'"}\n' + GOOD % 3))
        self.assertEqual((ended.status, ended.lines()), (1, [
            "standard input:1: text of more than 2 MiB; no article is so long: split it"]))
        self.assertEqual(self.texts(), ["1%", "2%", "3%"])

    def test_as_many_figures_as_a_text_can_hold(self):
        ended = self.figbook("load", "-", feed=stretched(b'{"text": "', b"7% ", 1, b'"}\n' + GOOD % 3))
        self.assertEqual(ended.status, 0, ended.err)
        self.assert_peak(ended, 400)
        self.assertIn("3%", self.texts())

    def test_a_quote_that_is_not_closed(self):
        head = b"text,id\nPrices rose 1%.,a\n"
        ended = self.load(stretched(head + b'"Wages rose 2%.\n', b"Rents rose 3%.,b\n", 64, b""))
        self.assertEqual((ended.status, ended.lines()), (1, [
            "standard input:3: row of more than 16 MiB; no article is so long: look for a quote that is never closed; the rows below it "
            "were not read"]))
        ended = self.load(stretched(head + b'"Wages rose 2%.\n', b"Rents rose 3%.,b\n", 2, b""))
        self.assertEqual((ended.status, ended.lines()), (1, [
            "standard input:3: a quote is opened here and never closed; close it, and write quotes inside a cell twice; what stands "
            "below it was not read"]))
        self.assertEqual(self.texts(), ["1%"])

    def test_json_without_end(self):
        deep = [b'{"text": "Prices rose 1%."}\n{"text": ', b"[" * 100000, b"\n", b'{"a":' * 100000, b"\n",
                b'{"text": ' + b"[" * 100000 + b"]" * 100000 + b"}\n", b"[" * 100000 + b"\n", GOOD % 2]
        ended = self.load(deep)
        self.assertEqual(ended.status, 1)
        for number, line in enumerate(ended.lines(), 2):
            self.assertRegex(line, rf"^standard input:{number}: not valid JSON: .*; each line must be one whole object")
        self.assertEqual(len(ended.lines()), 4)
        # And inside a page.
        self.write("page.html", b"<html><script type='application/ld+json'>" + b'{"a":[' * 100000 +
                   b"</script><p>Prices rose 3%.</p>")
        ended = self.load([GOOD % 4], "page.html")
        self.assertEqual((ended.status, ended.err), (0, ""))
        self.assertEqual(self.texts(), ["1%", "2%", "3%", "4%"])


if __name__ == "__main__":
    program.main()
