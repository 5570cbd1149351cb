#!/usr/bin/env python3
"""Writes the benchmark's data and specifications; the same arguments give the same bytes.

    generate.py data DIR --rows 100k        DIR/orders.csv (about 84 bytes a row), DIR/customers.csv
    generate.py spec DIR --metrics 1000     DIR/*.kpi, at least 100 files of realistic metrics and KPIs
    generate.py copies DIR --lines 1M       DIR/*.kpi, Examples/catalogue over and over with new names
    generate.py mistakes DIR --metrics 10k  DIR/*.kpi, the same, and a KPI with a wrong name for each metric

Python's own library is enough; ten million rows take about a minute.
"""
import argparse
import datetime
import os
import random
import re

REGIONS = ["north", "north east", "east", "south east", "south", "south west", "west",
           "north west", "centre", "coast", "islands", "highlands"]
CHANNELS = ["web", "shop", "phone", "partner", "market"]
STATUSES = ["paid"] * 13 + ["refunded"] * 2 + ["cancelled"]
SEGMENTS = ["consumer", "smb", "enterprise"]
FIRST_DAY = datetime.date(2024, 1, 1)
DAYS = [(FIRST_DAY + datetime.timedelta(days=n)).isoformat() for n in range(731)]
MINUTES = [f"{n // 60:02}:{n % 60:02}:" for n in range(1440)]
CENTS = [f"{n:02}" for n in range(100)]


def count(text):
    """100k, 1M or 250000 as a number."""
    scale = {"k": 1_000, "m": 1_000_000}.get(text[-1].lower(), 1)
    return int(text if scale == 1 else text[:-1]) * scale


def write_orders(path, rows, customers):
    # One draw of 128 bits a row, cut into fields: the Mersenne Twister is the same on every version.
    draw = random.Random(20260101).getrandbits
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write("order_id,customer_id,ordered_at,region,channel,status,product,"
                   "quantity,unit_price,discount,shipping\n")
        block = []
        for number in range(1, rows + 1):
            bits = draw(128)
            cents = 99 + ((bits & 0xFFFF) * (bits >> 16 & 0xFFFF) * 49_900 >> 32)
            block.append(
                f"{10_000_000 + number},{1 + ((bits >> 32 & 0xFFFFFFFF) * customers >> 32)},"
                f"{DAYS[(bits >> 64 & 0xFFFF) * 731 >> 16]} "
                f"{MINUTES[(bits >> 80 & 0x7FF) * 1440 >> 11]}{CENTS[(bits >> 91 & 0x3F) * 60 >> 6]},"
                f"{REGIONS[(bits >> 97 & 0x3FF) * 12 >> 10]},{CHANNELS[(bits >> 107 & 7) * 5 >> 3]},"
                f"{STATUSES[bits >> 110 & 15]},SKU-{10_000 + (bits >> 40 & 0x1FF)},"
                f"{1 + (bits >> 114 & 7)},{cents // 100}.{CENTS[cents % 100]},"
                f"0.{CENTS[(bits >> 117 & 7) * 5]},{bits >> 120 & 7}.{CENTS[(bits >> 50 & 0x3F)]}\n")
            if len(block) == 50_000:
                file.write("".join(block))
                block.clear()
        file.write("".join(block))


def write_customers(path, customers):
    draw = random.Random(20260102).getrandbits
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write("customer_id,signed_up_on,segment,country\n")
        for number in range(1, customers + 1):
            bits = draw(32)
            file.write(f"{number},{DAYS[(bits & 0xFFFF) * 731 >> 16]},"
                       f"{SEGMENTS[(bits >> 16 & 0xFF) * 3 >> 8]},{'VN' if bits >> 24 & 1 else 'US'}\n")


