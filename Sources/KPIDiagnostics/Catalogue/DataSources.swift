package import KPISource

/// Findings about databases.
extension Rule {
  package static let dataSources: [Rule] = [.secretInFile, .databaseFailed]

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

  package static let databaseFailed = Rule(
    code: "KPI3040", name: "database-failed", severity: .error,
    title: "A database gives no answer",
    explanation: """
      The rows of a table are in a database, and it could not be asked: its driver is not installed, the server does \
      not answer or refuses the name or the password, or the query was broken off. Nothing of an answer is shown then, \
      since a part of it would look like all of it.
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

  package static func databaseFailed(
    table: String, _ problem: String, help: String?, declared: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .databaseFailed, "table `\(table)` cannot be asked: \(problem)", at: declared, help: help)
  }
}
