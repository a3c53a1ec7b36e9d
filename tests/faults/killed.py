#!/usr/bin/env python3
"""A load that is killed at any moment leaves a sound database without half an article, and the same command finishes it:
the rows are then those of a load that nothing disturbed."""
import gzip
import os
import random
import shutil
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

DATABASES = 10  # each is killed three times, at a moment told by each of the three ways


class Killed(program.Test):
    def setUp(self):
        super().setUp()
        lines = program.articles(540, seed=6)
        self.write("in/a.jsonl", "".join(lines[:180]))
        self.write("in/b.jsonl.gz", gzip.compress("".join(lines[180:360]).encode()))
        self.piped = "".join(lines[360:]).encode()
        self.choose = random.Random(30)

    def command(self, database):
        return ["load", "in", "-", "--db", database]

    def load(self, database):
        ended = self.figbook(*self.command(database), feed=[self.piped])
        self.assertEqual((ended.status, ended.err), (0, ""))

    def kill(self, database, moment):
        """Starts the load, waits for the moment and kills it. False where it was done before."""
        process = self.start(*self.command(database), stdin=subprocess.PIPE)
        moment(process, database)
        process.kill()
        process.communicate()
        return process.returncode != 0

    # The moments, each a share of the way, between 0 and 1.

    def after_bytes(self, share):
        """When so much of standard input was read, or waits in the pipe."""
        return lambda process, _: (process.stdin.write(self.piped[:int(share * len(self.piped))]),
                                   process.stdin.flush())

    def after_growth(self, share, full_bytes):
        """When the files of the database have grown so far."""
        def wait(process, database):
            process.stdin.write(self.piped)
            process.stdin.close()
            process.stdin = None
            while process.poll() is None and self.size_of(database) < share * full_bytes:
                os.sched_yield()
        return wait

    def after_time(self, share, whole_time):
        def wait(process, _):
            process.stdin.write(self.piped)
            process.stdin.close()
            process.stdin = None
            try:
                process.wait(share * whole_time)
            except subprocess.TimeoutExpired:
                pass
        return wait

    def size_of(self, database):
        return sum(os.path.getsize(self.path(name)) for name in (database, database + "-wal")
                   if os.path.exists(self.path(name)))

    def assert_no_half_article(self, database, whole):
        """Looks at a copy, so that the program itself has to recover the database."""
        for ending in ("", "-wal"):
            if os.path.exists(self.path(database + ending)):
                shutil.copy(self.path(database + ending), self.path("copy.db" + ending))
        if os.path.exists(self.path("copy.db")) and self.rows("SELECT * FROM sqlite_schema", "copy.db"):
            self.assert_sound("copy.db")
            self.assertEqual(program.wrong_lookups(self.path("copy.db")), [])
            there = program.tables(self.path("copy.db"))
            ids = {row[0] for row in there["article"]}
            for table, place in (("claim", 0), ("story_shingle", 1)):
                wanted = [row for row in whole[table] if row[place] in ids]
                if table == "claim":
                    self.assertEqual(there[table], wanted)
                else:  # those of an older version go when the newer comes
                    self.assertLessEqual(set(wanted), set(there[table]))
        for name in os.listdir(self.folder):
            if name.startswith("copy.db"):
                os.remove(self.path(name))

    def test_killed_at_any_moment(self):
        start = time.monotonic()
        self.load("whole.db")
        whole_time = time.monotonic() - start
        whole = program.tables(self.path("whole.db"))
        self.assertGreater(len(whole["claim"]), 2000)
        self.assertGreater(len(whole["article_copy"]), 20)
        self.assertEqual(len(whole["claim_by_size"]), len(whole["claim"]))
        self.assertEqual(whole["unsorted"], [])
        full_bytes = self.size_of("whole.db")
        killed = 0
        for number in range(DATABASES):
            database = f"killed-{number}.db"
            # Early moments are the ones in which the database is made.
            moments = [self.after_time(self.choose.random() ** 3, whole_time),
                       self.after_growth(self.choose.random(), full_bytes),
                       self.after_bytes(self.choose.random())]
            self.choose.shuffle(moments)
            for moment in moments:
                killed += self.kill(database, moment)
                self.assert_no_half_article(database, whole)
            self.load(database)
            self.assert_sound(database)
            self.assertEqual(program.wrong_lookups(self.path(database)), [])
            self.assertEqual(program.tables(self.path(database)), whole)
        self.assertGreaterEqual(killed, DATABASES * 2)
        # A database that was killed while it was made is no older one, of which a copy is made.
        self.assertEqual([name for name in os.listdir(self.folder) if "backup" in name], [])


if __name__ == "__main__":
    program.main()
