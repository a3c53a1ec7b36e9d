#!/usr/bin/env python3
"""Turns annotated passages into the JSON Lines that the scorer reads.

    gold_to_jsonl.py news.gold > news.jsonl

A line "===" parts the passages; the first line of each is "ID | DATE", the rest
is text in which {{words|key=value;...}} marks a claim and {{words|skip}}
something that may be found but is not scored. Keys, and what a missing one means:
  k kind, v value (needed)        hi upper end (null)      u unit (null)
  per denominator (null)          b bound (exact)          d change (none)
  r role (level)                  m modality (actual)      src source (null: has none)
  s words of the subject, a,b|c   p period, base baseline  rel KIND:CLAIM
A missing s, p, base or rel is not scored; nor is a b, d, r, m or src given as "?".
A period is 2024, 2024-03, 2024-03-15 or DATE..DATE.
"""
import calendar
import datetime
import json
import re
import sys

SCORED = (("b", "bound", "exact"), ("d", "change", "none"), ("r", "role", "level"), ("m", "modality", "actual"), ("src", "source", None))
ALLOWED = {"k": "money percent points count measure ratio multiple number".split(), "d": "increase decrease none ?".split(),
           "b": "exact about over under at_least at_most ?".split(), "r": "level change from to share ?".split(), "m": "actual projected ?".split()}
PATTERN = {"v": r"-?\d+(\.\d+)?", "hi": r"-?\d+(\.\d+)?", "rel": r"(restates|share_of):\d+",
           "p": r"\d{4}(-\d\d){0,2}|\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d"}
PATTERN["base"] = PATTERN["p"]


def days(text):
    first, _, last = text.partition("..")
    if len(first) == 4:
        first, last = first + "-01-01", first + "-12-31"
    elif len(first) == 7:
        year, month = map(int, first.split("-"))
        first, last = first + "-01", f"{first}-{calendar.monthrange(year, month)[1]}"
    last = last or first
    if datetime.date.fromisoformat(last) < datetime.date.fromisoformat(first):
        raise ValueError(f"the period {text!r} ends before it starts")
    return {"start": first, "end": last}


def claim(words, start, mark):
    fields = {}
    for part in mark.split(";"):
        key, _, value = part.partition("=")
        if key not in ("k", "v", "hi", "u", "per", "b", "d", "r", "m", "src", "s", "p", "base", "rel") or not value or key in fields:
            raise ValueError(f"{words!r}: unknown, empty or repeated key in {part!r}")
        if value not in ALLOWED.get(key, [value]) or not re.fullmatch(PATTERN.get(key, ".*"), value):
            raise ValueError(f"{words!r}: {value!r} will not do for {key}")
        fields[key] = value
    if "k" not in fields or "v" not in fields:
        raise ValueError(f"{words!r} needs k and v")
    made = {"text": words, "start": start, "end": start + len(words.encode()), "kind": fields["k"], "value": fields["v"],
            "high": fields.get("hi"), "unit": fields.get("u"), "per": fields.get("per")}
    made.update({name: fields.get(key, default) for key, name, default in SCORED if fields.get(key) != "?"})
    if "s" in fields:
        made["subject"] = fields["s"].split(",")
    made.update({name: days(fields[key]) for key, name in (("p", "period"), ("base", "baseline")) if key in fields})
    if "rel" in fields:
        kind, number = fields["rel"].split(":")
        made["relation"] = {"kind": kind, "claim": int(number)}
    return made


def passage(block, line, seen):
    """`line` is the number of the block's first line in the file."""
    head, _, body = block.partition("\n")
    name, _, date = head.partition(" | ")
    text, claims, skipped, at, body = "", [], [], 0, body.rstrip()
    try:
        if not name or name in seen or str(datetime.date.fromisoformat(date)) != date:
            raise ValueError(f"expected 'ID | DATE' with an id of its own, not {head!r}")
        for mark in re.finditer(r"\{\{([^|{}]+)\|([^{}]+)\}\}|\{\{|\}\}", body):
            text, at, here = text + body[at:mark.start()], mark.end(), line + 1 + body.count("\n", 0, mark.start())
            if mark[1] is None:
                raise ValueError("{{ or }} without its other half, or nothing after the |")
            if mark[2] == "skip":
                skipped.append([len(text.encode()), len((text + mark[1]).encode())])
            else:
                claims.append(claim(mark[1], len(text.encode()), mark[2]))
            text += mark[1]
        for i, made in enumerate(claims):
            if "relation" in made and (made["relation"]["claim"] == i or made["relation"]["claim"] >= len(claims)):
                raise ValueError(f"{made['text']!r} relates to itself or to a claim that {name} does not have")
    except ValueError as error:
        sys.exit(f"line {here if at else line}: {error}")
    seen.add(name)
    return {"id": name, "published": date, "text": text + body[at:], "claims": claims, "skipped": skipped}


def passages(path):
    ids, number, made = set(), 1, []
    for each in open(path, encoding="utf-8").read().split("\n===\n"):
        made.append(passage(each, number, ids))
        number += each.count("\n") + 2
    return made


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for each in passages(sys.argv[1]):
        print(json.dumps(each, ensure_ascii=False))
