package import KPISource

/// A chosen set of KPIs and objectives with weights, for a reader.
package struct Scorecard: Sendable {
  package let name: String
  package let label: String?
  /// The label in other languages, by the language.
  package let translations: [String: String]
  package let reader: String?
  package let owner: OwnerID?
  package let department: DepartmentID?
  package let rule: ScoreRule
  package let rollUp: RollUp
  /// The most that one member can count; 1 is the whole target.
  package let cap: Number?
  package let missing: Missing
  package let members: [Member]
  package let origin: SourceRange

  /// How a value becomes a score; the field has several rules, and they disagree.
  package enum ScoreRule: Hashable, Sendable {
    /// Value over target, target over value where lower is better.
    case attainment
    /// The way gone from a baseline to the target.
    case progress
    /// Points for each status.
    case bands([Status: Number])

    /// What a member counts that is exactly on target.
    package var whole: Number {
      guard case .bands(let points) = self else { return .one }
      return points[.onTrack] ?? points.values.max() ?? .one
    }
  }

  package enum RollUp: String, Hashable, Sendable, CaseIterable {
    case weightedMean = "weighted mean"
    case worst
  }

  /// What a member without a value does to the score; it never counts as good.
  package enum Missing: Hashable, Sendable {
    case leftOut
    case counts(Number)
  }

  package struct Member: Sendable {
    package let subject: Subject
    package let weight: Number
    package let baseline: Number?

    package enum Subject: Hashable, Sendable {
      case metric(MetricID)
      case objective(ObjectiveID)
    }

    package init(subject: Subject, weight: Number, baseline: Number?) {
      self.subject = subject
      self.weight = weight
      self.baseline = baseline
    }
  }

  package init(
    name: String, label: String?, translations: [String: String] = [:], reader: String?,
    owner: OwnerID?, department: DepartmentID?, rule: ScoreRule, rollUp: RollUp, cap: Number?,
    missing: Missing, members: [Member], origin: SourceRange
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.reader = reader
    self.owner = owner
    self.department = department
    self.rule = rule
    self.rollUp = rollUp
    self.cap = cap
    self.missing = missing
    self.members = members
    self.origin = origin
  }
}
