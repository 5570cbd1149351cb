package import KPISource

package struct ObjectiveID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct PerspectiveID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

/// A perspective of the balanced scorecard, with the question it asks.
package struct Perspective: Sendable {
  package let name: String
  package let label: String
  /// The label in other languages, by the language.
  package let translations: [String: String]
  package let question: String?
  /// `nil` for one of the four that exist without being declared.
  package let origin: SourceRange?

  package init(
    name: String, label: String, translations: [String: String] = [:], question: String?,
    origin: SourceRange?
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.question = question
    self.origin = origin
  }

  /// The four perspectives of Kaplan and Norton, in causal order from the result to its roots.
  package static let usual = [
    Perspective(
      name: "financial", label: "Financial", question: "What do the owners expect of us?",
      origin: nil),
    Perspective(
      name: "customer", label: "Customer", question: "Whom do we serve, and what do they value?",
      origin: nil),
    Perspective(
      name: "process", label: "Internal process",
      question: "What must we do well to create that value?", origin: nil),
    Perspective(
      name: "learning", label: "Learning and growth",
      question: "Which people, skills and systems do we need for it?", origin: nil),
  ]
}

/// What the strategy wants, in words, with the KPIs that measure it and the objectives that it drives.
package struct Objective: Sendable {
  package let name: String
  package let label: String?
  /// The label in other languages, by the language.
  package let translations: [String: String]
  package let perspective: PerspectiveID?
  package let department: DepartmentID?
  package let owner: OwnerID?
  package let measures: [MetricID]
  package let drives: [Drive]
  /// The period an OKR objective is for.
  package let period: Period?
  package let keyResults: [KeyResult]
  /// What has to hold for it to be within reach.
  package let assumes: [AssumptionID]
  package let origin: SourceRange

  /// A claim of cause and effect.
  package struct Drive: Sendable {
    package let objective: ObjectiveID
    package let lag: CalendarSpan?
    package let reason: String?

    package init(objective: ObjectiveID, lag: CalendarSpan?, reason: String?) {
      self.objective = objective
      self.lag = lag
      self.reason = reason
    }
  }

  /// A metric on its way from a baseline to a goal.
  package struct KeyResult: Sendable {
    package let metric: MetricID
    package let baseline: Number
    package let goal: Number
    package let commitment: Commitment?

    package enum Commitment: String, Sendable { case committed, aspirational }

    package init(metric: MetricID, baseline: Number, goal: Number, commitment: Commitment?) {
      self.metric = metric
      self.baseline = baseline
      self.goal = goal
      self.commitment = commitment
    }
  }

  package init(
    name: String, label: String?, translations: [String: String] = [:],
    perspective: PerspectiveID?, department: DepartmentID?, owner: OwnerID?, measures: [MetricID],
    drives: [Drive], period: Period?, keyResults: [KeyResult], assumes: [AssumptionID] = [],
    origin: SourceRange
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.perspective = perspective
    self.department = department
    self.owner = owner
    self.measures = measures
    self.drives = drives
    self.period = period
    self.keyResults = keyResults
    self.assumes = assumes
    self.origin = origin
  }

  /// The metrics that tell whether it is reached, each once.
  package var metrics: [MetricID] {
    var seen: Set<MetricID> = []
    return (measures + keyResults.map(\.metric)).filter { seen.insert($0).inserted }
  }
}
