#!/usr/bin/env python3
"""Measures what it costs to let a database answer: the queries that `kpi` writes beside the same questions written by
hand, on the same file of Parquet, in one connection of DuckDB and in alternating rounds.

    databases.py --kpi .build/release/kpi --data FOLDER [--rows 10000000] [--rounds 9] [--cluster sail]

It needs the package `duckdb` in the active Python environment. It fails where an answer differs, where the table is scanned
more than once for a question, and where `--most` is given and a ratio is above it. With `--cluster` the same questions are
asked of a cluster on this machine, too, which reads the same file: `sail`, or `spark` in an environment with pyspark.
"""
import argparse
import csv
import io
import math
import os
import statistics
import subprocess
import sys
import sysconfig
import time

import duckdb

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Databases"))
from engines import ENGINES  # noqa: E402

REGIONS = ["north", "south", "east", "west", "online"]
STATUSES = ["paid", "open", "returned", "lost"]

SPECIFICATION = """company "Benchmark" {
  currency USD
}

source lake {
  SOURCE
}

table orders from lake "orders.parquet" {
  id:        integer
  placed_on: date time
  region:    text
  status:    text
  channel:   text optional
  amount:    USD
  quantity:  integer
}

metric revenue = sum(orders.amount where status = "paid")
metric orders_paid = count(orders where status = "paid")
metric order_value = revenue / orders_paid
"""


def scorecard():
    """Fifty KPIs over one table: sums, counts and ratios of rows that filters tell apart."""
    lines, names = [], []
    for region in REGIONS:
        for status in STATUSES:
            names += [f"{region}_{status}", f"{region}_{status}_value"]
            where = f'where region = "{region}" and status = "{status}"'
            lines.append(f"metric {names[-2]} = count(orders {where})")
            lines.append(f"metric {names[-1]} = sum(orders.amount {where})")
    for region in REGIONS:
        names += [f"{region}_units", f"{region}_average"]
        lines.append(f'metric {names[-2]} = sum(orders.quantity where region = "{region}")')
        lines.append(f'metric {names[-1]} = average(orders.amount where region = "{region}")')
    return "\n".join(lines) + "\n", names


def scorecard_by_hand(path):
    columns = []
    for region in REGIONS:
        for status in STATUSES:
            where = f"filter (where region = '{region}' and status = '{status}')"
            columns += [f"count(*) {where}", f"sum(amount) {where}"]
    for region in REGIONS:
        where = f"filter (where region = '{region}')"
        columns += [f"sum(quantity) {where}", f"avg(amount) {where}"]
    return (f"select date_trunc('month', placed_on), {', '.join(columns)} from read_parquet('{path}') "
            "where placed_on <= date '2026-12-31' group by 1 order by 1")


def question_by_hand(path):
    paid = "filter (where status = 'paid')"
    return (f"select date_trunc('month', placed_on), region, sum(amount) {paid}, count(*) {paid}, "
            f"sum(amount) {paid} / count(*) {paid} from read_parquet('{path}') "
            "where placed_on <= date '2026-12-31' group by 1, 2 order by 1, 2")


def write(path, rows):
    region = "['" + "','".join(REGIONS) + "'][cast(1 + hash(i * 7 + 1) % 5 as bigint)]"
    status = "['paid','paid','paid','paid','open','open','returned','lost'][cast(1 + hash(i * 11 + 3) % 8 as bigint)]"
    duckdb.sql(f"""copy (
        select i as id, date '2024-01-01' + cast(hash(i * 3 + 2) % 1000 as integer) as placed_on, {region} as region,
            {status} as status, case when hash(i * 13 + 5) % 10 < 9 then 'channel ' || (hash(i * 17 + 7) % 6) end as channel,
            cast((hash(i * 19 + 11) % 1000000) / 100.0 as decimal(12, 2)) as amount,
            cast(1 + hash(i * 23 + 13) % 9 as integer) as quantity
        from range({rows}) t(i)) to '{path}' (format parquet)""")


class Program:
    def __init__(self, kpi, project):
        self.kpi, self.project = os.path.abspath(kpi), project
        library = os.path.join(sysconfig.get_config_var("LIBDIR") or "", sysconfig.get_config_var("INSTSONAME") or "")
        self.variables = {**os.environ, "LD_PRELOAD": library, "VIRTUAL_ENV": sys.prefix}

    def run(self, *words):
        done = subprocess.run([self.kpi, *words, "--project", self.project, "--as-of", "2026-12-31"], text=True,
                              capture_output=True, env=self.variables)
        if done.returncode != 0:
            sys.exit(f"kpi {' '.join(words)}: {done.stderr}")
        return done.stdout

    def queries(self, names, by):
        text = self.run("sql", names, "--by", by, "--dialect", "duckdb")
        return [part for part in text.split(";") if "SELECT" in part]