def write_data(folder, rows):
    os.makedirs(folder, exist_ok=True)
    customers = max(rows // 10, 1)
    write_customers(os.path.join(folder, "customers.csv"), customers)
    # Renamed at the end, so that an interrupted run leaves no file that looks whole.
    partial = os.path.join(folder, "orders.csv.partial")
    write_orders(partial, rows, customers)
    os.replace(partial, os.path.join(folder, "orders.csv"))


# The specification: 20 tables of events, and files of 10 metrics or more in equal shares of each kind.

AREAS = ["sales", "web", "service", "finance", "people", "supply", "production", "delivery",
         "marketing", "partners", "stores", "quality", "energy", "fleet", "training", "returns",
         "credit", "safety", "events", "research"]


def tables_file():
    out = ['company "Benchmark" {', "  currency USD", "  week     starts monday",
           "  fiscal   starts april", "}", "",
           'table places from "data/places.csv" {', "  place_id: text key", "  region:   text",
           "  size:     text", "}", ""]
    for area in AREAS:
        out += [f'owner {area}_lead "Lead of {area}"', "",
                f'department {area}_team "Team of {area}" {{', f"  lead {area}_lead", "}", "",
                f"/// Every row is something that happened in {area}.",
                f'table {area} from "data/{area}.csv" {{',
                "  row_id:      text key", "  happened_at: timestamp time",
                "  closed_at:   timestamp optional", "  place_id:    text -> places",
                "  channel:     text", "  state:       text", "  actor:       text",
                "  quantity:    integer", "  amount:      USD", "  cost:        USD", "}", ""]
    return out


def base_metric(name, area, serial, kind):
    formula = [
        f'sum({area}.amount where state = "s{serial}")',
        f'count({area} where quantity > {serial} and channel = "web")',
        f'count_distinct({area}.actor where amount >= {serial} USD)',
        f'sum({area}.amount - {area}.cost where place_id.region = "r{serial}" and quantity > 0)',
        f'percentile({area}.quantity where state in ("s{serial}", "t{serial}"), 95)',
    ][kind]
    return [f"/// What {area} counts as {name}.", f"metric {name} = {formula}", ""]


def file_of_metrics(file, metrics, serial):
    """One file: in every ten, five aggregates, two ratios, one window and two KPIs."""
    area = AREAS[file % len(AREAS)]
    out, sums, counts, shares = [], [], [], []
    for place in range(metrics):
        name, serial, step = f"{area}_{serial}", serial + 1, place % 10
        if step < 5:
            out += base_metric(name, area, serial, step)
            if step in (0, 3): sums.append(name)
            if step in (1, 2): counts.append(name)
        elif step < 7:
            top, bottom = (sums, counts) if step == 5 else (counts, counts)
            out += [f"metric {name} = {top[-1]} / {bottom[-2 if step == 6 else -1]}", ""]
            if step == 6: shares.append(name)
        elif step == 7:
            out += [f"metric {name} = trailing({sums[-1]}, 3 months) / trailing({counts[-1]}, 3 months)", ""]
        elif step == 8:
            out += [f'kpi {name} "Growth {serial} of {area}" = growth({sums[-1]}, 1 year) {{',
                    f"  department {area}_team", f"  owner      {area}_lead", "  every      month",
                    "  target     at least 15%", "  threshold  10%", "  stretch    20%", "}", ""]
        else:
            out += [f'kpi {name} "Share {serial} of {area}" = {shares[-1]} where channel != "c{serial}" {{',
                    f"  department {area}_team", f"  owner      {area}_lead", "  every      quarter",
                    "  unit       percent", "  target {", "    from 2026-01 at most 40%",
                    "    from 2026-07 at most 30%", "  }", "  threshold  50%", "}", ""]
    return out


def write_spec(folder, metrics):
    os.makedirs(folder, exist_ok=True)
    files = max(100, metrics // 500)
    lines = 0
    for file in range(-1, files):
        name = "tables" if file < 0 else f"{AREAS[file % len(AREAS)]}-{file:03}"
        first = metrics * file // files
        content = tables_file() if file < 0 else file_of_metrics(file, metrics * (file + 1) // files - first, first)
        while content and content[-1] == "":
            content.pop()
        lines += len(content)
        with open(os.path.join(folder, name + ".kpi"), "w", encoding="utf-8", newline="\n") as out:
            out.write("\n".join(content) + "\n")
    return lines


# Copies of the example catalogue: every department's tables, KPIs, tests and comments in their proportion.

CATALOGUE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Examples", "catalogue")
DECLARATION = re.compile(r"^(?:department|table|dimension|metric|kpi) ([a-z]\w*)", re.MULTILINE)
UNIT = re.compile(r"^unit .*\n", re.MULTILINE)
WORD = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|\w+')


def write_copies(folder, lines):
    """Whole copies of the catalogue, at least as many lines as asked; in all but the first the names get a number."""
    os.makedirs(folder, exist_ok=True)
    texts = {}
    for name in sorted(os.listdir(CATALOGUE)):
        if name.endswith(".kpi"):
            with open(os.path.join(CATALOGUE, name), encoding="utf-8") as file:
                texts[name] = file.read()
    names = {name for text in texts.values() for name in DECLARATION.findall(text)}
    written = copy = 0
    while written < lines:
        for name, text in texts.items():
            if copy > 0:
                if name == "company.kpi":
                    continue
                text = UNIT.sub("", text)
                text = WORD.sub(lambda word: f"{word[0]}_{copy}" if word[0] in names else word[0], text)
            written += text.count("\n")
            with open(os.path.join(folder, f"{copy:04}-{name}"), "w", encoding="utf-8", newline="\n") as out:
                out.write(text)
        copy += 1
    return written


def write_mistakes(folder, metrics):
    lines = write_spec(folder, metrics)
    with open(os.path.join(folder, "mistakes.kpi"), "w", encoding="utf-8", newline="\n") as out:
        for number in range(metrics):
            area = AREAS[number % len(AREAS)]
            out.write(f'kpi wrong_{number} "Wrong {number}" = {area}_{number}x / {area}_{number} {{\n'
                      f"  owner {area}_leed\n}}\n\n")
    return lines + 4 * metrics


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    data = kinds.add_parser("data")
    data.add_argument("folder")
    data.add_argument("--rows", type=count, default=100_000)
    spec = kinds.add_parser("spec")
    spec.add_argument("folder")
    spec.add_argument("--metrics", type=count, default=1_000)
    copies = kinds.add_parser("copies")
    copies.add_argument("folder")
    copies.add_argument("--lines", type=count, default=100_000)
    mistakes = kinds.add_parser("mistakes")
    mistakes.add_argument("folder")
    mistakes.add_argument("--metrics", type=count, default=10_000)
    options = parser.parse_args()
    if options.kind == "data":
        write_data(options.folder, options.rows)
    elif options.kind == "spec":
        print(write_spec(options.folder, options.metrics), "lines")
    elif options.kind == "copies":
        print(write_copies(options.folder, options.lines), "lines")
    else:
        print(write_mistakes(options.folder, options.metrics), "lines")


if __name__ == "__main__":
    main()
