#!/usr/bin/env python3
"""Several programs at one database: loaders do not lose each other's rows, readers never see half an article."""
import collections
import os
import sqlite3
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

# One row an article, its number of claims in one snapshot.
CLAIMS_OF_ARTICLES = ("SELECT document_id, (SELECT count(*) FROM claim WHERE claim.document_id = article.document_id) "
                      "FROM article")


class Together(program.Test):
    def setUp(self):
        super().setUp()
        # Each address is in one of the two: whose version is the later would hang on who comes first.
        lines = [line for line in program.articles(700, seed=2) if line]
        addresses = collections.Counter(line.split('"url": ')[1].split(",")[0] for line in lines)
        lines = [line for line in lines if addresses[line.split('"url": ')[1].split(",")[0]] == 1]
        third = len(lines) // 3
        self.write("one.jsonl", "".join(lines[:2 * third]))
        self.write("two.jsonl", "".join(lines[third:]))
        self.articles = len(lines)

    def contents(self, database):
        """All rows, with names in place of the numbers that a database gives them in the order of loading."""
        found = program.tables(self.path(database), without=("origin", "source_id", "publication_id", "article_row",
                                                                     "first_claim_row"))
        found["names"] = sorted(self.rows(
            "SELECT document_id, ordinal, source.name, source.title, organisation, source.kind, publication.name "
            "FROM article LEFT JOIN publication USING (publication_id) LEFT JOIN claim USING (document_id) "
            "LEFT JOIN source USING (source_id)", database), key=repr)
        return found

    def read(self, claims_of, loaders):
        """Reads until the loaders are done, through the program and past it; returns how often."""
        reads = 0
        while any(loader.poll() is None for loader in loaders):
            report = self.figbook("report", "sources", "--db", "figbook.db", "--format", "csv")
            if report.status != 0:  # not yet made
                self.assertRegex(report.err, "there is no such database|is empty, there is no database|lacks")
                continue
            try:
                seen = dict(self.rows(CLAIMS_OF_ARTICLES))
            except sqlite3.OperationalError as error:
                self.assertIn("no such table", str(error))
                continue
            self.assertEqual(seen, {number: claims_of[number] for number in seen})
            reads += 1
        return reads

    def test_two_loaders_and_readers(self):
        ended = self.figbook("load", "one.jsonl", "two.jsonl", "--db", "whole.db")
        self.assertEqual(ended.status, 0, ended.err)
        claims_of = dict(self.rows(CLAIMS_OF_ARTICLES, "whole.db"))
        self.assertEqual(len(claims_of), self.articles)
        # They make the database both.
        loaders = [self.start("load", name, "--db", "figbook.db") for name in ("one.jsonl", "two.jsonl", "two.jsonl")]
        reads = self.read(claims_of, loaders)
        said = [loader.communicate() + (loader.returncode,) for loader in loaders]
        for out, err, status in said:
            self.assertEqual((status, err), (0, b""))
        self.assertGreater(reads, 0)
        self.assert_sound()
        self.assertEqual(self.contents("figbook.db"), self.contents("whole.db"))

    def test_made_by_many_at_once(self):
        self.write("one.txt", "Prices\nPrices rose 2%.\n")
        for number in range(10):
            database = f"made-{number}.db"
            loaders = [self.start("load", "one.txt", "--db", database) for _ in range(8)]
            ended = [(loader.communicate()[1], loader.returncode) for loader in loaders]
            self.assertEqual(ended, [(b"", 0)] * len(loaders))
            self.assert_sound(database)
            self.assertEqual(self.texts(database), ["2%"])
        # None has taken the database that another was making for an older one, and made a copy of it.
        self.assertEqual([name for name in os.listdir(self.folder) if "backup" in name], [])

    def test_locked_by_another_program(self):
        self.write("one.txt", "Prices\nPrices rose 2%.\n")
        self.write("two.txt", "Wages\nWages rose 3%.\n")
        self.assertEqual(self.figbook("load", "one.txt").status, 0)
        holder = sqlite3.connect(self.path("figbook.db"), isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        # Who reads need not wait.
        self.assertIn(",2%,", self.figbook("report", "figures", "--format", "csv").out)
        # Who writes waits as long as one may think that the other will be done.
        waiting = self.start("load", "two.txt")
        with self.assertRaises(subprocess.TimeoutExpired):
            waiting.wait(0.5)
        holder.execute("COMMIT")
        self.assertEqual((waiting.communicate()[1], waiting.returncode), (b"", 0))
        holder.execute("BEGIN IMMEDIATE")
        self.write("three.txt", "Rents\nRents rose 4%.\n")
        ended = self.figbook("load", "three.txt")
        self.assertEqual((ended.status, ended.lines()), (2, [
            "figbook.db: the database is locked by another program; wait until it has finished, or close it, and try "
            "again"]))
        holder.execute("ROLLBACK")
        holder.close()
        self.assertEqual(self.figbook("load", "three.txt").status, 0)
        self.assertEqual(self.texts(), ["2%", "3%", "4%"])


if __name__ == "__main__":
    program.main()
