"""Values against targets, written a second time from the language reference."""

from fractions import Fraction

import periods

STATUS_HEADER = (
    "kpi period group against value target target_to_date status attainment pace pace_status"
    " trend owner"
).split()


def ratio(above, below):
    """A division by nothing or zero is a missing value."""
    if above is None or below is None or below == 0:
        return None
    return Fraction(above) / Fraction(below)


def decimal(value):
    """A target as a table shows it; targets are short decimals."""
    value = Fraction(value)
    return str(value.numerator) if value.denominator == 1 else repr(float(value))


def trend(value, previous):
    if value is None or previous is None:
        return ""
    return "up" if value > previous else "down" if value < previous else "flat"


def status(value, kind, target, threshold=None, stretch=None):
    if value is None:
        return "no data"
    if kind == "between":
        if target[0] <= value <= target[1]:
            return "on track"
        inside = threshold and threshold[0] <= value <= threshold[1]
        return "at risk" if inside else "off track"
    sign = 1 if kind == "at least" else -1
    if stretch is not None and sign * value >= sign * stretch:
        return "exceeding"
    if sign * value >= sign * target:
        return "on track"
    if threshold is not None and sign * value >= sign * threshold:
        return "at risk"
    return "off track"


def status_row(kpi, period, formula, kind, target, owner, threshold=None, stretch=None, group=""):
    """One line of `kpi status`; numbers are given as texts, so that they are exact."""
    exact = lambda bound: (
        None if bound is None
        else tuple(Fraction(side) for side in bound) if isinstance(bound, tuple)
        else Fraction(bound)
    )
    target, threshold, stretch = exact(target), exact(threshold), exact(stretch)
    value, previous = formula(period), formula(periods.before(period))
    if kind == "between":
        shown = f"between {decimal(target[0])} and {decimal(target[1])}"
        attainment = Fraction(1) if status(value, kind, target) == "on track" else None
    else:
        shown = f"{kind} {decimal(target)}"
        attainment = ratio(value, target) if kind == "at least" else ratio(target, value)
    return [
        kpi, period, group, "", value, shown, "",
        status(value, kind, target, threshold, stretch), attainment, "", "",
        trend(value, previous), owner,
    ]
