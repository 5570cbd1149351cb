/// A table in Markdown, as people read it in a pull request or a chat.
package enum MarkdownTable {
  package static func text(of table: ResultTable) -> String {
    let readable = ReadableTable(table)
    var lines = [
      line(readable.shown.map(readable.heading)),
      line(readable.shown.map { table.columns[$0].isAlignedRight ? "---:" : "---" }),
    ]
    for row in table.rows {
      lines.append(line(readable.shown.map { readable.text(of: row.cells[$0], in: $0) }))
    }
    let notes = readable.notes
    if !notes.isEmpty { lines.append("") }
    lines += notes.map { $0 + "  " }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
