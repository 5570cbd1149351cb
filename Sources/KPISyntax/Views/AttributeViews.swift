import KPISource

/// `label vi "Doanh thu"`: the name in another language.
package struct LabelAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .labelAttribute else { return nil }
    syntax = node
  }

  package var language: NameSyntax? { syntax.first() }
  package var text: StringSyntax? { syntax.first() }
}

/// A word and a text: `mission "…"`, `email "…"`, `asks "…"`, `numbers "…"`.
package struct TextAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .textAttribute else { return nil }
    syntax = node
  }

  package var text: StringSyntax? { syntax.first() }
}

/// A word and what it refers to: `owner lan`, `currency USD`, `measured by a, b`.
package struct ReferenceAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .referenceAttribute else { return nil }
    syntax = node
  }

  /// At least one, unless it was left out and reported.
  package var names: [NameSyntax] { syntax.all() }
  package var name: NameSyntax? { syntax.first() }
}

/// A word and a day: `expires 2027-03-31`, `due 2026-12-15`, `as of 2026-11-23`.
package struct DateAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .dateAttribute else { return nil }
    syntax = node
  }

  package var value: LiteralSyntax? { syntax.first() }
  package var date: DateLiteral? { value?.date }
}

/// A word and a period: `for 2026-Q4`.
package struct PeriodAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .periodAttribute else { return nil }
    syntax = node
  }

  package var value: LiteralSyntax? { syntax.first() }
  package var period: PeriodLiteral? { value?.period }
}

/// A word and a fixed expression: `every fiscal year`, `roll up weighted mean`, `state active`.
package struct PhraseAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .phraseAttribute else { return nil }
    syntax = node
  }

  package var phrase: PhraseSyntax? { syntax.first() }
}

/// A word and a formula: `unit USD / order`, `cap 120%`.
package struct ExpressionAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .expressionAttribute else { return nil }
    syntax = node
  }

  package var value: ExpressionSyntax { syntax.operand(0) }
}

/// `in 0%..100%`, `in 0..`, `in ..1`: the values that a metric can have.
package struct RangeAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .rangeAttribute else { return nil }
    syntax = node
  }

  /// The end before the dots.
  package var lower: ExpressionSyntax? { end(isLower: true) }
  /// The end after the dots.
  package var upper: ExpressionSyntax? { end(isLower: false) }

  private func end(isLower: Bool) -> ExpressionSyntax? {
    let dots = syntax.tokens.first { $0.kind == .range }?.range.bytes.lowerBound
    let node = syntax.children.first { child in
      child.kind.isExpression && (dots.map { child.range.bytes.lowerBound < $0 } ?? true) == isLower
    }
    return node.map(ExpressionSyntax.init)
  }
}

/// A word alone: `leading`, `lagging`.
package struct FlagAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .flagAttribute else { return nil }
    syntax = node
  }
}

/// `time order_id.ordered_at`.
package struct PathAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .pathAttribute else { return nil }
    syntax = node
  }

  package var path: PathSyntax? { syntax.first() }
}

/// `driver postgresql`, `driver "/opt/adbc/libadbc_driver_postgresql.so"`.
package struct DriverAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .referenceAttribute else { return nil }
    syntax = node
  }

  /// The name, or the path of the library as it is written.
  package var driver: String? {
    let name: NameSyntax? = syntax.first()
    let path: StringSyntax? = syntax.first()
    return name?.text ?? path?.value
  }
}

/// `uri env DATABASE_URL`, `username "reader"`, `option "name" "value"`.
package struct SettingAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .settingAttribute else { return nil }
    syntax = node
  }

  /// The name of the option, for `option` alone.
  package var option: StringSyntax? {
    syntax.firstWord == .option ? syntax.first() : nil
  }

  /// The variable after `env`.
  package var environment: NameSyntax? { syntax.first() }

  /// The value written out.
  package var text: StringSyntax? {
    let texts: [StringSyntax] = syntax.all()
    return syntax.firstWord == .option ? texts.dropFirst().first : texts.first
  }
}

/// `allow stale-review because "…" until 2027-01-31`: silences a finding where it stands.
package struct AllowAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .allowAttribute else { return nil }
    syntax = node
  }

  package var rule: RuleNameSyntax? { syntax.first() }
  package var reason: StringSyntax? { syntax.first() }
  package var until: LiteralSyntax? { syntax.first() }
}
