"""What the starter `shop` must say, computed by DuckDB."""

import periods
from judging import STATUS_HEADER, ratio, status_row
from rows import Rows

PAID = "status = 'paid'"
COMMANDS = {
    "eval-sales.csv": "eval revenue,paid_orders,average_order,web_share,new_customers --by month",
    "eval-area.csv": "eval revenue,active_customers --by quarter,customers.area",
    "eval-wait.csv": "eval counter_wait --by quarter",
    "eval-growth.csv": "eval revenue_growth,refund_rate --by month --from 2026-05 --to 2026-10",
    "status.csv": "status",
}


class Shop:
    def __init__(self, folder):
        self.rows = Rows(f"""
            create table customers as from '{folder}/data/customers.csv';
            create table orders as
              select o.* replace (
                ordered_on::date as ordered_on, amount::decimal(12, 2) as amount,
                waited::integer as waited), area
              from read_csv('{folder}/data/orders.csv', all_varchar = true) o
                join customers using (customer_id)
        """)

    def orders(self, aggregate, period, where="true", **ends):
        return self.rows.value(aggregate, "orders", "ordered_on", period, where, **ends)

    def revenue(self, period, where="true"):
        return self.orders("coalesce(sum(amount), 0)", period, f"{PAID} and {where}")

    def average_order(self, period):
        return ratio(self.revenue(period), self.orders("count(*)", period, PAID))

    def active(self, period, where="true"):
        """The three months up to the end of the period; of the running one, up to the last day of the data."""
        end = min(periods.end(period), periods.end("2026-10"))
        return self.orders(
            "count(distinct customer_id)", period, f"{PAID} and {where}",
            first=periods.plus_months(end, -3))

    def growth(self, period):
        before = self.revenue(periods.before(period, 12))
        return ratio(self.revenue(period) - before, before)

    def refunds(self, period):
        back = self.orders("count(*)", period, "status = 'refunded'")
        return ratio(back, self.orders("count(*)", period))

    def wait(self, period):
        """In minutes, as the KPI says."""
        seconds = self.orders("quantile_cont(waited::double, 0.5)", period, "channel = 'counter'")
        return ratio(seconds, 60)


def expected(folder):
    shop = Shop(folder)
    months = periods.between("2025-05", "2026-10")
    web = "channel = 'web'"
    return {
        "eval-sales.csv": (
            "month revenue paid_orders average_order web_share new_customers",
            [
                [
                    month, shop.revenue(month), shop.orders("count(*)", month, PAID),
                    shop.average_order(month), ratio(shop.revenue(month, web), shop.revenue(month)),
                    shop.rows.value("count(*)", "customers", "joined_on", month),
                ]
                for month in months
            ]),
        "eval-area.csv": (
            "quarter customers.area revenue active_customers",
            [
                [
                    quarter, area, shop.revenue(quarter, f"area = '{area}'"),
                    shop.active(quarter, f"area = '{area}'"),
                ]
                for quarter in periods.between("2025-Q2", "2026-Q4")
                for area in ("centre", "harbour", "hills")
            ]),
        "eval-wait.csv": (
            "quarter counter_wait",
            [[quarter, shop.wait(quarter)] for quarter in periods.between("2025-Q2", "2026-Q4")]),
        "eval-growth.csv": (
            "month revenue_growth refund_rate",
            [[month, shop.growth(month), shop.refunds(month)] for month in months[12:]]),
        "status.csv": (" ".join(STATUS_HEADER), status(shop)),
    }


def status(shop):
    month, quarter = "2026-10", "2026-Q3"
    sales, service = "sales_team", "service_team"
    channel = lambda name: (lambda period: shop.revenue(period, f"channel = '{name}'"))
    return [
        status_row("revenue_growth", month, shop.growth, "at least", "0.15", sales, "0.1", "0.2"),
        status_row("monthly_revenue", month, shop.revenue, "at least", "3300", sales),
        status_row(
            "monthly_revenue", month, channel("counter"), "at least", "1800", sales,
            group="orders.channel=counter"),
        status_row(
            "monthly_revenue", month, channel("web"), "at least", "1500", sales,
            group="orders.channel=web"),
        status_row("average_order", month, shop.average_order, "at least", "30", sales, "26", "34"),
        status_row("active_customers", month, shop.active, "at least", "140", service, "100"),
        status_row("refund_rate", month, shop.refunds, "at most", "0.04", service, "0.06"),
        status_row("counter_wait", quarter, shop.wait, "at most", "4", service, "5"),
    ]
