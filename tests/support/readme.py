#!/usr/bin/env python3
"""Keeps the read-me files true: what they name is there, and the example in README.md prints what it says.

    readme.py --figbook build/figbook FOLDER_OF_THE_PROJECT

Of README.md, src/README.md and tests/README.md, in code (`...`, indented and fenced blocks):
  - every `figbook COMMAND ...` is a command of the program and has the options that are given to it;
  - every path is there. Words in capitals stand for anything: `src/check/NAME.cpp`.
Of README.md: every command of the program is in it; each ```console block runs as a transcript (see transcript.py), in
one folder with `tests` in it; the picture of the tables has all columns of schema/schema.sql, and no others.
Of src/README.md: every function and type that it names is in src/, and the table of who may include whom is the one of
layering.py.

Prints one line for each that is not so, and exits with 1 then.
"""
import argparse
import ast
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import transcript

README, SRC, TESTS = "README.md", "src/README.md", "tests/README.md"

# What looks like a path and is none of the repository: units, what a build or the program makes, a user's own files.
NOT_OURS = re.compile(r"km/h|build(-sanitize|-fuzz)?/.*|figbook\.db|articles/|[\w-]*\.(txt|jsonl|zip|test)|article\.\w+")
ENDINGS = (".cpp", ".hpp", ".sql", ".csv", ".py", ".md", ".cases", ".test", ".txt")


