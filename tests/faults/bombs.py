#!/usr/bin/env python3
"""What unpacks to far more than it is, is read no further than to a limit; the message says which. Nothing of it is on the
disk: it is made while it is read."""
import gzip
import os
import subprocess
import sys
import unittest
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

BOMB = (r"standard input(:\d+)?: is {} that unpacks to more than 256 MiB and 250 times its size, as no articles do; if it is meant so, "
        r"unpack it yourself and pipe it in, with - for the file")
GOOD = b'{"text": "Prices rose 2%."}\n'
MIB = 1 << 20


def endless(filling, mib, head=GOOD):
    """One member of gzip that unpacks to the head and so many MiB of the filling; its end is missing."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    yield pack.compress(head) + pack.flush(zlib.Z_FULL_FLUSH)
    # What stands between two full flushes stands for itself: the same bytes again are the same text again.
    block = pack.compress(filling * (8 * MIB)) + pack.flush(zlib.Z_FULL_FLUSH)
    for _ in range(mib // 8):
        yield block


class Bombs(program.Test):
    def setUp(self):
        super().setUp()
        self.write("good.jsonl", GOOD.replace(b"2%", b"3%"))

    def load(self, pieces, *words):
        """Loads the pieces and then good.jsonl, which must not suffer."""
        ended = self.figbook("load", "-", "good.jsonl", *words, feed=pieces)
        self.assertEqual(ended.status, 1, ended.err)
        self.assertIn("3%", self.texts())
        self.assert_peak(ended, 200)
        return ended

    def test_gzip_of_ten_gigabytes(self):
        for name, filling in (("one line", b"\0"), ("empty lines", b"\n")):
            with self.subTest(name):
                ended = self.load(endless(filling, 10240))
                self.assertRegex(ended.lines()[-1], BOMB.format("gzip"))
                self.assertEqual(self.texts(), ["2%", "3%"])

    def test_many_members(self):
        member = gzip.compress(b"\n" * (16 * MIB))
        ended = self.load(([gzip.compress(GOOD)] + [member] * 640))
        self.assertEqual(len(ended.lines()), 1)
        self.assertRegex(ended.lines()[0], BOMB.format("gzip"))

    def test_zstd_and_brotli(self):
        for name, command in (("zstd", ["zstd", "-qc"]), ("brotli", ["brotli", "-q", "1", "-c"])):
            with self.subTest(name):
                pack = subprocess.run(command, input=b"\n" * (64 * MIB), stdout=subprocess.PIPE, check=True).stdout
                head = subprocess.run(command, input=GOOD, stdout=subprocess.PIPE, check=True).stdout
                ended = self.load([head] + [pack] * 160)
                self.assertEqual(len(ended.lines()), 1)
                self.assertRegex(ended.lines()[0], BOMB.format(name))
                self.assertEqual(self.texts(), ["2%", "3%"])

    def test_packed_again_and_again(self):
        bomb = b"".join(endless(b"\0", 64))
        for _ in range(3):
            bomb = gzip.compress(bomb)
        ended = self.load([bomb])
        self.assertEqual(ended.lines(), [
            "standard input: is packed more than once: what it unpacks to is packed again; unpack it once yourself and pipe it in, with "
            "- for the file"])

    def test_forms_that_are_read_whole(self):
        for name, head, message in (
                ("page", b"<html><body><p>Prices rose 4%.</p>", "is a page of more than 16 MiB; no article is so long"),
                ("feed", b"<rss><channel><item><title>Prices rose 5%.</title></item>",
                 "is a feed of more than 32 MiB; split it"),
                ("text", b"Prices rose 6%.\n", "is larger than 2 MiB, no article is; split it"),
                ("csv", b'text,id\nPrices rose 7%.,a\n"', "row of more than 16 MiB; no article is so long"),
                ("warc", b"WARC/1.0\r\n", "has headers without end")):
            with self.subTest(name):
                ended = self.load(endless(b" ", 10240, head))
                self.assertIn(message, ended.err)


if __name__ == "__main__":
    program.main()
