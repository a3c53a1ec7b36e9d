#!/usr/bin/env python3
"""The page from outside: who asks for it, how many and how slowly, while articles are loaded."""
import concurrent.futures
import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import program  # noqa: E402

TEXT = "Prices in town {0}\nPrices rose 2% to €{0} million, Ann Lee said. The town has 300 shops.\n"


class Serve(program.Test):
    def setUp(self):
        super().setUp()
        self.write("one.txt", TEXT.format(7))
        self.assertEqual(self.figbook("load", "one.txt").status, 0)

    @contextlib.contextmanager
    def server(self, *words):
        """The program at a free port, until the block ends."""
        process = self.start("serve", "--port", "0", *words)
        try:
            line = process.stdout.readline().decode()
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            if not found:
                self.fail(line + process.stderr.read().decode())
            self.port = int(found.group(1))
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)
            process.stdout.close()
            process.stderr.close()

    def ask(self, method, path, body=None, headers=None):
        """Status, headers and body of one answer."""
        body = body.encode() if isinstance(body, str) else body
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def page(self, path):
        """The status of a page, as browsers and programs get it that come back when they are told to: a report that takes
        long on a busy machine is made beside the pages, and then shown."""
        deadline = time.monotonic() + 60
        while True:
            status, headers, _ = self.ask("GET", path)
            if headers["Retry-After"] is None or time.monotonic() > deadline:
                return status
            time.sleep(0.1)

    def token(self):
        return re.search(r'"token": "(\w+)"', self.ask("GET", "/load.json")[2]).group(1)

    def test_headers(self):
        with self.server():
            status, headers, body = self.ask("GET", "/")
            self.assertEqual(status, 200)
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
            self.assertIn("frame-ancestors 'none'", headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", headers["Content-Security-Policy"])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertLess(len(body), 100_000)
            self.assertEqual(self.ask("GET", "/", headers={"Host": "evil.example"})[0], 403)
            self.assertEqual(self.ask("PUT", "/figures")[0], 405)
            status, _, words = self.ask("GET", "/" + "a" * 9000)
            self.assertEqual(status, 414)
            self.assertIn("too long", words)
            self.assertIn('<a href="/">Home</a>', words)
            asset = re.search(r'src="(/assets/[^"]+)"', body).group(1)
            self.assertEqual(self.ask("GET", asset, headers={"Range": "bytes=0-1"})[0], 200)

    def test_lists_are_whole(self):
        for number in range(120):
            self.write(f"more/{number}.txt", TEXT.format(number + 100))
        self.assertEqual(self.figbook("load", "more").status, 0)
        with self.server():
            status, headers, body = self.ask("GET", "/articles.csv")
            self.assertEqual((status, body.count("\n")), (200, 122))
            self.assertIn("articles.csv", headers["Content-Disposition"])
            self.assertGreater(self.ask("GET", "/figures.csv")[2].count("\n"), 120)
            # Those who do not take theirs hold no page.
            idle = [socket.create_connection(("127.0.0.1", self.port), timeout=30) for _ in range(6)]
            try:
                for one in idle:
                    one.sendall(f"GET /figures.csv HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
                self.assertEqual(self.ask("GET", "/figures")[0], 200)
            finally:
                for one in idle:
                    one.close()

    def test_writes_need_the_token(self):
        with self.server():
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            good = "token=" + self.token() + "&text=" + TEXT.format(9).replace("%", "%25").replace(" ", "+").replace("\n", "%0A")
            self.assertEqual(self.ask("POST", "/load.json", good.split("&")[1], form)[0], 403)
            self.assertEqual(self.ask("POST", "/load.json", good, form | {"Origin": "http://evil.example"})[0], 403)
            self.assertEqual(self.ask("POST", "/load.json", good, form | {"Sec-Fetch-Site": "cross-site"})[0], 403)
            self.assertEqual(self.rows("SELECT count(*) FROM article"), [(1,)])
            status, _, body = self.ask("POST", "/load.json", good, form)
            self.assertEqual(status, 200, body)
            self.assertIn("loaded 1 article with 3 figures", body)
            self.assertEqual(self.rows("SELECT origin FROM article ORDER BY loaded_at DESC, origin DESC LIMIT 1"), [("pasted text",)])
            for bad in ("address=/etc/passwd", "address=file:///etc/passwd", "text=", "address=javascript:x"):
                self.assertEqual(self.ask("POST", "/load.json", f"token={self.token()}&{bad}", form)[0], 400, bad)
            # An address of this machine is no news.
            status, _, body = self.ask("POST", "/load.json", f"token={self.token()}&address=http://127.0.0.1:{self.port}/", form)
            self.assertEqual(status, 422, body)
        with self.server("--read-only"):
            self.assertEqual(self.ask("POST", "/load.json", "text=a", form)[0], 403)

    def test_reviews(self):
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        [(article,)] = self.rows("SELECT document_id FROM article")
        figure = f"article={article}&figure=1"
        with self.server():
            token = self.token()
            for bad in ("verdict=disputed&by=Ann", "verdict=confirmed", "verdict=perhaps&by=Ann", "verdict=corrected&by=Ann&note=x",
                        "verdict=corrected&by=Ann&note=x&value=many", "verdict=confirmed&by=Ann&value=5"):
                self.assertEqual(self.ask("POST", "/review.json", f"token={token}&{figure}&{bad}", form)[0], 400, bad)
            self.assertEqual(self.ask("POST", "/review.json", f"{figure}&verdict=confirmed&by=Ann", form)[0], 403)
            self.assertEqual(self.ask("POST", "/review.json", f"token={token}&article=1&figure=1&verdict=confirmed&by=Ann", form)[0], 404)
            # On the page the form comes back with what was typed.
            status, _, body = self.ask("POST", "/review", f"token={token}&{figure}&verdict=disputed&by=Ann+%3CLee%3E&value=7", form)
            self.assertEqual(status, 400)
            self.assertIn('role="alert"', body)
            self.assertIn('value="Ann &lt;Lee&gt;"', body)
            self.assertIn('value="7"', body)
            self.assertRegex(body, 'value="disputed" checked')
            self.assertEqual(self.rows("SELECT count(*) FROM review"), [(0,)])
            good = f"token={token}&{figure}&verdict=corrected&value=9.5+million&note=misprint&by=Ann+Lee"
            self.assertEqual(self.ask("POST", "/review.json", good, form)[0], 200)
            self.assertEqual(self.rows("SELECT verdict, corrected_value, reviewed_by FROM review"), [("corrected", "9500000", "Ann Lee")])
            self.assertIn('"value": "9500000"', self.ask("GET", "/figures.json?kind=money")[2])
            # A value that is far from what was read is asked about, beside its field.
            far = f"token={token}&{figure}&verdict=corrected&value=9.5+trillion&note=misprint&by=Ann+Lee"
            status, _, body = self.ask("POST", "/review.json", far, form)
            self.assertEqual(status, 400)
            self.assertRegex(body, "you wrote 9.5 trillion, [0-9,]+ times as much as the .* of the text")
            self.assertIn('name="sure"', self.ask("POST", "/review", far, form)[2])
            self.assertEqual(self.ask("POST", "/review.json", far + "&sure=1", form)[0], 200)
            self.assertIn('"value": "9500000000000"', self.ask("GET", "/figures.json?kind=money")[2])
            many = self.ask("POST", "/review", f"token={token}&{figure}&verdict=corrected&value=many&note=x&by=Ann", form)[2]
            self.assertRegex(many, 'class="field-problem"[^<]*<?[^<]*many.*id="review-value"[^>]*aria-invalid="true"')
            # As on the command line: what is unchanged is no correction, and `none` is no source of that name.
            (value, unit) = self.rows("SELECT value, unit FROM claim WHERE ordinal = 1")[0]
            same = f"token={token}&{figure}&verdict=corrected&value={value}&unit={unit}&note=x&by=Ann"
            status, _, body = self.ask("POST", "/review.json", same, form)
            self.assertEqual(status, 400)
            self.assertIn("that is how the figure is read already", body)
            self.assertEqual(self.ask("POST", "/review.json", same + "&source=none&high=9e9", form)[0], 200)
            self.assertEqual(self.rows("SELECT corrected_value, corrected_high, corrected_unit, corrected_source FROM review ORDER BY review_id DESC LIMIT 1"),
                             [(value, "9000000000", None, "")])
            wrong = f"token={token}&article={article}&figure=0&verdict=wrong&note=no+figure&by=Ann"
            self.assertEqual(self.ask("POST", "/review.json", wrong, form)[0], 200)
            self.assertIn('"total": 0', self.ask("GET", "/figures.json?kind=percent")[2])

    def test_a_file_keeps_its_name(self):
        with self.server():
            boundary = "----b"
            body = (f'--{boundary}\r\nContent-Disposition: form-data; name="token"\r\n\r\n{self.token()}\r\n--{boundary}\r\n'
                    'Content-Disposition: form-data; name="file"; filename="../../etc/news.txt"\r\nContent-Type: text/plain\r\n\r\n'
                    f'{TEXT.format(11)}\r\n--{boundary}--\r\n')
            status, _, answer = self.ask("POST", "/load.json", body.encode(),
                                         {"Content-Type": f"multipart/form-data; boundary={boundary}"})
            self.assertEqual(status, 200, answer)
            self.assertEqual(self.rows("SELECT origin FROM article WHERE origin <> 'one.txt'"), [("news.txt",)])

    def test_too_much(self):
        with self.server():
            connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
            with connection:
                connection.sendall(f"POST /load HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Length: 999999999999\r\n\r\n".encode())
                self.assertIn(b" 413 ", connection.recv(100))
            connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
            with connection:
                connection.sendall(f"POST /load HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
                self.assertIn(b" 411 ", connection.recv(100))

    def slow(self, count, stop):
        """Sockets that send a byte now and then."""
        sockets = [socket.create_connection(("127.0.0.1", self.port), timeout=30) for _ in range(count)]
        head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nX-Slow: ".encode() + b"a" * 1000

        def drip():
            for byte in head:
                for one in sockets:
                    with contextlib.suppress(OSError):
                        one.send(bytes([byte]))
                if stop.wait(1):
                    break
        thread = threading.Thread(target=drip)
        thread.start()
        return sockets, thread

    def test_the_slow_hold_nobody(self):
        stop = threading.Event()
        with self.server():
            sockets, thread = self.slow(100, stop)
            try:
                started = time.monotonic()
                for _ in range(20):
                    self.assertEqual(self.ask("GET", "/figures.json")[0], 200)
                if not program.Options.sanitized:
                    self.assertLess(time.monotonic() - started, 8)
            finally:
                stop.set()
                thread.join()
                for one in sockets:
                    one.close()

    def test_many_at_once_while_a_load_writes(self):
        for number in range(300):
            self.write(f"more/{number}.txt", TEXT.format(number + 100))
        with self.server():
            loader = subprocess.Popen([program.Options.figbook, "load", "more"], cwd=self.folder,
                                      env=program.environment(self.folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            paths = ["/", "/figures", "/figures.json?kind=money&sort=largest", "/articles", "/sources.json", "/figures?q=prices+town",
                     "/figures.json?sort=smallest&page=3", "/figures.json?publication=none", "/reports/sources", "/checks"]
            with concurrent.futures.ThreadPoolExecutor(60) as pool:
                answers = pool.map(lambda n: self.page(paths[n % len(paths)]), range(600))
                # One who reviews meanwhile waits for the load, and sees what came of it.
                [(article,)] = self.rows("SELECT document_id FROM article WHERE origin = 'one.txt'")
                form = {"Content-Type": "application/x-www-form-urlencoded"}
                review = f"token={self.token()}&article={article}&figure=1&verdict=corrected&value=990+million&note=x&by=Ann&sure=1"
                self.assertEqual(self.ask("POST", "/review.json", review, form)[0], 200)
                answers = set(answers)
            self.assertEqual(loader.wait(timeout=120), 0)
            self.assertEqual(answers, {200})
            deadline = time.monotonic() + 30
            while '"total": 301' not in self.ask("GET", "/articles.json")[2] and time.monotonic() < deadline:
                time.sleep(0.1)
            self.assertIn('"total": 301', self.ask("GET", "/articles.json")[2])
            # What lists say follows: all that was loaded, with what the review says.
            deadline = time.monotonic() + 30
            while '"total": 903' not in self.ask("GET", "/figures.json")[2] and time.monotonic() < deadline:
                time.sleep(0.1)
            self.assertEqual(self.rows("SELECT count(*) FROM figures"), [(903,)])
            for path, total, values in (("", 903, None), ("?kind=money&sort=largest", 301, ["990000000", "399000000", "398000000"]),
                                        ("?currency=EUR&sort=smallest", 301, ["100000000", "101000000"]),
                                        ("?review=corrected", 1, ["990000000"])):
                answer = json.loads(self.ask("GET", "/figures.json" + path)[2])
                self.assertEqual(answer["total"], total, path)
                if values:
                    self.assertEqual([one["value"] for one in answer["figures"][:len(values)]], values, path)
        self.assert_sound()

    def test_public_asks_for_the_password(self):
        self.assertEqual(self.figbook("serve", "--public").status, 2)
        self.write("secret", "correct horse\n")
        with self.server("--public", "--password-file", "secret") as process:
            self.assertEqual(self.ask("GET", "/figures.json")[0], 401)
            status, headers, _ = self.ask("GET", "/figures")
            self.assertEqual((status, headers["Location"]), (303, "/login?to=%2Ffigures"))
            status, headers, _ = self.ask("GET", "/figures?currency=EUR&kind=money")
            page = self.ask("GET", headers["Location"])[2]
            self.assertIn('name="to" value="/figures?currency=EUR&amp;kind=money"', page)
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            self.assertEqual(self.ask("POST", "/login", "password=wrong+horse", form)[0], 403)
            status, headers, _ = self.ask("POST", "/login", "password=correct+horse", form)
            self.assertEqual((status, headers["Location"]), (303, "/"))
            for to, leads in (("/figures%3Fcurrency%3DEUR", "/figures?currency=EUR"), ("//evil.example", "/"), ("https://evil.example", "/"),
                              ("/%5Cevil.example", "/"), ("/a%0D%0AX: y", "/"), ("/login", "/")):
                status, headers, _ = self.ask("POST", "/login", f"password=correct+horse&to={to}", form)
                self.assertEqual((status, headers["Location"]), (303, leads), to)
            cookie = headers["Set-Cookie"]
            self.assertIn("HttpOnly", cookie)
            self.assertIn("SameSite=Strict", cookie)
            self.assertEqual(self.ask("GET", "/figures.json", headers={"Cookie": cookie.split(";")[0]})[0], 200)
            self.assertIn("can read the whole database", process.stdout.readline().decode())

    def test_public_answers_to_names_it_is_known_by(self):
        self.write("secret", "correct horse\n")
        with self.server("--public", "--password-file", "secret", "--host", "desk.example"):
            for host, status in (("desk.example", 401), (f"127.0.0.1:{self.port}", 401), ("evil.example", 403), ("desk.example.evil.example", 403)):
                self.assertEqual(self.ask("GET", "/figures.json", headers={"Host": host})[0], status, host)
                self.assertEqual(self.ask("GET", "/login", headers={"Host": host})[0], 200 if status == 401 else 403, host)
            self.assertIn("--host", self.ask("GET", "/figures", headers={"Host": "evil.example"})[2])
        self.assertEqual(self.figbook("serve", "--host", "desk.example").status, 2)

    def browser(self, name, words):
        """A program that writes what it is given, in a folder of its own."""
        self.write(f"bin/{name}", f"#!/bin/sh\n{words}\n")
        os.chmod(self.path("bin", name), 0o755)

    def opened(self, environment):
        """The address that is served, what the browser was given, and what was told."""
        process = subprocess.Popen([program.Options.figbook, "serve", "--port", "0", "--open"], cwd=self.folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=program.environment(self.folder) | environment)
        try:
            address = re.search(r"http://\S+/", process.stdout.readline().decode()).group(0)
            deadline = time.monotonic() + 20
            while not os.path.exists(self.path("done")) and not environment.get("told") and time.monotonic() < deadline:
                time.sleep(0.02)
            told = process.stderr.readline().decode() if environment.get("told") else ""
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)
            process.stdout.close()
            process.stderr.close()
        given = ""
        if os.path.exists(self.path("given")):
            with open(self.path("given"), encoding="utf-8") as file:
                given = file.read()
            os.remove(self.path("given"))
        with contextlib.suppress(FileNotFoundError):
            os.remove(self.path("done"))
        return address, given, told

    def test_open(self):
        path = {"PATH": self.path("bin") + ":/bin:/usr/bin", "BROWSER": ""}
        self.browser("xdg-open", "echo desktop $# $1 > given; touch done")
        self.browser("reader", "echo own $# $1 > given; touch done")
        address, given, _ = self.opened(path)
        self.assertEqual(given, f"desktop 1 {address}\n")
        # BROWSER comes first, and the first of it that is there.
        address, given, _ = self.opened(path | {"BROWSER": "is-not-there:reader"})
        self.assertEqual(given, f"own 1 {address}\n")
        # What opens none is told, with the way on; the page is served all the same.
        self.browser("xdg-open", "exit 3")
        address, _, told = self.opened(path | {"told": "1"})
        self.assertEqual(told, f"figbook: no browser was opened (xdg-open ended with 3); open {address} yourself\n")
        address, _, told = self.opened({"PATH": "/nowhere", "BROWSER": "", "told": "1"})
        self.assertEqual(told, f"figbook: no browser can be opened (xdg-open: No such file or directory); open {address} yourself\n")

    def test_one_port_one_server(self):
        with self.server():
            ended = self.figbook("serve", "--port", str(self.port))
            self.assertEqual(ended.status, 2)
            self.assertIn("give another one with --port", ended.err)


if __name__ == "__main__":
    program.main()
