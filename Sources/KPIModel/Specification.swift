package import KPISource

/// What the files of a project say, resolved and checked.
package struct Specification: Sendable {
  package var company: Company
  package var owners: [Owner]
  package var departments: [Department]
  /// The units that the specification declares.
  package var units: [DeclaredUnit] = []
  package var sources: [DatabaseSource] = []
  package var tables: [Table] {
    didSet {
      referring = Specification.referring(tables)
      columnNames = Specification.columnNames(tables)
    }
  }
  package var dimensions: [Dimension]
  /// Metrics and KPIs in the order of their declarations.
  package var metrics: [Metric]
  package var perspectives: [Perspective] = Perspective.usual
  package var objectives: [Objective] = []
  package var initiatives: [Initiative] = []
  package var assumptions: [Assumption] = []
  package var scorecards: [Scorecard] = []
  package var tests: [Test] = []
  /// Every declaration with its place, in the order of files and places.
  package var declarations: [Declaration] = []
  /// The findings that are silenced where they stand.
  package var allowances: [Allowance] = []
  /// For each table those that refer to it.
  private(set) var referring: [TableID: [TableID]]
  /// The names that columns and references of any table go by.
  package private(set) var columnNames: Set<String>

  package init(
    company: Company = Company(), owners: [Owner] = [], departments: [Department] = [],
    tables: [Table] = [], dimensions: [Dimension] = [], metrics: [Metric] = []
  ) {
    self.company = company
    self.owners = owners
    self.departments = departments
    self.tables = tables
    referring = Specification.referring(tables)
    columnNames = Specification.columnNames(tables)
    self.dimensions = dimensions
    self.metrics = metrics
  }

  private static func referring(_ tables: [Table]) -> [TableID: [TableID]] {
    var result: [TableID: [TableID]] = [:]
    for (index, table) in tables.enumerated() {
      for step in table.references {
        guard let goal = table[step].reference?.table else { continue }
        result[goal, default: []].append(TableID(index))
      }
    }
    return result
  }

  private static func columnNames(_ tables: [Table]) -> Set<String> {
    tables.reduce(into: []) { names, table in
      for column in table.columns {
        names.insert(column.name)
        if let role = column.reference?.role { names.insert(role) }
      }
    }
  }

  package var tableIDs: [TableID] { tables.indices.map(TableID.init) }
  package var metricIDs: [MetricID] { metrics.indices.map(MetricID.init) }

  package func metric(named name: String) -> MetricID? {
    metrics.firstIndex { $0.name == name }.map(MetricID.init)
  }
}

/// Where something is declared.
package struct Declaration: Sendable {
  /// The word that it begins with, such as `metric`.
  package let keyword: String
  /// The name; the label of a test, which has no name; empty for the company.
  package let name: String
  /// The whole declaration.
  package let range: SourceRange
  /// The deliberate change of its meaning that it tells of.
  package let revision: History.Revision?

  package init(keyword: String, name: String, range: SourceRange, revision: History.Revision?) {
    self.keyword = keyword
    self.name = name
    self.range = range
    self.revision = revision
  }
}

/// The company, with the conventions that its numbers follow.
package struct Company: Sendable {
  package let label: String?
  package let mission: String?
  /// The currency that money is shown in where nothing else is said.
  package let currency: String?
  /// The IANA name of the time zone that timestamps are read in.
  package let timeZone: String
  package let calendar: Calendar
  package let lint: LintSettings

  package init(
    label: String? = nil, mission: String? = nil, currency: String? = nil,
    timeZone: String = "UTC", calendar: Calendar = .standard,
    lint: LintSettings = LintSettings()
  ) {
    self.label = label
    self.mission = mission
    self.currency = currency
    self.timeZone = timeZone
    self.calendar = calendar
    self.lint = lint
  }
}
