import Testing

/// When a status report fails a run.
@Suite struct StatusExitTests {
  /// October has 40 of 100 USD, which is off track, and two orders of one, which is on track. The grade of the quarter is
  /// (40 - 0) / 400 = 0.1.
  private func session() throws -> Session {
    try Session([
      (
        "main.kpi",
        """
        table orders from "orders.csv" {
          ordered_on: date time
          amount:     USD
        }
        kpi revenue "Revenue" = sum(orders.amount) {
          every  month
          target at least 100 USD
        }
        kpi orders_taken "Orders" = count(orders) {
          every  month
          target at least 1
        }
        objective grow "Grow" {
          measured by revenue
        }
        objective busy "Be busy" {
          measured by orders_taken
        }
        objective quarter "A strong quarter" {
          for        2026-Q3
          key result orders_taken from 0 to 50 committed
        }
        scorecard board "Board" {
          includes busy
        }
        scorecard owners "Owners" {
          includes grow
          includes orders_taken
        }

        """
      ), ("orders.csv", "ordered_on,amount\n2026-10-02,30\n2026-10-09,10\n"),
    ])
  }

  @Test(arguments: [
    ("", 1), ("revenue", 1), ("orders_taken", 0),
    // An objective stands for the KPIs that measure it, and a scorecard for its members.
    ("grow", 1), ("busy", 0), ("board", 0), ("owners", 1), ("board,revenue", 1),
    // What is shown does not decide.
    ("--show objectives", 1), ("--show scorecards", 1),
  ])
  func kpisDecide(asked: String, status: Int32) throws {
    let session = try session()
    let line = "status \(asked) --as-of 2026-11-10 --fail-on off-track"
    #expect(session.run(line) == status, "\(session.output)\(session.errors)")
  }

  /// None of 50 orders in a quarter that is over is a grade of 0, and no reason to stop a run.
  @Test func gradesDoNot() throws {
    let session = try session()
    #expect(session.run("status quarter --as-of 2026-11-10 --fail-on off-track") == 0)
    #expect(session.output.contains("off track"), "\(session.output)")
  }
}
