package import KPIDiagnostics
package import KPIModel
package import KPISyntax

/// Resolving what is asked on the command line with the names of the specification.
extension Analysis {
  /// What a text like `customers.segment` or `band(amount, 0, 100)` breaks down by, for metrics that are asked together.
  package func breakdown(
    _ formula: ExpressionSyntax, for metrics: [MetricID], into diagnostics: inout [Diagnostic]
  ) -> AttributeExpression? {
    RowExpressions(fields: fields(for: metrics), time: .unknown)
      .resolve(formula, into: &diagnostics)?.expression
  }

  /// A condition like `region = "north" and status = "paid"`, for metrics that are asked together.
  package func filter(
    _ condition: ExpressionSyntax, for metrics: [MetricID], into diagnostics: inout [Diagnostic]
  ) -> AttributeExpression? {
    RowExpressions(fields: fields(for: metrics), time: .unknown)
      .condition(condition, into: &diagnostics)
  }

  /// What the metric is computed from.
  package func traits(
    of metric: MetricID
  ) -> (tables: [TableID], isTimed: Bool)? {
    resolver.metrics[metric.index].map {
      ($0.traits.tables.sorted(), !$0.traits.timedTables.isEmpty)
    }
  }

  private func fields(for metrics: [MetricID]) -> AttributeFields {
    var tables: Set<TableID> = []
    for metric in metrics {
      tables.formUnion(resolver.metrics[metric.index]?.traits.tables ?? [])
    }
    return AttributeFields(
      tables: tables.sorted(),
      metric: metrics.count == 1 ? specification[metrics[0]].name : nil,
      vocabulary: resolver.vocabulary)
  }
}