def code_in(text):
    """The pieces of code of a Markdown text, each with its line; a line of a block is a piece."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            yield number, line.strip()
        else:
            for piece in re.findall(r"`([^`]+)`", line):
                yield number, piece


def blocks(text, language):
    """The lines of the fenced blocks of that language, each with its number."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            inside = line == "```" + language
        elif inside:
            yield number, line


class Program:
    """What the program says of itself in its help."""

    def __init__(self, path):
        self.path = path
        self.helps = {}

    def help(self, words):
        if words not in self.helps:
            run = subprocess.run([self.path, *words, "--help"], stdout=subprocess.PIPE, check=True)
            self.helps[words] = run.stdout.decode()
        return self.helps[words]

    def subcommands(self, words):
        _, found, names = self.help(words).partition("\nSubcommands:\n")
        return re.findall(r"^  (\w[\w-]*)", names, re.M) if found else []

    def all_commands(self, words=()):
        below = self.subcommands(words)
        return [words] if not below else [each for name in below for each in self.all_commands((*words, name))]


def has_option(program, words, option):
    return re.search(rf"^  (-\w,)?{option}\b(?!-)", program.help(words), re.M) is not None


def command_complaints(program, piece):
    """What is wrong with the calls of figbook in a piece of code, or with an option that stands alone."""
    if re.fullmatch(r"--[\w-]+", piece) and not any(has_option(program, w, piece) for w in program.all_commands()):
        yield f"no command has the option {piece}"
    for call in re.findall(r"(?:^|[$|] |order )figbook ([^|<>#]*)", piece):
        arguments = call.split()
        words = ()
        while program.subcommands(words):
            if not arguments or arguments[0].startswith("-") or arguments[0] == "COMMAND":
                break
            if arguments[0] not in program.subcommands(words):
                yield f"there is no command `figbook {' '.join((*words, arguments[0]))}`"
                return
            words = (*words, arguments.pop(0))
        for option in (a for a in arguments if a.startswith("--")):
            if not has_option(program, words, option):
                yield f"`figbook {' '.join(words)}` has no option {option}"


def is_path_like(word):
    return "/" in word.strip("/") or word.endswith(("/", *ENDINGS))


def exists(project, base, word):
    """Whether the word names something from the project's folder or from that of the read-me file."""
    pattern = re.sub(r"(?<![A-Za-z])[A-Z]+(?![A-Za-z])", "*", word)
    return any((place / word).exists() or any(place.glob(pattern)) for place in (project, project / base))


def path_complaints(project, base, piece):
    for word in piece.split():
        word = word.removeprefix("./").rstrip(",;:")
        if not re.fullmatch(r"[\w./-]+", word) or word.startswith(("/", "-", "..")):
            continue
        if is_path_like(word) and not NOT_OURS.fullmatch(word) and not exists(project, base, word.rstrip("/")):
            yield f"there is no {word}"


def names_complaints(project, text):
    """Functions and types that src/README.md names and src/ has not."""
    sources = "\n".join(p.read_text(encoding="utf-8") for p in sorted((project / "src").rglob("*.[ch]pp")))
    words = set(re.findall(r"\w+", sources))
    for number, piece in code_in(text):
        if re.fullmatch(r"[\w:]+\(\)|[A-Z][a-z]\w*|\w+::[\w:]+", piece):
            for name in re.findall(r"\w+", piece):
                if name not in words:
                    yield f"{SRC}:{number}: src/ has no {name}"


def layering_folders(project):
    """FOLDERS of layering.py: its assignments alone, for the script would run."""
    tree = ast.parse((project / "tests/support/layering.py").read_text(encoding="utf-8"))
    values = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id in ("EXTRACTION", "CLAIM", "FOLDERS"):
            exec(compile(ast.Module([node], []), "layering.py", "exec"), values)
    return values["FOLDERS"]


def layering_complaints(project, text):
    rows = re.findall(r"^\| `(\w+)` \| ?(.*?) ?\|$", text, re.M)
    said = {folder: {word for word in allowed.split(", ") if word} for folder, allowed in rows}
    there = {path.name for path in (project / "src").iterdir() if path.is_dir()}
    for folder, allowed in layering_folders(project).items():
        real = {each for each in allowed if "/" in each or each in there}
        if folder in there and said.get(folder) not in (real, {"all"} if real | {folder} >= there else None):
            yield f"{SRC}: the table says of {folder}: {said.get(folder)}; layering.py: {real}"
    for folder in sorted(there ^ set(said)):
        yield f"{SRC}: the folder {folder} is in one of src/ and the table of includes, not in both"


def schema_complaints(project, text):
    """The picture of the tables against the schema itself."""
    drawn = {word for _, line in blocks(text, "text") for word in re.findall(r"[a-z_]{2,}", line)}
    database = sqlite3.connect(":memory:")
    database.executescript((project / "schema/schema.sql").read_text(encoding="utf-8"))
    tables = [row[0] for row in database.execute(  # without those that SQLite keeps the words for a search in
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
        " AND name NOT LIKE 'sqlite%'")]
    real = set(tables)
    for table in tables:
        real |= {row[0] for row in database.execute("SELECT name FROM pragma_table_info(?)", (table,))}
    for name in sorted(drawn ^ real):
        yield f"{README}: {name} is in one of the picture of the tables and schema/schema.sql, not in both"


def run_example(project, program, text):
    """Runs the console blocks; their lines keep their numbers, so that a difference names the line of README.md."""
    lines = ["#"] * len(text.split("\n"))
    lines[0] = '$ ln -s "${DATA%/data}" tests'
    for number, line in blocks(text, "console"):
        lines[number - 1] = line
    if not any(line.startswith("$ figbook") for line in lines):
        print(f"{README}: has no example to run")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / README
        file.write_text("\n".join(lines), encoding="utf-8")
        return transcript.run_transcript(str(file), program, str(project / "tests/data"))


def complaints(project, program, texts):
    for name, text in texts.items():
        for number, piece in code_in(text):
            for said in (*command_complaints(program, piece), *path_complaints(project, os.path.dirname(name), piece)):
                yield f"{name}:{number}: {said}"
    for words in program.all_commands():
        if not re.search(rf"`figbook {' '.join(words)}[` ]", texts[README]):
            yield f"{README}: does not tell of `figbook {' '.join(words)}`"
    yield from names_complaints(project, texts[SRC])
    yield from layering_complaints(project, texts[SRC])
    yield from schema_complaints(project, texts[README])


def self_check(project, program):
    """The checks must be able to say no."""
    assert list(command_complaints(program, "figbook summarize"))
    assert list(command_complaints(program, "figbook rates shew EUR USD"))
    assert list(command_complaints(program, "figbook load --colour x"))
    assert list(command_complaints(program, "--colour"))
    assert not list(command_complaints(program, "figbook report --list"))
    assert list(path_complaints(project, "", "src/nothing/here.cpp"))
    assert list(path_complaints(project, "src", "claim/nothing.hpp"))
    assert not list(path_complaints(project, "src", "claim/claim.hpp"))
    assert list(names_complaints(project, "`no_such_function()`"))
    assert list(layering_complaints(project, "| `base` | claim |"))
    assert list(schema_complaints(project, "```text\nclaim colour\n```"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figbook", required=True)
    parser.add_argument("project")
    options = parser.parse_args()
    project, program = Path(options.project).resolve(), Program(os.path.abspath(options.figbook))
    texts = {name: (project / name).read_text(encoding="utf-8") for name in (README, SRC, TESTS)}
    self_check(project, program)
    found = list(complaints(project, program, texts))
    print("\n".join(found) if found else f"{', '.join(texts)}: what they name is there")
    sys.exit(1 if run_example(project, program.path, texts[README]) or found else 0)


main()
