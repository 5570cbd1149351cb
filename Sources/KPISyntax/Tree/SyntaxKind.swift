/// What a node of the tree is: one kind for each production of the grammar that has a view.
package enum SyntaxKind: UInt8, Hashable, Sendable {
  case file

  // Declarations.
  case companyDeclaration, ownerDeclaration, departmentDeclaration, unitDeclaration
  case sourceDeclaration, tableDeclaration, dimensionDeclaration, metricDeclaration
  case kpiDeclaration, perspectiveDeclaration, objectiveDeclaration, initiativeDeclaration
  case assumptionDeclaration, scorecardDeclaration, testDeclaration

  // Parts that many constructs share.
  case block, name, string, phrase, ruleName
  /// `in sales` after the name of a department.
  case parentClause
  /// `from "data/orders.csv"` or `from warehouse "public.orders"` after the name of a table.
  case originClause

  // Attributes of one shape, told apart by their first word.
  case labelAttribute, textAttribute, referenceAttribute, dateAttribute, periodAttribute
  case phraseAttribute, expressionAttribute, flagAttribute, pathAttribute, settingAttribute

  // Attributes of their own shape.
  case weekAttribute, workdaysAttribute, weekdays, holidaysAttribute, holiday
  case fiscalAttribute, fiscalWeeks, fiscalNaming
  case lintAttribute, lintLevel, allowAttribute
  case spanAttribute, badRowsAttribute, rangeAttribute
  case column, columnType, flagModifier, valuesModifier, referenceModifier, headerModifier
  case targetAttribute, goal, relativeBase, phasing
  case periodTargets, periodTarget, groupTargets, groupTarget
  case reviewAttribute, sampleAttribute, benchmarkAttribute, actionAttribute
  case deprecatedAttribute, revisionAttribute
  case drivesAttribute, keyResultAttribute, brokenAttribute
  case scoreAttribute, scorePoints, missingAttribute, memberAttribute
  case givenAttribute, givenHeader, givenRow, givenCell
  case expectAttribute, expectErrorAttribute, expectStatusAttribute
  case resultMap, resultEntry, resultKey
  /// `for 2026-02` in an expectation.
  case periodClause
  /// An attribute that the declaration does not have; it was reported.
  case unknownAttribute

  // Formulas.
  case literal, path, callExpression, argument, negation, notExpression, binaryExpression
  case inExpression, betweenExpression, missingTest, filteredExpression, whereClause, onClause
  case perExpression, parenthesizedExpression, caseExpression, caseArm, caseDefault
  /// The empty place of an operand that was not written; it was reported.
  case missingExpression

  /// Text that fits nowhere; it was reported.
  case unexpected

  /// Whether the node is an operand of a formula.
  package var isExpression: Bool {
    switch self {
    case .literal, .path, .phrase, .callExpression, .negation, .notExpression, .binaryExpression,
      .inExpression, .betweenExpression, .missingTest, .filteredExpression, .perExpression,
      .parenthesizedExpression, .caseExpression, .missingExpression:
      true
    default: false
    }
  }
}
