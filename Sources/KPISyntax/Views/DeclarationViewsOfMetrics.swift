/// One breakdown shared by tables that name it differently.
package struct DimensionSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .dimensionDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [DimensionAttributeSyntax] {
    syntax.attributes.map(DimensionAttributeSyntax.init)
  }
}

package enum DimensionAttributeSyntax: Sendable {
  case member(ExpressionSyntax)
  case label(LabelAttributeSyntax)
  case revision(RevisionAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.path, _), (.callExpression, _), (.caseExpression, _): .member(ExpressionSyntax(node))
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.revisionAttribute, _):
        RevisionAttributeSyntax(node).map(Self.revision) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A named formula.
package struct MetricSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .metricDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var formula: ExpressionSyntax { syntax.operand(0) }
  package var attributes: [MetricAttributeSyntax] {
    syntax.attributes.map(MetricAttributeSyntax.init)
  }
}

package enum MetricAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case unit(ExpressionAttributeSyntax)
  case range(RangeAttributeSyntax)
  case ensures(ExpressionAttributeSyntax)
  case department(ReferenceAttributeSyntax)
  case owner(ReferenceAttributeSyntax)
  case replaces(ReferenceAttributeSyntax)
  case deprecated(DeprecatedAttributeSyntax)
  case revision(RevisionAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.expressionAttribute, .unit):
        ExpressionAttributeSyntax(node).map(Self.unit) ?? .unknown(node)
      case (.rangeAttribute, _): RangeAttributeSyntax(node).map(Self.range) ?? .unknown(node)
      case (.expressionAttribute, .ensures):
        ExpressionAttributeSyntax(node).map(Self.ensures) ?? .unknown(node)
      case (.referenceAttribute, .department):
        ReferenceAttributeSyntax(node).map(Self.department) ?? .unknown(node)
      case (.referenceAttribute, .owner):
        ReferenceAttributeSyntax(node).map(Self.owner) ?? .unknown(node)
      case (.referenceAttribute, .replaces):
        ReferenceAttributeSyntax(node).map(Self.replaces) ?? .unknown(node)
      case (.deprecatedAttribute, _):
        DeprecatedAttributeSyntax(node).map(Self.deprecated) ?? .unknown(node)
      case (.revisionAttribute, _):
        RevisionAttributeSyntax(node).map(Self.revision) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A formula with accountability.
package struct KPISyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .kpiDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var formula: ExpressionSyntax { syntax.operand(0) }
  package var attributes: [KPIAttributeSyntax] { syntax.attributes.map(KPIAttributeSyntax.init) }
}

package enum KPIAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case department(ReferenceAttributeSyntax)
  case owner(ReferenceAttributeSyntax)
  case every(PhraseAttributeSyntax)
  case unit(ExpressionAttributeSyntax)
  case range(RangeAttributeSyntax)
  case ensures(ExpressionAttributeSyntax)
  case target(TargetAttributeSyntax)
  case threshold(TargetAttributeSyntax)
  case stretch(TargetAttributeSyntax)
  case judged(ReferenceAttributeSyntax)
  case review(ReviewAttributeSyntax)
  case sample(SampleAttributeSyntax)
  case asks(TextAttributeSyntax)
  case benchmark(BenchmarkAttributeSyntax)
  case action(ActionAttributeSyntax)
  case balanced(ReferenceAttributeSyntax)
  case assumes(ReferenceAttributeSyntax)
  case leading(FlagAttributeSyntax)
  case lagging(FlagAttributeSyntax)
  case expires(DateAttributeSyntax)
  case replaces(ReferenceAttributeSyntax)
  case deprecated(DeprecatedAttributeSyntax)
  case revision(RevisionAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.referenceAttribute, .department):
        ReferenceAttributeSyntax(node).map(Self.department) ?? .unknown(node)
      case (.referenceAttribute, .owner):
        ReferenceAttributeSyntax(node).map(Self.owner) ?? .unknown(node)
      case (.phraseAttribute, .every): PhraseAttributeSyntax(node).map(Self.every) ?? .unknown(node)
      case (.expressionAttribute, .unit):
        ExpressionAttributeSyntax(node).map(Self.unit) ?? .unknown(node)
      case (.rangeAttribute, _): RangeAttributeSyntax(node).map(Self.range) ?? .unknown(node)
      case (.expressionAttribute, .ensures):
        ExpressionAttributeSyntax(node).map(Self.ensures) ?? .unknown(node)
      case (.targetAttribute, .target):
        TargetAttributeSyntax(node).map(Self.target) ?? .unknown(node)
      case (.targetAttribute, .threshold):
        TargetAttributeSyntax(node).map(Self.threshold) ?? .unknown(node)
      case (.targetAttribute, .stretch):
        TargetAttributeSyntax(node).map(Self.stretch) ?? .unknown(node)
      case (.referenceAttribute, .judged):
        ReferenceAttributeSyntax(node).map(Self.judged) ?? .unknown(node)
      case (.reviewAttribute, _): ReviewAttributeSyntax(node).map(Self.review) ?? .unknown(node)
      case (.sampleAttribute, _): SampleAttributeSyntax(node).map(Self.sample) ?? .unknown(node)
      case (.textAttribute, .asks): TextAttributeSyntax(node).map(Self.asks) ?? .unknown(node)
      case (.benchmarkAttribute, _):
        BenchmarkAttributeSyntax(node).map(Self.benchmark) ?? .unknown(node)
      case (.actionAttribute, _): ActionAttributeSyntax(node).map(Self.action) ?? .unknown(node)
      case (.referenceAttribute, .balanced):
        ReferenceAttributeSyntax(node).map(Self.balanced) ?? .unknown(node)
      case (.referenceAttribute, .assumes):
        ReferenceAttributeSyntax(node).map(Self.assumes) ?? .unknown(node)
      case (.flagAttribute, .leading): FlagAttributeSyntax(node).map(Self.leading) ?? .unknown(node)
      case (.flagAttribute, .lagging): FlagAttributeSyntax(node).map(Self.lagging) ?? .unknown(node)
      case (.dateAttribute, .expires): DateAttributeSyntax(node).map(Self.expires) ?? .unknown(node)
      case (.referenceAttribute, .replaces):
        ReferenceAttributeSyntax(node).map(Self.replaces) ?? .unknown(node)
      case (.deprecatedAttribute, _):
        DeprecatedAttributeSyntax(node).map(Self.deprecated) ?? .unknown(node)
      case (.revisionAttribute, _):
        RevisionAttributeSyntax(node).map(Self.revision) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}
