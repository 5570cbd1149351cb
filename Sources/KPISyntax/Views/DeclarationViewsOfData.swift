/// The company: its name, its calendar, its currency and the levels of the lint rules.
package struct CompanySyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .companyDeclaration else { return nil }
    syntax = node
  }

  /// The name of the company.
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [CompanyAttributeSyntax] {
    syntax.attributes.map(CompanyAttributeSyntax.init)
  }
}

package enum CompanyAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case mission(TextAttributeSyntax)
  case vision(TextAttributeSyntax)
  case currency(ReferenceAttributeSyntax)
  case timezone(TextAttributeSyntax)
  case week(WeekAttributeSyntax)
  case workdays(WorkdaysAttributeSyntax)
  case holidays(HolidaysAttributeSyntax)
  case fiscal(FiscalAttributeSyntax)
  case lint(LintAttributeSyntax)
  case revision(RevisionAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.textAttribute, .mission): TextAttributeSyntax(node).map(Self.mission) ?? .unknown(node)
      case (.textAttribute, .vision): TextAttributeSyntax(node).map(Self.vision) ?? .unknown(node)
      case (.referenceAttribute, .currency):
        ReferenceAttributeSyntax(node).map(Self.currency) ?? .unknown(node)
      case (.textAttribute, .timezone):
        TextAttributeSyntax(node).map(Self.timezone) ?? .unknown(node)
      case (.weekAttribute, _): WeekAttributeSyntax(node).map(Self.week) ?? .unknown(node)
      case (.workdaysAttribute, _):
        WorkdaysAttributeSyntax(node).map(Self.workdays) ?? .unknown(node)
      case (.holidaysAttribute, _):
        HolidaysAttributeSyntax(node).map(Self.holidays) ?? .unknown(node)
      case (.fiscalAttribute, _): FiscalAttributeSyntax(node).map(Self.fiscal) ?? .unknown(node)
      case (.lintAttribute, _): LintAttributeSyntax(node).map(Self.lint) ?? .unknown(node)
      case (.revisionAttribute, _):
        RevisionAttributeSyntax(node).map(Self.revision) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A person or a team who answers for KPIs.
package struct OwnerSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .ownerDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [OwnerAttributeSyntax] {
    syntax.attributes.map(OwnerAttributeSyntax.init)
  }
}

package enum OwnerAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case email(TextAttributeSyntax)
  case handle(TextAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.textAttribute, .email): TextAttributeSyntax(node).map(Self.email) ?? .unknown(node)
      case (.textAttribute, .handle): TextAttributeSyntax(node).map(Self.handle) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A part of the company that KPIs belong to.
package struct DepartmentSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .departmentDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  /// The department that this one sits in.
  package var parent: NameSyntax? {
    syntax.children.first { $0.kind == .parentClause }?.first()
  }
  package var attributes: [DepartmentAttributeSyntax] {
    syntax.attributes.map(DepartmentAttributeSyntax.init)
  }
}

package enum DepartmentAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case lead(ReferenceAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.referenceAttribute, .lead):
        ReferenceAttributeSyntax(node).map(Self.lead) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A unit of the business's own.
package struct UnitSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .unitDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  /// The value of the unit in other units; without one the unit stands for itself.
  package var formula: ExpressionSyntax? { syntax.writtenOperand(0) }
  package var attributes: [UnitAttributeSyntax] { syntax.attributes.map(UnitAttributeSyntax.init) }
}

package enum UnitAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case revision(RevisionAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.revisionAttribute, _):
        RevisionAttributeSyntax(node).map(Self.revision) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A connection to a database.
package struct SourceSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .sourceDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var attributes: [SourceAttributeSyntax] {
    syntax.attributes.map(SourceAttributeSyntax.init)
  }
}

package enum SourceAttributeSyntax: Sendable {
  case label(LabelAttributeSyntax)
  case driver(DriverAttributeSyntax)
  case uri(SettingAttributeSyntax)
  case username(SettingAttributeSyntax)
  case password(SettingAttributeSyntax)
  case timeout(ExpressionAttributeSyntax)
  case option(SettingAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.referenceAttribute, .driver):
        DriverAttributeSyntax(node).map(Self.driver) ?? .unknown(node)
      case (.settingAttribute, .uri): SettingAttributeSyntax(node).map(Self.uri) ?? .unknown(node)
      case (.settingAttribute, .username):
        SettingAttributeSyntax(node).map(Self.username) ?? .unknown(node)
      case (.settingAttribute, .password):
        SettingAttributeSyntax(node).map(Self.password) ?? .unknown(node)
      case (.expressionAttribute, .timeout):
        ExpressionAttributeSyntax(node).map(Self.timeout) ?? .unknown(node)
      case (.settingAttribute, .option):
        SettingAttributeSyntax(node).map(Self.option) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}

/// A table: its columns, its time axis and where its rows come from.
package struct TableSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .tableDeclaration else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var label: StringSyntax? { syntax.first() }
  package var origin: OriginSyntax? { syntax.first() }
  package var attributes: [TableAttributeSyntax] {
    syntax.attributes.map(TableAttributeSyntax.init)
  }
}

package enum TableAttributeSyntax: Sendable {
  case column(ColumnSyntax)
  case key(ReferenceAttributeSyntax)
  case span(SpanAttributeSyntax)
  case time(PathAttributeSyntax)
  case numbers(TextAttributeSyntax)
  case dates(TextAttributeSyntax)
  case badRows(BadRowsAttributeSyntax)
  /// `known ahead`: the rows are known before their time.
  case knownAhead(SyntaxNode)
  case label(LabelAttributeSyntax)
  case revision(RevisionAttributeSyntax)
  case allow(AllowAttributeSyntax)
  /// An attribute that this declaration does not have; it was reported.
  case unknown(SyntaxNode)

  init(_ node: SyntaxNode) {
    self =
      switch (node.kind, node.firstWord) {
      case (.column, _): ColumnSyntax(node).map(Self.column) ?? .unknown(node)
      case (.referenceAttribute, .key):
        ReferenceAttributeSyntax(node).map(Self.key) ?? .unknown(node)
      case (.spanAttribute, _): SpanAttributeSyntax(node).map(Self.span) ?? .unknown(node)
      case (.pathAttribute, .time): PathAttributeSyntax(node).map(Self.time) ?? .unknown(node)
      case (.textAttribute, .numbers): TextAttributeSyntax(node).map(Self.numbers) ?? .unknown(node)
      case (.textAttribute, .dates): TextAttributeSyntax(node).map(Self.dates) ?? .unknown(node)
      case (.badRowsAttribute, _): BadRowsAttributeSyntax(node).map(Self.badRows) ?? .unknown(node)
      case (.flagAttribute, .known): .knownAhead(node)
      case (.labelAttribute, _): LabelAttributeSyntax(node).map(Self.label) ?? .unknown(node)
      case (.revisionAttribute, _):
        RevisionAttributeSyntax(node).map(Self.revision) ?? .unknown(node)
      case (.allowAttribute, _): AllowAttributeSyntax(node).map(Self.allow) ?? .unknown(node)
      default: .unknown(node)
      }
  }
}
