#!/usr/bin/env python3
"""Holds the description of the JSON answers (/openapi.json) against the answers themselves.

    openapi.py --figbook build/figbook --data tests/data

Each path that is described is asked for by `figbook serve --get` over the sample articles, and the answer must have the
described fields and types, no more and no less. A page that has no description fails the test, too.
"""
import argparse
import json
import os
import re
import subprocess
import tempfile
import urllib.parse

TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None), "number": (int, float)}
# Asked for beside what the paths name: views that have other branches.
MORE = ["/figures.json?kind=money&currency=EUR&sort=largest", "/figures.json?q=chocolate", "/figures.json?check=off",
        "/figures.json?page=7", "/figures.json?review=disputed", "/figures.json?review=corrected", "/sources.json?kind=unnamed", "/reviews.json?verdict=corrected", "/figures.json?sort=oldest", "/articles.json?q=chocolate", "/articles.json?q=%27", "/checks.json?check=units&verdict=off", "/reviews.json?verdict=wrong", "/sources.json?sort=name", "/articles.json?publication=none", "/sources.json?q=bank", "/conversions.json?verdict=off",
        "/reports/summary.json?limit=3"]
ERRORS = {"/nothing.json": 404, "/articles/1.json": 404, "/facts/zz.json": 404, "/sources/Nobody%20At%20All.json": 404, "/facts/0123456789.json": 404, "/reports/none.json": 404, "/figures.json?kind=x": 400, "/figures.json?page=0": 400, "/figures.json?review=wrong": 400,
          "/figures.json?from=2025-02-30": 400, "/figures.json?q=%FF": 400, "/figures.json?knd=money": 400,
          "/figures.json?kind=money&kind=count": 400, "/facts.json?conflicts=yes": 400, "/conversions.json?verdict=of": 400, "/index.json?x=1": 400,
          "/sources.json?kind=x": 400, "/articles.json?q=a+OR": 400, "/reviews.json?verdict=off": 400, "/checks.json?check=x": 400, "/reports/figures.json?in=USD": 400, "/index.csv": 404, "/figures.csv?page=2": 400}


def is_a(value, name):
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, TYPES[name])


class Validator:
    """As much of JSON Schema as the description uses."""

    def __init__(self, document):
        self.document = document

    def wrong(self, value, schema, where="answer"):
        if "$ref" in schema:
            return self.wrong(value, self.document["components"]["schemas"][schema["$ref"].split("/")[-1]], where)
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(is_a(value, name) for name in types):
            return [f"{where}: {value!r} is no {' or '.join(types)}"]
        if "enum" in schema and value not in schema["enum"]:
            return [f"{where}: {value!r} is none of {schema['enum']}"]
        if "pattern" in schema and value is not None and not re.search(schema["pattern"], value):
            return [f"{where}: {value!r} is not like {schema['pattern']}"]
        if schema.get("format") == "date" and value and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return [f"{where}: {value!r} is no day"]
        found = []
        if isinstance(value, list) and "items" in schema:
            for number, item in enumerate(value):
                found += self.wrong(item, schema["items"], f"{where}[{number}]")
        if isinstance(value, dict):
            known = schema.get("properties", {})
            found += [f"{where}: '{name}' is missing" for name in schema.get("required", []) if name not in value]
            if schema.get("additionalProperties") is False:
                found += [f"{where}: '{name}' is not described" for name in value if name not in known]
            for name, item in value.items():
                if name in known:
                    found += self.wrong(item, known[name], f"{where}.{name}")
        return found


def self_check():
    """The validator must be able to say no."""
    validator = Validator({"components": {"schemas": {"A": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"],
                                                           "additionalProperties": False}}}})
    schema = {"$ref": "#/components/schemas/A"}
    assert not validator.wrong({"n": 1}, schema)
    for bad in ({}, {"n": "1"}, {"n": True}, {"n": 1, "m": 2}, []):
        assert validator.wrong(bad, schema), bad


# Two articles of one fact, in conflict: the samples have none.
TOLD = "Spending in 2023\nMarrowland's defence spending was {} in 2023, Ann Lee said.\n"


