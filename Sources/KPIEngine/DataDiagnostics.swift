import KPIDiagnostics
import KPIModel
import KPITable

/// Words and places for what reading a table has found.
struct DataDiagnostics {
  private let table: Table
  private let location: TableLocation

  init(_ table: Table, _ location: TableLocation) {
    self.table = table
    self.location = location
  }

  private func place(_ position: LinePositions.Position? = nil, value: String? = nil) -> Location {
    .data(
      path: location.display, line: position?.line ?? 0, column: position?.column ?? 0,
      value: value)
  }

  private func place(offset: Int) -> Location {
    place(LinePositions.find([offset], in: location)[offset])
  }

  // MARK: The file as a whole

  func diagnostic(_ failure: FileFailure) -> Diagnostic {
    let (name, path) = (table.name, location.display)
    switch failure {
    case .nowhere: return .noRowsToRead(table: name, declared: table.origin)
    case .database(let problem, let help):
      return .databaseFailed(table: name, problem, help: help, declared: table.origin)
    case .missing: return .missingDataFile(table: name, path: path, declared: table.origin)
    case .directory:
      return .unreadableDataFile(table: name, at: place(), path: path, reason: "it is a folder")
    case .unreadable(let reason):
      return .unreadableDataFile(table: name, at: place(), path: path, reason: reason)
    case .noDecompressor:
      return .unreadableDataFile(
        table: name, at: place(), path: path,
        reason: "the library zlib, which unpacks it, is not installed")
    case .damagedCompression:
      return .unreadableDataFile(
        table: name, at: place(), path: path, reason: "it is not a complete gzip file")
    case .empty: return .emptyDataFile(table: name, at: place())
    case .notText(.binary):
      return .dataNotText(table: name, at: place(), what: "the file holds binary data")
    case .notText(.utf16):
      return .dataNotText(table: name, at: place(), what: "the file is in UTF-16")
    case .endlessRow(let offset, let isQuoted):
      return .endlessRow(table: name, isQuoted: isQuoted, at: place(offset: offset))
    case .misplacedQuote(let offset):
      return .misplacedQuote(table: name, at: place(offset: offset))
    case .missingColumn(let column, let header, let found):
      return .missingDataColumn(
        table: name, header: header, found: found, at: place(), declared: table[column].origin)
    case .repeatedColumn(_, let header):
      return .repeatedDataColumn(table: name, header: header, at: place())
    }
  }

  // MARK: Single rows

  func diagnostics(_ log: FindingLog, skipped: Int, read: Int) -> [Diagnostic] {
    let entries = Finding.Kind.allCases.compactMap { kind in
      log.entries[kind].map { (kind, $0) }
    }
    let offsets = entries.flatMap {
      $0.1.first.flatMap { [$0.offset] + ($0.earlier.map { [$0] } ?? []) }
    }
    let positions = offsets.isEmpty ? [:] : LinePositions.find(offsets, in: location)
    var errors: [Diagnostic] = []
    var passed: [(offset: Int, diagnostic: Diagnostic)] = []
    for (kind, entry) in entries {
      var diagnostics = entry.first.map {
        diagnostic($0, positions[$0.offset], earlier: $0.earlier.flatMap { positions[$0] })
      }
      if entry.count > entry.first.count, let last = diagnostics.last {
        diagnostics.append(
          .moreBadRows(
            last.rule, table: table.name, count: entry.count - entry.first.count,
            at: last.location))
      }
      if table.badRows == .skip, !kind.isOfFormula {
        if let first = entry.first.first, let diagnostic = diagnostics.first {
          passed.append((first.offset, diagnostic))
        }
      } else {
        errors += diagnostics
      }
    }
    if skipped > 0, table.badRows == .skip {
      let first = passed.min { $0.offset < $1.offset }?.diagnostic
      errors.append(
        .skippedRows(
          table: table.name, skipped: skipped, read: read, first: first,
          at: first?.location ?? place()))
    }
    return errors
  }

  private func diagnostic(
    _ finding: Finding, _ position: LinePositions.Position?, earlier: LinePositions.Position?
  ) -> Diagnostic {
    let column = finding.column.map { table[$0] }
    let (name, columnName) = (table.name, column?.name ?? "")
    let value = finding.value ?? ""
    let place = place(position, value: finding.value)
    func about(_ rule: Rule) -> Diagnostic {
      .dataValue(
        rule, table: name, column: columnName, value: value, at: place, declared: column?.origin)
    }
    switch finding.kind {
    case .raggedRow:
      return .raggedRow(table: name, found: value, at: self.place(position, value: nil))
    case .invalidJSON: return .invalidJSONRow(table: name, column: nil, at: place)
    case .nestedJSON: return .invalidJSONRow(table: name, column: columnName, at: place)
    case .missingValue: return about(.missingRequiredValue)
    case .invalidNumber: return about(.invalidNumber)
    case .invalidInteger:
      return .invalidInteger(
        table: name, column: columnName, value: value, at: place, declared: column?.origin)
    case .invalidBoolean: return about(.invalidBoolean)
    case .invalidDate: return about(.invalidDate)
    case .invalidTimestamp:
      return .invalidTimestamp(
        table: name, column: columnName, value: value, at: place, declared: column?.origin)
    case .unknownOffset:
      return .unknownOffset(table: name, column: columnName, value: value, at: place)
    case .numberOutOfRange: return about(.numberOutOfRange)
    case .valueNotAllowed: return about(.valueNotAllowed)
    case .textNotUTF8: return about(.dataNotText)
    case .duplicateKey:
      var diagnostic = about(.duplicateKey)
      if let earlier { diagnostic.addEarlier(line: earlier.line) }
      return diagnostic
    case .danglingReference: return about(.danglingReference)
    case .overflow: return .arithmeticOverflow(table: name, at: place)
    case .missingRate:
      return .missingRate(
        currency: finding.value, day: finding.rate?.day.text ?? "",
        rates: finding.rate?.table ?? "", at: self.place(position))
    }
  }
}
