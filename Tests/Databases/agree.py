#!/usr/bin/env python3
"""Asks the same questions of files and of databases, and demands the same answers.

    agree.py KPI [--engine sqlite,duckdb,postgresql] [--questions N] [--seed N] [PROJECT…]

Each project's files are loaded into a database of each engine, and its tables are declared to be there. Every metric
is asked by several grains, breakdowns and filters, of the files, of the database, and of the database with
`--engine native`. Whole numbers and decimals have to be equal, others to 12 digits.

The drivers are those of the active Python environment: adbc-driver-sqlite, adbc-driver-postgresql and duckdb. DuckDB's
package is a module of Python, so Python's library is loaded before the program; PostgreSQL is started for the purpose.
"""
import argparse
import csv
import glob
import json
import math
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
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


def type_of(kind, engine):
    if kind == "boolean":
        return "boolean" if engine != "sqlite" else "integer"
    if kind in ("text", "date", "timestamp", "timestamptz", "integer"):
        if engine == "sqlite":
            return "integer" if kind == "integer" else "text"
        return {"text": "text" if engine == "postgresql" else "varchar", "integer": "bigint"}.get(kind, kind)
    return "real" if engine == "sqlite" else "decimal(20, 6)"


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


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def create(table, engine):
    kinds = table.present()
    if engine != "sqlite":
        zoned = table.zoned()
        kinds = [(name, "timestamptz" if place in zoned else kind) for place, (name, kind) in enumerate(kinds)]
    columns = ", ".join(f"{quoted(name)} {type_of(kind, engine)}" for name, kind in kinds)
    return f"create table {quoted(table.name)} ({columns})"


class SQLite:
    name = "sqlite"

    def load(self, found, folder):
        path = os.path.join(folder, "data.sqlite")
        connection = sqlite3.connect(path)
        for table in found:
            connection.execute(create(table, self.name))
            marks = ",".join("?" * len(table.present()))
            connection.executemany(f"insert into {quoted(table.name)} values ({marks})", table.rows())
        connection.commit()
        connection.close()
        return f'driver sqlite\n  uri    "{path}"', {}

    def close(self):
        pass


class DuckDB:
    name = "duckdb"

    def load(self, found, folder):
        import duckdb
        path = os.path.join(folder, "data.duckdb")
        connection = duckdb.connect(path)
        for table in found:
            connection.execute(create(table, self.name))
            rows = list(table.placed(self.zone))
            marks = ",".join("?" * len(table.present()))
            if rows:
                connection.executemany(f"insert into {quoted(table.name)} values ({marks})", rows)
        connection.close()
        library = os.path.join(sysconfig.get_config_var("LIBDIR") or "", sysconfig.get_config_var("INSTSONAME") or "")
        if not os.path.exists(library) or ".so" not in library:
            library = f"libpython3.{sys.version_info.minor}.so.1.0"
        return f'driver duckdb\n  uri    "{path}"', {"LD_PRELOAD": library}

    def close(self):
        pass


