package import KPIDiagnostics
package import KPIScorecard
import KPIText

/// The forms that results are written in.
package enum TableFormat: String, CaseIterable, Sendable {
  case table, csv, json, markdown

  /// The form for findings that keeps the output of one run in one format.
  package var reportFormat: Report.Format { self == .json ? .json : .text }
}

extension Invocation {
  package var tableFormat: TableFormat { choice(.tableFormat, TableFormat.self) ?? .table }
}

extension Environment {
  /// Writes a result to standard output.
  package func write(_ table: ResultTable, as format: TableFormat) {
    switch format {
    case .table:
      let table = TerminalTable(
        table, painter: outputPainter, maximumWidth: outputTerminal?.width)
      output.write(table.text)
    case .csv: output.write(CSVTable.text(of: table))
    case .json: output.write(JSONTable.json(of: table).text)
    case .markdown: output.write(MarkdownTable.text(of: table))
    }
  }
}
