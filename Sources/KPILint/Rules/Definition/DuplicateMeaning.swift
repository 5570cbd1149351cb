import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISource

extension LintRule {
  static let duplicateMeaning = LintRule(
    Rule(
      "KPI4005", "duplicate-meaning", .warning, from: .starter,
      title: "The same number is defined twice",
      explanation: """
        Two formulas with one meaning agree today and part ways with the first change that is made to only one of \
        them. From then on two departments report different numbers for the same thing. Define it once and let the \
        other name refer to it: a KPI over a metric, `kpi sales = revenue`, is the normal way. Formulas are \
        compared by what they compute, however they are written; a KPI that is judged by another period is another KPI.
        """,
      example: Samples.orders + """
        metric revenue = sum(orders.amount where status = "paid")
        metric sales   = sum(orders.amount where "paid" = orders.status)
        """,
      mended: Samples.orders + """
        metric revenue = sum(orders.amount where status = "paid")
        metric sales   = revenue
        """)
  ) { context, findings in
    for (original, copies) in context.originals {
      for copy in copies {
        findings.report(
          "`\(context.specification[copy].name)` means the same as "
            + "`\(context.specification[original].name)`",
          at: context.nameRange(of: copy), about: context.specification[original].name,
          help: context.specification[copy].isAlias
            ? "Keep one of them: they are judged by the same period."
            : "Define it once: write `= \(context.quotedName(of: original))`.",
          labels: [.init(context.nameRange(of: original), "the other one")],
          fixes: context.reference(from: copy, to: original))
      }
    }
  }
}

extension LintContext {
  /// For each meaning that several formulas have, the metric that is to keep it and the others.
  fileprivate var originals: [(original: MetricID, copies: [MetricID])] {
    var places: [Kind: Int] = [:]
    var groups: [[MetricID]] = []
    for id in specification.metricIDs {
      let metric = specification[id]
      guard let meaning = meaning(of: id), form(of: id)?.isConstant == false,
        !metric.isDeprecated(on: today), !metric.isAlias || metric.isKPI
      else { continue }
      let kind = Kind(meaning: meaning, guise: guise(of: metric))
      if let place = places[kind] {
        groups[place].append(id)
      } else {
        places[kind] = groups.count
        groups.append([id])
      }
    }
    return groups.compactMap { group in
      guard group.count > 1 else { return nil }
      let original = group.first { !specification[$0].isKPI } ?? group[0]
      return (original, group.filter { $0 != original })
    }
  }

  private struct Kind: Hashable {
    let meaning: Int
    let guise: Guise
  }

  /// A KPI that is only a metric's name is compared with others of its cadence, a formula with all formulas.
  private enum Guise: Hashable {
    case formula
    case alias(Grain?)
  }

  private func guise(of metric: Metric) -> Guise {
    metric.isAlias ? .alias(metric.accountability?.cadence) : .formula
  }

  fileprivate func quotedName(of metric: MetricID) -> String {
    Specification.quoted(specification[metric].name)
  }

  /// The fix that puts the name of the original in place of the formula of a copy; none where that would change what
  /// is shown or checked, or make a circle.
  fileprivate func reference(from copy: MetricID, to original: MetricID) -> [Diagnostic.Fix] {
    let (copied, kept) = (specification[copy], specification[original])
    guard !copied.isAlias, copied.quantity == kept.quantity, kept.guards.isEmpty,
      !mentions(original, copy)
    else { return [] }
    let name = quotedName(of: original)
    return [
      Diagnostic.Fix(
        "Refer to `\(kept.name)`", [TextEdit(range: copied.formulaRange, replacement: name)])
    ]
  }

  /// Whether a metric is made of another one.
  private func mentions(_ metric: MetricID, _ other: MetricID) -> Bool {
    var waiting = [metric]
    var seen: Set<MetricID> = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      if next == other { return true }
      waiting += specification[next].formula.metrics
    }
    return false
  }
}
