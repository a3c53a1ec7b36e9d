#!/usr/bin/env python3
"""A database that can grow no further: the message says so, where, and the way out; what was stored is sound, and with room
again the same command does the rest. The limit is that of the shell on the size of files (ulimit -f), which would end the
program by a signal; a disk that is full is in tests/cli/load-full-disk.test."""
import os
import resource
import signal
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

MESSAGE = (r"^figbook\.db: no file may grow larger than {} KiB here; lift the limit \(`ulimit -f unlimited` in the shell\) "
           r"and run the same command again, what was not finished was not stored")


def limited(kib, ignored=False):
    """Limits the size of files for a new process."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN if ignored else signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kib * 1024, kib * 1024))
    return limit


class NoRoom(program.Test):
    def setUp(self):
        super().setUp()
        self.lines = program.articles(600, seed=9)
        self.write("many.jsonl", "".join(self.lines))

    def test_no_room_at_any_point(self):
        ended = self.figbook("load", "many.jsonl", "--db", "whole.db")
        self.assertEqual(ended.status, 0, ended.err)
        whole = program.tables(self.path("whole.db"))
        full_kib = os.path.getsize(self.path("whole.db")) // 1024
        seen, refused = set(), 0
        # From no room for an empty database to little less than is needed; the same database goes on.
        for kib in [1, 4, 33, 300] + [full_kib * tenth // 10 for tenth in (4, 6, 8, 9)]:
            ended = self.figbook("load", "many.jsonl", before=limited(kib, ignored=kib % 2 == 0))
            if ended.status != 0:  # near the end what is left may fit
                self.assertEqual(ended.status, 2, (kib, ended.err))
                self.assertEqual(len(ended.lines()), 1)
                self.assertRegex(ended.lines()[0], MESSAGE.format(kib))
                refused += 1
            if self.rows("SELECT * FROM sqlite_schema"):  # else there was not even room for the tables
                self.assert_sound()
                seen.add(self.rows("SELECT count(*) FROM article")[0][0])
        self.assertGreater(len(seen), 1)
        self.assertGreater(refused, 4)
        ended = self.figbook("load", "many.jsonl")
        self.assertEqual((ended.status, ended.err), (0, ""))
        self.assertEqual(program.tables(self.path("figbook.db")), whole)


if __name__ == "__main__":
    program.main()
