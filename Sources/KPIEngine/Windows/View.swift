import KPIModel
import KPIPlan

/// A measure of a plan over the periods of a spine, read group by group.
protocol View: Sendable {
  /// The places of its breakdowns among the keys that were asked.
  var breakdowns: [Int] { get }
  /// The groups that it has, with the values of its breakdowns.
  var groups: GroupKeys { get }
  /// Whether a group has rows in any window.
  func isObserved(_ group: Int) -> Bool
  /// Whether a group has rows in each of some windows.
  func isPresent(_ group: Int, at windows: [Int]) -> [Bool]
  /// The values of a group in some windows; of a group that it never saw where it is `nil`.
  func cells(_ group: Int?, at windows: [Int]) -> [Cell]
  /// Why no group has a value in a window, whatever its rows are.
  func reason(at window: Int) -> MissingReason?
  /// Adds the windows from which on a group may have another value than in the window before.
  func addChanges(of group: Int?, to changes: inout [Int])
}

/// Groups by their numbers, and their numbers by what they are.
final class GroupKeys: @unchecked Sendable {
  /// The values of the breakdowns, by group.
  let values: [[Scalar?]]
  /// The group of each tuple of values; made when groups of several measures are brought together, by one thread.
  private(set) lazy var numbers: [[Scalar?]: Int] = Dictionary(
    uniqueKeysWithValues: zip(values, values.indices))

  init(_ values: [[Scalar?]]) { self.values = values }

  var count: Int { values.count }
}

/// The length of the windows, the same for every group.
struct DayView: View {
  let breakdowns: [Int] = []
  let groups = GroupKeys([])
  private let values: [Cell]

  init(_ measure: DayMeasure, _ periods: [Period], _ plan: Plan) {
    let (calendar, asOf) = (plan.calendar, plan.question.asOf)
    let now = asOf.adding(days: 1)
    values = periods.map { period in
      guard let days = calendar.days(of: measure.window, for: period, asOf: asOf) else {
        return .missing(.noValue)
      }
      let known = min(days.lowerBound, now)..<min(days.upperBound, now)
      let count =
        switch measure.kind {
        case .days: known.upperBound.number - known.lowerBound.number
        case .workingDays: calendar.workingDays(in: known)
        }
      return .value(Number(count * 86_400))
    }
  }

  func isObserved(_ group: Int) -> Bool { false }
  func isPresent(_ group: Int, at windows: [Int]) -> [Bool] { windows.map { _ in false } }
  func cells(_ group: Int?, at windows: [Int]) -> [Cell] { windows.map { values[$0] } }

  func reason(at window: Int) -> MissingReason? {
    if case .missing(let reason) = values[window] { reason } else { nil }
  }

  func addChanges(of group: Int?, to changes: inout [Int]) {
    changes += values.indices.filter { $0 == 0 || values[$0] != values[$0 - 1] }
  }
}
