#!/usr/bin/env python3
"""Runs a file of pairs of texts and what their figures are to each other, one pair a line.

    facts.py --figbook PROGRAM FILE.facts

    # a comment
    @published 2025-02-12 2025-02-14            the days of both articles, for the lines that follow; "-" for none
    The dam cost €2bn. ||| The dam's cost was €2.5bn.    -> conflict
    HEADLINE :: The dam cost €2bn. ||| The bridge cost €2bn. -> two facts

Behind the arrow stands what `figbook facts` says of them: same, rounding, update, conflict, not comparable; of several
facts in the order of the alphabet, divided by ", ". "two facts" is none that both tell. "\\n" in a text is a line break.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

STANDINGS = ("same", "rounding", "update", "conflict", "not comparable")


def read_pairs(path):
    """For each pair its line, days, texts and standings."""
    days, pairs = (None, None), []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@published"):
            days = tuple(None if day == "-" else day for day in line.split()[1:])
            if len(days) != 2:
                raise ValueError(f"{path}:{number}: not two days")
            continue
        texts, arrow, standing = line.rpartition(" -> ")
        first, bars, second = texts.partition(" ||| ")
        standings = [] if standing.strip() == "two facts" else sorted(standing.strip().split(", "))
        if not arrow or not bars or any(word not in STANDINGS for word in standings):
            raise ValueError(f"{path}:{number}: not 'TEXT ||| TEXT -> STANDING'")
        pairs.append((number, days, (first, second), standings))
    return pairs


def article(number, place, day, words):
    headline, divided, text = words.rpartition(" :: ")
    made = {"url": f"https://paper{place}.example/{number}", "publication": f"Paper {place}",
            "text": text.strip().replace("\\n", "\n")}
    if divided:
        made["headline"] = headline.strip()
    if day:
        made["published"] = day
    return made


def found(figbook, number, days, texts):
    with tempfile.TemporaryDirectory() as folder:
        articles, database = Path(folder, "articles.jsonl"), Path(folder, "figbook.db")
        articles.write_text("".join(json.dumps(article(number, place, day, text)) + "\n"
                                    for place, (day, text) in enumerate(zip(days, texts), 1)), encoding="utf-8")
        subprocess.run([figbook, "load", articles, "--db", database], check=True, stdout=subprocess.DEVNULL)
        run = subprocess.run([figbook, "facts", "--db", database, "--format", "json"], capture_output=True, text=True,
                             check=True)
        return sorted(row["standing"].replace("_", " ") for row in json.loads(run.stdout))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figbook", required=True)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.file)
    failed = 0
    for number, days, texts, expected in pairs:
        actual = found(arguments.figbook, number, days, texts)
        if actual == expected:
            continue
        failed += 1
        print(f"{arguments.file}:{number}: {' ||| '.join(texts)}")
        print(f"    found {', '.join(actual) or 'two facts'}, expected {', '.join(expected) or 'two facts'}")
    print(f"{len(pairs)} pairs, {failed} failed")
    sys.exit(1 if failed or not pairs else 0)


if __name__ == "__main__":
    main()
