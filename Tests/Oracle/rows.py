"""Questions to DuckDB whose answers are exact."""

from decimal import Decimal
from fractions import Fraction

import duckdb

import periods


class Rows:
    def __init__(self, script):
        self.database = duckdb.connect()
        self.database.execute(script)

    def one(self, query):
        value = self.database.execute(query).fetchone()[0]
        return Fraction(str(value)) if isinstance(value, (Decimal, float)) else value

    def value(self, aggregate, table, axis, period, where="true", first=None, last=None):
        """One aggregate over the rows of a period; `first` and `last` move its ends."""
        first, last = first or periods.start(period), last or periods.end(period)
        return self.one(
            f"select {aggregate} from {table} "
            f"where {axis} >= '{first}' and {axis} < '{last}' and {where}"
        )

    def alive(self, table, begin, finish, day, where="true"):
        """How many spans run at the midnight with which a day begins."""
        return self.one(
            f"select count(*) from {table} where {begin} < '{day}' "
            f"and ({finish} is null or {finish} >= '{day}') and {where}"
        )

    def snapshot(self, aggregate, table, moment, period, which="max", where="true"):
        """An aggregate at the table's last (or first) moment within a period."""
        inside = f"{moment} >= '{periods.start(period)}' and {moment} < '{periods.end(period)}'"
        return self.one(
            f"select {aggregate} from {table} where {where} and {moment} = "
            f"(select {which}({moment}) from {table} where {inside})"
        )
