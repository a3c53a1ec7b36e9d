#!/usr/bin/env python3
"""The first answers of `figbook serve` by the wall clock, over the network, and 200 readers at once while a load writes.

scripts/bench serve runs it; tests/bench/README.md says how to read what it prints.
"""
import argparse
import contextlib
import http.client
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

ASKED_MS = 50
SORTS = ("newest", "oldest", "largest", "smallest")
# The last line of wrk's own table has no 95th percentile.
LUA = """local paths = {%s}
local place = 0
request = function() place = place %% #paths + 1; return wrk.format("GET", paths[place]) end
done = function(all, latency)
  io.write(string.format("%%d answers, %%.0f a second; errors: connect %%d, read %%d, write %%d, status %%d, timeout %%d; "
    .. "ms: p50 %%.0f p95 %%.0f p99 %%.0f longest %%.0f\\n", all.requests, all.requests / all.duration * 1e6, all.errors.connect,
    all.errors.read, all.errors.write, all.errors.status, all.errors.timeout, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
"""


class Server:
    """The program at a free port."""

    def __init__(self, program, database):
        started = time.perf_counter()
        self.process = subprocess.Popen([program, "serve", "--db", database, "--port", "0", "--read-only"],
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+)/", self.process.stdout.readline()).group(1))
        self.start_ms = (time.perf_counter() - started) * 1e3

    def ask(self, target):
        """Status, body and milliseconds of an answer, with the connection that is made for it."""
        started = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request("GET", target)
            answer = connection.getresponse()
            body = answer.read()
        return answer.status, body, (time.perf_counter() - started) * 1e3

    def wait_for_checks(self):
        while json.loads(self.ask("/index.json")[1])["articles_to_check"] > 0:
            time.sleep(0.2)

    def memory_mb(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            return int(re.search(r"RssAnon:\s+(\d+)", status.read()).group(1)) // 1024

    def end(self):
        self.process.terminate()
        return self.process.wait(timeout=60)


class Addresses:
    """What readers may ask for, each address once, by kind; the same in each run."""

    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{urllib.parse.quote(os.path.abspath(path))}?mode=ro", uri=True)
        self.random = random.Random(11)
        self.kinds = {}
        self.articles = self.column("SELECT document_id FROM article WHERE is_current = 1 ORDER BY 1")
        self.gather()

    def column(self, sql):
        return [row[0] for row in self.database.execute(sql)]

    def some(self, values, count):
        return self.random.sample(values, min(count, len(values)))

    def words(self):
        text = self.database.execute("SELECT text FROM article WHERE document_id = ?", (self.random.choice(self.articles),)).fetchone()[0]
        return self.random.choice(re.findall(r"[A-Za-z]{3,}", text) or ["figure"])

    def add(self, label, path, **fields):
        fields = {name.rstrip("_"): value for name, value in fields.items() if value not in ("newest", 1)}
        self.kinds.setdefault(label, []).append(path + ("?" + urllib.parse.urlencode(fields) if fields else ""))

    def gather(self):
        sources = self.column("SELECT name FROM claim JOIN source USING (source_id) GROUP BY name ORDER BY count(*) DESC LIMIT 3")
        sources += self.some(self.column("SELECT DISTINCT name FROM source ORDER BY 1"), 9)
        currencies = self.column("SELECT unit FROM claim WHERE kind = 'money' GROUP BY 1 ORDER BY count(*) DESC LIMIT 8")
        papers = self.column("SELECT name FROM publication ORDER BY 1")[:8]
        years = self.column("SELECT substr(published, 1, 4) FROM article WHERE published IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 4")
        one = [self.words() for _ in range(12)]
        two = [self.words() + " " + self.words() for _ in range(12)]
        for sort in SORTS:
            for page in (1, 2, 20, 500):
                self.add(f"figures, {sort}", "/figures", sort=sort, page=page)
            for field, values in (("currency", currencies), ("kind", ["money", "percent", "count", "measure"]), ("publication", papers),
                                  ("source", sources), ("check", ["off", "consistent"]), ("period", years), ("q", one), ("q", two)):
                name = field if field != "q" else "one word" if values is one else "two words"
                for value in values:
                    self.add(f"figures, {name}, {sort}", "/figures", **{field: value}, sort=sort)
            for year in years:
                self.add(f"figures, two filters, {sort}", "/figures", kind="money", period=year, sort=sort)
                self.add(f"figures, month, {sort}", "/figures", from_=f"{year}-03-01", to=f"{year}-03-31", sort=sort)
            for source in sources:
                self.add(f"figures, two filters, {sort}", "/figures", kind="percent", source=source, sort=sort)
        for target in ("/", "/articles", "/articles?page=20", "/facts", "/facts?conflicts=1", "/facts?page=20", "/sources",
                       "/sources?sort=name", "/conversions", "/conversions?verdict=off", "/checks", "/reviews", "/reports"):
            self.add("other lists", target)
        for word, words in zip(one, two):
            self.add("articles, words", "/articles", q=words)
            self.add("facts, a word", "/facts", q=word)
            self.add("sources, a word", "/sources", q=word)
        for article in self.some(self.articles, 25):
            self.add("an article", f"/articles/{article}")
        for fact in self.some(self.column("SELECT fact_id FROM fact ORDER BY 1"), 25):
            self.add("a fact", f"/facts/{fact:016x}")
        for source in sources:
            self.add("a source", "/sources/" + urllib.parse.quote(source, safe=""))
        for kind in [kind for kind in self.kinds if kind != "other lists"]:
            path, _, fields = self.kinds[kind][0].partition("?")
            self.add("as JSON", f"{path}.json" + ("?" + fields if fields else ""))
        # Last: those that take long are made beside the pages from then on.
        for report in ("checks", "conflicts", "figures", "publications", "sources", "summary"):
            self.add("a report", f"/reports/{report}")
            self.add("a report, filtered", f"/reports/{report}", currency=currencies[0])

    def mixed(self):
        """Of all kinds but reports, in no order."""
        targets = [target for kind, some in self.kinds.items() if "report" not in kind for target in self.some(some, 10)]
        self.random.shuffle(targets)
        return targets


def at(share, sorted_values):
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


def measure_starts(program, database):
    for target in ("/figures", "/figures?sort=largest", "/sources", "/"):
        server = Server(program, database)
        status, _, first_ms = server.ask(target)
        print(f"says that it is there after {server.start_ms:.0f} ms; {target} then takes {first_ms:.0f} ms (status {status})")
        server.end()


def measure_first_answers(server, addresses):
    print(f"\n{'first answers, ms':34}{'n':>4}{'p50':>8}{'p95':>8}{'longest':>9}  which that is")
    everything = []
    for kind, targets in addresses.kinds.items():
        times = []
        for target in targets:
            status, _, ms = server.ask(target)
            # A report that is being made says so by 202.
            if status not in (200, 202):
                sys.exit(f"{target} has the status {status}")
            times.append((ms, target))
        times.sort()
        values = [ms for ms, _ in times]
        everything += values
        print(f"{kind:34}{len(values):4}{at(.5, values):8.1f}{at(.95, values):8.1f}{values[-1]:9.1f}  {times[-1][1][:70]}", flush=True)
    everything.sort()
    over = sum(ms > ASKED_MS for ms in everything)
    print(f"{'all':34}{len(everything):4}{at(.5, everything):8.1f}{at(.95, everything):8.1f}{everything[-1]:9.1f}"
          f"  {over} above {ASKED_MS} ms; own memory {server.memory_mb()} MB")


def run_wrk(server, script, options):
    run = subprocess.run(["wrk", "-t", "2", "-c", str(options.connections), "-d", f"{options.seconds}s", "--timeout", "30s", "-s", script,
                          f"http://127.0.0.1:{server.port}"], stdout=subprocess.PIPE, text=True, check=True)
    return run.stdout.strip().splitlines()[-1]


def measure_many(options, addresses, folder):
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing, which asks for many pages at once; install the package wrk")
    script = os.path.join(folder, "mixed.lua")
    with open(script, "w", encoding="utf-8") as file:
        file.write(LUA % ", ".join(json.dumps(target) for target in addresses.mixed()))
    database = shutil.copy(options.database, os.path.join(folder, "copy.db"))
    server = Server(options.figbook, database)
    server.wait_for_checks()
    print(f"\n{options.connections} connections, {options.seconds} s, mixed addresses\nalone:              ", run_wrk(server, script, options))
    if options.load:
        load = subprocess.Popen([options.figbook, "load", options.load, "--db", database, "--progress", "0"], stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)
        print("while a load writes:", run_wrk(server, script, options))
        print(f"the load ended with {load.wait()}: {load.stdout.read().strip().splitlines()[-1]}")
    print(f"own memory {server.memory_mb()} MB; ended with {server.end()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--figbook", required=True, help="the program")
    parser.add_argument("--database", required=True, help="is only read; a load writes into a copy in TMPDIR")
    parser.add_argument("--load", help="articles that are loaded meanwhile, as JSON Lines")
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--only", choices=("first", "many"))
    options = parser.parse_args()
    addresses = Addresses(options.database)
    if options.only != "many":
        measure_starts(options.figbook, options.database)
        server = Server(options.figbook, options.database)
        server.wait_for_checks()
        measure_first_answers(server, addresses)
        server.end()
    if options.only != "first":
        with tempfile.TemporaryDirectory() as folder:
            measure_many(options, addresses, folder)


if __name__ == "__main__":
    main()
