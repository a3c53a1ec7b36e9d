#!/usr/bin/env python3
"""Packed files that were cut off or damaged anywhere: what stands before the damage is loaded, the place is told, and the
files behind are loaded too."""
import gzip
import os
import random
import re
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

ARTICLES = 40
DAMAGES = 12


def packed(way, content):
    if way == "gzip":
        return gzip.compress(content, mtime=0)
    return subprocess.run([way, "-qc"] if way == "zstd" else [way, "-c"], input=content, stdout=subprocess.PIPE,
                          check=True).stdout


def record(number):
    page = f"<html><body><p>Prices at shop {number} rose {number}%.</p></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://shop.example/{number}\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n").encode()


class Damaged(program.Test):
    def setUp(self):
        super().setUp()
        self.choose = random.Random(12)

    def load(self, pieces):
        """Loads a damaged file of each of these contents, one behind the other, and a good one; returns for each which
        articles it gave, and what was said of it."""
        for number, content in enumerate(pieces):
            self.write(f"{number:02}", content)
        self.write("zz", "Wages\nWages rose 77%.\n")
        names = [f"{number:02}" for number in range(len(pieces))] + ["zz"]
        database = "of-one-way.db"
        for name in os.listdir(self.folder):
            if name.startswith(database):
                os.remove(self.path(name))
        ended = self.figbook("load", *names, "--db", database)
        self.assertIn(ended.status, (0, 1), ended.err)
        self.assert_sound(database)
        articles = [self.rows(f"SELECT text FROM article WHERE origin LIKE '{name}:%'", database) for name in names[:-1]]
        said = [[line for line in ended.lines() if line.startswith(name + ":")] for name in names[:-1]]
        self.assertIn("77%", self.texts(database))
        return [{text for text, in found} for found in articles], said

    def lines(self, file):
        """The texts of a file, and the file."""
        texts = [f"Prices at shop {file}-{number} rose {self.choose.randint(1, 99)}% in {1990 + number % 30}."
                 for number in range(ARTICLES)]
        return texts, "".join(f'{{"text": "{text}"}}\n' for text in texts).encode()

    def test_cut_off(self):
        for way in ("gzip", "zstd", "brotli"):
            with self.subTest(way):
                files = [self.lines(f"{way}{number}") for number in range(DAMAGES)]
                whole = [packed(way, content) for _, content in files]
                # Shorter than a mark it is no packed file at all.
                cuts = [self.choose.randint(5, len(content) - 1) for content in whole]
                articles, said = self.load([content[:cut] for content, cut in zip(whole, cuts)])
                for (texts, _), found, lines in zip(files, articles, said):
                    self.assertEqual(found, set(texts[:len(found)]))
                    self.assertEqual(len(lines), 1, lines)
                    if found:
                        self.assertRegex(lines[0], rf"^\d\d:{len(found) + 1}: is {way} that was cut off before its end, "
                                                   r"behind byte \d+ of what it unpacks to; get the file again$")

    def test_overwritten(self):
        for way in ("gzip", "zstd", "brotli"):
            with self.subTest(way):
                files = [self.lines(f"{way}{number}") for number in range(DAMAGES)]
                pieces = []
                for _, content in files:
                    whole = bytearray(packed(way, content))
                    at = self.choose.randint(30, len(whole) - 20)
                    whole[at:at + 8] = self.choose.randbytes(8)
                    pieces.append(bytes(whole))
                articles, said = self.load(pieces)
                for (texts, _), found, lines in zip(files, articles, said):
                    # Only brotli has no check sum; what is broken in it may still be text.
                    self.assertTrue(lines or way == "brotli")
                    for line in lines:
                        self.assertRegex(line, r"^\d\d(:\d+)?: ")

    def test_archives(self):
        damaged, damaged_at = [], []
        for _ in range(DAMAGES):
            members = [gzip.compress(record(number), mtime=0) for number in range(1, ARTICLES + 1)]
            at = self.choose.randrange(ARTICLES - 1)
            member = bytearray(members[at])
            start = self.choose.randint(10, len(member) - 40)
            if self.choose.random() < 0.5:
                member[start:start + 20] = self.choose.randbytes(20)
            else:
                del member[start:]
            members[at] = bytes(member)
            damaged.append(b"".join(members))
            damaged_at.append(at + 1)
        for number, content in enumerate(damaged):
            self.write(f"{number:02}.warc.gz", content)
            ended = self.figbook("load", f"{number:02}.warc.gz", "--db", f"{number}.db")
            self.assertEqual(ended.status, 1)
            texts = set(self.texts(f"{number}.db"))
            lost = {f"{n}%" for n in range(1, ARTICLES + 1) if n != damaged_at[number]} - texts
            self.assertEqual(lost, set(), (damaged_at[number], ended.err))
            self.assertTrue(any(re.match(rf".*: record {damaged_at[number]}\b.* gzip", line) for line in ended.lines()),
                            ended.err)


if __name__ == "__main__":
    program.main()
