import KPIText

/// A part of a change in words.
struct PartWords {
  private let part: Part

  init(_ part: Part) { self.part = part }

  /// `formula`, `target budget`, `label vi`.
  var title: String {
    ([part.aspect == .breakdown ? "broken down by" : part.aspect.rawValue] + [part.detail])
      .compactMap { $0 }.joined(separator: " ")
  }

  private static let widest = 60

  /// Whether the two texts are better read below each other.
  var isLong: Bool {
    [part.before, part.after].contains { ($0?.count ?? 0) > PartWords.widest }
      || part.aspect == .formula
  }

  /// Whether only what differs is worth showing.
  var isVeryLong: Bool { [part.before, part.after].contains { ($0?.count ?? 0) > 160 } }

  /// `unit: USD → EUR`, with what made it change.
  var line: String { line(part.path.isEmpty ? "" : " " + ChangeWords.path(part.path)) }

  /// The same where it has been told what made it change.
  var lineWithoutPath: String { line("") }

  private func line(_ path: String) -> String {
    switch (part.before, part.after) {
    case (let before?, let after?) where before == after:
      return "\(title)\(path.isEmpty ? ": \(after)" : path)"
    case (let before?, let after?): return "\(title): \(before) → \(after)\(path)"
    case (nil, let after?): return "\(title): \(after) (new)\(path)"
    case (let before?, nil):
      return part.aspect == .breakdown
        ? "no longer \(title) \(before)\(path)" : "\(title): \(before) (gone)\(path)"
    case (nil, nil): return title + path
    }
  }
}

/// Categories as people read them.
enum CategoryWords {
  static func title(_ category: Category) -> String {
    switch category {
    case .breaking: "Breaking"
    case .valueChanging: "Changed values"
    case .goalpost: "Moved goalposts"
    case .additive: "New"
    case .metadata: "Words, people and plans"
    }
  }

  static func style(_ category: Category) -> TextStyle {
    switch category {
    case .breaking: .bad
    case .valueChanging, .goalpost: .caution
    case .additive: .good
    case .metadata: .faint
    }
  }
}
