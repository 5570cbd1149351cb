#!/usr/bin/env python3
"""Measures kpi beside DuckDB, in alternating rounds, and checks that their results agree.

    run.py --kpi PATH --data DIR [--sizes 100k,1M,10M] [--metrics 1000,10000,100000] [--rounds 5]

DIR holds the generated files and should lie outside the repository; what is missing is generated.
Without --kpi only DuckDB is measured. Every number is a whole process: its start, its work, its end.
"""
import argparse
import csv
import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from decimal import Decimal, InvalidOperation

import generate

HERE = os.path.dirname(os.path.abspath(__file__))
AS_OF = "2025-12-31"
WORKLOADS = {
    "w1": ("order_count,revenue,units,buyers,average_order_value,median_price,p95_price,refund_rate,"
           "web_share,revenue_growth,revenue_3m,revenue_ytd", "month,region"),
    "w4": ("revenue", "month"),
}


class Run:
    """One finished process: its output, wall time in seconds and peak memory in MiB."""

    def __init__(self, command, folder=None, stdin=None):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, \
                open(stdin or os.devnull, "rb") as source:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=folder, stdin=source, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
            process.returncode = self.code = os.waitstatus_to_exitcode(status)
            self.mebibytes = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
            out.seek(0)
            err.seek(0)
            self.output, self.errors = out.read().decode(), err.read().decode()

    def demand(self, command, findings_allowed=False):
        if self.code != 0 and not (findings_allowed and self.code == 1):
            sys.exit(f"{' '.join(command)}: exit {self.code}\n{self.output[-2000:]}{self.errors[-2000:]}")
        return self


def native_duckdb(path):
    """The program itself: a launcher script of a package manager would add its own start-up time."""
    path = path or shutil.which("duckdb")
    if path:
        with open(path, "rb") as file:
            if file.read(2) != b"#!":
                return path
    try:
        import duckdb_cli
        return os.path.abspath(os.path.join(os.path.dirname(duckdb_cli.__file__), "duckdb"))
    except ImportError:
        return path


def rounds(number, contenders, findings_allowed=False):
    """Runs every contender once a round, in turn, after one round that is not counted."""
    runs = {name: [] for name in contenders}
    for turn in range(number + 1):
        for name, (command, folder, stdin) in contenders.items():
            run = Run(command, folder, stdin).demand(command, findings_allowed)
            if turn > 0:
                runs[name].append(run)
    return runs


def report(title, runs):
    medians = {name: statistics.median(r.seconds for r in list_) for name, list_ in runs.items()}
    for name, list_ in runs.items():
        seconds = [r.seconds for r in list_]
        ratio = f"  {medians[name] / medians['kpi']:6.1f} x kpi" if "kpi" in medians and name != "kpi" else ""
        print(f"{title:22}{name:10}{medians[name]:10.4f} s  ({min(seconds):.4f} .. {max(seconds):.4f})"
              f"{max(r.mebibytes for r in list_):9.0f} MiB{ratio}", flush=True)


def table(text):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return rows[0], [["" if cell == "NULL" else cell for cell in row] for row in rows[1:]]


def disagreements(ours, theirs):
    (header, left), (other, right) = table(ours), table(theirs)
    if header != other or len(left) != len(right):
        return [f"shape: kpi {header} × {len(left)}, DuckDB {other} × {len(right)}"], 0
    found, cells = [], 0
    for a, b in zip(left, right):
        for name, x, y in zip(header, a, b):
            cells += 1
            try:
                same = x == y or Decimal(x) == Decimal(y) or \
                    abs(float(x) - float(y)) <= 1e-12 * max(abs(float(x)), abs(float(y)))
            except (InvalidOperation, ValueError):
                same = False
            if not same:
                found.append(f"{a[:2]} {name}: kpi {x!r}, DuckDB {y!r}")
    return found, cells


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kpi", help="the release build to measure")
    parser.add_argument("--duckdb", help="the DuckDB command line (default: the one on the path)")
    parser.add_argument("--data", required=True)
    parser.add_argument("--sizes", default="100k,1M")
    parser.add_argument("--metrics", default="1000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    kpi = os.path.abspath(options.kpi) if options.kpi else None
    duckdb = native_duckdb(options.duckdb)
    agree = True

    starts = {"duckdb": ([duckdb, "-c", "select 1"], None, None)} if duckdb else {}
    if kpi:
        starts = {"kpi": ([kpi, "--version"], None, None)} | starts
    report("start", rounds(max(options.rounds, 9), starts))

    for size in filter(None, options.sizes.split(",")):
        folder = os.path.join(options.data, size.lower())
        if not os.path.exists(os.path.join(folder, "orders.csv")):
            generate.write_data(folder, generate.count(size))
        shutil.copy(os.path.join(HERE, "w1.kpi"), folder)
        for name, (metrics, by) in WORKLOADS.items():
            contenders = {}
            if kpi:
                contenders["kpi"] = ([kpi, "eval", metrics, "--by", by, "--as-of", AS_OF,
                                      "--format", "csv", "--project", folder], None, None)
            if duckdb:
                contenders["duckdb"] = ([duckdb, "-csv"], folder, os.path.join(HERE, name + ".sql"))
            runs = rounds(options.rounds, contenders)
            report(f"{name} {size}", runs)
            if len(runs) == 2:
                found, cells = disagreements(runs["kpi"][0].output, runs["duckdb"][0].output)
                print(f"{'':22}{cells} cells compared, {len(found)} differ")
                print("".join(f"{'':24}{line}\n" for line in found[:10]), end="")
                agree = agree and not found

    for size in filter(None, options.metrics.split(",") if kpi else []):
        folder = os.path.join(options.data, f"spec-{generate.count(size)}")
        if not os.path.exists(folder):
            generate.write_spec(folder, generate.count(size))
        runs = rounds(options.rounds, {"kpi": ([kpi, "check", folder], None, None)}, findings_allowed=True)
        report(f"check {size}", runs)
        if runs["kpi"][0].code != 0:
            print(f"{'':22}findings, beginning with: {(runs['kpi'][0].output + runs['kpi'][0].errors)[:300]}")

    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
