import KPIDiagnostics
import KPIModel

extension LintRule {
  static let oneSidedBand = LintRule(
    Rule(
      "KPI4209", "one-sided-band", .note, from: .standard,
      title: "Too much of it is as bad as too little",
      explanation: """
        Some figures are good in the middle only. People and machines used to the last minute have no room for what \
        comes unplanned; calls that become ever shorter are calls that are cut off; stock for few days runs out, and \
        stock for many ties up money, as does too much cash beside the debts. A one-sided target pushes such a KPI \
        over the edge. Write a band, `target between … and …`, or name the KPI that would suffer: `balanced by …`.
        """,
      example: Samples.orders + Samples.owner + """
        kpi agent_occupancy "Occupancy of the agents" = share(orders where status = "paid") {
          owner  sales_team
          every  month
          target at least 80%
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi agent_occupancy "Occupancy of the agents" = share(orders where status = "paid") {
          owner  sales_team
          every  month
          target between 75% and 88%
        }
        """)
  ) { context, findings in
    for kpi in context.kpisInUse where kpi.duties.balancedBy.isEmpty {
      guard let targets = kpi.targets, let kind = BandKind.all.first(where: { $0.fits(kpi.metric) })
      else { continue }
      let goal =
        targets.judging.goals.inForce(on: context.today) ?? targets.judging.goals.last?.value
      guard let goal, !goal.bounds.isBand, !context.possibleValues(of: kpi.id).arePerfect(at: goal)
      else { continue }
      findings.report(
        "`\(kpi.name)` is held to one side only, and \(kind.danger)", at: goal.origin,
        help:
          "Write `target between … and …`, or name with `balanced by …` the KPI that would suffer.")
    }
  }
}

/// A figure that is good in the middle only.
private struct BandKind {
  let words: [Wording]
  let exceptions: [Wording]
  /// What happens on the other side, in half a sentence.
  let danger: String

  init(_ words: [Wording], except exceptions: [Wording] = [], danger: String) {
    self.words = words
    self.exceptions = exceptions
    self.danger = danger
  }

  func fits(_ metric: Metric) -> Bool {
    let texts = [metric.name, metric.label ?? ""] + metric.translations.values
    let wording = texts.map { Wording($0) }
    return wording.contains { $0.holds(anyOf: words) }
      && !wording.contains { $0.holds(anyOf: exceptions) }
  }

  static let all = [
    BandKind(
      ["occupancy", "utilisation", "utilization", "capacity used", "công suất sử dụng"],
      except: [
        "room", "rooms", "hotel", "bed", "beds", "seat", "seats", "phòng", "discount", "leave",
      ],
      danger: "without any slack nothing unplanned can be taken on"),
    BandKind(
      ["handling time", "handle time", "aht", "thời gian xử lý cuộc gọi"],
      danger: "calls that become ever shorter are calls that are cut off"),
    BandKind(
      [
        "current ratio", "quick ratio", "thanh toán hiện hành", "thanh toán ngắn hạn",
        "thanh toán nhanh",
      ],
      danger: "money beyond what the debts ask for lies idle"),
    BandKind(
      [
        "inventory days", "days of inventory", "days inventory", "stock days", "days of stock",
        "days of supply", "số ngày tồn kho", "ngày tồn kho",
      ],
      danger: "stock for too few days runs out as surely as stock for too many ties up money"),
  ]
}

extension Bounds {
  fileprivate var isBand: Bool {
    if case .band = self { true } else { false }
  }
}
