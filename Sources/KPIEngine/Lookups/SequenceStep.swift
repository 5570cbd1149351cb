import KPIModel
import KPITable

/// A sequence looked for from every row of a block.
///
/// The keys of the rows are numbered, and each is sought once in every index.
final class SequenceStep {
  private let search: SequenceSearch
  private let columns: [KeyColumn]
  private let numbers: CellNumbers
  private let ones: UnsafeMutablePointer<UInt32>
  /// For each index, where it has the keys of each number; `unknown` where they have not been sought yet.
  private var places: [[Int32]]

  private static let unknown: Int32 = -2

  init(_ search: SequenceSearch, by keys: [TableExpression], _ program: Program) {
    self.search = search
    columns = keys.map { KeyColumn($0, program) }
    numbers = CellNumbers(keys: keys.count)
    places = search.steps.map { _ in [] }
    ones = .allocate(capacity: Vector.capacity)
    ones.initialize(repeating: 1, count: Vector.capacity)
  }

  deinit { ones.deallocate() }

  func run(_ time: Vector, _ result: Vector, _ count: Int) {
    let keys = numbers.numbers(ones, bucketCount: 2, columns.map { $0.numbers(count) }, count)
    guard columns.allSatisfy(\.failures.isEmpty) else {
      result.isOverflown = true
      return
    }
    for step in places.indices {
      let more = numbers.count - places[step].count
      if more > 0 { places[step] += repeatElement(SequenceStep.unknown, count: more) }
    }
    let isMoment = time.kind == .instant
    for row in 0..<count {
      let value = time.integers[row]
      guard value != Vector.missing else {
        result.flags[row] = 0
        continue
      }
      let own = SequenceSearch.Time(value: Int(value), isMoment: isMoment)
      result.flags[row] = search.holds(at: own) { place(of: Int(keys[row]), in: $0) } ? 1 : 0
    }
    result.mayMiss = false
  }

  @inline(__always)
  private func place(of number: Int, in step: Int) -> Int32 {
    let known = places[step][number]
    return known == SequenceStep.unknown ? seek(number, in: step) : known
  }

  private func seek(_ number: Int, in step: Int) -> Int32 {
    var ids = [UInt32](repeating: 0, count: columns.count)
    _ = numbers.parts(of: number, into: &ids)
    let keys = zip(columns, ids).map { $0.scalar($1) }
    let place = search.steps[step].index.place(of: keys)
    places[step][number] = place
    return place
  }
}
