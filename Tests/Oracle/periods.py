"""Periods by their names: 2026-01, 2026-Q1, 2026-W05, 2026."""

import datetime


def start(period):
    if "-Q" in period:
        year, quarter = period.split("-Q")
        return datetime.date(int(year), 3 * int(quarter) - 2, 1)
    if "-W" in period:
        year, week = period.split("-W")
        return datetime.date.fromisocalendar(int(year), int(week), 1)
    if "-" not in period:
        return datetime.date(int(period), 1, 1)
    year, month = period.split("-")
    return datetime.date(int(year), int(month), 1)


def end(period):
    """The day after the last one."""
    if "-W" in period:
        return start(period) + datetime.timedelta(7)
    return plus_months(start(period), months_in(period))


def months_in(period):
    return 3 if "-Q" in period else 1 if "-" in period else 12


def plus_months(day, count):
    """The first day of the month so many months on."""
    months = day.year * 12 + day.month - 1 + count
    return datetime.date(months // 12, months % 12 + 1, 1)


def name(day, months):
    if months == 12:
        return str(day.year)
    return f"{day.year}-Q{(day.month + 2) // 3}" if months == 3 else f"{day:%Y-%m}"


def before(period, months=None):
    """The period so many months earlier; the one before when nothing is said."""
    size = months_in(period)
    return name(plus_months(start(period), -(months or size)), size)


def between(first, last):
    """All periods from the first to the last."""
    size, day, found = months_in(first), start(first), []
    while day <= start(last):
        found.append(name(day, size))
        day = plus_months(day, size)
    return found
