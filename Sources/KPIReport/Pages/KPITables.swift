import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// The numbers behind the chart of a KPI, the latest first.
struct HistoryTable {
  let pieces: Pieces
  let record: KPIRecord

  private var voice: Voice { pieces.voice }
  private var quantity: Quantity { record.standing.quantity }

  var markup: Markup {
    tag(.div, .class("wrap")) {
      tag(.table) {
        tag(.caption) { voice.name(of: record.metric) }
        tag(.thead) {
          tag(.tr) {
            tag(.th, .init(.scope, "col")) { voice(Words.period) }
            tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.value) }
            tag(.th, .init(.scope, "col")) { voice(Words.target) }
            tag(.th, .init(.scope, "col")) { voice(Words.status) }
          }
        }
        tag(.tbody) { for point in record.history.reversed() { row(point) } }
      }
    }
  }

  private func row(_ point: HistoryPoint) -> Markup {
    let goal = point.judgement.goal
    let bound = point.value.number.flatMap { number in goal?.bound(nearestTo: number) }
    return tag(.tr) {
      tag(.th, .init(.scope, "row"), .class("nowrap")) { voice.periods.text(point.period) }
      tag(.td, .class("num")) { voice.value(point.value, quantity, apartFrom: bound) }
      tag(.td, .class("nowrap")) { goal?.text(quantity, in: voice.language) ?? "–" }
      tag(.td) { pieces.badge(point.judgement.status) }
    }
  }
}

/// What the lines and marks of the chart mean; only those that it has.
struct HistoryKey {
  let record: KPIRecord
  let voice: Voice

  var markup: Markup {
    let history = record.history
    return tag(.ul, .class("key"), .init(.ariaHidden, "true")) {
      item(Words.value, tag(.path, .class("value"), .init(.d, "M0 6H27")))
      if history.contains(where: { $0.judgement.goal != nil }) {
        item(Words.target, tag(.path, .class("target"), .init(.d, "M0 6H27")))
      }
      if history.contains(where: { $0.threshold != nil && $0.judgement.goal != nil }) {
        item(
          Words.acceptable,
          tag(.rect, .class("band"), .init(.width, 27.0), .init(.height, 12.0)))
      }
      if history.contains(where: { $0.stretch != nil }) {
        item(Words.stretch, tag(.path, .class("stretch"), .init(.d, "M0 6H27")))
      }
      if history.contains(where: \.isRunning) {
        item(
          Words.running, tag(.rect, .class("running"), .init(.width, 27.0), .init(.height, 12.0)))
      }
      for status in Status.byUrgency
      where history.contains(where: { $0.value.number != nil && $0.judgement.status == status }) {
        tag(.li, .class(status.styleName)) {
          Shapes.icon(status)
          voice(status.wording)
        }
      }
    }
  }

  private func item(_ name: Wording, _ drawing: Markup) -> Markup {
    tag(.li) {
      tag(.svg, .init(.viewBox, "0 0 27 12")) { drawing }
      voice(name)
    }
  }
}

/// The values of the groups that a KPI is made up of, beside those of the period before.
struct BreakdownTable {
  let pieces: Pieces
  let record: KPIRecord
  let breakdown: Breakdown

  private var voice: Voice { pieces.voice }
  private var quantity: Quantity { record.standing.quantity }

  var markup: Markup {
    let numbers = breakdown.groups.compactMap(\.value.number)
    let range = ColumnBar.range(of: numbers.map(\.doubleValue))
    return tag(.div, .class("card")) {
      tag(.h3) { "\(voice(Words.by)) \(name)" }
      tag(.div, .class("wrap")) {
        tag(.table, .class("sortable")) {
          tag(.caption, .class("skip")) { "\(voice(Words.by)) \(name)" }
          tag(.thead) {
            tag(.tr) {
              tag(.th, .init(.scope, "col")) { name }
              tag(.th, .init(.scope, "col"), .class("num")) { voice.periods.text(record.period) }
              tag(.th, .init(.scope, "col"), .init(.dataSort, "no")) { "" }
              tag(.th, .init(.scope, "col"), .class("num before")) { before }
            }
          }
          tag(.tbody) {
            for group in breakdown.groups {
              tag(.tr) {
                tag(.th, .init(.scope, "row")) { group.name ?? voice(Words.withoutGroup) }
                number(group.value, "num")
                tag(.td) {
                  if let range, let number = group.value.number {
                    ColumnBar(value: number.doubleValue, range: range).markup
                  }
                }
                number(group.before, "num before")
              }
            }
          }
        }
      }
    }
  }

  /// The name of the column alone, unless another table has one of that name.
  private var name: String {
    func short(_ name: String) -> Substring { name.split(separator: ".").last ?? Substring(name) }
    let own = short(breakdown.name)
    let isShared = record.breakdowns.count { short($0.name) == own } > 1
    let name = isShared ? breakdown.name : String(own)
    return Pieces.spoken(name)
  }

  private func number(_ cell: Cell, _ look: String) -> Markup {
    tag(
      .td, .class(look), .init(.dataSort, pieces.sortKey(cell.number))
    ) { voice.value(cell, quantity) }
  }

  private var before: String {
    let index = record.history.firstIndex { $0.period == record.period } ?? 0
    return index > 0 ? voice.periods.text(record.history[index - 1].period) : ""
  }
}
