#!/usr/bin/env python3
"""Checks every #include line under src/ against who may include whom.

    layering.py FOLDER_OF_THE_PROJECT

Prints one line for each that is against the rule, and exits with 1 then.
"""
import os
import re
import sys

# A folder -> what it may include beside itself and the standard library: folders, or single headers.
EXTRACTION = ["base", "vocabulary", "text", "quantity"]
CLAIM = ["claim/claim.hpp", "text/article.hpp"]
FOLDERS = {
    "base": [],
    "vocabulary": ["base"],
    "text": ["base", "vocabulary"],
    "html": ["base"],
    "load": ["base", "vocabulary", "text", "html"],
    "quantity": ["base", "vocabulary", "text"],
    "claim": EXTRACTION,
    "rates": ["base"],
    "store": ["base", "text/shingles.hpp"] + CLAIM,
    "track": ["base", "vocabulary", "store"] + CLAIM,
    "check": ["base", "store", "track", "rates"] + CLAIM,
    "report": ["base", "store", "track", "check", "rates"] + CLAIM,
    "web": ["base", "store", "track", "check", "rates", "report"] + CLAIM,
    "pipeline": ["base", "text", "load", "quantity", "claim", "store", "track", "check"],
    "cli": ["base", "vocabulary", "text", "html", "load", "quantity", "claim", "rates", "store", "track", "check", "report",
            "web", "pipeline"],
}

# How a third-party header begins -> the folders, or the file without its ending, that may include it.
EVERYWHERE = list(FOLDERS)
THIRD_PARTY = {
    "fmt/": EVERYWHERE,
    "SQLiteCpp/": ["store"],
    "sqlite3.h": ["store"],
    "xxhash.h": ["store"],
    "CLI/": ["cli"],
    "nlohmann/": ["report", "web", "cli"],
    "simdjson.h": ["load", "html"],
    "uchardet/": ["html"],
    "iconv.h": ["html"],
    "libxml/": ["load"],
    "curl/": ["load/fetch"],
    "zstd": ["load"],
    "brotli/": ["load"],
    "zlib.h": ["load", "rates"],
    "date/": ["base/calendar"],
    "utf8proc.h": ["base"],
    "httplib.h": ["web/http_messages", "web/server", "web/stream", "web/timed_server"],
    "argon2.h": ["web/password"],
    "spdlog/": ["pipeline", "web", "cli"],
    "emmintrin.h": ["text/tokens"],  # SSE2, which every amd64 processor has
}

# Headers of the system that are no part of the C++ library.
SYSTEM = {"fcntl.h", "malloc.h", "netinet/in.h", "poll.h", "pwd.h", "spawn.h", "sys/ioctl.h", "sys/random.h", "sys/resource.h", "sys/socket.h", "sys/stat.h", "sys/sysmacros.h",
          "sys/types.h", "sys/wait.h", "unistd.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(<([^>]+)>|"([^"]+)")')


def is_allowed(path, allowed):
    """Whether the file or header is in one of the folders, or one of the files (with or without ending)."""
    return any(path == entry or os.path.splitext(path)[0] == entry or path.startswith(entry + "/") for entry in allowed)


def complaint(path, header, quoted):
    """What is wrong with the file (src/ left out) including the header, or None."""
    folder = path.split("/")[0]
    if folder not in FOLDERS:
        return f"the folder {folder} is not in the table of tests/support/layering.py"
    for beginning, allowed in THIRD_PARTY.items():
        if header.startswith(beginning):
            return None if is_allowed(path, allowed) else f"only {', '.join(allowed)} may include {header}"
    if quoted:
        # Generated at build time, beside the folder's own files.
        if header == "embedded.hpp" or is_allowed(header, [folder] + FOLDERS[folder]):
            return None
        return f"{folder} may not include {header}"
    if header in SYSTEM or re.fullmatch(r"[a-z0-9_]+", header):
        return None
    return f"<{header}> is not in the table of tests/support/layering.py"


def check(project):
    """All complaints, each with file and line, and how many files were read."""
    source = os.path.join(project, "src")
    found, files = [], 0
    for place, folders, names in os.walk(source):
        folders.sort()
        for name in sorted(names):
            if not name.endswith((".cpp", ".hpp")):
                continue
            files += 1
            path = os.path.relpath(os.path.join(place, name), source)
            with open(os.path.join(source, path), encoding="utf-8") as file:
                for number, line in enumerate(file, 1):
                    match = INCLUDE.match(line)
                    said = match and complaint(path, match.group(2) or match.group(3), match.group(3) is not None)
                    if said:
                        found.append(f"src/{path}:{number}: {said}")
    return found, files


def self_check():
    """The table must be able to say no."""
    assert complaint("report/table.cpp", "SQLiteCpp/SQLiteCpp.h", False)
    assert complaint("store/writer.cpp", "claim/extract.hpp", True)
    assert complaint("base/decimal.cpp", "date/date.h", False)
    assert complaint("text/document.cpp", "quantity/scanner.hpp", True)
    assert complaint("load/load.cpp", "cli/options.hpp", True)
    assert complaint("load/load.cpp", "boost/regex.hpp", False)
    assert complaint("base/calendar.cpp", "date/date.h", False) is None
    assert complaint("store/writer.cpp", "claim/claim.hpp", True) is None


def main():
    self_check()
    found, files = check(sys.argv[1])
    print("\n".join(found) if found else f"layering: {files} files, all include lines allowed")
    sys.exit(1 if found or files == 0 else 0)


main()
