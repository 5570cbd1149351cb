import KPIModel
import KPIPlan
import KPIReport
import KPIScorecard
import KPISemantics
import KPISource
import KPIText
import KPIWorkspace

/// A metric in plain words: what it means, what it is computed from, who answers for it and who uses it.
struct MetricPage {
  private let project: Project
  private let metric: MetricID
  private let normalForm: Formula<Measure>?

  init(_ metric: MetricID, of project: Project) {
    self.project = project
    self.metric = metric
    var normaliser = Normaliser(project.specification)
    normalForm = try? normaliser.normalForm(of: metric)
  }

  private var specification: Specification { project.specification }
  private var declared: Metric { specification[metric] }
  private var formulaText: FormulaText { FormulaText(specification) }

  /// The page, line by line, for a width of 100 columns.
  var text: String {
    var lines = [title]
    if let documentation = declared.documentation { lines += ["", documentation] }
    lines.append("")
    for (name, values) in entries where !values.isEmpty {
      for (index, value) in values.enumerated() {
        lines.append(padded(index == 0 ? name : "") + value)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String {
    let kind = declared.isKPI ? "KPI" : "metric"
    let labels =
      [declared.label].compactMap { $0 }
      + declared.translations.sorted {
        $0.key < $1.key
      }.map(\.value)
    return "\(declared.name) (\(kind))"
      + (labels.isEmpty ? "" : ": " + labels.joined(separator: " / "))
  }

  private func padded(_ name: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 14 - name.count))
  }

  private var entries: [(name: String, values: [String])] {
    [
      ("Formula", [sourceText]),
      ("Computed as", normalForm.map { [formulaText.text(of: $0)] } ?? []),
      ("Measures", measures),
      ("Unit", [unit]),
      ("Ensures", ensured),
      ("Uses", uses),
      ("Used by", usedBy),
      ("Broken down", breakdowns),
      ("Objectives", objectives),
      ("Initiatives", initiatives),
      ("Assumes", assumptions),
      ("Owner", owner),
      ("Department", department),
      ("Judged", judged),
      ("Review", review),
      ("Question", declared.accountability?.question.map { [$0] } ?? []),
      ("Declared", [place]),
    ]
  }

  // MARK: What it is computed from

  /// The formula as it was written, on one line.
  private var sourceText: String { text(at: declared.formulaRange) }

  /// A part of the specification on one line.
  private func text(at range: SourceRange) -> String {
    project.sources.text(of: range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var measures: [String] {
    let words = MeasureWords(specification)
    return (normalForm?.leaves ?? []).enumerated().flatMap { index, measure in
      words.description(of: measure).lines(number: "\(index + 1).")
    }
  }

  private var unit: String {
    switch declared.quantity.style {
    case .percent: "percent"
    case .scaled(let name, _): name
    case .natural: declared.quantity.unit.description
    }
  }

  /// What the values are held to, as it is written.
  private var ensured: [String] {
    let origins =
      [declared.guards.range?.origin].compactMap { $0 } + declared.guards.invariants.map(\.origin)
    return origins.map(text)
  }

  // MARK: Lineage

  private var uses: [String] {
    let names = declared.formula.metrics.map { specification[$0].name }
    let columns = Set((normalForm?.leaves ?? []).flatMap(columns)).sorted()
    return [names, columns].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
  }

  private func columns(of measure: Measure) -> [String] {
    switch measure {
    case .rows(let rows): return rows.columns.map(specification.text)
    case .entities(let entities):
      return entities.entity.attributes.map(specification.text)
        + entities.formulas.flatMap(\.leaves).flatMap(columns)
    case .days: return []
    }
  }

  private var usedBy: [String] {
    let names = specification.metrics.filter { $0.formula.metrics.contains(metric) }.map(\.name)
    return names.isEmpty ? [] : [names.joined(separator: ", ")]
  }

  private var objectives: [String] {
    let names = specification.objectives.filter { $0.metrics.contains(metric) }.map(\.name)
    return names.isEmpty ? [] : [names.joined(separator: ", ")]
  }

  private var initiatives: [String] {
    let names = specification.initiatives.filter { $0.improves.contains(metric) }.map(\.name)
    return names.isEmpty ? [] : [names.joined(separator: ", ")]
  }

  private var assumptions: [String] {
    let assumed = declared.accountability?.duties.assumes ?? []
    let names = assumed.map { specification.assumptions[$0.index].name }
    return names.isEmpty ? [] : [names.joined(separator: ", ")]
  }

  private var breakdowns: [String] {
    let tables = project.analysis.traits(of: metric)?.tables ?? []
    let names = specification.breakdowns(from: tables.sorted())
    return names.isEmpty ? [] : ["by " + names.joined(separator: ", ")]
  }

  // MARK: Accountability

  private var owner: [String] {
    guard let owner = declared.accountability?.owner.map({ specification.owners[$0.index] }) else {
      return []
    }
    return [(owner.label ?? owner.name) + (owner.email.map { " <\($0)>" } ?? "")]
  }

  private var department: [String] {
    declared.accountability?.department.map { specification.departments[$0.index] }
      .map { [$0.label ?? $0.name] } ?? []
  }

  private var judged: [String] {
    guard let accountability = declared.accountability else { return [] }
    let cadence = "every \((accountability.cadence ?? .month).spoken)"
    guard let targets = accountability.targets else { return [cadence] }
    var lines = targets.all.flatMap(words)
    for (name, bounds) in [("threshold", targets.threshold), ("stretch", targets.stretch)] {
      for bound in bounds { lines.append("\(name) \(words(for: bound.value))" + since(bound.from)) }
    }
    return [cadence + (lines.first.map { ", " + $0 } ?? "")] + lines.dropFirst()
  }

  private func words(for target: Target) -> [String] {
    let name = target.name.map { "\($0) " } ?? ""
    let whole = target.goals.map { name + words(for: $0.value) + since($0.from) }
    return whole
      + target.segments.flatMap { segments in
        segments.groups.flatMap { group in
          group.goals.map {
            "\(segments.name) \(group.value.text): " + name + words(for: $0.value) + since($0.from)
          }
        }
      }
  }

  private func since(_ day: Day?) -> String { day.map { " from \($0.text)" } ?? "" }

  /// A goal in numbers, or as it was written where it is not the same in every period.
  private func words(for goal: Goal<TargetValue>) -> String {
    let numbers = goal.map(fixedNumber)
    return switch numbers {
    case .atLeast(let value?): Goal.atLeast(value).text(declared.quantity)
    case .atMost(let value?): Goal.atMost(value).text(declared.quantity)
    case .between(let low?, let high?): Goal.between(low, high).text(declared.quantity)
    default: sourceText(goal.bounds)
    }
  }

  private func words(for bounds: Bounds<TargetValue>) -> String {
    switch bounds.map(fixedNumber) {
    case .value(let value?): ValueText.short(value, declared.quantity)
    case .band(let low?, let high?): Goal.between(low, high).text(declared.quantity)
    default: sourceText(bounds)
    }
  }

  private func fixedNumber(_ value: TargetValue) -> Number? {
    value.phasing == nil ? value.constant : nil
  }

  private func sourceText(_ bounds: Bounds<TargetValue>) -> String {
    bounds.values.first.map { text(at: $0.origin) } ?? ""
  }

  private var review: [String] {
    guard let review = declared.accountability?.review else { return [] }
    return ["every \(review.every.spoken)" + (review.last.map { ", last \($0.text)" } ?? "")]
  }

  private var place: String {
    let file = project.sources[declared.origin.file]
    let position = file.position(of: declared.origin.bytes.lowerBound)
    return "\(file.path):\(position.line)"
  }
}
