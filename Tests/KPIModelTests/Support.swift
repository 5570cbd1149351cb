import KPIModel

/// The day of a date such as `2026-11-23`.
func day(_ text: String) throws -> Day {
  guard case .day(let day)? = PeriodName(text) else { throw Unreadable(text: text) }
  return day
}

struct Unreadable: Error { let text: String }

/// A generator of numbers that gives the same ones for the same seed.
struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to a bound.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 1) % max(bound, 1)
  }
}
