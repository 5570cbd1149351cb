"""What Examples/cua-hang must say, computed by DuckDB."""

from fractions import Fraction

import periods
from judging import STATUS_HEADER, ratio, status_row
from rows import Rows

DONE = "trạng_thái = 'hoàn tất'"
REGIONS = ("Miền Bắc", "Miền Nam", "Miền Trung")


def load(folder):
    # The till writes 1.234.567,89 and 31/12/2026.
    return Rows(f"""
        create table stores as from '{folder}/cua-hang.csv';
        create table products as from '{folder}/san-pham.csv';
        create table employees as from '{folder}/nhan-vien.csv';
        create table stock as
          select t.*, p.nhóm from '{folder}/ton-kho.csv' t join products p on p.mã = t.sản_phẩm;
        create table orders as
          select strptime("Ngày bán", '%d/%m/%Y')::date as ngày_bán, "Khách hàng" as khách,
            replace("Số lượng", '.', '')::bigint as số_lượng,
            replace(replace("Khối lượng (kg)", '.', ''), ',', '.')::decimal(12, 2) as khối_lượng,
            replace("Thành tiền", '.', '')::bigint as thành_tiền, "Trạng thái" as trạng_thái,
            s.khu_vực, p.nhóm, p.giá_vốn
          from read_csv('{folder}/don-hang.csv', all_varchar = true) o
            join stores s on s.mã = o."Cửa hàng" join products p on p.mã = o."Sản phẩm"
    """)


class Store:
    def __init__(self, folder):
        self.rows = load(folder)

    def orders(self, aggregate, period, where="true", **ends):
        return self.rows.value(aggregate, "orders", "ngày_bán", period, where, **ends)

    def sum(self, what, period, where="true", **ends):
        return self.orders(f"coalesce(sum({what}), 0)", period, f"{DONE} and {where}", **ends)

    def revenue(self, period, where="true", **ends):
        return self.sum("thành_tiền", period, where, **ends)

    def cost(self, period, where="true"):
        return self.sum("số_lượng * giá_vốn", period, where)

    def count(self, period, where="true"):
        return self.orders("count(*)", period, f"{DONE} and {where}")

    def buyers(self, period):
        return self.orders("count(distinct khách)", period, DONE)

    def growth(self, period):
        before = self.revenue(periods.before(period, 12))
        return ratio(self.revenue(period) - before, before)

    def margin(self, period, where="true"):
        revenue = self.revenue(period, where)
        return ratio(revenue - self.cost(period, where), revenue)

    def returns(self, period, where="true"):
        back = self.orders("count(*)", period, f"trạng_thái = 'trả lại' and {where}")
        return ratio(back, self.orders("count(*)", period, where))

    def stock(self, period, which, where="true"):
        return self.rows.snapshot(
            "coalesce(sum(giá_trị), 0)", "stock", "ngày_chốt", period, which, where)

    def standing_stock(self, period, where="true"):
        ends = [int(self.stock(period, which, where)) for which in ("min", "max")]
        return Fraction(sum(ends), 2)

    def turnover_of_stock(self, period, where="true"):
        return ratio(self.cost(period, where), self.standing_stock(period, where))

    def headcount(self, day):
        return self.rows.alive("employees", "ngày_vào", "ngày_nghỉ", day)

    def standing_headcount(self, period):
        ends = self.headcount(periods.start(period)) + self.headcount(periods.end(period))
        return Fraction(ends, 2)

    def turnover_of_staff(self, period):
        left = self.rows.value("count(*)", "employees", "ngày_nghỉ", period)
        return ratio(left, self.standing_headcount(period))


def expected(folder):
    """The header and the rows of every file in `expected/`."""
    store = Store(f"{folder}/data")
    region = lambda name: f"khu_vực = '{name}'"
    group = lambda name: f"nhóm = '{name}'"
    south = region("Miền Nam")
    return {
        "eval-doanh-thu.csv": (
            "month doanh_thu số_đơn giá_trị_đơn khách_mua doanh_thu_lũy_kế",
            [
                [
                    month, store.revenue(month), store.count(month),
                    ratio(store.revenue(month), store.count(month)), store.buyers(month),
                    store.revenue(month, first=f"{month[:4]}-01-01"),
                ]
                for month in periods.between("2025-05", "2026-10")
            ]),
        "eval-khu-vuc.csv": (
            "quarter khu_vực doanh_thu giá_mỗi_kg biên_lợi_nhuận",
            [
                [
                    quarter, name, store.revenue(quarter, region(name)),
                    ratio(
                        store.revenue(quarter, region(name)),
                        store.sum("khối_lượng", quarter, region(name))),
                    store.margin(quarter, region(name)),
                ]
                for quarter in periods.between("2026-Q1", "2026-Q3") for name in REGIONS
            ]),
        "eval-nhom.csv": (
            "quarter sản_phẩm.nhóm doanh_thu tồn_cuối_kỳ tồn_bình_quân vòng_quay",
            [
                [
                    quarter, name, store.revenue(quarter, group(name)),
                    store.stock(quarter, "max", group(name)),
                    store.standing_stock(quarter, group(name)),
                    store.turnover_of_stock(quarter, group(name)),
                ]
                for quarter in periods.between("2025-Q3", "2026-Q3")
                for name in ("Cà phê", "Gạo", "Trà")
            ]),
        "eval-nhan-su.csv": (
            "month số_nhân_viên doanh_thu_đầu_người",
            [
                [
                    month, store.headcount(periods.end(month)),
                    ratio(store.revenue(month), store.standing_headcount(month)),
                ]
                for month in periods.between("2026-01", "2026-10")
            ]),
        "eval-mien-nam.csv": (
            "year doanh_thu số_đơn tỷ_lệ_trả_hàng",
            [
                [
                    year, store.revenue(year, south), store.count(year, south),
                    store.returns(year, south),
                ]
                for year in ("2025", "2026")
            ]),
        "status.csv": (" ".join(STATUS_HEADER), status(store)),
    }


def status(store):
    month, quarter = "2026-10", "2026-Q3"
    sales, people = "phòng_bán_hàng", "phòng_nhân_sự"
    regional = lambda name: (lambda period: store.revenue(period, f"khu_vực = '{name}'"))
    goals = zip(REGIONS, ("60000000", "80000000", "60000000"))
    return [
        status_row("tăng_trưởng", month, store.growth, "at least", "0.12", sales, "0.08", "0.2"),
        status_row("doanh_thu_tháng", month, store.revenue, "at least", "200000000", sales),
        *[
            status_row(
                "doanh_thu_tháng", month, regional(name), "at least", goal, sales,
                group=f"khu_vực={name}")
            for name, goal in goals
        ],
        status_row("biên_lợi_nhuận", quarter, store.margin, "at least", "0.3", sales, "0.25"),
        status_row("tỷ_lệ_trả_hàng", month, store.returns, "at most", "0.04", sales, "0.06"),
        status_row(
            "vòng_quay", quarter, store.turnover_of_stock, "between", ("1.5", "3"), "phòng_kho",
            ("1", "4")),
        status_row(
            "tỷ_lệ_nghỉ_việc", quarter, store.turnover_of_staff, "at most", "0.05", people, "0.1"),
    ]
