#!/usr/bin/env python3
"""Measures the compiler phase by phase, on one core, at several sizes of the same specification.

    compiler.py --phases PATH --data DIR [--lines 10k,100k,1M] [--mistakes 1k,10k] [--rounds 5]

DIR holds the generated files and should lie outside the repository; what is missing is generated. Times are those of
the processor, the least of some rounds. A phase is linear where its lines a second are the same at every size; the
last column holds them to those of the smallest size.
"""
import argparse
import os
import subprocess

import generate

TOGETHER = {"parse": ["lines", "parse"], "check": ["lines", "parse", "check", "lint"], "format": ["format"],
            "report": ["report"]}


def measure(phases, rounds, folder):
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".kpi"))
    lines = 0
    for path in files:
        with open(path, "rb") as file:
            lines += file.read().count(b"\n")
    output = subprocess.run([phases, str(rounds)] + files, check=True, capture_output=True, text=True).stdout
    return lines, {name: float(value) for name, value in (line.split() for line in output.splitlines())}


def report(title, phases, rounds, folders, names):
    smallest = {}
    for size, folder in folders:
        lines, seconds = measure(phases, rounds, folder)
        print(f"{title} {size}: {lines} lines, {int(seconds['findings'])} findings")
        for name in names:
            time = sum(seconds[part] for part in TOGETHER[name])
            rate = lines / max(time, 1e-9)
            smallest.setdefault(name, rate)
            print(f"  {name:10}{time:10.4f} s{rate:14,.0f} lines/s{rate / smallest[name]:8.2f} x", flush=True)


def folders(kind, write, data, sizes):
    for size in filter(None, sizes.split(",")):
        folder = os.path.join(data, f"{kind}-{generate.count(size)}")
        if not os.path.exists(folder):
            write(folder, generate.count(size))
        yield size, folder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phases", required=True, help="the program that KPI_TOOLS=1 builds")
    parser.add_argument("--data", required=True)
    parser.add_argument("--lines", default="10k,100k,1M")
    parser.add_argument("--mistakes", default="1k,10k")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    phases = os.path.abspath(options.phases)
    report("copies", phases, options.rounds,
           folders("copies", generate.write_copies, options.data, options.lines), ["parse", "check", "format"])
    report("mistakes", phases, options.rounds,
           folders("mistakes", generate.write_mistakes, options.data, options.mistakes), ["check", "report"])


if __name__ == "__main__":
    main()
