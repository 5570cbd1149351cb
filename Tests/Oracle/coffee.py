"""What Examples/coffee must say, computed by DuckDB."""

import datetime
from fractions import Fraction

import periods
from judging import STATUS_HEADER, ratio, status_row
from rows import Rows

PAID = "status = 'paid'"
WEB = "store_id is null"


def load(folder):
    # A time with an offset of zero is an hour of Ho Chi Minh City seven hours later.
    return Rows(f"""
        create table stores as from '{folder}/stores.csv';
        create table customers as from '{folder}/customers.csv';
        create table visits as from '{folder}/visits.csv';
        create table employees as from '{folder}/employees.csv';
        create table memberships as
          select m.*, segment from '{folder}/memberships.csv' m join customers using (customer_id);
        create table stock as
          select counted_on::date as counted_on, weight::decimal(10, 1) as weight
          from read_csv('{folder}/stock.csv', all_varchar = true);
        create table orders as
          select o.* replace (
            case when ordered_at like '%Z'
              then replace(replace(ordered_at, 'Z', ''), 'T', ' ')::timestamp + interval 7 hour
              else replace(ordered_at, 'T', ' ')::timestamp end as ordered_at,
            amount::decimal(12, 2) as amount, waited::integer as waited),
            s.region as store_region
          from read_csv('{folder}/orders.csv', all_varchar = true) o left join stores s using (store_id)
    """)


class Coffee:
    def __init__(self, folder):
        self.rows = load(folder)

    def orders(self, aggregate, period, where="true", **ends):
        return self.rows.value(aggregate, "orders", "ordered_at", period, where, **ends)

    def revenue(self, period, where="true", **ends):
        return self.orders("coalesce(sum(amount), 0)", period, f"{PAID} and {where}", **ends)

    def count(self, period, where="true", **ends):
        return self.orders("count(*)", period, where, **ends)

    def paid(self, period, where="true", **ends):
        return self.count(period, f"{PAID} and {where}", **ends)

    def buyers(self, period, where="true", **ends):
        return self.orders("count(distinct customer_id)", period, f"{PAID} and {where}", **ends)

    def order_value(self, period, where="true", **ends):
        return ratio(self.revenue(period, where, **ends), self.paid(period, where, **ends))

    def median_order(self, period):
        cents = self.orders("quantile_cont((amount * 100)::double, 0.5)", period, PAID)
        return ratio(cents, 100)

    def fiscal_year_so_far(self, period):
        last = periods.end(period) - datetime.timedelta(1)
        return datetime.date(last.year if last.month >= 4 else last.year - 1, 4, 1)

    def growth(self, period):
        before = self.revenue(periods.before(period, 12))
        return ratio(self.revenue(period) - before, before)

    def refunds(self, period):
        return ratio(self.count(period, "status = 'refunded'"), self.count(period))

    def fast_service(self, period):
        return ratio(self.count(period, "waited <= 600"), self.count(period, "waited is not null"))

    def web_orders(self, period, where="true"):
        return self.count(period, f"{WEB} and {where}")

    def visitors(self, period, where="true"):
        return self.rows.value("coalesce(sum(visitors), 0)", "visits", "visited_on", period, where)

    def churn(self, period, where="true"):
        ended = self.rows.value("count(*)", "memberships", "ended_on", period, where)
        at_start = self.rows.alive(
            "memberships", "started_on", "ended_on", periods.start(period), where)
        return ratio(ended, at_start)

    def beans(self, period):
        return self.rows.snapshot("sum(weight)", "stock", "counted_on", period)

    def headcount(self, day):
        return self.rows.alive("employees", "hired_on", "left_on", day)

    def turnover(self, period):
        left = self.rows.value("count(*)", "employees", "left_on", period)
        both_ends = self.headcount(periods.start(period)) + self.headcount(periods.end(period))
        return ratio(left, Fraction(both_ends, 2))


