"""Rows for a specification whose tables are only declared: random, but such as the declarations ask for."""
import csv
import glob
import os
import random
import re
import shutil
from datetime import date, datetime, timedelta

DECLARED = re.compile(r'^(table (\w+)(?: "[^"]*")?) \{\n(.*?)^\}', re.M | re.S)
LINE = re.compile(r"^  (\w+):\s+(.+?)\s*(?://.*)?$", re.M)
LISTED = re.compile(r'in \(([^)]*)\)')
ROWS = 80
FIRST = date(2025, 1, 1)


def filled(project, folder, seed):
    """A copy of the project in which each table has a file of random rows."""
    shutil.copytree(project, folder)
    numbers = random.Random(seed)
    texts = {}
    for path in glob.glob(os.path.join(folder, "*.kpi")):
        with open(path, encoding="utf-8") as file:
            texts[path] = file.read()
    columns = {name: LINE.findall(joined(body)) for text in texts.values() for _, name, body in DECLARED.findall(text)}
    os.makedirs(os.path.join(folder, "data"))
    for name, declared in columns.items():
        with open(os.path.join(folder, "data", name + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column for column, _ in declared])
            for place in range(ROWS):
                writer.writerow(row(name, place, declared, columns, numbers))
    for path, text in texts.items():
        with open(path, "w", encoding="utf-8") as file:
            file.write(DECLARED.sub(lambda found: found.group(0).replace(
                found.group(1), f'{found.group(1)} from "data/{found.group(2)}.csv"', 1), text))


def joined(body):
    """The body with each list of values on one line."""
    return re.sub(r"\(\s*([^()]*?)\s*\)", lambda found: "(" + " ".join(found.group(1).split()) + ")", body)


def row(name, place, declared, columns, numbers):
    day = FIRST + timedelta(days=numbers.randrange(640))
    moment = datetime(day.year, day.month, day.day, numbers.randrange(24), numbers.randrange(60))
    values = []
    for column, kind in declared:
        # Later columns are later in time, so that what ends has begun.
        day += timedelta(days=numbers.randrange(0, 40))
        moment += timedelta(minutes=numbers.randrange(0, 3000))
        if " optional" in kind and numbers.random() < 0.15:
            values.append("")
        else:
            values.append(value(name, place, kind, columns, day, moment, numbers))
    return values


def value(name, place, kind, columns, day, moment, numbers):
    target = re.search(r"-> (\w+)", kind)
    listed = LISTED.search(kind)
    if " key" in kind:
        return {"text": f"{name}-{place}", "integer": place}.get(kind.split()[0], FIRST + timedelta(days=place))
    if target:
        return f"{target.group(1)}-{numbers.randrange(ROWS)}"
    if listed:
        return numbers.choice(re.findall(r'"([^"]*)"', listed.group(1)))
    return {
        "text": lambda: f"{numbers.choice('abcdefgh')}{numbers.randrange(4)}",
        "boolean": lambda: numbers.choice(["true", "false"]),
        "date": lambda: day,
        "timestamp": lambda: moment.isoformat(sep=" "),
        "integer": lambda: numbers.randrange(1, 12),
    }.get(kind.split()[0], lambda: round(numbers.random() * 900, 2))()
