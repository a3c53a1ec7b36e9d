#!/usr/bin/env python3
"""Extracts the annotated passages of a file of tests/golden/ and holds the scores against its floors.

    golden.py --figbook PROGRAM tests/golden/news.gold tests/golden/floors.txt [--show]

A found claim is right when its span overlaps an annotated one with the same value, upper end and unit; each other
field is then the share of right claims that have it right, counted only where the annotation speaks of it. Of
floors.txt, a table, the column with the file's name counts; what is measured and has no floor ("-") is only printed.
Exit status 1 below any floor.
"""
import argparse
import json
import pathlib
import subprocess
import sys
from collections import Counter
from decimal import Decimal

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "golden"))
from gold_to_jsonl import passages

PLAIN = ("kind", "bound", "change", "role")
UNITLESS = ("count", "number", "multiple", "ratio")


def alike(a, b):
    return (a or "").lower().rstrip("s") == (b or "").lower().rstrip("s")


def near(a, b):
    if a is None or b is None:
        return a is b
    return abs(Decimal(a) - Decimal(b)) <= abs(Decimal(b)) * Decimal("1e-6")


def is_match(gold, found):
    return (gold["start"] < found["end"] and found["start"] < gold["end"] and near(found["value"], gold["value"])
            and near(found["high"], gold.get("high"))
            and (gold["kind"] in UNITLESS or gold.get("unit") is None or alike(gold["unit"], found["unit"])))


def checks(gold, found, place):
    """Yields (field, holds) for every field that the annotation speaks of."""
    for field in PLAIN:
        if field in gold:
            yield field, gold[field] == found[field]
    if gold["kind"] == "count" and gold.get("unit"):
        yield "counted", alike(gold["unit"], found["unit"])
    if gold.get("per"):
        yield "per", alike(gold["per"], found["per"])
    if "modality" in gold:
        yield "modality", gold["modality"] == found["modality"]
    if "subject" in gold:
        said = (found["subject"] or "").lower()
        yield "subject", all(any(word.lower() in said for word in choice.split("|")) for choice in gold["subject"])
    for field in ("period", "baseline"):
        if field in gold:
            yield field, all(gold[field][end] == (found[field] or {}).get(end) for end in ("start", "end"))
    if "source" in gold:
        name = ((found["source"] or {}).get("name") or "").lower()
        wanted = (gold["source"] or "").lower()
        yield ("source" if wanted else "no_source"), (bool(name) and (wanted in name or name in wanted)) if wanted else not name
    if "relation" in gold:
        relation = found["relation"] or {}
        yield "relation", (relation.get("kind"), place.get(relation.get("claim"))) == (gold["relation"]["kind"], gold["relation"]["claim"])


def score(rows, answers):
    right, asked, misses = Counter(), Counter(), []
    for row, answer in zip(rows, answers):
        claims, pairs = answer["claims"], {}
        for g, gold in enumerate(row["claims"]):
            hit = next((i for i, found in enumerate(claims) if i not in pairs and is_match(gold, found)), None)
            asked["recall"] += 1
            if hit is None:
                misses.append(f"{row['id']} missed {gold['text']!r}")
                continue
            right["recall"] += 1
            pairs[hit] = g
        for i, found in enumerate(claims):
            if i not in pairs and any(found["start"] < end and start < found["end"] for start, end in row.get("skipped", [])):
                continue
            asked["precision"] += 1
            right["precision"] += i in pairs
            if i not in pairs:
                misses.append(f"{row['id']} extra {found['text']!r} ({found['rule']})")
        for i, g in pairs.items():
            for field, holds in checks(row["claims"][g], claims[i], pairs):
                asked[field] += 1
                right[field] += holds
                if not holds:
                    misses.append(f"{row['id']} {field} of {row['claims'][g]['text']!r}")
    return {field: (right[field], asked[field]) for field in asked}, misses


def read_floors(path, name):
    lines = [line.split() for line in open(path, encoding="utf-8") if line.strip() and line[0] != "#"]
    head, rows = lines[0], lines[1:]
    if name not in head or any(len(row) != len(head) for row in rows):
        sys.exit(f"{path}: needs a column {name!r}, and in each line a value for every column")
    column = head.index(name)
    return {row[0]: float(row[column]) for row in rows if row[column] != "-"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figbook", required=True)
    parser.add_argument("passages")
    parser.add_argument("floors")
    parser.add_argument("--show", action="store_true", help="list every miss")
    options = parser.parse_args()
    rows = passages(options.passages)
    sent = "".join(json.dumps({"id": r["id"], "published": r["published"], "text": r["text"]}) + "\n" for r in rows)
    run = subprocess.run([options.figbook, "extract", "--input", "jsonl", "-"], input=sent.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in run.stdout.decode().splitlines()]
    if [a["id"] for a in answers] != [r["id"] for r in rows]:
        sys.exit("not one answer a passage, in order")
    scores, misses = score(rows, answers)
    floors = read_floors(options.floors, pathlib.Path(options.passages).stem)
    unknown = set(floors) - set(scores)
    if unknown:
        sys.exit(f"{options.floors}: no such score: {', '.join(sorted(unknown))}")
    below = []
    for field, (right, asked) in scores.items():
        floor = floors.get(field, 0)
        print(f"{field:10} {right / asked:.3f}  ({right}/{asked}, floor {floor:.2f})")
        if right / asked < floor:
            below.append(field)
    if options.show or below:
        print("\n".join(misses))
    sys.exit(f"below the floor: {', '.join(below)}" if below else 0)


main()
