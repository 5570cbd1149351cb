package import KPIModel

/// The score of a scorecard with what it is made of.
package struct ScorecardStanding: Sendable {
  /// The place in `Specification.scorecards`.
  package let place: Int
  /// `nil` where no member has a score and none stands in for it.
  package let score: Number?
  /// What a member counts that is exactly on target: 1, or the points for being on track.
  package let whole: Number
  /// The part of the weight that has a score of its own, from 0 to 1.
  package let coverage: Number
  package let members: [Member]
  /// The statuses of the members.
  package let tally: StatusTally
  /// The scores of the members of each department, perspective and owner, where there are several.
  package let parts: [Part]

  /// A member with what it counts.
  package struct Member: Sendable {
    package let subject: Scorecard.Member.Subject
    package let status: Status?
    package let score: Score
    /// What stands in for a missing score.
    package let substitute: Number?
    package let weight: Number
    /// The part of the weights of all members, from 0 to 1.
    package let share: Number
    package let baseline: Number?

    /// What it counts in the score; `nil` where it is left out.
    package var counted: Number? { score.number ?? substitute }
  }

  /// The members of one department, perspective or owner.
  package struct Part: Sendable {
    package let group: Group
    package let score: Number?
    package let coverage: Number
    /// Places in `members`.
    package let members: [Int]
  }

  package enum Group: Hashable, Sendable {
    case department(DepartmentID)
    case perspective(PerspectiveID)
    case owner(OwnerID)
  }
}

/// What a member of a scorecard counts, or why it counts nothing; never below 0.
package enum Score: Hashable, Sendable {
  case value(Number)
  case missing(Reason)

  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case noData = "no data"
    case noTarget = "no target"
    case notMature = "not mature"
    case smallSample = "small sample"
    case partial
    /// The target is 0 or below, so that no quotient with it says anything.
    case noAttainment = "no attainment"
    /// Progress is scored, and nothing says from where.
    case noBaseline = "no baseline"
    /// The baseline is at the target already, or past it.
    case noWay = "no way to go"
    /// Nothing measures the objective.
    case notMeasured = "not measured"
    case outOfRange = "out of range"
  }

  package var number: Number? {
    if case .value(let number) = self { number } else { nil }
  }
}
