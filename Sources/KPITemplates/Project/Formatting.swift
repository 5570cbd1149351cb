import KPIFormat
import KPISource
import KPISyntax

/// A file in the canonical layout: what is filled in is of another width in each language, and so are the columns.
package func formatted(_ text: String, path: String) -> String {
  let source = SourceText(path: path, bytes: Array(text.utf8))
  return format(parse(source, file: FileID(0)).tree).text
}
