/// What the shop's numbers mean, shown on a few rows.
extension Shop {
  static let tests = """
    test "«a refunded order brings no revenue|đơn hoàn tiền không mang lại doanh thu»" {
      given orders {
        customer_id | ordered_on | channel   | status     | amount
        "ana"       | 2026-10-05 | "counter" | "paid"     | 30 ¤
        "binh"      | 2026-10-06 | "web"     | "paid"     | 90 ¤
        "ana"       | 2026-10-07 | "counter" | "refunded" | 50 ¤
      }
      expect revenue = 120 ¤
      expect web_share = 75%
      expect average_order by orders.channel = { "counter": 30 ¤, "web": 90 ¤ }
      expect refund_rate = 1 / 3
      expect status refund_rate for 2026-10 = off track
    }

    test "«revenue grows against the same month a year before|doanh thu tăng so với cùng tháng năm trước»" {
      given orders {
        ordered_on | status | amount
        2025-10-20 | "paid" | 100 ¤
        2026-09-30 | "paid" | 500 ¤
        2026-10-03 | "paid" | 118 ¤
      }
      expect revenue_growth for 2026-10 = 18%
      expect status revenue_growth for 2026-10 = on track
    }

    test "«who bought in one of three months counts once|ai mua trong một trong ba tháng chỉ tính một lần»" {
      given orders {
        customer_id | ordered_on | status
        "ana"       | 2026-08-01 | "paid"
        "ana"       | 2026-10-31 | "paid"
        "binh"      | 2026-09-15 | "paid"
        "chi"       | 2026-07-31 | "paid"
      }
      expect active_customers for 2026-10 = 2
    }

    """
}
