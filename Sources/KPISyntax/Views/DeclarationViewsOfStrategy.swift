/// A perspective of the scorecard, with its question.
package struct PerspectiveSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .perspectiveDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [PerspectiveAttributeSyntax] {
    syntax.attributes.map(PerspectiveAttributeSyntax.init)
  }
}

package enum PerspectiveAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case asks(TextAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.textAttribute, .asks): TextAttributeSyntax(node).map(Self.asks) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// What the strategy wants.
package struct ObjectiveSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .objectiveDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [ObjectiveAttributeSyntax] {
    syntax.attributes.map(ObjectiveAttributeSyntax.init)
  }
}

package enum ObjectiveAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case perspective(ReferenceAttributeSyntax)
  case department(ReferenceAttributeSyntax)
  case owner(ReferenceAttributeSyntax)
  case measured(ReferenceAttributeSyntax)
  case drives(DrivesAttributeSyntax)
  case period(PeriodAttributeSyntax)
  case keyResult(KeyResultAttributeSyntax)
  case assumes(ReferenceAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.referenceAttribute, .perspective):
        ReferenceAttributeSyntax(node).map(Self.perspective) ?? .unknown(node)
      case (.referenceAttribute, .department):
        ReferenceAttributeSyntax(node).map(Self.department) ?? .unknown(node)
      case (.referenceAttribute, .owner):
        ReferenceAttributeSyntax(node).map(Self.owner) ?? .unknown(node)
      case (.referenceAttribute, .measured):
        ReferenceAttributeSyntax(node).map(Self.measured) ?? .unknown(node)
      case (.drivesAttribute, _): DrivesAttributeSyntax(node).map(Self.drives) ?? .unknown(node)
      case (.periodAttribute, _): PeriodAttributeSyntax(node).map(Self.period) ?? .unknown(node)
      case (.keyResultAttribute, _):
        KeyResultAttributeSyntax(node).map(Self.keyResult) ?? .unknown(node)
      case (.referenceAttribute, .assumes):
        ReferenceAttributeSyntax(node).map(Self.assumes) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// Work under way that improves KPIs.
package struct InitiativeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .initiativeDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [InitiativeAttributeSyntax] {
    syntax.attributes.map(InitiativeAttributeSyntax.init)
  }
}

package enum InitiativeAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case improves(ReferenceAttributeSyntax)
  case owner(ReferenceAttributeSyntax)
  case department(ReferenceAttributeSyntax)
  case due(DateAttributeSyntax)
  case state(PhraseAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.referenceAttribute, .improves):
        ReferenceAttributeSyntax(node).map(Self.improves) ?? .unknown(node)
      case (.referenceAttribute, .owner):
        ReferenceAttributeSyntax(node).map(Self.owner) ?? .unknown(node)
      case (.referenceAttribute, .department):
        ReferenceAttributeSyntax(node).map(Self.department) ?? .unknown(node)
      case (.dateAttribute, .due): DateAttributeSyntax(node).map(Self.due) ?? .unknown(node)
      case (.phraseAttribute, .state): PhraseAttributeSyntax(node).map(Self.state) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// Something that is believed, and on which targets rest.
package struct AssumptionSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .assumptionDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [AssumptionAttributeSyntax] {
    syntax.attributes.map(AssumptionAttributeSyntax.init)
  }
}

package enum AssumptionAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case because(TextAttributeSyntax)
  case owner(ReferenceAttributeSyntax)
  case department(ReferenceAttributeSyntax)
  case expires(DateAttributeSyntax)
  case broken(BrokenAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.textAttribute, .because): TextAttributeSyntax(node).map(Self.because) ?? .unknown(node)
      case (.referenceAttribute, .owner):
        ReferenceAttributeSyntax(node).map(Self.owner) ?? .unknown(node)
      case (.referenceAttribute, .department):
        ReferenceAttributeSyntax(node).map(Self.department) ?? .unknown(node)
      case (.dateAttribute, .expires): DateAttributeSyntax(node).map(Self.expires) ?? .unknown(node)
      case (.brokenAttribute, _): BrokenAttributeSyntax(node).map(Self.broken) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A chosen set of KPIs with weights, for a reader.
package struct ScorecardSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .scorecardDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [ScorecardAttributeSyntax] {
    syntax.attributes.map(ScorecardAttributeSyntax.init)
  }
}

package enum ScorecardAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case reader(TextAttributeSyntax)
  case owner(ReferenceAttributeSyntax)
  case department(ReferenceAttributeSyntax)
  case score(ScoreAttributeSyntax)
  case rollUp(PhraseAttributeSyntax)
  case cap(ExpressionAttributeSyntax)
  case missing(MissingAttributeSyntax)
  case member(MemberAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.textAttribute, .reader): TextAttributeSyntax(node).map(Self.reader) ?? .unknown(node)
      case (.referenceAttribute, .owner):
        ReferenceAttributeSyntax(node).map(Self.owner) ?? .unknown(node)
      case (.referenceAttribute, .department):
        ReferenceAttributeSyntax(node).map(Self.department) ?? .unknown(node)
      case (.scoreAttribute, _): ScoreAttributeSyntax(node).map(Self.score) ?? .unknown(node)
      case (.phraseAttribute, .roll): PhraseAttributeSyntax(node).map(Self.rollUp) ?? .unknown(node)
      case (.expressionAttribute, .cap):
        ExpressionAttributeSyntax(node).map(Self.cap) ?? .unknown(node)
      case (.missingAttribute, _): MissingAttributeSyntax(node).map(Self.missing) ?? .unknown(node)
      case (.memberAttribute, _): MemberAttributeSyntax(node).map(Self.member) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// Rows given and values expected.
package struct TestSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .testDeclaration else { return nil }
    syntax = node
  }

  /// What the test shows.
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [TestAttributeSyntax] { syntax.attributes.map(TestAttributeSyntax.init) }
}

package enum TestAttributeSyntax: Sendable {
  case asOf(DateAttributeSyntax)
  case given(GivenAttributeSyntax)
  case expect(ExpectAttributeSyntax)
  case expectError(ExpectErrorAttributeSyntax)
  case expectStatus(ExpectStatusAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.dateAttribute, .as): DateAttributeSyntax(node).map(Self.asOf) ?? .unknown(node)
      case (.givenAttribute, _): GivenAttributeSyntax(node).map(Self.given) ?? .unknown(node)
      case (.expectAttribute, _): ExpectAttributeSyntax(node).map(Self.expect) ?? .unknown(node)
      case (.expectErrorAttribute, _):
        ExpectErrorAttributeSyntax(node).map(Self.expectError) ?? .unknown(node)
      case (.expectStatusAttribute, _):
        ExpectStatusAttributeSyntax(node).map(Self.expectStatus) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}
