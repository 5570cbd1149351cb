"""Opens every page of some reports in a headless Chromium and looks at it as readers do.

    python3 Tests/Browser/browse.py KPI [--pictures DIR]

Writes the reports of the examples, of the starter and of a company with every department, in both languages. Each page
must open without a word in the console and without a request beside files, be below its size, have links that lead
somewhere, text with enough contrast by day and by night, drawings with a title, a description and a table, and fit on a
telephone. Sorting and filtering must do what they say. With `--pictures` some pages are kept as pictures, and as they are
printed. The exit status is 1 unless all is well.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from chromium import Chromium

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOOK = (pathlib.Path(__file__).parent / "pages.js").read_text(encoding="utf-8")
LARGEST_PAGE = 300_000
LONGEST_SECONDS = 2
MOST_PAGES = 24


def run(program, *arguments):
    result = subprocess.run([program, *arguments], capture_output=True, text=True)
    if result.returncode == 2:
        raise SystemExit(f"{' '.join(arguments)}: {result.stderr}{result.stdout}")


def seconds_of_work():
    """The processor time of all programs run so far, which other work on the machine does not lengthen."""
    return os.times().children_user + os.times().children_system


def reports(program, folder):
    """The name and the folder of every report, and what is wrong with how it was written."""
    starter, company = folder / "starter", folder / "company"
    run(program, "new", str(starter))
    run(program, "new", str(company), "--all")
    projects = [(path.name, path) for path in sorted((ROOT / "Examples").iterdir()) if path.is_dir()]
    for name, project in [*projects, ("starter", starter), ("company", company)]:
        for language in ("en", "vi"):
            output = folder / f"{name}-{language}"
            arguments = ["report", "--project", str(project), "--language", language,
                         "--as-of", "2026-10-20", "--output", str(output)]
            start = seconds_of_work()
            run(program, *arguments)
            seconds = seconds_of_work() - start
            before = {path.name: path.read_bytes() for path in output.iterdir()}
            run(program, *arguments)
            problems = []
            if seconds > LONGEST_SECONDS:
                problems.append(f"written in {seconds:.1f} seconds")
            if before != {path.name: path.read_bytes() for path in output.iterdir()}:
                problems.append("a second run gives other bytes")
            yield f"{name}-{language}", output, problems


def some(pages):
    """All pages of a company; of very many, the summary and a few of each kind are like the rest."""
    step = max(1, len(pages) // MOST_PAGES)
    return [page for place, page in enumerate(pages)
            if place % step == 0 or page.name == "index.html"]


def dead_links(page, folder):
    """The links of a page that lead nowhere, and whatever could load something from elsewhere."""
    text = page.read_text(encoding="utf-8")
    if page.stat().st_size > LARGEST_PAGE:
        yield f"{page.stat().st_size} bytes"
    for target in re.findall(r'href="([^"]*)"', text):
        file, _, place = target.partition("#")
        if file.startswith("mailto:"):
            continue
        reached = folder / file if file else page
        if not reached.is_file():
            yield f"a link to {target}"
        elif place and f'id="{place}"' not in reached.read_text(encoding="utf-8"):
            yield f"a link to the place {target}"
    for name in re.findall(r'\s(src|action|on\w+|srcset|style)="', text):
        yield f"an attribute {name}"


def look(browser, page):
    """What is wrong with a page on a large screen by day, by night, and on a telephone."""
    url = page.as_uri()
    for scheme, width, height in (("light", 1280, 900), ("dark", 1280, 900), ("light", 360, 740)):
        browser.resize(width, height)
        browser.scheme(scheme)
        browser.open(url)
        for problem in browser.complaints() + browser.evaluate(LOOK):
            yield f"{scheme}, {width} wide: {problem}"


def use(browser, page):
    """Sorts and filters the table of KPIs, and says what does not work."""
    browser.resize(1280, 900)
    browser.open(page.as_uri())
    rows = "[...document.querySelectorAll('#kpis tbody tr')]"
    if not browser.evaluate("!!document.querySelector('#kpis table.sortable')"):
        return
    count = browser.evaluate(f"{rows}.length")
    browser.evaluate("document.querySelectorAll('#kpis thead button')[1].click()")
    values = browser.evaluate(
        f"{rows}.map(row => row.cells[1].dataset.sort).filter(value => value !== '').map(Number)")
    if values != sorted(values):
        yield "sorting by value gives another order"
    browser.evaluate(
        "(() => { const input = document.querySelector('#kpis input');"
        f"input.value = {rows}[0].cells[0].querySelector('a').textContent;"
        "input.dispatchEvent(new Event('input')); })()")
    left = browser.evaluate(f"{rows}.filter(row => row.checkVisibility()).length")
    if not 1 <= left <= count:
        yield f"filtering by a name leaves {left} of {count} rows"
    browser.evaluate(
        "(() => { const input = document.querySelector('#kpis input'); input.value = 'zzzz';"
        "input.dispatchEvent(new Event('input')); })()")
    if browser.evaluate(f"{rows}.filter(row => row.checkVisibility()).length"):
        yield "filtering by what is not there leaves rows"


def take_pictures(browser, name, folder, pictures):
    pages = [folder / "index.html", *sorted(folder.glob("kpi-*.html"))[:2],
             *sorted(folder.glob("department-*.html"))[:1]]
    for page in pages:
        for look, scheme, width, scale in (
                ("day", "light", 1280, 1), ("night", "dark", 1280, 1), ("phone", "light", 390, 2)):
            browser.resize(width, 900, scale)
            browser.scheme(scheme)
            browser.open(page.as_uri())
            browser.screenshot(pictures / f"{name}-{page.stem}-{look}.png")
        browser.scheme("light")
        browser.print(pictures / f"{name}-{page.stem}.pdf")


def main():
    arguments = sys.argv[1:]
    pictures = None
    if "--pictures" in arguments:
        place = arguments.index("--pictures")
        pictures = pathlib.Path(arguments[place + 1])
        pictures.mkdir(parents=True, exist_ok=True)
        del arguments[place:place + 2]
    browser = Chromium()
    failures = pages = 0
    try:
        with tempfile.TemporaryDirectory() as folder:
            for name, output, problems in reports(arguments[0], pathlib.Path(folder)):
                found = [(name, problem) for problem in problems]
                for page in some(sorted(output.glob("*.html"))):
                    pages += 1
                    found += [(f"{name}/{page.name}", problem)
                              for problem in [*dead_links(page, output), *look(browser, page)]]
                found += [(name, problem) for problem in use(browser, output / "index.html")]
                for place, problem in found:
                    print(f"{place}: {problem}")
                failures += len(found)
                if pictures:
                    take_pictures(browser, name, output, pictures)
    finally:
        browser.close()
    print(f"{pages} pages, {failures} problems")
    return 1 if failures or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
