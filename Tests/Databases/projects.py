"""Projects whose tables are moved from files into a database, and the golden cases as such projects."""
import csv
import glob
import os
import re
import shlex
import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

OFFSET = re.compile(r"(Z|[+-]\d\d:?\d\d)$")
COLUMN = re.compile(r"^\s+(`[^`]+`|[\w]+)\s*:\s*(.+?)\s*(?://.*)?$")
TABLE = re.compile(r'^table\s+(`[^`]+`|\w+)(\s+"[^"]*")?\s+from\s+"([^"]+)"', re.M)


class Table:
    def __init__(self, folder, path, match, text):
        self.name, self.path = match.group(1).strip("`"), os.path.join(folder, match.group(3))
        body = text[match.end():].split("\n}", 1)[0]
        self.is_foreign = re.search(r"^\s+(numbers|dates)\s+\"", body, re.M) is not None
        self.columns = []
        for line in body.splitlines()[1:]:
            found = COLUMN.match(line)
            if found:
                header = re.search(r'from\s+"([^"]+)"', found.group(2))
                kind = re.match(r"(\w+)", found.group(2)).group(1)
                name = found.group(1).strip("`")
                self.columns.append((header.group(1) if header else name, kind))

    def rows(self):
        with open(self.path, encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter="\t" if self.path.endswith(".tsv") else ",")
            header = next(reader)
            places = [(header.index(name), kind) for name, kind in self.columns if name in header]
            for row in reader:
                if row:
                    yield [value(row[place], kind) for place, kind in places]

    def zoned(self):
        """The places of the columns that hold moments with an offset, which are points in time."""
        moments = [place for place, (_, kind) in enumerate(self.present()) if kind == "timestamp"]
        return {place for row in self.rows() for place in moments if row[place] and OFFSET.search(row[place])}

    def placed(self, zone):
        """The rows, with an offset for the moments beside those that have one: the clock on the company's wall."""
        zoned = self.zoned()
        for row in self.rows():
            for place in zoned:
                if row[place] and not OFFSET.search(row[place]):
                    row[place] = datetime.fromisoformat(row[place]).replace(tzinfo=ZoneInfo(zone)).isoformat()
            yield row

    def present(self):
        with open(self.path, encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file, delimiter="\t" if self.path.endswith(".tsv") else ","))
        return [(name, kind) for name, kind in self.columns if name in header]


def value(text, kind):
    text = text.strip() if kind != "text" else text
    if text == "":
        return None
    if kind == "boolean":
        return text.lower() in ("true", "yes", "1", "t", "y")
    if kind == "percent" and text.endswith("%"):
        return str(float(text[:-1]) / 100)
    return text


def tables(folder):
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.kpi"), recursive=True)):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for match in TABLE.finditer(text):
            table = Table(folder, path, match, text)
            if not table.is_foreign and os.path.exists(table.path) and table.path.endswith((".csv", ".tsv")):
                found.append(table)
    return found


def zone(folder):
    for path in glob.glob(os.path.join(folder, "**", "*.kpi"), recursive=True):
        with open(path, encoding="utf-8") as file:
            found = re.search(r'^\s+timezone\s+"([^"]+)"', file.read(), re.M)
        if found:
            return found.group(1)
    return "UTC"


def moved(project, found, engine, source, folder):
    """The project with its tables in a database."""
    shutil.copytree(project, folder)
    names = {table.name for table in found}
    for path in glob.glob(os.path.join(folder, "**", "*.kpi"), recursive=True):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = TABLE.sub(
            lambda match: f"table {match.group(1)}{match.group(2) or ''} from warehouse "
            f"\"{engine.relation(match.group(1).strip('`'))}\"" if match.group(1).strip("`") in names
            else match.group(0), text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(folder, "warehouse.kpi"), "w", encoding="utf-8") as file:
        file.write(f"source warehouse {{\n  {source}\n}}\n")


SECTION = re.compile(r"^## (SOURCE|DATA|ASK)(?: (.+?))?\s*\n\s*(`{3,})\n(.*?)^\3\s*$", re.M | re.S)


def golden(folder, scratch):
    """The golden cases that ask about data: for each its name, a project, and the questions."""
    for path in sorted(glob.glob(os.path.join(folder, "*", "*.md"))):
        with open(path, encoding="utf-8", newline="") as file:
            sections = SECTION.findall(file.read())
        lines = [shlex.split(line) for kind, _, _, body in sections if kind == "ASK" for line in body.splitlines()]
        lines = [line for line in lines if line and line[0] in ("eval", "status")]
        if not lines or not any(kind == "DATA" for kind, *_ in sections):
            continue
        name = os.path.relpath(path, folder)[:-3]
        project = os.path.join(scratch, name.replace("/", "-"))
        for kind, argument, _, body in sections:
            if kind != "ASK":
                target = os.path.join(project, argument or "case.kpi")
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "w", encoding="utf-8", newline="") as file:
                    file.write(body)
        yield name, project, [without_format(line) for line in lines]


def without_format(line):
    """A question without the options that say how its answer is written, and without what a file is asked for."""
    kept, words = [], iter(line)
    for word in words:
        if word in ("--format", "--engine", "--threads", "--color"):
            next(words, None)
        elif not word.startswith(("--format=", "--color=")):
            kept.append(word)
    return kept
