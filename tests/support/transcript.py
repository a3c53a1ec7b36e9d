#!/usr/bin/env python3
"""Runs one transcript: commands, and what they must print.

    transcript.py --figbook build/figbook --data tests/data tests/cli/load.test

    # a comment
    $ figbook load $DATA/one.txt
    loaded 1 article with {{\\d+}} figures into figbook.db
    ! a line on standard error
    ? 1

Every command runs in bash, all of one transcript in one empty folder. Below a command stand its standard output,
then, each behind "! ", the lines of standard error, then "? " and the exit status where that is not 0. "..." stands
for any run of lines, {{...}} inside a line for a regular expression. Blank lines at the end of an output do not
count. A line of output that begins with "# ", "$ ", "! " or "? " is written with {{...}} around its first character.
A here-document in a command goes on to its end mark.

In the commands, `unprivileged COMMAND` runs COMMAND without the superuser's right to read everything, and
`needs FILE` ends the transcript as skipped (exit status 77) where FILE is not there.
"""
import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

SKIPPED = 77
SECONDS = 300

# Without these two rights the superuser meets file permissions like everyone else.
UNPRIVILEGED = """#!/bin/bash
[ "$(id -u)" -eq 0 ] || exec "$@"
exec setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search "$@"
"""
NEEDS = f"""#!/bin/bash
[ -e "$1" ] || {{ echo "skipped: $1 is not there" >&2; exit {SKIPPED}; }}
"""


class Step:
    """One command with what it must print."""

    def __init__(self, line, command):
        self.line = line
        self.command = command
        self.stdout = []
        self.stderr = []
        self.status = 0


def parse(text):
    """The steps of a transcript."""
    steps = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("$ "):
            command, at = take_command(lines, at)
            steps.append(Step(at, command))
        elif line == "#" or line.startswith("# "):
            continue
        elif not steps:
            if line.strip():
                raise ValueError(f"line {at}: output before the first command: {line}")
        elif line.startswith("! ") or line == "!":
            steps[-1].stderr.append(line[2:])
        elif line.startswith("? "):
            steps[-1].status = int(line[2:])
        else:
            steps[-1].stdout.append(line)
    for step in steps:
        step.stdout = without_blank_end(step.stdout)
    return steps


def take_command(lines, at):
    """The command whose first line is the one before `at`, with its here-document, and where it ends."""
    command = [lines[at - 1][2:]]
    here = re.search(r"<<-?\s*['\"]?(\w+)['\"]?", command[0])
    if here:
        while at < len(lines):
            command.append(lines[at])
            at += 1
            if command[-1].strip() == here.group(1):
                break
        else:
            raise ValueError(f"the here-document has no end mark {here.group(1)}")
    return "\n".join(command) + "\n", at


def without_blank_end(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def line_matches(pattern, line):
    """Whether the line is the pattern, where {{...}} is a regular expression."""
    parts = re.split(r"\{\{(.*?)\}\}", pattern)
    expression = "".join(part if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.fullmatch(expression, line) is not None


def matches(expected, got):
    """Whether the lines are the expected ones, where "..." stands for any run of lines."""
    # reached: the places in `got` that the expectation read so far may end at.
    reached = {0}
    for pattern in expected:
        if pattern == "...":
            reached = set(range(min(reached), len(got) + 1)) if reached else set()
        else:
            reached = {i + 1 for i in reached if i < len(got) and line_matches(pattern, got[i])}
    return len(got) in reached


def run(command, folder, environment):
    """Exit status, standard output and standard error; the status is None after a timeout."""
    process = subprocess.Popen(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        out, err = process.communicate(timeout=SECONDS)
        status = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        status = None
    return status, out.decode(errors="replace").split("\n"), err.decode(errors="replace").split("\n")


def difference(name, expected, got):
    """Expected and got as whole blocks, so that the right one can be copied."""
    block = [f"  {name}, expected:"]
    block += [f"    | {line}" for line in expected] or ["    (nothing)"]
    block += [f"  {name}, got:"]
    block += [f"    | {line}" for line in got] or ["    (nothing)"]
    return block


def check(step, status, out, err):
    """What differs, as lines to print."""
    out, err = without_blank_end(out), without_blank_end(err)
    report = []
    if status is None:
        report.append(f"  not done after {SECONDS} seconds")
    elif status != step.status:
        report.append(f"  exit status: expected {step.status}, got {status}")
    if not matches(step.stdout, out):
        report += difference("standard output", step.stdout, out)
    if not matches(step.stderr, err):
        report += difference("standard error", step.stderr, err)
    elif report and err and step.stderr != err:
        report += ["  standard error was:"] + [f"    | {line}" for line in err]
    return report


def write_tool(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, 0o755)


def environment_for(figbook, data, tools):
    os.symlink(os.path.abspath(figbook), os.path.join(tools, "figbook"))
    write_tool(os.path.join(tools, "unprivileged"), UNPRIVILEGED)
    write_tool(os.path.join(tools, "needs"), NEEDS)
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("FIGBOOK") and name not in ("COLUMNS", "LINES")}
    # A slow machine must not make lines of progress.
    return kept | {"FIGBOOK_PROGRESS": "0", "PATH": tools + os.pathsep + os.environ.get("PATH", os.defpath), "DATA": os.path.abspath(data),
                   "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def run_transcript(path, figbook, data):
    """The exit status: 0 all as expected, 1 not, SKIPPED."""
    with open(path, encoding="utf-8") as file:
        steps = parse(file.read())
    if not steps:
        print(f"{path}: holds no command")
        return 1
    place = tempfile.mkdtemp(prefix="figbook-test-")
    try:
        tools, folder = os.path.join(place, "tools"), os.path.join(place, "work")
        os.mkdir(tools)
        os.mkdir(folder)
        environment = environment_for(figbook, data, tools) | {"HOME": folder}
        for step in steps:
            status, out, err = run(step.command, folder, environment)
            if status == SKIPPED and step.command.startswith("needs "):
                print("\n".join(err))
                return SKIPPED
            report = check(step, status, out, err)
            if report:
                print(f"{path}:{step.line}: $ {step.command.rstrip()}")
                print("\n".join(report))
                return 1
    finally:
        # A test may have made a folder that cannot be written; that must not keep it from going away.
        subprocess.run(["chmod", "-R", "u+rwX", place], check=False)
        shutil.rmtree(place, ignore_errors=True)
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("transcript")
    parser.add_argument("--figbook", required=True)
    parser.add_argument("--data", required=True)
    options = parser.parse_args()
    sys.exit(run_transcript(options.transcript, options.figbook, options.data))


if __name__ == "__main__":
    main()
