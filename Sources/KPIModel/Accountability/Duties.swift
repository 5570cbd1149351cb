package import KPISource

/// What else a KPI says about itself: what is done when it is missed, what keeps it honest, how long it is valid.
package struct Duties: Sendable {
  /// External figures to compare with; never a target.
  package var benchmarks: [Benchmark] = []
  /// The actions agreed beforehand, by the status that calls for them.
  package var actions: [Action] = []
  /// The counter-metrics that keep the KPI honest.
  package var balancedBy: [MetricID] = []
  /// What has to hold for the targets to make sense.
  package var assumes: [AssumptionID] = []
  package var nature: Nature?
  /// The last day on which the KPI is meant to be used.
  package var expires: Day?
  /// The least sample below which the value says nothing.
  package var sample: Sample?

  package init() {}

  package struct Benchmark: Hashable, Sendable {
    package let value: Number
    package let source: String

    package init(value: Number, source: String) {
      self.value = value
      self.source = source
    }
  }

  package struct Action: Hashable, Sendable {
    /// `off track` or `at risk`.
    package let status: String
    package let text: String

    package init(status: String, text: String) {
      self.status = status
      self.text = text
    }
  }

  /// Whether the KPI tells what comes or what has been.
  package enum Nature: String, Hashable, Sendable {
    case leading, lagging
  }

  package struct Sample: Sendable {
    package let size: MetricExpression
    package let minimum: Number
    /// Where it is written.
    package let origin: SourceRange

    package init(size: MetricExpression, minimum: Number, origin: SourceRange) {
      self.size = size
      self.minimum = minimum
      self.origin = origin
    }

    /// Whether a value can be judged with so many cases; a sample without a size is none.
    package func isEnough(_ size: Number?) -> Bool { size?.isAtLeast(minimum) ?? false }
  }
}
