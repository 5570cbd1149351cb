/// `week starts monday`.
package struct WeekAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .weekAttribute else { return nil }
    syntax = node
  }

  package var start: NameSyntax? { syntax.first() }
}

/// `workdays monday to thursday, saturday`.
package struct WorkdaysAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .workdaysAttribute else { return nil }
    syntax = node
  }

  package var weekdays: [WeekdaysSyntax] { syntax.all() }
}

/// `monday to thursday`, or one day of the week.
package struct WeekdaysSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .weekdays else { return nil }
    syntax = node
  }

  package var first: NameSyntax? { syntax.first() }
  /// The day after `to`.
  package var last: NameSyntax? {
    syntax.has(.to) ? syntax.all(NameSyntax.self).dropFirst().first : nil
  }
}

/// `holidays { 2026-01-01 "New Year"  2026-02-16 to 2026-02-20 "Tết" }`.
package struct HolidaysAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .holidaysAttribute else { return nil }
    syntax = node
  }

  package var holidays: [HolidaySyntax] { syntax.all() }
}

/// `2026-02-16 to 2026-02-20 "Tết"`: a day without work, or several in a row.
package struct HolidaySyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .holiday else { return nil }
    syntax = node
  }

  package var first: LiteralSyntax? { syntax.first() }
  /// The day after `to`.
  package var last: LiteralSyntax? {
    syntax.has(.to) ? syntax.all(LiteralSyntax.self).dropFirst().first : nil
  }
  package var label: StringSyntax? { syntax.first() }
}

/// `fiscal starts april`, `fiscal weeks "4-5-4" ends saturday nearest january named by start`.
package struct FiscalAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .fiscalAttribute else { return nil }
    syntax = node
  }

  /// The month after `starts`.
  package var start: NameSyntax? { syntax.first() }
  /// The whole weeks of a retail calendar.
  package var weeks: FiscalWeeksSyntax? { syntax.first() }
  /// The `start` or `end` after `named by`.
  package var naming: NameSyntax? {
    syntax.children.first { $0.kind == .fiscalNaming }?.first()
  }
}

/// `weeks "4-5-4" ends saturday nearest january`, `weeks "4-4-5" ends last sunday of june`.
package struct FiscalWeeksSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .fiscalWeeks else { return nil }
    syntax = node
  }

  /// The weeks of the three months of a quarter.
  package var pattern: StringSyntax? { syntax.first() }
  /// The last such weekday of the month, rather than the one nearest to its end.
  package var isLastOfMonth: Bool { syntax.has(.last) }
  package var weekday: NameSyntax? { syntax.first() }
  package var month: NameSyntax? { syntax.all(NameSyntax.self).dropFirst().first }
}

/// `lint { deny stale-review  allow missing-owner }`.
package struct LintAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .lintAttribute else { return nil }
    syntax = node
  }

  package var levels: [LintLevelSyntax] { syntax.all() }
}

/// `deny stale-review, target-expired`: the level of some rules.
package struct LintLevelSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .lintLevel else { return nil }
    syntax = node
  }

  /// `deny`, `warn`, `note` or `allow`; `profile` where one is chosen.
  package var level: Word { syntax.firstWord }
  package var rules: [RuleNameSyntax] { syntax.all() }
  /// The name after `profile`.
  package var profile: NameSyntax? { syntax.first() }
}
