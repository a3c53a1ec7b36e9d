#!/usr/bin/env python3
"""Runs a file of cases: a sentence and the claims that it must give, one a line.

    cases.py --figbook PROGRAM FILE.cases

    # a comment
    @published 2025-02-12                      of the lines that follow; "@published" alone for none
    @publication The Toronto Star              the same
    a $5.2bn fund                              -> "$5.2bn" 5200000000 USD
    up to 300 million euros                    -> "up to 300 million euros" 300000000 EUR at_most
    oil cost $70 a barrel, up 3%               -> "$70" 70 USD /barrel ; "3%" 3 % change increase
    Sales rose 5%, Ann Lee said.               -> "5%" 5 % source="Ann Lee" subject="Sales"
    a five-year plan                           -> nothing

A claim is its text, its value (low..high for a range), and words in any order: a kind, a bound, a role, a change, a
modality, /per, "assumed" or "decided" (whether the text leaves the currency open), FIELD="value" (subject, source,
title, organisation, period, period_words, baseline, baseline_words, inferred="yes" or "no" for both, restates, share_of,
rule), and what is left is the unit (unit="police officers" where it has a space). Unit and bound are always compared:
without one they must be none and exact. Every claim must be listed, but for durations. A period is START..END or YYYY.
"\\n" in a sentence is a line break.
"""
import argparse
import json
import re
import subprocess
import sys

KINDS = {"money", "percent", "points", "count", "measure", "ratio", "multiple", "number"}
BOUNDS = {"exact", "about", "over", "under", "at_least", "at_most"}
ROLES = {"level", "change", "from", "to", "share"}
CHANGES = {"increase", "decrease", "none"}
MODALITIES = {"actual", "projected"}
DURATIONS = {"a", "mo", "wk", "d", "h", "min", "s", "10.a", "100.a"}
ITEM = re.compile(r'(\w+)="([^"]*)"|"([^"]*)"|(\S+)')


def parse_claim(text):
    wanted = {"unit": None, "bound": "exact"}
    for number, match in enumerate(ITEM.finditer(text)):
        field, value, quoted, word = match.groups()
        if field:
            wanted[field] = value
        elif quoted is not None and number == 0:
            wanted["text"] = quoted
        elif number == 1 and word:
            low, _, high = word.partition("..")
            wanted["value"], wanted["high"] = low, high or None
        elif word in KINDS:
            wanted["kind"] = word
        elif word in BOUNDS:
            wanted["bound"] = word
        elif word in ROLES:
            wanted["role"] = word
        elif word in CHANGES:
            wanted["change"] = word
        elif word in ("assumed", "decided"):
            wanted["unit_assumed"] = word == "assumed"
        elif word in MODALITIES:
            wanted["modality"] = word
        elif word and word.startswith("/"):
            wanted["per"] = word[1:]
        else:
            wanted["unit"] = word
    if "text" not in wanted or "value" not in wanted:
        raise ValueError(f"a claim is \"text\" value …, not: {text.strip()}")
    return wanted


def read_cases(path):
    article = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith(("@published", "@publication")):
                field, _, value = line[1:].partition(" ")
                article = {**article, field: value.strip() or None}
                continue
            text, arrow, claims = line.rpartition(" -> ")
            if not arrow:
                raise ValueError(f"{path}:{number}: no ' -> ' in this line")
            try:
                expected = [] if claims.strip() == "nothing" else [parse_claim(c) for c in claims.split(" ; ")]
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from None
            yield number, article, text.strip().replace("\\n", "\n"), expected


def days(period):
    if not period:
        return None
    start, end = period["start"], period["end"]
    if start and end and start[:4] == end[:4] and start.endswith("-01-01") and end.endswith("-12-31"):
        return start[:4]
    return f"{start}..{end}"


def found_field(claim, field):
    source = claim["source"] or {}
    relation = claim["relation"] or {}
    if field == "source":
        return source.get("name") or ""
    if field in ("title", "organisation", "cue", "mode"):
        return source.get(field) or ""
    if field == "source_kind":
        return source.get("kind") or ""
    if field in ("period", "baseline"):
        return days(claim[field]) or ""
    if field in ("period_words", "baseline_words"):
        return (claim[field.removesuffix("_words")] or {}).get("words") or ""
    if field == "inferred":
        return "yes" if (claim["period"] or {}).get("inferred") or (claim["baseline"] or {}).get("inferred") else "no"
    if field in ("restates", "share_of"):
        return str(relation.get("claim")) if relation.get("kind") == field else ""
    return "" if claim[field] is None and field not in ("unit", "high") else claim[field]


def differences(wanted, claim):
    for field, value in wanted.items():
        found = found_field(claim, field)
        if field in ("value", "high") and None not in (value, found):
            if float(found) == float(value):
                continue
        if found != value:
            yield f"{field} is {found!r}, not {value!r}"


def show(claim):
    high = f"..{claim['high']}" if claim["high"] else ""
    return f"\"{claim['text']}\" {claim['value']}{high} {claim['unit']} {claim['bound']} ({claim['rule']})"


def compare(text, expected, claims):
    listed = {(e["text"]) for e in expected}
    claims = [c for c in claims if c["text"] in listed or not (c["kind"] == "measure" and c["unit"] in DURATIONS)]
    if len(claims) != len(expected):
        yield f"{len(expected)} claims expected, found: " + ("; ".join(map(show, claims)) or "nothing")
        return
    for wanted, claim in zip(expected, claims):
        for difference in differences(wanted, claim):
            yield f"{show(claim)}: {difference}"
        raw = text.encode()[claim["start"]:claim["end"]].decode()
        if raw != claim["text"]:
            yield f"offsets {claim['start']}..{claim['end']} point at {raw!r}, not at {claim['text']!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figbook", required=True)
    parser.add_argument("file")
    options = parser.parse_args()
    try:
        cases = list(read_cases(options.file))
    except ValueError as error:
        sys.exit(str(error))
    sent = "".join(json.dumps({"id": str(n), "text": t, **{k: v for k, v in a.items() if v}}, ensure_ascii=False) + "\n"
                   for n, a, t, _ in cases)
    run = subprocess.run([options.figbook, "extract", "--input", "jsonl", "-"], input=sent.encode(),
                         stdout=subprocess.PIPE, check=False)
    answers = [json.loads(line) for line in run.stdout.decode().splitlines()]
    if run.returncode != 0 or len(answers) != len(cases) or not cases:
        sys.exit(f"{options.file}: {len(cases)} cases sent, {len(answers)} answers, exit status {run.returncode}")
    failed = 0
    for (number, _, text, expected), answer in zip(cases, answers):
        problems = list(compare(text, expected, answer["claims"]))
        failed += bool(problems)
        for problem in problems:
            print(f"{options.file}:{number}: {text}\n    {problem}")
    print(f"{options.file}: {len(cases) - failed} of {len(cases)} cases hold")
    sys.exit(1 if failed else 0)


main()
