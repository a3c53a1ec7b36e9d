#!/usr/bin/env python3
"""Holds what figbook reads in real web pages against what people say stands in them.

    pages.py --program build/figbook_pages FOLDER [--half tuning|held] [--only SET] [--worst N] [--show PAGE] [--speed]

FOLDER holds copies of public repositories, each in a folder that ends in the repository's name, all or some of them:

    article-extraction-benchmark/   of scrapinghub: html/*.html.gz, ground-truth.json
    fundus/                         of flairNLP:    tests/resources/parser/test_data/*/*.html.gz and .json
    trafilatura/                    of adbar:       tests/evaldata.json, tests/cache/, tests/eval/
    readability/                    of mozilla:     test/test-pages/*/source.html, expected.html, expected-metadata.json
    newspaper/                      of codelucas:   tests/data/html/*.html, tests/data/text/*.txt

Body: the measure of article-extraction-benchmark, runs of four words, the mean of the pages' precision and recall and the
F1 of both. trafilatura's set says only some words that belong to the text and some that do not: precision and recall
are of those. Title: equal but for case and punctuation, and the F1 of
its words. Date: the same day. Authors: F1 of the names; "exact" counts the pages
where all of them are right.

Each set is parted by a hash of the page's name (of the paper's, in fundus) into a half to work on and a half to look at for
its scores only: --worst and --show show pages of the first.
"""
import argparse
import collections
import glob
import gzip
import hashlib
import html
import json
import os
import re
import subprocess
import sys

Case = collections.namedtuple("Case", "set name file body title date authors with_words without_words")
TOKEN = re.compile(r"\w+")


def is_held(name):
    return hashlib.sha1(name.encode()).digest()[0] % 2 == 1


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def folder_of(root, name):
    for entry in sorted(os.listdir(root)):
        if re.search(r"(^|[^a-z])" + name + "$", entry) and os.path.isdir(os.path.join(root, entry)):
            return os.path.join(root, entry)
    return None


# --- the sets ---------------------------------------------------------------------------------------------------


def scrapinghub(root):
    truth = read_json(os.path.join(root, "ground-truth.json"))
    for name, page in sorted(truth.items()):
        yield Case("scrapinghub", name, os.path.join(root, "html", name + ".html.gz"), page.get("articleBody", ""),
                   None, None, None, None, None)


def is_english(text):
    words = text.lower().split()
    return bool(words) and sum(word in ("the", "of", "and", "to", "a", "in") for word in words) / len(words) > 0.12


def fundus_body(body):
    parts = list(body.get("summary", []))
    for section in body.get("sections", []):
        parts += section.get("headline", []) + section.get("paragraphs", [])
    return "\n".join(parts)


def fundus(root):
    for path in sorted(glob.glob(os.path.join(root, "tests/resources/parser/test_data/*/*.json"))):
        paper = os.path.basename(path)[:-5]
        versions = [truth for _, truth in sorted(read_json(path).items())]
        pages = sorted(file for file in glob.glob(os.path.join(os.path.dirname(path), paper + "_*.html.gz"))
                       if re.fullmatch(re.escape(paper) + r"_\d{4}_\d\d_\d\d\.html\.gz", os.path.basename(file)))
        if len(versions) != len(pages):
            continue  # it is not clear which page a version is of
        for truth, file in zip(versions, pages):
            body = fundus_body(truth.get("body") or {})
            name = "fundus" if is_english(body) else "fundus-foreign"
            yield Case(name, paper, file, body, truth.get("title"), (truth.get("publishing_date") or "")[:10] or None,
                       truth.get("authors"), None, None)


def trafilatura(root):
    for address, page in read_json(os.path.join(root, "tests/evaldata.json")).items():
        files = [os.path.join(root, "tests", folder, page["file"]) for folder in ("cache", "eval")]
        file = next((file for file in files if os.path.exists(file)), None)
        if file:
            yield Case("trafilatura", page["file"], file, None, None, None, None, page.get("with", []),
                       page.get("without", []))


