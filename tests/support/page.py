#!/usr/bin/env python3
"""Reads html reports and drawings as a strict reader would, and says what is in them.

    page.py FILE.html|FILE.svg...          prints one line a file
    page.py --text FILE.html               and the cells, one row a line, marked words in [ ]

Exits with 1 for what is not well-formed, a link that could run something, anything taken from elsewhere, and code that the
page's own policy would not let run.
"""
import base64
import hashlib
import html.parser
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

VOID = {"br", "hr", "img", "input", "link", "meta", "col", "wbr"}
RAW = {"script", "style"}
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.problems, self.ids = [], [], set()
        self.tables, self.rows, self.charts, self.links, self.marks = 0, [], 0, [], 0
        self.policy, self.code = None, []

    def wrong(self, message):
        self.problems.append(f"line {self.getpos()[0]}: {message}")

    def handle_starttag(self, tag, attributes, closed=False):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.wrong(f"an attribute of <{tag}> is there twice")
        values = dict(attributes)
        for name, value in values.items():
            if name.startswith("on") or name == "style":
                self.wrong(f"<{tag} {name}=...>")
            if name in ADDRESSES:
                if tag != "a" or not re.match(r"(https?://|#)", value or ""):
                    self.wrong(f"<{tag} {name}={value!r}>")
                self.links.append(value)
        if "id" in values:
            if values["id"] in self.ids:
                self.wrong(f"the id {values['id']} is there twice")
            self.ids.add(values["id"])
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        self.tables += tag == "table"
        self.marks += tag == "mark"
        self.charts += "data-chart" in values
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag == "mark":
            self.add("[")
        if tag in VOID:
            return
        if closed:
            return self.wrong(f"<{tag}/> is not empty in HTML")
        self.stack.append((tag, values))
        if tag in RAW:
            self.code.append([tag, values.get("type", ""), ""])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes, closed=True)

    def handle_endtag(self, tag):
        if tag == "mark":
            self.add("]")
        if not self.stack or self.stack[-1][0] != tag:
            return self.wrong(f"</{tag}> closes {self.stack[-1][0] if self.stack else 'nothing'}")
        self.stack.pop()

    def handle_data(self, data):
        if self.stack and self.stack[-1][0] in RAW:
            self.code[-1][2] += data
        else:
            self.add(data)

    def add(self, text):
        if self.rows and any(tag in ("td", "th") for tag, _ in self.stack):
            self.rows[-1][-1] += text

    def check_policy(self):
        if not self.policy or "default-src 'none'" not in self.policy or "unsafe" in self.policy:
            self.wrong(f"a weak policy: {self.policy}")
            return
        for tag, kind, text in self.code:
            if kind == "application/json":
                json.loads(text)
                continue
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            allowed = re.search(rf"{tag}-src ([^;]*)", self.policy)
            if not allowed or f"'sha256-{digest}'" not in allowed.group(1):
                self.wrong(f"the policy does not let its own {tag} run")


def read_page(text):
    page = Page()
    page.feed(text)
    page.close()
    if page.stack:
        page.wrong(f"<{page.stack[-1][0]}> is never closed")
    page.check_policy()
    for position, character in enumerate(text):
        if ord(character) < 32 and character not in "\t\n":
            page.problems.append(f"character {position}: a control character")
    return page


def read_drawing(text):
    root = ElementTree.fromstring(text)
    names = [element.tag.split("}")[1] for element in root.iter()]
    problems = [f"<{name}>" for name in names if name in ("script", "foreignObject", "image", "a", "use")]
    for element in root.iter():
        problems += [f"an attribute {name}" for name in element.attrib if name.startswith("on") or "href" in name]
    points = sum(1 for element in root.iter() if element.tag.endswith("}g"))
    words = [element.text or "" for element in root.iter() if element.tag.endswith("}text")]
    return f"drawing, {points} points, {len(words)} texts", problems


def main():
    files = [name for name in sys.argv[1:] if name != "--text"]
    failed = False
    for name in files:
        with open(name, encoding="utf-8", newline="") as file:
            text = file.read()
        if name.endswith(".svg"):
            said, problems = read_drawing(text)
        else:
            page = read_page(text)
            problems = page.problems
            said = (f"page, tables {page.tables}, rows {len(page.rows) - page.tables}, links {len(page.links)}, "
                    f"marks {page.marks}, charts {page.charts}")
        print(f"{name}: {said}")
        if "--text" in sys.argv:
            for row in page.rows:
                print(" | ".join(re.sub(r"\s+", " ", cell).strip() for cell in row))
        for problem in problems:
            print(f"{name}: {problem}")
            failed = True
    sys.exit(1 if failed or not files else 0)


main()
