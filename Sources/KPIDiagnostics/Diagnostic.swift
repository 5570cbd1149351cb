package import KPISource

/// One finding: a rule, a sentence about this case of it, and the places it speaks of.
package struct Diagnostic: Sendable {
  package var severity: Severity
  /// The declaration that it stands in, such as `kpi revenue`.
  package var subject: String?
  /// What it says stays the same while it is weighed, sorted and silenced, so its copies share it.
  private var statement: Statement

  private final class Statement: Sendable {
    let rule: Rule
    let message: String
    let location: Location
    let labels: [Label]
    let help: String?
    let fixes: [Fix]
    let about: String

    init(
      _ rule: Rule, _ message: String, _ location: Location, _ labels: [Label], _ help: String?,
      _ fixes: [Fix], _ about: String
    ) {
      self.rule = rule
      self.message = message
      self.location = location
      self.labels = labels
      self.help = help
      self.fixes = fixes
      self.about = about
    }
  }

  package var rule: Rule { statement.rule }
  /// What is wrong, with the names in it; no full stop.
  package var message: String { statement.message }
  package var location: Location { statement.location }
  /// Other places that explain the finding.
  package var labels: [Label] {
    get { statement.labels }
    set { restate(labels: newValue, help: help) }
  }
  /// How to mend it, in a sentence.
  package var help: String? {
    get { statement.help }
    set { restate(labels: labels, help: newValue) }
  }
  /// Edits that mend it.
  package var fixes: [Fix] { statement.fixes }
  /// What tells it from other findings of its rule in the same declaration, and stays the same however the numbers
  /// in the message change.
  package var about: String { statement.about }

  package init(
    _ rule: Rule, severity: Severity? = nil, _ message: String, at location: Location,
    labels: [Label] = [], help: String? = nil, fixes: [Fix] = [], about: String = ""
  ) {
    self.severity = severity ?? rule.severity
    statement = Statement(rule, message, location, labels, help, fixes, about)
  }

  private mutating func restate(labels: [Label], help: String?) {
    statement = Statement(rule, message, location, labels, help, fixes, about)
  }

  package init(
    _ rule: Rule, _ message: String, at range: SourceRange, labels: [Label] = [],
    help: String? = nil, fixes: [Fix] = [], about: String = ""
  ) {
    self.init(
      rule, message, at: .source(range), labels: labels, help: help, fixes: fixes, about: about)
  }

  /// A remark about another place of the specification.
  package struct Label: Sendable {
    package let range: SourceRange
    package let message: String

    package init(_ range: SourceRange, _ message: String) {
      self.range = range
      self.message = message
    }
  }

  /// A named set of edits that mends the finding.
  package struct Fix: Sendable {
    package let title: String
    package let edits: [TextEdit]
    package let applicability: Applicability

    package init(
      _ title: String, _ edits: [TextEdit], _ applicability: Applicability = .safe
    ) {
      self.title = title
      self.edits = edits
      self.applicability = applicability
    }

    /// Whether a fix can be made without being looked at.
    package enum Applicability: String, Hashable, Sendable {
      /// It changes no value.
      case safe
      /// It is what was probably meant, but values or statuses may change.
      case unsafe
    }
  }
}

extension Diagnostic: CustomStringConvertible {
  package var description: String { "\(severity.rawValue)[\(rule.code)]: \(message)" }
}

/// Where a finding stands.
package enum Location: Sendable, Hashable {
  /// In a `.kpi` file.
  case source(SourceRange)
  /// In a data file: its path, the 1-based line and column (0 when the whole file or line is
  /// meant), and the value found.
  case data(path: String, line: Int, column: Int, value: String?)
  /// In no file: the command line, or the project as a whole.
  case none
}

extension Sequence<Diagnostic> {
  /// The findings in the order in which they are printed: by file and place, then by code.
  package func inOrder() -> [Diagnostic] {
    let findings = Array(self)
    // Nearly all are told apart by their places in the sources, which are compared and moved soonest.
    let places = findings.map(\.location.place)
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      places[left] == places[right]
        ? Diagnostic.inOrder(findings[left], findings[right]) : places[left] < places[right]
    }
    let isInOrder = findings.indices.dropFirst().allSatisfy { !isBefore($0, $0 - 1) }
    return isInOrder ? findings : findings.indices.sorted(by: isBefore).map { findings[$0] }
  }
}

extension Diagnostic {
  static func inOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    (left.location.orderKey, left.rule.code, left.message)
      < (right.location.orderKey, right.rule.code, right.message)
  }
}

extension Location {
  /// The place in a source; one after all of them for what stands elsewhere.
  fileprivate var place: SourceRange {
    if case .source(let range) = self { range } else { SourceRange(file: FileID(.max), 0..<0) }
  }

  /// Sources first, then data files by path, then the rest.
  fileprivate var orderKey: OrderKey {
    switch self {
    case .source(let range):
      OrderKey(0, "", Int(range.file.index), Int(range.start), Int(range.end))
    case .data(let path, let line, let column, _): OrderKey(1, path, 0, line, column)
    case .none: OrderKey(2, "", 0, 0, 0)
    }
  }

  fileprivate struct OrderKey: Comparable {
    let kind: Int
    let path: String
    let numbers: (Int, Int, Int)

    init(_ kind: Int, _ path: String, _ first: Int, _ second: Int, _ third: Int) {
      self.kind = kind
      self.path = path
      self.numbers = (first, second, third)
    }

    static func == (left: Self, right: Self) -> Bool {
      left.kind == right.kind && left.path == right.path && left.numbers == right.numbers
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.kind, left.path) != (right.kind, right.path)
        ? (left.kind, left.path) < (right.kind, right.path) : left.numbers < right.numbers
    }
  }
}