def plain(markup):
    markup = re.sub(r"(?s)<(script|style|figcaption)\b.*?</\1>", " ", markup)
    markup = re.sub(r"</?(p|div|li|ul|ol|h\d|br|td|tr|table|section|article|blockquote|figure|pre|dd|dt)\b[^>]*>", "\n", markup)
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def readability(root):
    for folder in sorted(glob.glob(os.path.join(root, "test/test-pages/*/"))):
        facts = read_json(os.path.join(folder, "expected-metadata.json"))
        with open(os.path.join(folder, "expected.html"), encoding="utf-8") as file:
            body = plain(file.read())
        yield Case("readability", os.path.basename(folder[:-1]), os.path.join(folder, "source.html"), body,
                   facts.get("title"), (facts.get("publishedTime") or "")[:10] or None, None, None, None)


def newspaper(root):
    for path in sorted(glob.glob(os.path.join(root, "tests/data/text/*.txt"))):
        name = os.path.basename(path)[:-4]
        page = os.path.join(root, "tests/data/html", name + ".html")
        if os.path.exists(page):
            with open(path, encoding="utf-8", errors="replace") as file:
                yield Case("newspaper", name, page, file.read(), None, None, None, None, None)


SETS = {"article-extraction-benchmark": scrapinghub, "fundus": fundus, "trafilatura": trafilatura,
        "readability": readability, "newspaper": newspaper}


# --- the measures -------------------------------------------------------------------------------------------------


