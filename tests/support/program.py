"""Runs the program as a user does, and looks at what it leaves behind: for the tests of tests/faults/.

    class Killed(program.Test):
        def test_one(self):
            ended = self.figbook("load", "in", "--db", "figbook.db")     # in a folder of its own
            self.assertEqual(ended.status, 0, ended.err)
    if __name__ == "__main__":
        program.main()
"""
import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import unittest

INDEXES = ("article_search", "claim_search")  # of words
SECONDS = 300  # for one run of the program; the sanitized one takes ten times as long as the plain one


class Options:
    """What the command line says."""
    figbook = ""
    sanitized = False  # then times and memory say nothing


class Ended:
    """What a run of the program left: its exit status (less than 0: killed by that signal), output, peak memory."""

    def __init__(self, status, out, err, peak_mib):
        self.status = status
        self.out = out
        self.err = err
        self.peak_mib = peak_mib

    def lines(self):
        """The lines of standard error, without the program's name."""
        return [line.removeprefix("figbook: ") for line in self.err.splitlines()]


def environment(folder):
    """The user's, without what would change the output."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("FIGBOOK") and name not in ("COLUMNS", "LINES")}
    return kept | {"FIGBOOK_PROGRESS": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": folder}


def reading(stream, into):
    """A thread that reads the stream to its end."""
    thread = threading.Thread(target=lambda: into.append(stream.read()))
    thread.start()
    return thread


class Test(unittest.TestCase):
    """A test in an empty folder of its own, in which the program runs."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="figbook-fault-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, content):
        """A file with this text or these bytes; its folders are made."""
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)

    def start(self, *words, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, before=None):
        """The program, running; `before` runs in the new process."""
        return subprocess.Popen([Options.figbook, *words], cwd=self.folder, env=environment(self.folder), stdin=stdin,
                                stdout=subprocess.PIPE, stderr=stderr, preexec_fn=before)

    def figbook(self, *words, feed=None, before=None):
        """Runs the program to its end. `feed` is the pieces of its standard input, made as they are read."""
        process = self.start(*words, stdin=subprocess.PIPE if feed else subprocess.DEVNULL, before=before)
        out, err = [], []
        readers = [reading(process.stdout, out), reading(process.stderr, err)]
        killer = threading.Timer(SECONDS, process.kill)
        killer.start()
        if feed:
            pour(feed, process.stdin)
        # wait4 instead of wait(): it tells the peak memory of this one process.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        killer.cancel()
        for reader in readers:
            reader.join()
        process.stdout.close()
        process.stderr.close()
        return Ended(process.returncode, out[0].decode(), err[0].decode(), usage.ru_maxrss / 1024)

    def rows(self, sql, database="figbook.db"):
        """What a query of the database gives."""
        connection = sqlite3.connect(self.path(database))
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def texts(self, database="figbook.db"):
        """The words of all figures, sorted."""
        return [row[0] for row in self.rows("SELECT text FROM all_figures ORDER BY text", database)]

    def assert_sound(self, database="figbook.db"):
        """The database is whole, nothing in it points at what is not there, and the index has the words of the articles."""
        self.assertEqual(self.rows("PRAGMA integrity_check", database), [("ok",)])
        self.assertEqual(self.rows("PRAGMA foreign_key_check", database), [])
        # Throws where the index is not as its articles are.
        for index in INDEXES:
            self.rows(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)", database)

    def assert_peak(self, ended, most_mib):
        """Says nothing under sanitizers, which take memory of their own."""
        if not Options.sanitized:
            self.assertLess(ended.peak_mib, most_mib)


def pour(pieces, pipe):
    """Writes the pieces to the pipe and closes it; a reader that has enough is no error."""
    with contextlib.suppress(BrokenPipeError):
        for piece in pieces:
            pipe.write(piece)
    with contextlib.suppress(BrokenPipeError):
        pipe.close()


