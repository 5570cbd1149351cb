package import KPIModel
package import KPIPlan
package import KPIText

/// Says in plain words what a measure is.
package struct MeasureWords {
  private let specification: Specification
  private let language: Language

  package init(_ specification: Specification, in language: Language = .english) {
    self.specification = specification
    self.language = language
  }

  /// A measure in words, what is to be added, and what it is made of.
  package struct Description: Sendable {
    package let words: String
    package let details: [String]
    package let parts: [Description]
  }

  private var formulaText: FormulaText { FormulaText(specification) }

  /// One text or the other, by language; the names in it stand where each language puts them.
  private func say(_ english: String, _ vietnamese: String) -> String {
    language(Wording(en: english, vi: vietnamese))
  }

  package func description(of measure: Measure) -> Description {
    switch measure {
    case .rows(let rows):
      return Description(words: words(for: rows), details: details(of: rows), parts: [])
    case .days(let days):
      let words =
        days.kind == .days
        ? say("the length of the period in days", "số ngày của kỳ")
        : say("the length of the period in working days", "số ngày làm việc của kỳ")
      return Description(words: words, details: window(days.window), parts: [])
    case .entities(let entities):
      let each = entity(entities.entity)
      return Description(
        words: words(for: entities) + say(", of each \(each)", ", tính cho từng \(each)"),
        details: window(entities.window),
        parts: entities.formulas.flatMap(\.leaves).map(description))
    }
  }

  // MARK: Entities

  package func entity(_ entity: Entity) -> String {
    (entity.attributes.map(specification.text) + (entity.grain.map { [$0.spoken] } ?? []))
      .joined(separator: say(" and ", " và "))
  }

  package func words(for measure: EntityMeasure) -> String {
    let value = formulaText.text(of: measure.value)
    switch measure.function {
    case .count:
      return say("the number that take part in \(value)", "số đối tượng có mặt trong \(value)")
    case .countSatisfying: return say("the number for which \(value)", "số đối tượng thỏa \(value)")
    case .countValues:
      return say("the number that have a value of \(value)", "số đối tượng có giá trị \(value)")
    case .sum: return say("the sum of \(value)", "tổng của \(value)")
    case .minimum: return say("the smallest \(value)", "giá trị nhỏ nhất của \(value)")
    case .maximum: return say("the largest \(value)", "giá trị lớn nhất của \(value)")
    case .standardDeviation:
      return say("the standard deviation of \(value)", "độ lệch chuẩn của \(value)")
    case .product: return say("the product of \(value)", "tích của \(value)")
    case .percentile(let rank):
      let percent = Number.exact(rank).text
      return rank == Rational(50)
        ? say("the median of \(value)", "trung vị của \(value)")
        : say(
          "the value of \(value) that \(percent)% do not exceed",
          "giá trị của \(value) mà \(percent)% không vượt quá")
    case .top(let count):
      let summed = measure.summed.map(formulaText.text) ?? value
      return say(
        "the sum of \(summed) over the \(count.text) with the largest \(value)",
        "tổng của \(summed) trên \(count.text) đối tượng có \(value) lớn nhất")
    }
  }

  // MARK: Rows

  private func words(for measure: RowMeasure) -> String {
    let table = specification[measure.table].name
    let subject =
      measure.argument.map { formulaText.text(of: $0) }
      ?? say("rows of \(table)", "dòng của \(table)")
    switch measure.function {
    case .count: return say("the number of \(subject)", "số \(subject)")
    case .sum: return say("the sum of \(subject)", "tổng của \(subject)")
    case .countDistinct:
      return say(
        "the number of different values of \(subject)", "số giá trị khác nhau của \(subject)")
    case .minimum: return say("the smallest \(subject)", "giá trị nhỏ nhất của \(subject)")
    case .maximum: return say("the largest \(subject)", "giá trị lớn nhất của \(subject)")
    case .standardDeviation:
      return say("the standard deviation of \(subject)", "độ lệch chuẩn của \(subject)")
    case .percentile(let rank):
      let percent = Number.exact(rank).text
      return rank == Rational(50)
        ? say("the median of \(subject)", "trung vị của \(subject)")
        : say(
          "the value of \(subject) that \(percent)% of the rows do not exceed",
          "giá trị của \(subject) mà \(percent)% số dòng không vượt quá")
    }
  }

  private func details(of measure: RowMeasure) -> [String] {
    var lines: [String] = []
    switch specification[measure.table].location {
    case .file(let path): lines.append(say("from \(path)", "từ \(path)"))
    case .source(let name, let relation):
      lines.append(say("from \(relation) of \(name)", "từ \(relation) của \(name)"))
    case .nowhere: break
    }
    if let filter = measure.filter {
      let condition = formulaText.text(of: filter)
      lines.append(say("where \(condition)", "với điều kiện \(condition)"))
    }
    lines += axis(of: measure) + window(measure.window)
    for span in measure.maturity.map(\.text).sorted() {
      lines.append(
        say("not mature until \(span) after the last day", "chỉ đủ thời gian sau ngày cuối \(span)")
      )
    }
    switch measure.ignored {
    case .none: break
    case .all: lines.append(say("for all groups together", "gộp tất cả các nhóm"))
    case .some(let attributes):
      let names = attributes.map { formulaText.text(of: $0) }.sorted().joined(separator: ", ")
      lines.append(say("for all groups of \(names) together", "gộp tất cả các nhóm của \(names)"))
    }
    return lines
  }

  private func axis(of measure: RowMeasure) -> [String] {
    let table = specification[measure.table]
    switch measure.axis {
    case .none:
      return [
        say(
          "the same in every period: the rows are not dated",
          "như nhau trong mọi kỳ: các dòng không có ngày")
      ]
    case .events(let path):
      let date = specification.text(of: path)
      return [say("dated by \(date)", "theo ngày \(date)")]
    case .snapshots(let moment, let boundary):
      let date = specification.text(of: moment)
      return [
        boundary == .closing
          ? say("at the last \(date) in the period", "tại \(date) cuối cùng trong kỳ")
          : say("at the first \(date) in the period", "tại \(date) đầu tiên trong kỳ")
      ]
    case .spans(let from, let to, let boundary):
      let (start, end) = (table[from].name, table[to].name)
      let isEnd = boundary == .closing
      return [
        say(
          "alive at the \(isEnd ? "end" : "start") of the period, from \(start) to \(end)",
          "còn hiệu lực vào \(isEnd ? "cuối" : "đầu") kỳ, từ \(start) đến \(end)")
      ]
    }
  }

  // MARK: Windows

  /// Nothing where the window is the period itself.
  private func window(_ window: Window) -> [String] {
    guard window != .period else { return [] }
    let before = window.shift.text
    let shift = window.shift == .none ? "" : say(", \(before) before", ", lùi \(before)")
    switch window.extent {
    case .period: return [say("in the period \(before) before", "trong kỳ trước đó \(before)")]
    case .trailing(let span):
      return [
        say(
          "over the \(span.text) that end with the period\(shift)",
          "trong \(span.text) tính đến hết kỳ\(shift)")
      ]
    case .toDate(let grain):
      return [
        say(
          "from the start of the \(grain.spoken) to the end of the period\(shift)",
          "từ đầu \(PeriodWords.vietnamese(grain)) đến hết kỳ\(shift)")
      ]
    case .before: return [say("over all before the period\(shift)", "toàn bộ trước kỳ\(shift)")]
    case .cumulative:
      return [say("over all up to the end of the period\(shift)", "toàn bộ cho đến hết kỳ\(shift)")]
    }
  }
}

extension MeasureWords.Description {
  /// The measure behind its number, line by line, and below it what it is made of.
  package func lines(number: String) -> [String] {
    let indent = String(repeating: " ", count: number.count + 1)
    let inner = parts.enumerated().flatMap { $1.lines(number: number + "\($0 + 1).") }
    return [number + " " + words] + (details + inner).map { indent + $0 }
  }
}
