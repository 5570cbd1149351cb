#!/usr/bin/env python3
"""Collects what the repository holds of the language as inputs to begin fuzzing with: corpus.py DIR

Every declaration of the examples, every source of the golden cases, and every text of several lines in the
tests and in the catalogue of messages becomes one small file.
"""
import hashlib
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
LONGEST = 2_000


def files(folder, ending):
    for place, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(names):
            if name.endswith(ending):
                with open(os.path.join(place, name), encoding="utf-8") as file:
                    yield file.read()


def texts():
    for text in files("Examples", ".kpi"):
        yield from re.split(r"\n\n(?=\S)", text)
    for text in files("Tests/KPITests/Cases", ".md"):
        yield from re.findall(r"^## SOURCE[^\n]*\n\n```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    for folder in "Tests", "Sources/KPIDiagnostics/Catalogue":
        for text in files(folder, ".swift"):
            yield from re.findall(r'"""\n(.*?)\n *"""', text, re.DOTALL)


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for text in texts():
        content = text.encode()
        if len(content) <= LONGEST:
            with open(os.path.join(folder, hashlib.sha1(content).hexdigest()[:16]), "wb") as file:
                file.write(content)
    print(len(os.listdir(folder)), "inputs")


if __name__ == "__main__":
    main()
