package import KPISource
import KPIText

/// Findings about how the company divides time.
extension Rule {
  package static let calendars: [Rule] = [.repeatedDay, .contradictingWeek, .unknownWeekPattern]

  package static let repeatedDay = Rule(
    "KPI2330", "repeated-day", .warning, title: "A day is listed twice",
    explanation: """
      A day is a workday or a holiday once. Listed twice, one of the two was probably meant to be another \
      day, such as that of the next year.
      """,
    example: """
      company "Shop" {
        holidays {
          2026-01-01 "New Year"
          2026-12-31 to 2027-01-01 "New Year"
          2027-01-01 "New Year"
        }
      }
      """,
    mended: """
      company "Shop" {
        holidays {
          2026-01-01 "New Year"
          2026-12-31 to 2027-01-01 "New Year"
        }
      }
      """)

  package static let contradictingWeek = Rule(
    "KPI2331", "contradicting-week", title: "Weeks start after the last day of the fiscal year",
    explanation: """
      In a fiscal year of whole weeks, the weekday that ends the year ends every week. Weeks that started \
      on another day would lie in two fiscal months, and their numbers in neither.
      """,
    example: """
      company "Shop" {
        week   starts monday
        fiscal weeks "4-5-4" ends saturday nearest january
      }
      """,
    mended: """
      company "Shop" {
        fiscal weeks "4-5-4" ends saturday nearest january
      }
      """)

  package static let unknownWeekPattern = Rule(
    "KPI2332", "unknown-week-pattern", title: "A quarter has three months of 13 weeks together",
    explanation: """
      A retail calendar cuts each quarter of 13 weeks into two months of four weeks and one of five: `4-4-5`, \
      `4-5-4` or `5-4-4`. The 53rd week of a longer year belongs to its last month.
      """,
    example: """
      company "Shop" {
        fiscal weeks "4-4-4" ends saturday nearest january
      }
      """,
    mended: """
      company "Shop" {
        fiscal weeks "4-5-4" ends saturday nearest january
      }
      """)
}

extension Diagnostic {
  /// The kind is `workday` or `holiday`.
  package static func repeatedDay(
    _ day: String, _ kind: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .repeatedDay, "`\(day)` is listed as a \(kind) twice", at: range,
      labels: [Label(first, "the first time")],
      help: "Remove one of the two, or correct it if another day was meant.")
  }

  package static func contradictingWeek(_ weekday: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .contradictingWeek,
      "weeks start on `\(weekday)` here, as the fiscal year ends on the day before", at: range,
      help: "Write `week starts \(weekday)`, or leave the line out.",
      fixes: [Fix("Write `\(weekday)`", [TextEdit(range: range, replacement: weekday)])])
  }

  package static func unknownWeekPattern(
    _ pattern: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownWeekPattern, "\"\(pattern)\" is not a way to divide the 13 weeks of a quarter",
      at: range,
      help: "Write " + TextFlow.list(known.map { "`\"\($0)\"`" }, "or") + ".")
  }
}