class PostgreSQL:
    name = "postgresql"

    def __init__(self):
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.folder = tempfile.mkdtemp(prefix="kpi-postgresql-")
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        self.port = 20000 + os.getpid() % 20000
        self.run("initdb", "-D", self.folder + "/data", "-A", "trust", "-U", "kpi", "-E", "UTF8", "--locale=C.UTF-8")
        self.run("pg_ctl", "-D", self.folder + "/data", "-w", "-l", self.folder + "/log", "-o",
                 f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start")
        self.count = 0

    def run(self, program, *arguments):
        command = [os.path.join(self.programs, program), *arguments]
        if self.user:
            command = ["setpriv", "--reuid", self.user, "--regid", self.user, "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder)

    def load(self, found, folder):
        self.count += 1
        database = f"data{self.count}"
        psql = [os.path.join(self.programs, "psql"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "kpi", "-q",
                "-v", "ON_ERROR_STOP=1"]
        subprocess.run(psql + ["-d", "postgres", "-c", f"create database {database}"], check=True)
        script = []
        for table in found:
            script.append(create(table, self.name) + ";")
            script.append(f"copy {quoted(table.name)} from stdin with (format csv, null '\\N');")
            for row in table.placed(self.zone):
                script.append(",".join("\\N" if cell is None else '"' + str(cell).replace('"', '""') + '"'
                                       for cell in row))
            script.append("\\.")
        subprocess.run(psql + ["-d", database], input="\n".join(script) + "\n", text=True, check=True)
        return f'driver postgresql\n  uri    "postgresql://kpi@127.0.0.1:{self.port}/{database}"', {}

    def close(self):
        self.run("pg_ctl", "-D", self.folder + "/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


ENGINES = {"sqlite": SQLite, "duckdb": DuckDB, "postgresql": PostgreSQL}


def moved(project, found, source, folder):
    """The project with its tables in a database."""
    shutil.copytree(project, folder)
    names = {table.name for table in found}
    for path in glob.glob(os.path.join(folder, "**", "*.kpi"), recursive=True):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = TABLE.sub(
            lambda match: f"table {match.group(1)}{match.group(2) or ''} from warehouse "
            f"\"{match.group(1).strip('`')}\"" if match.group(1).strip("`") in names else match.group(0), text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(folder, "warehouse.kpi"), "w", encoding="utf-8") as file:
        file.write(f"source warehouse {{\n  {source}\n}}\n")


def questions(kpi, project, count, numbers):
    listed = subprocess.run([kpi, "list", "metrics", "--format", "json", "--project", project], capture_output=True,
                            text=True, check=True)
    kpis = subprocess.run([kpi, "list", "kpis", "--format", "json", "--project", project], capture_output=True,
                          text=True, check=True)
    names = [row["name"] for text in (listed.stdout, kpis.stdout) for row in json.loads(text)["rows"]]
    breakdowns = [f"{table.name}.{name}" for table in tables(project) for name, kind in table.columns
                  if kind in ("text", "boolean") and re.fullmatch(r"\w+", name)]
    grains = ["day", "week", "month", "quarter", "half", "year", "fiscal quarter", "fiscal year"]
    ranges = [[], ["--from", "2026-01"], ["--from", "2025-11", "--to", "2026-06"], ["--to", "2026-02-15"]]
    for _ in range(count):
        asked = numbers.sample(names, min(len(names), numbers.choice([1, 1, 1, 2, 3])))
        by = [numbers.choice(grains)] if numbers.random() < 0.8 else []
        if breakdowns and numbers.random() < 0.4:
            by += numbers.sample(breakdowns, min(len(breakdowns), numbers.choice([1, 1, 2])))
        line = ["eval", ",".join(dict.fromkeys(asked))]
        if by:
            line += ["--by", ",".join(by)]
        yield line + numbers.choice(ranges) + ["--as-of", numbers.choice(["2026-10-31", "2026-08-17", "2026-03-31"])]


def ask(kpi, project, line, variables, *options):
    done = subprocess.run([kpi, *line, *options, "--format", "json", "--project", project], capture_output=True,
                          text=True, env={**os.environ, **variables})
    return done.returncode, done.stdout, done.stderr


def same(left, right):
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, float) or isinstance(right, float):
        return left == right or (isinstance(left, (int, float)) and isinstance(right, (int, float))
                                 and math.isclose(left, right, rel_tol=1e-12))
    return left == right


def agree(one, other):
    if one[0] != other[0]:
        return False
    try:
        return same(json.loads(one[1]), json.loads(other[1])) if one[0] == 0 else True
    except json.JSONDecodeError:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kpi")
    parser.add_argument("projects", nargs="*")
    parser.add_argument("--engine", default="sqlite,duckdb,postgresql")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    kpi = os.path.abspath(options.kpi)
    scratch = tempfile.mkdtemp(prefix="kpi-agree-")
    projects = [os.path.abspath(project) for project in options.projects]
    if not projects:
        whole = os.path.join(scratch, "whole")
        subprocess.run([kpi, "new", whole, "--all"], check=True, stdout=subprocess.DEVNULL)
        projects = sorted(glob.glob(os.path.join(os.path.dirname(__file__), "..", "..", "Examples", "*", ""))) + [whole]
        projects = [os.path.normpath(project) for project in projects]
    engines = [ENGINES[name]() for name in options.engine.split(",")]
    failures = 0
    try:
        for project in projects:
            found = tables(project)
            if not found:
                continue
            lines = list(questions(kpi, project, options.questions, random.Random(options.seed)))
            expected = [ask(kpi, project, line, {}) for line in lines]
            answered = sum(result[0] == 0 for result in expected)
            for engine in engines:
                folder = tempfile.mkdtemp(prefix=f"{engine.name}-", dir=scratch)
                engine.zone = zone(project)
                source, variables = engine.load(found, folder)
                copy = os.path.join(folder, "project")
                moved(project, found, source, copy)
                wrong = 0
                for line, one in zip(lines, expected):
                    for extra in ([], ["--engine", "native"]):
                        other = ask(kpi, copy, line, variables, *extra)
                        if not agree(one, other):
                            wrong += 1
                            if wrong <= 5:
                                print(f"DIFFERS {engine.name} {' '.join(extra)}: kpi {' '.join(line)}")
                                print("  files:   ", one[0], (one[1] or one[2])[:1500].replace("\n", " "))
                                print("  database:", other[0], (other[1] or other[2])[:1500].replace("\n", " "))
                failures += wrong
                print(f"{os.path.basename(project)}: {engine.name}: {len(lines)} questions twice, {answered} of them "
                      f"answered, {wrong} differ", flush=True)
    finally:
        for engine in engines:
            engine.close()
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
