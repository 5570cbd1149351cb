package import KPISource

/// Findings about databases.
extension Rule {
  package static let dataSources: [Rule] = [.secretInFile, .invalidTimeout, .databaseFailed]

  package static let secretInFile = Rule(
    "KPI2340", "secret-in-file", title: "A password is written in the specification",
    explanation: """
      Whoever can read the files, or any earlier state of the repository, could enter the database. Name a variable of \
      the environment instead, and change the password.
      """,
    example: """
      source warehouse {
        driver   postgresql
        uri      "postgresql://kpi:hunter2@db.example.com/shop"
      }
      """,
    mended: """
      source warehouse {
        driver   postgresql
        uri      env DATABASE_URL
      }
      """)

  package static let invalidTimeout = Rule(
    "KPI2341", "invalid-timeout", title: "A time limit is not a length of time",
    explanation: """
      `timeout` says how long one query, with all of its rows, may take before it is broken off. It is a number above zero \
      with `seconds`, `minutes` or `hours` behind it. Without a `timeout`, the limit is ten minutes.
      """,
    example: """
      source warehouse {
        driver  postgresql
        uri     env DATABASE_URL
        timeout 30
      }
      """,
    mended: """
      source warehouse {
        driver  postgresql
        uri     env DATABASE_URL
        timeout 30 seconds
      }
      """)

  package static let databaseFailed = Rule(
    code: "KPI3040", name: "database-failed", severity: .error,
    title: "A database gives no answer",
    explanation: """
      The rows of a table are in a database, and it could not be asked: its driver is not installed, the server does \
      not answer or refuses the name or the password, or the query was broken off. Nothing of an answer is shown then, \
      since a part of it would look like all of it. Such a \
      fault ends the command with the exit status 2.
      """,
    example: .project(
      files: [
        Example.File(
          "main.kpi",
          """
          source warehouse {
            driver nosuchengine
            uri    "shop.db"
          }

          table orders from warehouse "orders" {
            ordered_on: date time
          }

          metric order_count = count(orders)

          """)
      ], command: "eval order_count --by month"),
    mended: .project(
      files: [
        Example.File(
          "main.kpi",
          """
          table orders from "orders.csv" {
            ordered_on: date time
          }

          metric order_count = count(orders)

          """),
        Example.File("orders.csv", "ordered_on\n2026-01-05\n"),
      ], command: "eval order_count --by month"))
}

extension Diagnostic {
  /// `at` is the text that holds the password.
  package static func secretInFile(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .secretInFile, "a password stands here for everybody to read", at: range,
      help: "Write `env` and the name of a variable that holds it, and change the password.")
  }

  package static func invalidTimeout(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTimeout, "this is not a length of time that a query may take", at: range,
      help: "Write a number and its unit: `timeout 30 seconds`.")
  }

  /// Nothing can be asked of a source: its driver is not there, or the server does not let us in.
  package static func sourceFailed(
    _ source: String, _ problem: String, help: String, declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .databaseFailed, "source `\(source)` cannot be used: \(problem)", at: declared, help: help)
  }

  package static func databaseFailed(
    table: String, _ problem: String, help: String, declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .databaseFailed, "table `\(table)` cannot be asked: \(problem)", at: declared, help: help)
  }
}

extension Diagnostic {
  /// Whether something outside could not be asked, so that nothing is known: neither the specification nor the data need
  /// be wrong.
  package var isFault: Bool { rule == .databaseFailed }
}
