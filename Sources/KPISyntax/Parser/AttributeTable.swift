/// How an attribute is read after its first word.
enum AttributeShape: UInt8, Sendable {
  /// No attribute begins with the word.
  case none
  case label, text, reference, references, date, period, phrase, expression, flag, path
  case week, workdays, holidays, fiscal, lint
  case driver, setting, option, allow
  case key, span, badRows, knownAhead, range
  case target, judged, review, sample, benchmark, action, balanced, deprecated, revision
  case measured, drives, keyResult, broken, score, rollUp, missing, member
  case asOf, given, expect
}

/// The attributes of one kind of declaration: for each word, what begins with it.
struct AttributeSet: Sendable {
  let declaration: Word
  /// The words in the order of the language reference, for messages.
  let words: [Word]
  private let shapes: [AttributeShape]

  static let none = AttributeSet(.none, [])

  private init(_ declaration: Word, _ list: [(Word, AttributeShape)]) {
    self.declaration = declaration
    words = list.map(\.0)
    var shapes = [AttributeShape](repeating: .none, count: Word.allCases.count)
    for (word, shape) in list { shapes[Int(word.rawValue)] = shape }
    self.shapes = shapes
  }

  subscript(word: Word) -> AttributeShape { shapes[Int(word.rawValue)] }

  /// The attributes of the declaration that a word begins.
  static func of(_ declaration: Word) -> AttributeSet {
    declaration.beginsDeclaration
      ? all[Int(declaration.rawValue) - Int(Word.company.rawValue)] : none
  }

  private static let all = Word.declarations.map { AttributeSet($0, list(of: $0)) }

  /// The one place that says which attributes there are.
  private static func list(of declaration: Word) -> [(Word, AttributeShape)] {
    let own: [(Word, AttributeShape)]
    switch declaration {
    case .company:
      own = [
        (.mission, .text), (.vision, .text), (.currency, .reference), (.timezone, .text),
        (.week, .week), (.workdays, .workdays), (.holidays, .holidays), (.fiscal, .fiscal),
        (.lint, .lint), (.revision, .revision),
      ]
    case .owner: own = [(.email, .text), (.handle, .text)]
    case .department: own = [(.lead, .reference)]
    case .source:
      own = [
        (.driver, .driver), (.uri, .setting), (.username, .setting), (.password, .setting),
        (.timeout, .expression), (.option, .option),
      ]
    case .table:
      own = [
        (.key, .references), (.span, .span), (.time, .path), (.numbers, .text), (.dates, .text),
        (.on, .badRows), (.known, .knownAhead), (.revision, .revision),
      ]
    case .unit, .dimension: own = [(.revision, .revision)]
    case .metric:
      own = [
        (.unit, .expression), (.in, .range), (.ensures, .expression), (.department, .reference),
        (.owner, .reference), (.replaces, .references), (.deprecated, .deprecated),
        (.revision, .revision),
      ]
    case .kpi: own = kpi
    case .perspective: own = [(.asks, .text)]
    case .objective:
      own = [
        (.perspective, .reference), (.department, .reference), (.owner, .reference),
        (.measured, .measured), (.drives, .drives), (.for, .period), (.key, .keyResult),
        (.assumes, .references),
      ]
    case .initiative:
      own = [
        (.improves, .references), (.owner, .reference), (.department, .reference), (.due, .date),
        (.state, .phrase),
      ]
    case .assumption:
      own = [
        (.because, .text), (.owner, .reference), (.department, .reference), (.expires, .date),
        (.broken, .broken),
      ]
    case .scorecard:
      own = [
        (.reader, .text), (.owner, .reference), (.department, .reference), (.score, .score),
        (.roll, .rollUp), (.cap, .expression), (.missing, .missing), (.includes, .member),
      ]
    case .test: return [(.as, .asOf), (.given, .given), (.expect, .expect), (.allow, .allow)]
    default: own = []
    }
    return [(.label, .label)] + own + [(.allow, .allow)]
  }

  private static let kpi: [(Word, AttributeShape)] = [
    (.department, .reference), (.owner, .reference), (.every, .phrase), (.unit, .expression),
    (.in, .range), (.ensures, .expression),
    (.target, .target), (.judged, .judged), (.threshold, .target), (.stretch, .target),
    (.review, .review),
    (.sample, .sample), (.asks, .text), (.benchmark, .benchmark), (.when, .action),
    (.balanced, .balanced), (.assumes, .references), (.leading, .flag), (.lagging, .flag),
    (.expires, .date),
    (.replaces, .references), (.deprecated, .deprecated), (.revision, .revision),
  ]
}
