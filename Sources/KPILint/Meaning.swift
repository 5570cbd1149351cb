import KPIPlan

/// What a formula computes, so that those that mean the same are found quickly among many.
struct Meaning: Hashable, Sendable {
  let form: Formula<Measure>
  /// The measures over rows that it is made of.
  let measures: [RowMeasure]
  /// Walked through once, by whoever works it out.
  private let hash: Int

  init(_ form: Formula<Measure>) {
    self.form = form
    measures = form.rowMeasures
    hash = form.hashValue
  }

  static func == (left: Meaning, right: Meaning) -> Bool {
    left.hash == right.hash && left.form == right.form
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension [Meaning?] {
  /// For each meaning the place of the first one that is the same.
  var firsts: [Int?] {
    var places: [Meaning: Int] = [:]
    places.reserveCapacity(count)
    return enumerated().map { place, meaning in
      guard let meaning else { return nil }
      if let first = places[meaning] { return first }
      places[meaning] = place
      return place
    }
  }
}
