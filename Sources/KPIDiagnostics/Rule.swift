/// How much a finding weighs; an error cannot be silenced.
package enum Severity: String, Hashable, Sendable, Comparable {
  case error, warning, note

  private var weight: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }
}

/// How much of what can be said is said: each profile holds all rules of the ones before it.
package enum Profile: String, Hashable, Sendable, CaseIterable, Comparable {
  /// What is wrong whatever the company's habits are.
  case starter
  /// What a KPI needs to be acted on.
  case standard
  /// What a company with settled KPIs can hold itself to.
  case strict

  private var rank: Int {
    switch self {
    case .starter: 0
    case .standard: 1
    case .strict: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// One entry of the catalogue: everything that is said about a kind of finding, in one place.
///
/// A rule is declared once, as a static member beside the function that makes its diagnostics, and
/// listed in `Catalogue.all`; an opinion is declared with its check, and listed in `LintRule.all`. The code is
/// permanent: it is retired, never used again for something else. Every finding refers to its rule, so it is shared.
package final class Rule: Sendable {
  /// `KPI` and four digits: 1xxx syntax and names, 2xxx types and units, 3xxx data and evaluation,
  /// 4xxx opinions, 9xxx the tool itself.
  package let code: String
  /// The kebab-case name, accepted wherever the code is.
  package let name: String
  package let severity: Severity
  /// The first profile that reports it; `nil` for what is always reported.
  package let profile: Profile?
  /// One line, without a full stop.
  package let title: String
  /// What the rule means, why it matters and how to mend it, in Markdown sentences.
  package let explanation: String
  /// An input that raises exactly this rule.
  package let example: Example
  /// The same input mended; it raises nothing.
  package let mended: Example

  /// Whether it is about rows, which are looked at only where they are asked for.
  package var isOfData: Bool { code.hasPrefix("KPI3") }

  package init(
    code: String, name: String, severity: Severity, profile: Profile? = nil, title: String,
    explanation: String, example: Example, mended: Example
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.profile = profile
    self.title = title
    self.explanation = explanation
    self.example = example
    self.mended = mended
  }

  /// An input for the documentation and for the test that holds the documentation to the truth.
  package enum Example: Sendable {
    /// One `.kpi` file to check.
    case specification(String)
    /// Files by path, and the arguments of the command that runs on them (`eval revenue`).
    case project(files: [File], command: String, around: Surroundings = .plain)

    /// The files of a repository after each of several commits, then the command.
    case repository(commits: [Commit], command: String)

    /// What the files alone do not show.
    package enum Surroundings: String, Sendable {
      case plain = ""
      case withoutGit = "git is not installed"
      case newRepository = "a git repository, nothing committed yet"
      case shallowClone = "a git repository, fetched without its history"
      case damagedRepository = "a git repository whose settings cannot be read"
    }

    package struct Commit: Sendable {
      /// The day it was made, such as `2024-01-05`.
      package let date: String
      package let files: [File]

      package init(_ date: String, _ files: [File]) {
        self.date = date
        self.files = files
      }
    }

    package struct File: Sendable {
      package let path: String
      package let text: String

      package init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
      }
    }
  }
}

extension Rule: Hashable {
  package static func == (left: Rule, right: Rule) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Rule {
  /// A rule whose example and mended form are single files.
  package convenience init(
    _ code: String, _ name: String, _ severity: Severity = .error, from profile: Profile? = nil,
    title: String, explanation: String, example: String, mended: String
  ) {
    self.init(
      code: code, name: name, severity: severity, profile: profile, title: title,
      explanation: explanation, example: .specification(example), mended: .specification(mended))
  }
}
