#!/usr/bin/env python3
"""Reads a data package as its descriptor says, and says how many rows are in each file.

    package.py FOLDER

Fails where a header is another, a value is not of its type, a key is there twice or leads nowhere.
"""
import csv
import datetime
import json
import sys
from decimal import Decimal

READ = {"string": str, "number": Decimal, "integer": int, "date": datetime.date.fromisoformat,
        "boolean": {"true": True, "false": False}.__getitem__}


def rows_of(folder, resource):
    """Each row as a dictionary, its cells read as their types."""
    with open(f"{folder}/{resource['path']}", encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    fields = resource["schema"]["fields"]
    assert header == [field["name"] for field in fields], f"another header: {header}"
    assert all(field["description"] for field in fields), "a field without a description"
    assert all(len(row) == len(fields) for row in rows), "a row of another length"
    types = {field["name"]: READ[field["type"]] for field in fields}
    return [{name: types[name](cell) if cell else None for name, cell in zip(header, row)} for row in rows]


def keys_of(rows, names):
    names = [names] if isinstance(names, str) else names
    return [tuple(row[name] for name in names) for row in rows]


def main():
    folder = sys.argv[1]
    with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
        resources = json.load(file)["resources"]
    tables = {resource["name"]: rows_of(folder, resource) for resource in resources}
    for resource in resources:
        schema, rows = resource["schema"], tables[resource["name"]]
        keys = keys_of(rows, schema["primaryKey"])
        assert len(set(keys)) == len(keys), f"a key of {resource['name']} is there twice"
        for foreign in schema.get("foreignKeys", []):
            reference = foreign["reference"]
            there = keys_of(tables[reference["resource"]], reference["fields"])
            assert set(keys_of(rows, foreign["fields"])) <= set(there), f"a row of {resource['name']} leads nowhere"
    print(", ".join(f"{name} {len(rows)}" for name, rows in tables.items()))


main()
