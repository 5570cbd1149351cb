package import KPIDiagnostics

/// The findings that were there when a company began to check, so that only new ones are reported.
///
/// An entry names the rule, the declaration and what tells the finding from others there, never a line: it stays true
/// however the file around it changes. As text it is one line a finding, in order, so that a review sees what was
/// added.
package struct Baseline: Sendable {
  private var counts: [Entry: Int]

  /// One finding as it is known again.
  fileprivate struct Entry: Hashable, Comparable {
    let rule: String
    let subject: String
    let about: String

    init(rule: String, subject: String, about: String) {
      self.rule = rule
      self.subject = subject
      self.about = about
    }

    static func < (left: Entry, right: Entry) -> Bool {
      (left.subject, left.rule, left.about) < (right.subject, right.rule, right.about)
    }
  }

  /// All findings that can be left for later: those that are not errors.
  package init(of diagnostics: [Diagnostic]) {
    counts = [:]
    for diagnostic in diagnostics where diagnostic.severity != .error {
      counts[Entry(diagnostic), default: 0] += 1
    }
  }

  /// Takes out what the baseline lists; what it lists and is not there any more is left over.
  package func sift(
    _ diagnostics: [Diagnostic]
  ) -> (reported: [Diagnostic], suppressed: [Suppressed], left: Baseline) {
    var left = self
    var reported: [Diagnostic] = []
    var suppressed: [Suppressed] = []
    for diagnostic in diagnostics {
      let entry = Entry(diagnostic)
      guard diagnostic.severity != .error, let count = left.counts[entry], count > 0 else {
        reported.append(diagnostic)
        continue
      }
      left.counts[entry] = count == 1 ? nil : count - 1
      suppressed.append(
        Suppressed(diagnostic: diagnostic, because: "listed in the baseline", .external))
    }
    return (reported, suppressed, left)
  }

  /// The entries that are not left over.
  package func without(_ left: Baseline) -> Baseline {
    var result = self
    for (entry, count) in left.counts {
      let rest = (result.counts[entry] ?? 0) - count
      result.counts[entry] = rest > 0 ? rest : nil
    }
    return result
  }

  /// The entries of some rules, and of those that are not known any more.
  package func limited(to rules: Set<Rule>) -> Baseline {
    var result = self
    result.counts = counts.filter { entry, _ in
      Catalogue.anyRule(named: entry.rule).map(rules.contains) ?? true
    }
    return result
  }

  /// What either of the two lists.
  package func united(with other: Baseline) -> Baseline {
    var result = self
    result.counts.merge(other.counts, uniquingKeysWith: max)
    return result
  }

  package var count: Int { counts.values.reduce(0, +) }
}

// MARK: - Text

extension Baseline {
  private static let heading = "# Findings that kpi check leaves out. Written by --write-baseline."

  package var text: String {
    let lines = counts.sorted { $0.key < $1.key }.flatMap { entry, count in
      Array(repeating: entry.line, count: count)
    }
    return ([Baseline.heading] + lines).map { $0 + "\n" }.joined()
  }

  /// Reads what `text` writes.
  package init(text: String) throws(BrokenLine) {
    counts = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      guard let entry = Entry(line: line) else { throw BrokenLine(number: index + 1) }
      counts[entry, default: 0] += 1
    }
  }

  /// A line that is no entry.
  package struct BrokenLine: Error {
    package let number: Int
  }
}

extension Baseline.Entry {
  fileprivate init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule.code
    switch diagnostic.location {
    case .data(let path, _, _, _): subject = diagnostic.subject ?? path
    case .source, .none: subject = diagnostic.subject ?? "project"
    }
    about = diagnostic.about
  }

  /// Tabs between the parts: the name of the rule is for the reader, its code counts.
  fileprivate var line: String {
    let name = Catalogue.anyRule(named: rule)?.name ?? ""
    return ["\(rule) \(name)", subject, about].map(Baseline.Entry.escaped).joined(separator: "\t")
  }

  fileprivate init?(line: Substring) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 3, let code = parts[0].split(separator: " ").first else { return nil }
    self.init(
      rule: String(code), subject: Baseline.Entry.unescaped(parts[1]),
      about: Baseline.Entry.unescaped(parts[2]))
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\\\"
      case "\t": "\\t"
      case _ where character.isNewline: "\\n"
      default: String(character)
      }
    }.joined()
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result += character == "t" ? "\t" : character == "n" ? "\n" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
