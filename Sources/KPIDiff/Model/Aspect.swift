/// Something that a declaration says.
package enum Aspect: String, Hashable, Sendable, CaseIterable {
  // Any declaration.
  /// Whether it is there at all, and under which name.
  case name
  case label, documentation, allow
  /// What has no aspect of its own, as it is written.
  case wording

  // Metrics.
  case formula, unit, breakdown
  /// Whether somebody answers for it.
  case accountability
  case target, threshold, stretch
  case judgedBy = "judged by"
  case every, sample
  case range = "in"
  case ensures, owner, department, asks, review, benchmark, when
  case balancedBy = "balanced by"
  case nature, expires, deprecated, replaces, revision

  // Data.
  case type, header, key, optional
  case allowedValues = "allowed values"
  case reference, file, time
  case textFormat = "numbers and dates"
  case badRows = "bad rows"
  case knownAhead = "known ahead"
  case member, value

  // The company.
  case mission, currency
  case timeZone = "time zone"
  case week
  case fiscalYear = "fiscal year"
  case workdays, holidays, lint
  case email, lead, parent

  // Strategy.
  case perspective
  case measures = "measured by"
  case drives, period
  case keyResult = "key result"
  case improves, due, state, assumes, because, broken, reader, score
  case rollUp = "roll up"
  case cap, missing, weight
}

extension Aspect {
  /// What kind of change it is when it says something else: one that cannot be told takes the worst it could be.
  var whenChanged: Category {
    switch self {
    case .name, .unit, .breakdown, .type, .accountability: .breaking
    case .formula, .header, .key, .optional, .allowedValues, .reference, .file, .time, .textFormat,
      .badRows, .knownAhead, .member, .value, .timeZone, .week, .fiscalYear, .workdays, .holidays:
      .valueChanging
    case .target, .threshold, .stretch, .judgedBy, .every, .sample, .range, .ensures, .keyResult,
      .score, .rollUp, .cap, .missing, .weight, .period:
      .goalpost
    case .label, .documentation, .allow, .wording, .owner, .department, .asks, .review, .benchmark,
      .when, .balancedBy, .nature, .expires, .deprecated, .replaces, .revision, .mission,
      .currency, .lint, .email, .lead, .parent, .perspective, .measures, .drives, .improves, .due,
      .state, .assumes, .because, .broken, .reader:
      .metadata
    }
  }

  /// The same where it says something for the first time.
  var whenAdded: Category {
    switch self {
    case .name, .accountability, .replaces, .member: .additive
    default: whenChanged
    }
  }

  /// The same where it no longer says anything.
  var whenRemoved: Category { self == .member ? .breaking : whenChanged }
}
