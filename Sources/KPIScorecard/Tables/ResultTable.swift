package import KPIModel
package import KPIPlan

/// Rows and columns ready to be written, each cell with what it means rather than how it looks, so that
/// every form of output can write it in its own way.
package struct ResultTable: Sendable {
  package let columns: [Column]
  package let rows: [Row]

  package init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  package struct Column: Sendable {
    /// The name in machine formats.
    package let name: String
    /// The heading for people.
    package let title: String
    package let content: Content
    package let audience: Audience

    package enum Audience: Sendable {
      case everybody
      /// People are spared the column while all its cells are empty.
      case everybodyIfFilled
      /// People read the same in another column.
      case machines
      /// A drawing, where it is filled; programs ask for the numbers themselves.
      case peopleIfFilled
    }

    package enum Content: Sendable {
      case text
      /// Numbers of one quantity, shown with the same precision all down the column.
      case numbers(Quantity)
      /// Numbers that each have a quantity of their own.
      case readings
    }

    package init(
      _ name: String, title: String? = nil, _ content: Content = .text,
      for audience: Audience = .everybody
    ) {
      self.name = name
      self.title = title ?? name
      self.content = content
      self.audience = audience
    }

    var isForMachines: Bool { audience != .peopleIfFilled }

    var isAlignedRight: Bool {
      if case .text = content { false } else { true }
    }
  }

  package struct Row: Sendable {
    package let cells: [Value]
    /// The heading that people see above the first of the rows that share it.
    package let section: String?

    package init(_ cells: [Value], section: String? = nil) {
      self.cells = cells
      self.section = section
    }
  }

  package enum Value: Sendable {
    case empty
    case text(String)
    /// A declared name, and the label that people know it by.
    case label(String, name: String)
    /// A number of the column's quantity, and what there is to be said of it.
    case number(Cell, Caveat? = nil)
    /// A number with its own quantity, and the goal it is held against.
    case reading(Cell, Quantity, Goal<Number>?)
    case ratio(Number)
    /// From 0 to 1.
    case grade(Number)
    /// The group of a breakdown; `nil` where the rows lack it.
    case group(Scalar?)
    case period(String, isPartial: Bool)
    case status(Status)
    case trend(Trend, isGood: Bool?)
    case goal(Goal<Number>, Quantity)

    /// Whether there is nothing to show.
    var isEmpty: Bool {
      if case .empty = self { true } else { false }
    }

    /// Why the number is to be read with care.
    var caveat: Caveat? {
      if case .number(_, let caveat) = self { caveat } else { nil }
    }

    /// Why a number is missing.
    var missing: MissingReason? {
      switch self {
      case .number(.missing(let reason), _), .reading(.missing(let reason), _, _): reason
      default: nil
      }
    }
  }
}

// MARK: - Answers

extension ResultTable {
  /// The table of an answer: the period, the breakdowns, then the values.
  package init(_ answer: Answer, to question: Question, calendar: Calendar, breakdowns: [String]) {
    var columns: [Column] = []
    if let grain = question.grain { columns.append(Column(grain.name)) }
    columns += breakdowns.map { Column($0) }
    columns += question.outputs.map { Column($0.name, .numbers($0.quantity)) }
    self.init(
      columns: columns,
      rows: answer.rows.map { row in
        var cells: [Value] = []
        if question.grain != nil, let period = row.period {
          cells.append(.period(calendar.text(of: period), isPartial: row.isPartial))
        }
        cells += row.keys.map(Value.group)
        cells += row.cells.enumerated().map { .number($1, row.caveats[$0]) }
        return Row(cells)
      })
  }
}
