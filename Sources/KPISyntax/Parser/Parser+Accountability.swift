import KPIDiagnostics
import KPISource

/// What a KPI says beside its target.
extension Parser {
  mutating func review(_ start: Mark) {
    require(.every, shape: "review every quarter, last 2026-10-01")
    grain()
    let hasComma = take(.comma)
    if !hasComma, word == .last, !isRecovering {
      let end = range(ofTokenAt: position - 1).bytes.upperBound
      note(.commaMissing(before: "last", at: SourceRange(file: fileID, end..<end)))
    }
    if hasComma || word == .last {
      continueLine()
      require(.last, shape: "review every quarter, last 2026-10-01")
      date()
    }
    complete(start, .reviewAttribute)
  }

  mutating func sample(_ start: Mark) {
    let shape = "sample count(orders) at least 30"
    additive()
    require(.at, shape: shape)
    require(.least, shape: shape)
    additive()
    complete(start, .sampleAttribute)
  }

  mutating func benchmark(_ start: Mark) {
    additive()
    require(.from, shape: "benchmark 2.3% from \"where the figure is published\"")
    text(of: "where the figure is published")
    complete(start, .benchmarkAttribute)
  }

  mutating func action(_ start: Mark) {
    let shape = "when off track \"what to do then\""
    let status = mark
    switch word {
    case .off, .at:
      let isOff = word == .off
      name(of: "a status")
      if word == (isOff ? .track : .risk) {
        name(of: "a status")
      } else {
        expect(.word(isOff ? "track" : "risk", shape: shape))
      }
      complete(status, .phrase)
    default: return expect(.word("off track", shape: shape))
    }
    text(of: "what to do then")
    complete(start, .actionAttribute)
  }

  mutating func deprecated(_ start: Mark) {
    require(.since, shape: "deprecated since 2026-09 use other_kpi")
    period()
    if take(.use) { name(of: "what to use instead") }
    complete(start, .deprecatedAttribute)
  }

  mutating func revision(_ start: Mark) {
    if kind == .number, bytesOfCurrent.last != UInt8(ascii: "%") {
      literal(takesUnit: false)
    } else {
      expect(.number)
    }
    require(.because, shape: "revision 3 because \"the reason\"")
    text(of: "the reason")
    complete(start, .revisionAttribute)
  }
}
