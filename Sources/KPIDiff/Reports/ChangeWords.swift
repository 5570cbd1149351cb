import KPIText

/// A change in words.
struct ChangeWords {
  private let change: Change

  init(_ change: Change) { self.change = change }

  /// `KPI`, `metric`, `column`.
  static func noun(_ subject: Subject, isKPI: Bool) -> String {
    subject.kind == .metric && isKPI ? "KPI" : subject.kind.rawValue
  }

  var noun: String { ChangeWords.noun(change.subject, isKPI: change.isKPI) }

  /// `KPI revenue`, `column orders.amount`, `company`.
  var name: String {
    change.subject.name.isEmpty ? noun : "\(noun) \(change.subject.name)"
  }

  /// `the column `orders.amount` has another type`.
  var sentence: String {
    let name = change.subject.name.isEmpty ? "the company" : "the \(noun) `\(change.subject.name)`"
    switch change.kind {
    case .removed: return "\(name) is gone"
    case .renamed(let old, _) where change.grave.contains { $0.aspect == .name }:
      return "`\(old)` is now called `\(change.subject.name)`"
    case .added, .changed, .renamed:
      let judging = change.grave.filter { $0.aspect == .accountability }
      let parts = judging.isEmpty ? change.grave : judging
      return "\(name) " + TextFlow.list(unique(parts.map(ChangeWords.verb)))
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// What happens, said of its subject.
  private static func verb(_ part: Part) -> String {
    switch part.aspect {
    case .formula: "is computed otherwise"
    case .unit:
      "is in \(part.after ?? "another unit") instead of \(part.before ?? "its unit")"
    case .breakdown: "can no longer be broken down by `\(part.before ?? "")`"
    case .accountability:
      part.after == nil ? "is no longer a KPI" : "becomes a KPI"
    case .type: "has the type \(part.after ?? "") instead of \(part.before ?? "")"
    case .header: "is read from the header `\(part.after ?? "")`"
    case .allowedValues: "allows other values"
    case .optional: part.after == "yes" ? "may be empty" : "may no longer be empty"
    case .key: part.after == "yes" ? "is part of the key" : "is no longer part of the key"
    case .reference: "refers to \(part.after ?? "no table")"
    case .time: "is dated otherwise"
    case .textFormat: "writes numbers or dates otherwise"
    case .badRows: part.after == "skip" ? "skips bad rows" : "no longer skips bad rows"
    case .knownAhead: part.after == "yes" ? "is known ahead" : "is no longer known ahead"
    case .workdays, .holidays: "has other \(part.aspect.rawValue)"
    case .member where part.after == nil: "no longer covers `\(part.detail ?? "")`"
    case .file: "is read from \(part.after ?? "") instead of \(part.before ?? "")"
    case .value: "is worth \(part.after ?? "something else") instead of \(part.before ?? "")"
    default: "has another \(part.aspect.rawValue)"
    }
  }

  /// What its author can do about it.
  var help: String {
    let revision = "`revision \(change.nextRevision) because \"…\"`"
    switch (change.subject.kind, change.kind) {
    case (.metric, .removed):
      return "Keep it for a while as `deprecated since PERIOD`, or let what takes its place say "
        + "`replaces \(change.subject.name)`."
    case (.metric, .renamed(let old, isDeclared: false)):
      return "Add a line `replaces \(old)`, so that readers of the old name find the new one."
    case (.column, _):
      let table = change.subject.name.split(separator: ".").first ?? ""
      return "Take it back, or add a line `revision N because \"…\"` to the table `\(table)`."
    case (.table, .removed), (.dimension, .removed), (.unit, .removed), (.source, .removed):
      return "Take it back, or add a line `revision N because \"…\"` to the company."
    default: return "Take it back, or add a line \(revision) that says why."
    }
  }

  /// Whether a path ends here.
  func isSource(of path: [Subject]) -> Bool {
    guard let last = path.last else { return false }
    return last == change.subject || last.kind == .setting && change.subject.kind == .company
  }

  /// What acknowledges it, in words.
  static func words(for acknowledgement: Change.Acknowledgement, of change: Change) -> String {
    switch acknowledgement {
    case .revision(let revision, let subject):
      let whose = subject == change.subject ? "" : " of \(subject.text)"
      return "revision \(revision.number)\(whose): \(revision.reason)"
    case .deprecated: return "it was deprecated"
    case .replaced(let name): return "\(name) takes its place"
    }
  }

  /// `revenue ← column orders.amount`, without the subject itself.
  static func path(_ path: [Subject]) -> String {
    path.map { "← " + $0.text }.joined(separator: " ")
  }
}
