/// A table as comma-separated values after RFC 4180, with one header row; a missing value is an empty field.
///
/// Lines end in a single line feed, which every reader takes and which tools on the command line expect.
package enum CSVTable {
  package static func text(of table: ResultTable) -> String {
    var result = line(table.columns.filter(\.isForMachines).map(\.name))
    for row in table.rows {
      let cells = zip(row.cells, table.columns).filter { $0.1.isForMachines }
      result += line(cells.map { $0.machineText(in: $1) })
    }
    return result
  }

  /// One record; a lone empty field is quoted, or the line would not be a record at all.
  package static func line(_ fields: [String]) -> String {
    fields == [""] ? "\"\"\n" : fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: "\r")
    }
    guard !isPlain || field.hasPrefix(" ") || field.hasSuffix(" ") else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
