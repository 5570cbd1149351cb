#!/usr/bin/env python3
"""Asks the same questions of files and of databases, and demands the same answers.

    agree.py KPI [--engine sqlite,duckdb,postgresql,sail,spark] [--questions N] [--seed N]
             [--random PROGRAM --random-questions N] [PROJECT…]

The files of each project, and of each golden case, are loaded into a database of each engine, and their tables are
declared to be there. Of a case its own questions are asked; of a project every metric is asked by several grains, breakdowns and
filters. Each is asked of the files, of the database, and of the database with `--engine native`. Whole numbers and
decimals have to be equal, others to 12 digits. The program `agreement` asks random questions over random data as well.
"""
import argparse
import glob
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from engines import ENGINES, SHARES
from projects import golden, moved, tables, zone
from rows import filled

# A database is trusted with the key of a table that is only counted; `kpi check --live` looks at it.
NOT_FOR_DATABASES = {"bad-data/duplicate-key"}

HERE = os.path.dirname(os.path.abspath(__file__))


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
                          text=True, env={**os.environ, **variables}, timeout=600)
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
    """Whether two answers are the same. Rows that cannot be used end in an error, of files and of databases with words
    and exit statuses of their own."""
    if one[0] != 0 or other[0] != 0:
        return one[0] != 0 and other[0] != 0
    try:
        return same(json.loads(one[1]), json.loads(other[1]))
    except json.JSONDecodeError:
        return False


refused = []


def compare(kpi, name, project, lines, engines, scratch, pool, may_refuse=False):
    """How many answers differ, and how many questions were answered. Rows that break what is declared of them are not
    taken by every engine."""
    found = tables(project)
    expected = list(pool.map(lambda line: ask(kpi, project, line, {}), lines))
    failures = 0
    for engine in engines if found else []:
        folder = tempfile.mkdtemp(prefix=f"{engine.name}-", dir=scratch)
        engine.zone = zone(project)
        copy = os.path.join(folder, "project")
        try:
            moved(project, found, engine, engine.load(found, folder), copy)
        except Exception as error:  # Each engine's module has errors of its own.
            if not may_refuse:
                raise
            refused.append(f"{engine.name}: {name}: {str(error).splitlines()[0]}")
            continue
        asked = [(line, one, extra) for line, one in zip(lines, expected)
                 for extra in ([], ["--engine", "native"]) if line[0] == "eval" or not extra]
        answers = pool.map(lambda each: ask(kpi, copy, each[0], engine.variables, *each[2]), asked)
        for (line, one, extra), other in zip(asked, answers):
            if not agree(one, other):
                failures += 1
                print(f"DIFFERS {name}: {engine.name} {' '.join(extra)}: kpi {' '.join(line)}")
                print("  files:   ", one[0], (one[1] or one[2])[:1500].replace("\n", " "))
                print("  database:", other[0], (other[1] or other[2])[:1500].replace("\n", " "), flush=True)
        shutil.rmtree(folder, ignore_errors=True)
    return failures, sum(result[0] == 0 for result in expected) if found else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kpi")
    parser.add_argument("projects", nargs="*")
    parser.add_argument("--engine", default="sqlite,duckdb,postgresql,sail")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--random")
    parser.add_argument("--random-questions", type=int, default=1000)
    options = parser.parse_intermixed_args()
    kpi = os.path.abspath(options.kpi)
    scratch = tempfile.mkdtemp(prefix="kpi-agree-")
    engines = [ENGINES[name]() for name in options.engine.split(",")]
    failures = 0
    try:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            projects = [os.path.abspath(project) for project in options.projects]
            if not projects:
                projects = sorted(glob.glob(os.path.join(HERE, "..", "..", "Examples", "*", "")))
                projects = [os.path.normpath(project) for project in projects] + [os.path.join(scratch, "whole")]
                subprocess.run([kpi, "new", projects[-1], "--all"], check=True, stdout=subprocess.DEVNULL)
                # The catalogue has no rows of its own.
                bare = next(project for project in projects if not tables(project))
                projects[projects.index(bare)] = os.path.join(scratch, os.path.basename(bare))
                filled(bare, os.path.join(scratch, os.path.basename(bare)), options.seed)
                cases, answered, differ = 0, 0, 0
                for name, project, lines in golden(os.path.join(HERE, "..", "KPITests", "Cases"), scratch):
                    if name in NOT_FOR_DATABASES:
                        continue
                    wrong, right = compare(kpi, name, project, lines, engines, scratch, pool, True)
                    cases, answered, differ = cases + 1, answered + right, differ + wrong
                failures += differ
                print(f"golden cases: {cases}, {answered} questions answered from files, {differ} differ", flush=True)
                print(f"  not taken by an engine: {len(refused)}", *refused, sep="\n    ")
            for project in projects:
                lines = list(questions(kpi, project, options.questions, random.Random(options.seed)))
                wrong, answered = compare(kpi, project, project, lines, engines, scratch, pool)
                failures += wrong
                print(f"{os.path.basename(project)}: {len(lines)} questions, {answered} answered from files, "
                      f"{wrong} differ", flush=True)
            if options.random:
                failures += sum(pool.map(lambda engine: ask_at_random(options, engine, scratch), engines))
    finally:
        for engine in engines:
            engine.close()
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(1 if failures else 0)


def ask_at_random(options, engine, scratch):
    """Whether the answers to random questions differ, or could not be had."""
    folder = tempfile.mkdtemp(prefix=f"{engine.name}-random-", dir=scratch)
    count = math.ceil(options.random_questions * SHARES.get(engine.name, 1))
    done = subprocess.run(
        [os.path.abspath(options.random), str(count), str(options.seed),
         f"{engine.driver}={engine.address(folder)}"],
        capture_output=True, text=True, env={**os.environ, **engine.variables})
    print(done.stdout.rstrip(), done.stderr.rstrip()[-2000:], flush=True)
    return done.returncode != 0


if __name__ == "__main__":
    main()
