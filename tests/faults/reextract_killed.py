#!/usr/bin/env python3
"""A reextraction that is killed or stopped at any moment leaves each article as older rules have extracted it or as it is
to be, and all reviews; the same command does the rest: the rows are then those of one that nothing disturbed."""
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

ARTICLES = 900
RUNS = 8

OLDER = """
    UPDATE claim SET value = '7', amount = 7, subject = NULL WHERE kind = 'percent';
    UPDATE article SET extractor_version = '1-older';
    INSERT INTO claim_search (claim_search) VALUES ('rebuild');
"""


class ReextractKilled(program.Test):
    def setUp(self):
        super().setUp()
        self.write("articles.jsonl", "".join(program.articles(ARTICLES, seed=7)))
        self.assertEqual(self.figbook("load", "articles.jsonl", "--db", "older.db").status, 0)
        with sqlite3.connect(self.path("older.db")) as database:
            database.executescript(OLDER)
        self.older = self.rows("SELECT document_id FROM claim WHERE ordinal = 0 ORDER BY document_id", "older.db")
        for (number,), verdict in zip(self.older[::100], ["confirmed", "wrong", "disputed"] * 3):
            ended = self.figbook("review", f"{number}#0", verdict, "--note", "looked at", "--by", "Ann", "--db",
                                 "older.db")
            self.assertEqual((ended.status, ended.err), (0, ""))
        self.start_time = time.monotonic()
        self.copy("whole.db")
        self.reextract("whole.db")
        self.whole_time = time.monotonic() - self.start_time
        self.whole = program.tables(self.path("whole.db"))
        self.assertEqual(program.wrong_lookups(self.path("whole.db")), [])
        self.choose = random.Random(8)

    def copy(self, database):
        connection = sqlite3.connect(self.path("older.db"))  # what is in its log goes into the file
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        shutil.copy(self.path("older.db"), self.path(database))

    def reextract(self, database):
        # Status 1: reviews were of figures that are read otherwise now.
        ended = self.figbook("reextract", "--db", database, "--progress", "0")
        self.assertEqual((ended.status, ended.err), (1, ""))

    def stop(self, database, number):
        process = self.start("reextract", "--db", database, "--progress", "0", before=heed_signals)
        try:
            process.wait(self.choose.random() * self.whole_time)
        except subprocess.TimeoutExpired:
            process.send_signal(number)
        _, err = process.communicate()
        return process.returncode, err.decode()

    def claims_by_version(self, database):
        return self.rows("SELECT extractor_version, claim.* FROM article JOIN claim USING (document_id) "
                         "ORDER BY document_id, ordinal", database)

    def assert_no_half_article(self, database):
        self.assert_sound(database)
        older = {(row[1], row[2]): row for row in self.claims_by_version("older.db")}
        whole = {(row[1], row[2]): row for row in self.claims_by_version("whole.db")}
        for row in self.claims_by_version(database):
            self.assertEqual(row, (older if row[0] == "1-older" else whole)[row[1], row[2]])
        self.assertEqual(program.tables(self.path(database))["review"], self.whole["review"])

    def test_killed_or_stopped_at_any_moment(self):
        self.assertEqual(len(self.whole["review"]), 9)
        disturbed = 0
        for run in range(RUNS):
            database = f"run-{run}.db"
            self.copy(database)
            for number in (signal.SIGKILL, signal.SIGINT):
                status, err = self.stop(database, number)
                disturbed += status in (-signal.SIGKILL, 128 + signal.SIGINT)
                if status == 128 + signal.SIGINT:
                    self.assertEqual(err, "figbook: stopped by Ctrl-C; the same command goes on where it stopped\n")
                self.assert_no_half_article(database)
            self.figbook("reextract", "--db", database)
            self.assertEqual(self.rows("SELECT 1 FROM article WHERE extractor_version = '1-older'", database), [])
            self.assertEqual(program.tables(self.path(database)), self.whole)
        self.assertGreaterEqual(disturbed, RUNS // 2)


def heed_signals():
    """A shell's job in the background, as a test may be, ignores SIGINT, and so would the program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    program.main()
