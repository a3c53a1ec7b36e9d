#!/usr/bin/env python3
"""Loads that are stopped by a signal: what is stored then, what is said, and that the same command goes on from there.

    interrupted_load.py --figbook build/figbook

Nothing here waits for a while: a signal is sent when the program is seen to be where it must be.
"""
import argparse
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile

import program

PIPE_BYTES = 64 << 10
BLOCK_BYTES = 64 << 10
SECONDS = 120
ARTICLES = 4000
STOPPED = "figbook: stopped{}; the same command goes on where it stopped\n"


def lines():
    """JSON Lines of articles that are not alike, with broken lines among them."""
    for i in range(ARTICLES):
        words = " ".join(f"w{i}x{j}" for j in range(60))
        yield json.dumps({"text": f"Prices rose {i}% in May.\n{words}", "url": f"https://post.example/{i % 3900}"})
        if i % 500 == 499:
            yield '{"text": '


INPUT = ("\n".join(lines()) + "\n").encode()


def start(figbook, folder, *arguments, **options):
    # A shell's job in the background, as a test may be, ignores SIGINT, and so would the program.
    def heed():
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    return subprocess.Popen([os.path.abspath(figbook), "load", *arguments], cwd=folder, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, env=program.environment(folder), preexec_fn=heed, **options)


def finish(process, data=None):
    """Exit status, standard output, standard error."""
    try:
        out, err = process.communicate(data, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise AssertionError("does not end") from None
    return process.returncode, out.decode(), err.decode()


def same(got, expected):
    assert got == expected, f"expected {expected!r:.1000}, got {got!r:.1000}"


def rows(folder, name):
    """All that is stored, by table, but for the time of loading; sees that the database is sound."""
    path = os.path.join(folder, name)
    with sqlite3.connect(path) as database:
        same(database.execute("pragma integrity_check").fetchall(), [("ok",)])
        same(database.execute("pragma foreign_key_check").fetchall(), [])
        # Throws where the index is not as its articles are.
        for index in program.INDEXES:
            database.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
    return program.tables(path)


def test_waiting_for_standard_input(figbook, folder, number, name, threads):
    undisturbed = finish(start(figbook, folder, "-", "--db", "whole.db", stdin=subprocess.PIPE), INPUT)
    same(undisturbed[0], 1)
    process = start(figbook, folder, "-", "--db", "part.db", "--threads", threads, stdin=subprocess.PIPE)
    # More than fits into the pipe and two blocks: behind that, the first block has gone through the reader. It ends
    # in the middle of a line.
    half = PIPE_BYTES + 8 * BLOCK_BYTES + 137
    assert half < len(INPUT) and INPUT[half - 1:half] != b"\n"
    process.stdin.write(INPUT[:half])
    process.stdin.flush()
    process.send_signal(number)
    # The pipe stays open meanwhile: the program must not wait for its end.
    status = process.wait(timeout=SECONDS)
    out, err = process.stdout.read().decode(), process.stderr.read().decode()
    same(status, 128 + number)
    complaints = [line for line in err.splitlines(True) if "not valid JSON" in line]
    same(err, "".join(complaints) + STOPPED.format(name))
    stored = rows(folder, "part.db")
    assert 0 < len(stored["article"]) < ARTICLES, len(stored["article"])
    assert out.startswith(f"loaded {len(stored['article'])} article"), out
    again = finish(start(figbook, folder, "-", "--db", "part.db", stdin=subprocess.PIPE), INPUT)
    same(again[0], 1)
    same(again[2], undisturbed[2])
    assert f"; {len(stored['article'])} already there" in again[1], again[1]
    part, whole = rows(folder, "part.db"), rows(folder, "whole.db")
    for table, there in whole.items():
        same((table, part[table]), (table, there))


def test_pipe_without_a_writer(figbook, folder):
    os.mkfifo(os.path.join(folder, "pipe"))
    process = start(figbook, folder, "pipe")
    # Opening it waits for the reader, so the program is there now.
    with open(os.path.join(folder, "pipe"), "wb"):
        process.send_signal(signal.SIGTERM)
        same(finish(process), (143, "loaded 0 articles with 0 figures into figbook.db\n", STOPPED.format("")))


def test_fetching(figbook, folder):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        process = start(figbook, folder, address, address, "--allow-private-addresses")
        connection, _ = server.accept()  # and never answers
        with connection:
            process.send_signal(signal.SIGINT)
            same(finish(process), (130, "loaded 0 articles with 0 figures into figbook.db\n",
                                   STOPPED.format(" by Ctrl-C")))


def catches(process, number):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as file:
        caught = next(line.split()[1] for line in file if line.startswith("SigCgt:"))
    return int(caught, 16) >> (number - 1) & 1 == 1


def test_second_signal(figbook, folder):
    if not os.path.exists("/proc/self/status"):
        return
    same(finish(start(figbook, folder, "-", stdin=subprocess.PIPE), b'{"text": "Prices rose 1%."}\n')[0], 0)
    database = sqlite3.connect(os.path.join(folder, "figbook.db"), isolation_level=None)
    database.execute("begin immediate")  # so that the program cannot write, and waits
    process = start(figbook, folder, "-", stdin=subprocess.PIPE)
    # More than fits into the pipe, so that the program has begun; less than it takes in before it has to write.
    process.stdin.write(b'{"text": "Prices rose 2%."}\n' * 5000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    while catches(process, signal.SIGINT):
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    same(process.wait(timeout=SECONDS), -signal.SIGINT)
    database.execute("rollback")
    database.close()
    same(len(rows(folder, "figbook.db")["article"]), 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figbook", required=True)
    figbook = parser.parse_args().figbook
    tests = [lambda *given: test_waiting_for_standard_input(*given, signal.SIGINT, " by Ctrl-C", "1"),
             lambda *given: test_waiting_for_standard_input(*given, signal.SIGTERM, "", "4"),
             test_pipe_without_a_writer, test_fetching, test_second_signal]
    for test in tests:
        with tempfile.TemporaryDirectory(prefix="figbook-test-") as folder:
            test(figbook, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
