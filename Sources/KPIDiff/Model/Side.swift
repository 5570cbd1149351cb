package import KPIModel
package import KPISource

/// One of the two specifications that are compared, with the files that it is read from.
package struct Side: Sendable {
  package let specification: Specification
  package let sources: SourceMap
  /// The names that metrics have on the other side, where they differ.
  var metricNames: [String: String] = [:]

  package init(_ specification: Specification, _ sources: SourceMap) {
    self.specification = specification
    self.sources = sources
  }

  func name(of metric: MetricID) -> String {
    let name = specification[metric].name
    return metricNames[name] ?? name
  }

  func names(of metrics: [MetricID]) -> String {
    metrics.map(name).sorted().joined(separator: ", ")
  }

  func subject(of metric: MetricID) -> Subject { Subject(.metric, name(of: metric)) }

  /// A stretch of the source without comments, on one line.
  func written(_ range: SourceRange) -> String {
    WrittenText.squeezed(sources.text(of: range))
  }
}
