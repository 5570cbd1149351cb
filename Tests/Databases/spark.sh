#!/usr/bin/env bash
# Asks Apache Spark, with two executors in processes of their own, what the other engines are asked by agree.py:
#
#     spark.sh KPI AGREEMENT [FOLDER]
#
# FOLDER takes a Python environment of some 700 MB with pyspark, the driver and DuckDB, which writes the files of Parquet;
# Java 17 is needed. A question takes Spark about half a second, so there are fewer of them.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
environment="${3:-${TMPDIR:-/tmp}/kpi-spark}"
[ -x "$environment/bin/pip" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check pyspark duckdb
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps adbc-driver-spark
VIRTUAL_ENV="$environment" PYTHONDONTWRITEBYTECODE=1 "$environment/bin/python" "$here/agree.py" "$1" \
  --engine spark --questions 5 --random "$2" --random-questions 480