def expected(folder):
    """The header and the rows of every file in `expected/`."""
    shop = Coffee(f"{folder}/data")
    regions = [
        ("central", "store_region = 'central'"), ("north", "store_region = 'north'"),
        ("south", "store_region = 'south'"), (None, "store_region is null"),
    ]
    half_year = {"first": "2026-01-01", "last": "2026-07-01"}
    return {
        "eval-sales.csv": (
            "month revenue paid_orders average_order_value buyers median_order revenue_this_year "
            "revenue_quarter",
            [
                [
                    month, shop.revenue(month), shop.paid(month), shop.order_value(month),
                    shop.buyers(month), shop.median_order(month),
                    shop.revenue(month, first=shop.fiscal_year_so_far(month)),
                    shop.revenue(month, first=periods.plus_months(periods.end(month), -3)),
                ]
                for month in periods.between("2025-05", "2026-10")
            ]),
        "eval-growth.csv": (
            "month revenue_growth refund_rate fast_service",
            [
                [month, shop.growth(month), shop.refunds(month), shop.fast_service(month)]
                for month in periods.between("2026-05", "2026-10")
            ]),
        "eval-region.csv": (
            "quarter stores.region revenue region_share order_value",
            [
                [
                    quarter, region, shop.revenue(quarter, where),
                    ratio(shop.revenue(quarter, where), shop.revenue(quarter)),
                    shop.order_value(quarter, where),
                ]
                for quarter in periods.between("2025-Q2", "2026-Q4") for region, where in regions
            ]),
        "eval-channel.csv": (
            "quarter channel web_orders visitors web_conversion",
            [
                [
                    quarter, channel, shop.web_orders(quarter, f"channel = '{channel}'"),
                    shop.visitors(quarter, f"source = '{channel}'"),
                    ratio(
                        shop.web_orders(quarter, f"channel = '{channel}'"),
                        shop.visitors(quarter, f"source = '{channel}'")),
                ]
                for quarter in periods.between("2026-Q1", "2026-Q3")
                for channel in ("ads", "email", "search")
            ]),
        "eval-stocks.csv": (
            "month headcount bean_stock beans_per_order",
            [
                [
                    month, shop.headcount(periods.end(month)), shop.beans(month),
                    ratio(shop.beans(month), shop.paid(month)),
                ]
                for month in periods.between("2026-01", "2026-10")
            ]),
        "eval-churn.csv": (
            "quarter segment churn_rate",
            [
                [quarter, segment, shop.churn(quarter, f"segment = '{segment}'")]
                for quarter in periods.between("2026-Q1", "2026-Q3")
                for segment in ("enterprise", "smb")
            ]),
        "eval-weeks.csv": (
            "week revenue paid_orders buyers",
            [
                [week, shop.revenue(week, WEB), shop.paid(week, WEB), shop.buyers(week, WEB)]
                for week in ("2026-W40", "2026-W41", "2026-W42", "2026-W43")
            ]),
        "eval-total.csv": (
            "revenue buyers average_order_value",
            [[
                shop.revenue("2026", **half_year), shop.buyers("2026", **half_year),
                shop.order_value("2026", **half_year),
            ]]),
        "status.csv": (" ".join(STATUS_HEADER), status(shop)),
    }


def status(shop):
    month, quarter = "2026-10", "2026-Q3"
    segment = lambda name: (lambda period: shop.churn(period, f"segment = '{name}'"))
    return [
        status_row("churn_rate", month, shop.churn, "at most", "0.03", "growth", "0.06"),
        status_row(
            "churn_rate", month, segment("enterprise"), "at most", "0.01", "growth", "0.06",
            group="segment=enterprise"),
        status_row(
            "churn_rate", month, segment("smb"), "at most", "0.04", "growth", "0.06",
            group="segment=smb"),
        status_row(
            "web_conversion", month,
            lambda period: ratio(shop.web_orders(period), shop.visitors(period)),
            "at least", "0.02", "growth"),
        status_row(
            "fast_service", month, shop.fast_service, "at least", "0.9", "service", "0.8", "0.97"),
        status_row(
            "bean_stock", month, shop.beans, "between", ("700", "900"), "service", ("600", "1000")),
        status_row("staff_turnover", quarter, shop.turnover, "at most", "0.08", "service", "0.12"),
        status_row(
            "revenue_growth", month, shop.growth, "at least", "0.15", "lan", "0.1", "0.2"),
        status_row("order_value", month, shop.order_value, "at least", "14", "lan", "12"),
        status_row("refund_rate", quarter, shop.refunds, "at most", "0.05", "service", "0.08"),
    ]
