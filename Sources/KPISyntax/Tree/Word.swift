/// The words that mean something somewhere; every one of them is an ordinary name everywhere else.
package enum Word: UInt8, CaseIterable, Hashable, Sendable {
  /// A name that is none of the words.
  case none

  // Declarations.
  case company, owner, department, unit, source, table, dimension, metric, kpi
  case perspective, objective, initiative, assumption, scorecard, test

  // Attributes.
  case label, mission, vision, currency, timezone, week, workdays, holidays, fiscal, lint, email
  case handle, lead
  case driver, uri, username, password, timeout, option
  case key, span, time, numbers, dates, known
  case ensures
  case every, target, threshold, stretch, judged, review, sample, asks, benchmark, balanced
  case leading, lagging, expires, replaces, deprecated, revision, allow
  case measured, drives, improves, due, state, assumes, broken
  case reader, score, roll, cap, includes
  case given, expect

  // Words inside attributes.
  case starts, env, deny, warn, note, profile, bad, rows, skip, ahead, snapshot, optional, duration
  case at, least, most, above, below, previous, phased, evenly, weights, like
  case last, off, track, risk, exceeding, since, use, because, until, lag, result
  case committed, aspirational, up, counts, left, out, weight, baseline, error, status
  case of, no, small, weighted, weeks, ends, nearest, named

  // The periods of a fiscal year.
  case year, half, quarter, month

  // Words of formulas, and words shared by formulas and attributes.
  case `where`, on, and, or, not, `in`, between, `is`, missing, per
  case `case`, when, then, `else`, `true`, `false`
  case from, to, by, `as`, `for`

  /// How the word is written.
  package var spelling: String { Word.spellings[Int(rawValue)] }

  private static let spellings = allCases.map { $0 == .none ? "" : String(describing: $0) }
}

extension Word {
  /// The words that begin a declaration, in the order of the language reference.
  package static let declarations: [Word] = [
    .company, .owner, .department, .unit, .source, .table, .dimension, .metric, .kpi,
    .perspective, .objective, .initiative, .assumption, .scorecard, .test,
  ]

  /// The words that cannot be a name at the start of a path in a formula; backticks make them one.
  package var isReservedInFormulas: Bool {
    switch self {
    case .where, .on, .and, .or, .not, .in, .between, .is, .missing, .per, .case, .when, .then,
      .else, .true, .false:
      true
    default: false
    }
  }

  /// What may stand after `fiscal`.
  var isFiscalPeriod: Bool {
    switch self {
    case .week, .month, .quarter, .half, .year: true
    default: false
    }
  }

  var beginsDeclaration: Bool {
    rawValue >= Word.company.rawValue && rawValue <= Word.test.rawValue
  }
}