def shingles(text):
    tokens = TOKEN.findall(text or "")
    return collections.Counter(tuple(tokens[i:i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def body_counts(true, found):
    """True positives, false positives, false negatives, as article-extraction-benchmark counts them."""
    true, found = shingles(true), shingles(found)
    hits = sum((true & found).values())
    return hits, sum(found.values()) - hits, sum(true.values()) - hits


def ratio(hits, misses, other):
    if hits == 0 and misses == 0:
        return 1.0 if other == 0 else 0.0
    return hits / (hits + misses)


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def mean(values):
    return sum(values) / len(values) if values else 0.0


def words(text):
    return " ".join(TOKEN.findall((text or "").lower()))


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def page_f1(case, found):
    hits, extra, missed = body_counts(case.body, found["body"])
    return f1(ratio(hits, extra, missed), ratio(hits, missed, extra))


def body_scores(cases, found):
    precisions, recalls = [], []
    for case in cases:
        hits, extra, missed = body_counts(case.body, found[case.file]["body"])
        if hits + extra:
            precisions.append(ratio(hits, extra, missed))
        if hits + missed:
            recalls.append(ratio(hits, missed, extra))
    return mean(precisions), mean(recalls)


def snippet_scores(cases, found):
    hits = missed = extra = 0
    for case in cases:
        body = squeezed(found[case.file]["headline"] + "\n" + found[case.file]["body"])
        hits += sum(squeezed(text) in body for text in case.with_words)
        missed += sum(squeezed(text) not in body for text in case.with_words)
        extra += sum(squeezed(text) in body for text in case.without_words)
    return ratio(hits, extra, missed), ratio(hits, missed, extra)


def share(pairs):
    return f"{mean([float(good) for good in pairs]):.3f} of {len(pairs)}" if pairs else "-"


def author_scores(cases, found):
    hits = extra = missed = 0
    exact = []
    for case in cases:
        true = {words(name) for name in case.authors}
        got = {words(name) for name in found[case.file]["authors"]}
        hits += len(true & got)
        extra += len(got - true)
        missed += len(true - got)
        exact.append(true == got)
    return f"{f1(ratio(hits, extra, missed), ratio(hits, missed, extra)):.3f} (exact {mean(exact):.3f} of {len(cases)})"


def word_f1(true, found):
    true, found = collections.Counter(words(true).split()), collections.Counter(words(found).split())
    hits = sum((true & found).values())
    return f1(ratio(hits, sum(found.values()) - hits, 0), ratio(hits, sum(true.values()) - hits, 0))


def report(name, cases, found):
    if cases[0].body is None:
        precision, recall = snippet_scores(cases, found)
    else:
        precision, recall = body_scores(cases, found)
    line = f"{name:<26} {len(cases):>4} pages  body F1 {f1(precision, recall):.3f} (P {precision:.3f} R {recall:.3f})"
    titles = [words(case.title) == words(found[case.file]["headline"]) for case in cases if case.title]
    dates = [case.date == found[case.file]["published"] for case in cases if case.date]
    named = [case for case in cases if case.authors]
    if titles:
        near = [word_f1(case.title, found[case.file]["headline"]) for case in cases if case.title]
        line += f"  title {share(titles)} (words {mean(near):.3f})"
    if dates:
        line += f"  date {share(dates)}"
    if named:
        line += f"  authors {author_scores(named, found)}"
    print(line)


def run(program, files):
    done = subprocess.run([program], input="\n".join(files), capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{program} failed: {done.stderr}")
    return {page["file"]: page for page in map(json.loads, done.stdout.split("\n")[:-1])}


def show(case, found, longest=6):
    """The lines that are too much and too few, and the other fields where they differ."""
    true = [line.strip() for line in (case.body or "").splitlines() if line.strip()]
    got = found["body"].splitlines()
    known, had = shingles(case.body), shingles(found["body"])
    for sign, lines, others in (("+", got, known), ("-", true, had)):
        odd = [line for line in lines if sum((shingles(line) & others).values()) < 0.5 * sum(shingles(line).values())]
        for line in odd[:longest]:
            print(f"   {sign} {line[:130]}")
        if len(odd) > longest:
            print(f"   {sign} ... {len(odd) - longest} more")
    for field, true, got in (("title", case.title, found["headline"]), ("date", case.date, found["published"]),
                             ("authors", case.authors, found["authors"])):
        if true and words(str(true)) != words(str(got)):
            print(f"   {field}: {true!r}\n        is {got!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--program", required=True, help="figbook_pages, as it was built")
    parser.add_argument("--half", choices=("tuning", "held"))
    parser.add_argument("--only", help="a set's name")
    parser.add_argument("--worst", type=int, default=0, help="show so many of the worst pages of the tuning half")
    parser.add_argument("--show", help="show pages of the tuning half whose name begins so")
    parser.add_argument("--speed", action="store_true", help="how fast the pages are read, instead of scores")
    options = parser.parse_args()
    cases = []
    for name, reader in SETS.items():
        root = folder_of(options.folder, name)
        if root:
            cases += list(reader(root))
    if not cases:
        sys.exit(f"{options.folder} holds none of the folders {', '.join(SETS)}; pages.py --help says what it must look like")
    cases = [case for case in cases if os.path.exists(case.file) and (not options.only or case.set == options.only)]
    if options.speed:
        files = "\n".join(dict.fromkeys(case.file for case in cases))
        sys.exit(subprocess.run([options.program, "--speed"], input=files, text=True, check=False).returncode)
    found = run(options.program, [case.file for case in cases])
    for name in dict.fromkeys(case.set for case in cases):
        members = [case for case in cases if case.set == name]
        halves = {"tuning": [case for case in members if not is_held(case.name)],
                  "held": [case for case in members if is_held(case.name)]}
        for half, some in halves.items():
            if some and options.half in (None, half):
                report(f"{name} ({half})", some, found)
        if not options.half:
            report(name, members, found)
        if halves["tuning"] and members[0].body is not None and options.worst:
            for case in sorted(halves["tuning"], key=lambda case: page_f1(case, found[case.file]))[:options.worst]:
                print(f"{page_f1(case, found[case.file]):.3f} {case.name} {case.file}")
                show(case, found[case.file])
        for case in halves["tuning"]:
            if options.show and case.name.startswith(options.show):
                print(case.name, case.file)
                show(case, found[case.file], 100)


main()
