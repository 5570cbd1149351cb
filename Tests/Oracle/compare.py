"""Compares kpi's numbers with those of DuckDB, from the same rows.

    python3 Tests/Oracle/compare.py [KPI]

The files in `Examples/*/expected` are compared with what DuckDB computes. With the path of the program, its output is
compared with them byte by byte, and the starters that it writes are evaluated by both engines. The last line counts the
files that agree; the exit status is 1 unless all do.
"""

import csv
import pathlib
import shlex
import subprocess
import sys
import tempfile
from fractions import Fraction

import coffee
import cua_hang
import shop
import starters

ROOT = pathlib.Path(__file__).resolve().parents[2]


def agrees(text, value):
    """Whether a cell says a value: exactly, or as the number nearest to it that a machine has."""
    if value is None or isinstance(value, str):
        return text == (value or "")
    try:
        found = Fraction(text)
    except (ValueError, ZeroDivisionError):
        return False
    return found == value or abs(found - value) <= abs(Fraction(value)) * Fraction(1, 10**14)


def differences(text, header, rows):
    """What is not as expected, one line a cell."""
    lines = list(csv.reader(text.splitlines()))
    found_header, found = (lines[0], lines[1:]) if lines else ([], [])
    if found_header != header.split():
        return [f"the header is {','.join(found_header)}"]
    if len(found) != len(rows):
        return [f"{len(found)} rows instead of {len(rows)}"]
    return [
        f"line {number}, {name}: {text or 'nothing'} instead of {value}"
        for number, (cells, values) in enumerate(zip(found, rows), 2)
        for name, text, value in zip(found_header, cells, values) if not agrees(text, value)
    ]


def examples():
    """The file, its text and what it must say, for every file of every example."""
    for name, oracle in (("coffee", coffee), ("cua-hang", cua_hang)):
        folder = ROOT / "Examples" / name
        expected = oracle.expected(str(folder))
        present = {path.name for path in (folder / "expected").glob("*.csv")}
        for file in sorted(present ^ expected.keys()):
            yield f"{name}/{file}", "", ("a file that both have", [])
        for file in sorted(present & expected.keys()):
            text = (folder / "expected" / file).read_text(encoding="utf-8")
            yield f"{name}/{file}", text, expected[file]


def output(program, command, folder):
    """What the program prints for a command on a project, or why it does not."""
    arguments = shlex.split(command) + ["--format", "csv", "--project", str(folder)]
    ran = subprocess.run(
        [program, *arguments], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    return ran.stdout if ran.returncode == 0 else ran.stderr


def commands(program):
    """Whether the program prints the bytes of every expected file."""
    for list_of_commands in sorted(ROOT.glob("Examples/*/expected/commands.txt")):
        folder = list_of_commands.parent
        for line in list_of_commands.read_text(encoding="utf-8").splitlines():
            command, file = line.rsplit(" > ", 1)
            found = output(program, command, folder.parent)
            same = found.encode() == (folder / file).read_bytes()
            yield f"{folder.parent.name}: kpi {command}", [] if same else [f"prints {found[:500]}"]


def starter(program):
    """The same for the starter, whose numbers the program computes now."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "new", folder], check=True, stdout=subprocess.DEVNULL)
        expected = shop.expected(folder)
        for file, command in shop.COMMANDS.items():
            found = output(program, f"{command} --as-of 2026-10-31", folder)
            yield f"starter: kpi {command}", found, expected[file]


def main():
    results = [
        (name, differences(text, header, rows)) for name, text, (header, rows) in examples()
    ]
    if len(sys.argv) > 1:
        program = str(pathlib.Path(sys.argv[1]).resolve())
        results += commands(program)
        results += [
            (name, differences(text, header, rows))
            for name, text, (header, rows) in [*starter(program), *starters.checks(program, output)]
        ]
        results += [(f"{name}: its SQL", ["is missing"]) for name in starters.untold(program)]
    failed = 0
    for name, problems in results:
        failed += bool(problems)
        for problem in problems[:5]:
            print(f"{name}: {problem}")
        if len(problems) > 5:
            print(f"{name}: {len(problems) - 5} more")
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
