"""The KPIs of each starter by month, as `kpi` computes them from the rows that it wrote, and as DuckDB does.

A starter's SQL stands in `starters/NAME.sql`. Its last query gives a row a month, and a column for each KPI by the KPI's
name; the columns decide what is asked of `kpi`. It reads the files of the starter's `data` folder by their names, and may
use a table `months`.
"""

import pathlib
import subprocess
import tempfile
from decimal import Decimal
from fractions import Fraction

import duckdb

FOLDER = pathlib.Path(__file__).parent / "starters"
MONTHS = """
  create table months as
    select month::date as month from range(date '2025-05-01', date '2026-11-01', interval 1 month) r(month)
"""


def exact(value):
    return Fraction(str(value)) if isinstance(value, (Decimal, float)) else value


def expected(name, project):
    """The header and the rows that the SQL gives."""
    database = duckdb.connect()
    database.execute(f"set file_search_path = '{project}/{name}/data'")
    database.execute(MONTHS)
    database.execute((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))
    header = [column[0] for column in database.description]
    rows = [[f"{row[0]:%Y-%m}", *map(exact, row[1:])] for row in database.fetchall()]
    return header, rows


def checks(program, output):
    """For each starter alone and all in one company, in dollars and in đồng: what was asked, the answer, and what it must be."""
    names = sorted(path.stem for path in FOLDER.glob("*.sql"))
    for options in [["--department", name] for name in names] + [["--all"]]:
        for language in ("en", "vi"):
            with tempfile.TemporaryDirectory() as project:
                subprocess.run(
                    [program, "new", project, *options, "--language", language],
                    check=True, stdout=subprocess.DEVNULL)
                # A company with every department has no numbers beside theirs, and so no folder of a strategy's own.
                for name in [name for name in names if (pathlib.Path(project) / name).is_dir()]:
                    header, rows = expected(name, project)
                    command = f"eval {','.join(header[1:])} --by month --from 2025-05 --to 2026-10"
                    found = output(program, f"{command} --as-of 2026-10-31", project)
                    yield f"{name}, {language}: kpi {command}", found, (" ".join(header), rows)


def untold(program):
    """The departments without an SQL file."""
    listed = subprocess.run(
        [program, "new", "--list"], check=True, capture_output=True, encoding="utf-8").stdout
    names = {line.split()[0] for line in listed.splitlines()[2:] if line.strip()}
    return sorted(names - {path.stem for path in FOLDER.glob("*.sql")})
