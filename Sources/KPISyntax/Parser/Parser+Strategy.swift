import KPIDiagnostics
import KPISource

/// Attributes of objectives, assumptions and scorecards.
extension Parser {
  mutating func drives(_ start: Mark) {
    names(of: "an objective")
    if take(.lag) {
      if kind == .number { literal() } else { expect(.number) }
    }
    if take(.because) { text(of: "the reason") }
    complete(start, .drivesAttribute)
  }

  mutating func keyResult(_ start: Mark) {
    let shape = "key result churn_rate from 5% to 3%"
    require(.result, shape: shape)
    if kind == .string {
      fail(.keyResultInWords(text(ofTokenAt: position), at: place))
    } else {
      name(of: "a metric")
    }
    require(.from, shape: shape)
    additive()
    require(.to, shape: shape)
    additive()
    if word == .committed || word == .aspirational { advance() }
    complete(start, .keyResultAttribute)
  }

  mutating func broken(_ start: Mark) {
    require(.since, shape: "broken since 2026-09-15 because \"what happened\"")
    date()
    if take(.because) { text(of: "what happened") }
    complete(start, .brokenAttribute)
  }

  mutating func score(_ start: Mark) {
    name(of: "a score rule: attainment, progress or bands")
    if rawKind == .leftBrace {
      joinLine()
      entries(.inner, what: "points", startsEntry: { $0.word.beginsStatus }) { parser in
        let entry = parser.mark
        parser.phrase(.name(of: "a status"))
        parser.additive()
        parser.complete(entry, .scorePoints)
      }
    }
    complete(start, .scoreAttribute)
  }

  mutating func missing(_ start: Mark) {
    if take(.left) {
      require(.out, shape: "missing left out")
    } else {
      require(.counts, shape: "missing counts as 0 | missing left out")
      require(.as, shape: "missing counts as 0")
      additive()
    }
    complete(start, .missingAttribute)
  }

  mutating func member(_ start: Mark) {
    name(of: "a KPI")
    if take(.weight) { additive() }
    if take(.baseline) { additive() }
    complete(start, .memberAttribute)
  }
}

extension Word {
  fileprivate var beginsStatus: Bool {
    switch self {
    case .exceeding, .on, .at, .off: true
    default: false
    }
  }
}
