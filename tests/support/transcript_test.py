#!/usr/bin/env python3
"""The transcript runner itself: it must fail where the output differs."""
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import transcript  # noqa: E402


class Matching(unittest.TestCase):
    def test_lines(self):
        self.assertTrue(transcript.matches(["a", "b"], ["a", "b"]))
        self.assertFalse(transcript.matches(["a"], ["a", "b"]))
        self.assertFalse(transcript.matches(["a", "b"], ["a"]))
        self.assertFalse(transcript.matches([], ["a"]))

    def test_any_run_of_lines(self):
        self.assertTrue(transcript.matches(["a", "...", "d"], ["a", "b", "c", "d"]))
        self.assertTrue(transcript.matches(["..."], []))
        self.assertTrue(transcript.matches(["...", "b", "...", "d"], ["b", "c", "b", "d"]))
        self.assertFalse(transcript.matches(["...", "x"], ["a", "b"]))

    def test_expressions(self):
        self.assertTrue(transcript.line_matches(r"{{\d+}} figures (all)", "14 figures (all)"))
        self.assertFalse(transcript.line_matches(r"{{\d+}} figures", "no figures"))
        self.assertFalse(transcript.line_matches("a.c", "abc"))


class Running(unittest.TestCase):
    def status_of(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.test")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            return transcript.run_transcript(path, "/bin/echo", folder)

    def test_as_expected(self):
        self.assertEqual(self.status_of("# says what it got\n$ figbook one two\none two\n"), 0)
        self.assertEqual(self.status_of("$ echo no >&2; exit 3\n! no\n? 3\n"), 0)
        self.assertEqual(self.status_of("$ cat <<'END'\n$ x\n# y\nEND\n{{\\$}} x\n{{#}} y\n"), 0)

    def test_not_as_expected(self):
        self.assertEqual(self.status_of("$ figbook one\ntwo\n"), 1)
        self.assertEqual(self.status_of("$ exit 3\n"), 1)
        self.assertEqual(self.status_of("$ echo no >&2\n"), 1)
        self.assertEqual(self.status_of("$ true\nsomething\n"), 1)
        self.assertEqual(self.status_of("# only a comment\n"), 1)

    def test_skipped(self):
        self.assertEqual(self.status_of("$ needs /no/such/file\n$ false\n"), transcript.SKIPPED)


if __name__ == "__main__":
    unittest.main(buffer=True)