class Site:
    def __init__(self, figbook, data, folder):
        self.figbook, self.database = figbook, os.path.join(folder, "sample.db")
        for name, words in (("a.txt", TOLD.format("€5.2 billion")), ("b.txt", TOLD.format("€6.1 billion"))):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(words)
        def run(*arguments):
            return subprocess.run([figbook, *arguments, "--db", self.database], check=True, capture_output=True, text=True).stdout

        subprocess.run([figbook, "load", os.path.join(data, "samples"), os.path.join(folder, "a.txt"), os.path.join(folder, "b.txt"), "--db", self.database, "--published", "2025-02-12"], check=True,
                       capture_output=True)
        # Of each kind of review one, the last of which has every field of a correction.
        figures = self.get("/figures.json?kind=money")[1]["figures"]
        assert len(figures) >= 4, figures
        for figure, verdict in zip(figures, (["confirmed"], ["disputed", "--note", "others say less"], ["wrong", "--note", "a page number"],
                                             ["corrected", "--value", "5", "--high", "6", "--unit", "USD", "--source", "Bo Marsh", "--note", "misread"])):
            run("review", f"{figure['article_id']}#{figure['ordinal']}", verdict[0], "--by", "Ann", *verdict[1:])

    def get(self, path):
        """Status (0 where the program ended well, else as it says) and the answer."""
        done = subprocess.run([self.figbook, "serve", "--db", self.database, "--get", path], capture_output=True, text=True, check=False)
        said = re.search(r"has the status (\d+)", done.stderr)
        assert said or done.returncode == 0, (path, done.stderr)
        return int(said.group(1)) if said else 200, json.loads(done.stdout)


def examples(site, path):
    """Addresses for a path with {parameters}."""
    if "{article_id}" in path:
        return [path.replace("{article_id}", article["article_id"]) for article in site.get("/articles.json")[1]["articles"]]
    if "{source}" in path:
        names = [source["source"] for source in site.get("/sources.json")[1]["sources"]]
        return [path.replace("{source}", urllib.parse.quote(name, safe="")) for name in names]
    if "{fact}" in path:
        return [path.replace("{fact}", fact["fact"]) for fact in site.get("/facts.json")[1]["facts"]]
    if "{name}" in path:
        return [path.replace("{name}", report["name"]) for report in site.get("/reports.json")[1]["reports"]]
    if path == "/review.json":
        return [f"/review.json?article={figure['article_id']}&figure={figure['ordinal']}" for figure in site.get("/figures.json")[1]["figures"][:3]]
    return [path]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--figbook", required=True)
    parser.add_argument("--data", required=True)
    arguments = parser.parse_args()
    self_check()
    found, asked = [], 0
    with tempfile.TemporaryDirectory() as folder:
        site = Site(arguments.figbook, arguments.data, folder)
        status, document = site.get("/openapi.json")
        assert status == 200 and document["openapi"].startswith("3.1"), document.get("openapi")
        validator = Validator(document)

        def hold(address, path, wanted):
            nonlocal asked
            asked += 1
            got, answer = site.get(address)
            if got != wanted:
                found.append(f"{address}: status {got}, not {wanted}")
                return
            schema = document["paths"][path]["get"]["responses"]["200"] if wanted == 200 else None
            schema = schema["content"]["application/json"]["schema"] if schema else {"$ref": "#/components/schemas/Error"}
            found.extend(f"{address}: {wrong}" for wrong in validator.wrong(answer, schema))

        for path in (path for path, methods in document["paths"].items() if "get" in methods):
            for address in examples(site, path):
                hold(address, path, 200)
        for address in MORE:
            plain = address.split("?")[0]
            hold(address, "/reports/{name}.json" if plain.startswith("/reports/") else plain, 200)
        for address, wanted in ERRORS.items():
            hold(address, None, wanted)
    print("\n".join(found) if found else f"openapi: {asked} answers are as they are described")
    raise SystemExit(1 if found or asked < 20 else 0)


main()
