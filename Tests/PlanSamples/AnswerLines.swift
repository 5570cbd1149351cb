package import KPIModel
package import KPIPlan

extension Answer {
  /// Rows as machine formats would print them.
  package func lines(_ calendar: Calendar = .standard) -> [String] {
    rows.map { row in
      let period = row.period.map { [calendar.text(of: $0)] } ?? []
      let keys = row.keys.map { $0?.text ?? "" }
      return (period + keys + row.cells.map { $0.number?.text ?? "" }).joined(separator: ",")
    }
  }
}
