import KPIInference
import KPIModel

/// What the KPIs must be for a few rows.
extension OwnFiles {
  var tests: String {
    project.kpis.compactMap { kpi in
      project.example(of: kpi).map { text($0, of: kpi) }
    }.joined(separator: "\n")
  }

  private func text(_ example: ProposedExample, of kpi: ProposedKPI) -> String {
    let rows = ([example.columns] + example.rows).map { "    " + $0.joined(separator: " | ") }
    return """
      test "«\(kpi.metric.name) of a few rows|\(kpi.metric.name) của vài dòng»" {
        given \(example.table) {
      \(rows.joined(separator: "\n"))
        }
        expect \(Specification.quoted(kpi.metric.name)) = \(example.expected)
      }

      """
  }
}
