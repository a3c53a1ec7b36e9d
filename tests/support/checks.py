#!/usr/bin/env python3
"""Runs a file of texts and what a check must find in them, one a line.

    checks.py --figbook PROGRAM FILE.checks

    # a comment
    @check change                               the check that is made
    @published 2025-02-12                       of the lines that follow; "@published" alone for none
    Profit rose 20% to €120m from €100m.        -> consistent
    Profit rose 40% to €120m from €100m.        -> off "is 20 %, not 40%"
    Profit rose to €120m.                       -> nothing
    HEADLINE :: Profit rose to €120m.           -> nothing

Behind the arrow stands each finding in the order of the text, divided by " ; ": its verdict (consistent, off, cannot
check) and, where it is given, a part of its explanation. "nothing" is no finding. "\\n" in a text is a line break.
Every file must have at least ten texts in which something is off and ten in which nothing is.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FINDING = re.compile(r'(consistent|off|cannot check)(?: "([^"]*)")?$')
LEAST = 10


def parse_findings(words):
    if words.strip() == "nothing":
        return []
    findings = []
    for part in words.split(" ; "):
        match = FINDING.match(part.strip())
        if not match:
            raise ValueError(f"no finding: {part.strip()}")
        findings.append((match[1], match[2] or ""))
    return findings


def read_texts(path):
    """The check's name, and for each text its line, day, words and findings."""
    check, day, texts = None, None, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@check "):
            check = line.removeprefix("@check ").strip()
            continue
        if line.startswith("@published"):
            day = line.removeprefix("@published").strip() or None
            continue
        text, arrow, findings = line.rpartition(" -> ")
        if not arrow or check is None:
            raise ValueError(f"{path}:{number}: {'no @check before' if arrow else 'no arrow in'} this line")
        try:
            texts.append((number, day, text.strip().replace("\\n", "\n"), parse_findings(findings)))
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from None
    return check, texts


def found(figbook, check, texts):
    """Line -> the verdict and explanation of each finding, in the order of the text."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "articles.jsonl")
        with articles.open("w", encoding="utf-8") as out:
            for number, day, text, _ in texts:
                headline, divided, body = text.rpartition(" :: ")
                article = {"url": f"https://example.org/{number}", "text": body.strip()}
                if divided:
                    article["headline"] = headline.strip()
                out.write(json.dumps({**article, "published": day} if day else article) + "\n")
        database = Path(folder, "figbook.db")
        subprocess.run([figbook, "load", articles, "--db", database], check=True, stdout=subprocess.DEVNULL)
        run = subprocess.run([figbook, "check", check, "--db", database, "--format", "json"], capture_output=True,
                             text=True)
        if run.returncode not in (0, 1):
            raise RuntimeError(run.stderr)
        findings = {}
        for row in json.loads(run.stdout):
            line = int(row["url"].rpartition("/")[2])
            findings.setdefault(line, []).append((row["verdict"], row["explanation"]))
        return findings


def agree(expected, actual):
    return len(expected) == len(actual) and all(
        verdict == got and part in explanation for (verdict, part), (got, explanation) in zip(expected, actual))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figbook", required=True)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    check, texts = read_texts(arguments.file)
    findings = found(arguments.figbook, check, texts)
    failed = 0
    for number, _, text, expected in texts:
        actual = findings.get(number, [])
        if agree(expected, actual):
            continue
        failed += 1
        print(f"{arguments.file}:{number}: {text}")
        for verdict, explanation in actual:
            print(f"    found {verdict}: {explanation}")
        if not actual:
            print("    found nothing")
    speaks = sum(any(verdict == "off" for verdict, _ in expected) for *_, expected in texts)
    for kind, count in (("something is off", speaks), ("nothing is off", len(texts) - speaks)):
        if count < LEAST:
            failed += 1
            print(f"{arguments.file}: {count} texts in which {kind}, of at least {LEAST}")
    print(f"{len(texts)} texts, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
