import KPIText

/// The change in one sentence, for whoever reads no further.
struct ReviewSummary {
  private let review: Review

  init(_ review: Review) { self.review = review }

  /// `2 KPIs change their value, 1 target moves, 1 KPI is added`.
  var text: String {
    let parts = hidden + breaking + values + goalposts + additions + words
    guard let first = parts.first else { return "No change of meaning" }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst())
      .joined(separator: ", ")
  }

  private var changes: [Change] { review.comparison.changes.filter { !$0.parts.isEmpty } }

  private var hidden: [String] {
    func count(_ isMeant: (HiddenRed) -> Bool) -> Int {
      Set(review.hidden.filter(isMeant).map(\.figures.metric)).count
    }
    return phrase(
      count { $0.cadence == nil && $0.isGreen }, "turns from red to green by a moved target", "turn"
    )
      + phrase(
        count { $0.cadence == nil && !$0.isGreen },
        "is no longer judged where it missed its target", "are")
      + phrase(count { $0.cadence != nil }, "hides what it missed by another cadence", "hide")
  }

  /// `2 KPIs turn from red to green…`: the first word is that of one.
  private func phrase(_ count: Int, _ predicate: String, _ plural: String) -> [String] {
    guard count > 0 else { return [] }
    let rest = predicate.drop { $0 != " " }
    return [TextFlow.count(count, "KPI") + (count == 1 ? " " + predicate : " " + plural + rest)]
  }

  private var breaking: [String] {
    let broken = review.changes(.breaking)
    let removed = broken.filter { $0.kind == .removed }
    let renamed = broken.filter { change in
      if case .renamed = change.kind {
        change.grave.allSatisfy { $0.aspect == .name }
      } else {
        false
      }
    }
    let others = broken.filter { change in
      change.kind != .removed && !renamed.contains { $0.subject == change.subject }
    }
    return counted(removed, "is removed", "are removed")
      + counted(renamed, "is renamed", "are renamed")
      + counted(others, "breaks for its users", "break for their users")
  }

  /// Tables, columns and settings count where no metric shows their effect.
  private var values: [String] {
    let changing = review.changes(.valueChanging)
    let metrics = changing.filter { $0.subject.kind == .metric }
    let rest = changing.filter { change in
      change.subject.kind != .metric
        && !changes.contains { other in
          other.parts.contains { ChangeWords(change).isSource(of: $0.path) }
        }
    }
    let same = metrics.filter { metric in
      review.valuation?.figures(of: metric.subject.name)?.isUnchanged ?? false
    }
    let others = metrics.filter { metric in !same.contains { $0.subject == metric.subject } }
    let own = counted(others, "changes its value", "change their value") + unchanged(same)
    let company = rest.filter { $0.subject == .company }
    let data = rest.filter { $0.subject != .company }
    return own + counted(data, "is read otherwise", "are read otherwise")
      + (company.isEmpty ? [] : ["the company's calendar changes"])
  }

  /// Metrics that mean something else and have the values that they had, in the periods that were looked at.
  private func unchanged(_ changes: [Change]) -> [String] {
    let counts = changes.compactMap { review.valuation?.figures(of: $0.subject.name)?.closed.count }
    guard let count = counts.min() else { return [] }
    let values =
      "computed otherwise with the same values in the last \(TextFlow.count(count, "period"))"
    return counted(changes, "is \(values)", "are \(values)")
  }

  private var goalposts: [String] {
    let moved = changes.filter { $0.has(.goalpost) }
    let targets = moved.filter { change in
      change.parts.contains { part in
        [.target, .threshold, .stretch, .judgedBy].contains(part.aspect)
          && part.category == .goalpost
      }
    }
    let others = moved.filter { change in !targets.contains { $0.subject == change.subject } }
    let target =
      targets.isEmpty
      ? []
      : [
        "\(TextFlow.count(targets.count, "target")) \(targets.count == 1 ? "moves" : "move")"
      ]
    return target + counted(others, "is judged otherwise", "are judged otherwise")
  }

  private var additions: [String] {
    let additive = review.changes(.additive)
    let added = additive.filter { $0.kind == .added }
    let renamed = additive.filter { if case .renamed = $0.kind { true } else { false } }
    let others = additive.filter { change in
      change.kind != .added && !renamed.contains { $0.subject == change.subject }
    }
    return counted(added, "is added", "are added")
      + counted(renamed, "has a new name", "have new names")
      + counted(others, "is extended", "are extended")
  }

  private var words: [String] {
    counted(
      review.changes(.metadata), "changes in words or people", "change in words or people")
  }

  /// `2 KPIs and 1 metric change …`, each noun with its own number.
  private func counted(_ changes: [Change], _ singular: String, _ plural: String) -> [String] {
    guard !changes.isEmpty else { return [] }
    var counts: [(noun: String, count: Int)] = []
    for change in changes {
      let noun = ChangeWords(change).noun
      if let place = counts.firstIndex(where: { $0.noun == noun }) {
        counts[place].count += 1
      } else {
        counts.append((noun, 1))
      }
    }
    let nouns = counts.map { noun, count in
      noun == "company"
        ? "the company"
        : TextFlow.count(count, noun, plural: ReviewSummary.plural(noun))
    }
    return [TextFlow.list(nouns) + " " + (changes.count == 1 ? singular : plural)]
  }

  static func plural(_ noun: String) -> String {
    noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
  }
}