def tables(database, without=()):
    """All rows of all tables, each table sorted, without the columns that say when or are named."""
    connection = sqlite3.connect(database)
    try:
        names = [row[0] for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND name NOT LIKE 'article_search%' AND name NOT LIKE 'claim_search%' AND name NOT LIKE 'shingle_%' AND name <> 'recent_story' "
            "ORDER BY name")]
        found = {name: rows_of(connection, name, {"loaded_at", "applied_at", *without}) for name in names}
        found["story_shingle"] = shingles(connection)
        # The tables of the indexes hang on when they were merged; their words do not.
        for index in INDEXES:
            connection.execute(f"CREATE VIRTUAL TABLE temp.words_{index} USING fts5vocab (main, {index}, row)")
            found[f"words of {index}"] = connection.execute(
                f"SELECT * FROM temp.words_{index} ORDER BY term").fetchall()
        return found
    finally:
        connection.close()


# By what claims are looked up, and what stands in claim of those.
LOOKUPS = {
    "claim_by_size": "SELECT kind, coalesce(unit, ''), amount, document_id, ordinal FROM claim WHERE true",
    "claim_by_source": "SELECT source_id, document_id, ordinal FROM claim WHERE source_id IS NOT NULL",
    "claim_by_fact": "SELECT fact_id, document_id, ordinal FROM claim WHERE fact_id IS NOT NULL",
}


def wrong_lookups(database):
    """Rows by which claims are looked up that are missing or too many; those of unsorted articles come later."""
    connection = sqlite3.connect(database)
    try:
        return [(table,) + row for table, claims in LOOKUPS.items() for row in connection.execute(
            f"SELECT * FROM (SELECT * FROM {table} EXCEPT {claims}) UNION ALL SELECT * FROM ({claims} "
            f"AND document_id NOT IN (SELECT document_id FROM unsorted) EXCEPT SELECT * FROM {table})")]
    finally:
        connection.close()


def shingles(connection):
    """Which article has which shingle, as (shingle, document_id, how it begins, whether it is long), wherever it stands."""
    found = set()
    for (entries,) in connection.execute("SELECT entries FROM recent_story UNION ALL SELECT entries FROM shingle_block"):
        for what, who in struct.iter_unpack("<QQ", entries):
            found.add((what >> 16, who >> 1, what & 0xffff, who & 1))
    return sorted(found)


def rows_of(connection, table, without):
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in without]
    return sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)


def articles(count, seed):
    """Articles as the lines of JSON Lines: news of a few sentences with figures. Some tell again what another told,
    some are at the address of another, some have no date."""
    choose = random.Random(seed)
    firms = ["Harlow Steel", "the Port of Vell", "Ostra Bank", "Mill Street Council", "the Ferry Union"]
    things = ["Sales", "Wages", "Prices", "Exports", "Costs", "Rents", "Fares", "Debts"]
    people = ["Ann Lee", "Bo Marsh", "Cy Ode", "Dr Eva Finn"]
    made = []
    for number in range(count):
        sentences = [
            f"{choose.choice(things)} at {choose.choice(firms)} {choose.choice(['rose', 'fell'])} by "
            f"{choose.randint(1, 99)}.{choose.randint(0, 9)}% to ${choose.randint(2, 900)} million in "
            f"{choose.randint(1999, 2024)}, {choose.choice(people)} said." for _ in range(choose.randint(2, 9))]
        article = {"id": f"a{number}", "headline": f"Report {number} of {choose.choice(firms)}",
                   "publication": choose.choice(["The Vell Post", "Harbour Mail", "The Courier"]),
                   "url": f"https://news.example/{number}", "text": " ".join(sentences)}
        if made and choose.random() < 0.15:
            article["text"] = choose.choice(made)["text"]
        if made and choose.random() < 0.05:
            article["url"] = choose.choice(made)["url"]
        if choose.random() < 0.8:
            article["published"] = f"2025-{choose.randint(1, 12):02}-{choose.randint(1, 28):02}"
        made.append(article)
    return [json.dumps(article) + "\n" for article in made]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--figbook", required=True)
    parser.add_argument("--sanitized", action="store_true")
    options, rest = parser.parse_known_args()
    Options.figbook = os.path.abspath(options.figbook)
    Options.sanitized = options.sanitized
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    unittest.main(argv=[sys.argv[0], *rest], warnings="ignore")