def specify(project, source, metrics=""):
    with open(os.path.join(project, "benchmark.kpi"), "w", encoding="utf-8") as file:
        file.write(SPECIFICATION.replace("SOURCE", source) + "\n" + metrics)


def seconds(work, clock=time.perf_counter):
    start = clock()
    work()
    return clock() - start


def rounds(count, contenders):
    """The median times of contenders, which take turns: of all processors together, so that other work on the machine
    disturbs little."""
    times = {name: [] for name in contenders}
    for turn in range(count + 1):
        for name in sorted(contenders, reverse=turn % 2):
            spent = seconds(contenders[name], time.process_time)
            if turn:
                times[name].append(spent)
    return {name: statistics.median(spent) for name, spent in times.items()}


def scans(connection, query):
    """How often the table is read, as the engine itself reports."""
    return connection.execute("explain analyze " + query).fetchall()[0][1].count("READ_PARQUET")


def differing(ours, theirs, keys):
    """How many cells of an answer in CSV differ from the rows of a query written by hand."""
    rows = list(csv.reader(io.StringIO(ours)))[1:]
    wrong = abs(len(rows) - len(theirs))
    for row, other in zip(rows, theirs):
        for own, value in zip(row[keys:], other[keys:]):
            number = 0 if value is None else float(value)
            wrong += not math.isclose(float(own or 0), number, rel_tol=1e-12, abs_tol=1e-9)
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kpi", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--most", type=float)
    parser.add_argument("--cluster", choices=["sail", "spark"])
    options = parser.parse_args()
    project = os.path.abspath(os.path.join(options.data, f"lake-{options.rows}"))
    os.makedirs(project, exist_ok=True)
    path = os.path.join(project, "orders.parquet")
    if not os.path.exists(path):
        write(path, options.rows)
    metrics, names = scorecard()
    specify(project, "driver duckdb", metrics)
    program = Program(options.kpi, project)
    connection = duckdb.connect()
    failed = False
    print(f"{options.rows:,} rows, {os.path.getsize(path) / 1e6:.0f} MB of Parquet, DuckDB {duckdb.__version__}")
    asks = [
        ("three metrics by month and region", "revenue,orders_paid,order_value", "month,orders.region",
         question_by_hand(path), 2),
        (f"a scorecard of {len(names)} KPIs by month", ",".join(names), "month", scorecard_by_hand(path), 1),
    ]
    for title, asked, by, hand, keys in asks:
        queries = program.queries(asked, by)
        wrong = differing(program.run("eval", asked, "--by", by, "--format", "csv"),
                          connection.execute(hand).fetchall(), keys)
        times = rounds(options.rounds, {
            "kpi": lambda: [connection.execute(query).fetchall() for query in queries],
            "hand": lambda: connection.execute(hand).fetchall(),
        })
        read = sum(scans(connection, query) for query in queries)
        ratio = times["kpi"] / times["hand"]
        failed |= wrong > 0 or read != 1 or options.most is not None and ratio > options.most
        print(f"{title}: {times['kpi']:.3f} s of the processors, by hand {times['hand']:.3f} s, ratio {ratio:.3f}; "
              f"{len(queries)} query, the table read {read} time(s), {wrong} cells differ")
        whole = statistics.median(
            seconds(lambda: program.run("eval", asked, "--by", by, "--format", "csv")) for _ in range(5))
        print(f"  the whole command, its start and DuckDB's included: {whole:.3f} s")
    if options.cluster:
        engine = ENGINES[options.cluster]()
        try:
            specify(project, f'driver {engine.driver}\n  uri "{engine.address(project)}"', metrics)
            for title, asked, by, hand, keys in asks:
                answer = program.run("eval", asked, "--by", by, "--format", "csv")
                wrong = differing(answer, connection.execute(hand).fetchall(), keys)
                failed |= wrong > 0
                whole = statistics.median(
                    seconds(lambda: program.run("eval", asked, "--by", by, "--format", "csv")) for _ in range(3))
                print(f"{engine.name}: {title}: the whole command {whole:.3f} s, {wrong} cells differ", flush=True)
        finally:
            engine.close()
    small = os.path.join(options.data, "small")
    os.makedirs(small, exist_ok=True)
    if not os.path.exists(os.path.join(small, "orders.parquet")):
        write(os.path.join(small, "orders.parquet"), 100_000)
    specify(small, "driver duckdb")
    first = Program(options.kpi, small)
    print("first answer, 100,000 rows: "
          f"{statistics.median(seconds(lambda: first.run('eval', 'revenue')) for _ in range(9)):.3f} s")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
