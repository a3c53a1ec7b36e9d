#!/usr/bin/env python3
"""Runs pages.test.js: the page over the sample articles, in a headless Chromium.

    browser.py --figbook build/figbook --data tests/data --build build

Needs chromium, node (18 or later) and npm, which `scripts/test` installs where it can, and once the npm registry, for the
two packages of package.json, which go into BUILD/browser. Exits with 77, and a line that says why, where one of them cannot be
had: ctest calls the test skipped then. FIGBOOK_SHOTS=FOLDER keeps a picture of each page, wide and narrow, light and dark.
"""
import argparse
import filecmp
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def skip(why):
    print(f"browser tests skipped: {why}")
    sys.exit(77)


def program(*names):
    for name in names:
        if found := shutil.which(name):
            return found
    return skip(f"there is no {names[0]}; install the package {names[0]}")


def node_modules(build):
    """The folder with the npm packages, installed where they are not there or others."""
    folder = os.path.join(build, "browser")
    os.makedirs(folder, exist_ok=True)
    npm = program("npm")
    lock, installed = os.path.join(HERE, "package-lock.json"), os.path.join(folder, "package-lock.json")
    modules = os.path.join(folder, "node_modules")
    if not (os.path.isdir(modules) and os.path.exists(installed) and filecmp.cmp(lock, installed, shallow=False)):
        for name in ("package.json", "package-lock.json"):
            shutil.copy(os.path.join(HERE, name), folder)
        done = subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            os.remove(installed)
            skip("npm cannot install playwright-core and axe-core: " + (done.stderr.strip().splitlines() or ["?"])[-1])
    return modules


def main():
    parser = argparse.ArgumentParser()
    for option in ("--figbook", "--data", "--build"):
        parser.add_argument(option, required=True)
    arguments = parser.parse_args()
    chromium, node = program("chromium", "chromium-browser"), program("node", "nodejs")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    if int(re.match(r"v(\d+)", version).group(1)) < 18:
        skip(f"node {version.strip()} is too old; 18 is needed")
    modules = node_modules(os.path.abspath(arguments.build))
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "sample.db")
        subprocess.run([arguments.figbook, "load", os.path.join(arguments.data, "samples"), "--db", database, "--published", "2025-02-12",
                        "--publication", "The Harbour Post"], check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([arguments.figbook, "serve", "--db", database, "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            site = re.search(r"http://[\d.]+:\d+", server.stdout.readline()).group(0)
            environment = os.environ | {"FIGBOOK_SITE": site, "FIGBOOK_NODE_MODULES": modules, "FIGBOOK_CHROMIUM": chromium}
            status = subprocess.run([node, "--test", os.path.join(HERE, "pages.test.js")], env=environment, check=False).returncode
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)
    sys.exit(status)


main()
