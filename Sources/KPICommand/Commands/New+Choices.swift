import KPIDiagnostics
import KPIScorecard
import KPITemplates

/// Why a new project cannot be written as asked.
struct Refusal: Error {
  let diagnostic: Diagnostic
}

extension Invocation {
  /// The departments asked for, in the order of the list; none where no option names any.
  func departments() throws(Refusal) -> [Department] {
    if has(.allDepartments) { return Departments.all }
    let names = list(.department)
    let known = Departments.all.map(\.name)
    for name in names where !known.contains(name) {
      throw Refusal(
        diagnostic: .invalidOptionValue(Option.department.spelling, name, choices: known))
    }
    return Departments.all.filter { names.contains($0.name) }
  }

  /// The languages asked for; English where none is.
  func edition() throws(Refusal) -> Edition {
    var languages: [Edition.Language] = []
    for code in list(.language) {
      guard let language = Edition.Language(rawValue: code) else {
        throw Refusal(
          diagnostic: .invalidOptionValue(
            Option.language.spelling, code, choices: Edition.Language.allCases.map(\.rawValue)))
      }
      if !languages.contains(language) { languages.append(language) }
    }
    return Edition(languages.first ?? .english, second: languages.dropFirst().first)
  }
}

extension Option {
  static let department = Option(
    "department", .list("NAME"), help: "these departments, such as marketing,sales")

  static let allDepartments = Option(
    "all", .flag, help: "every department, and the strategy above them")

  static let language = Option(
    "language", .list("LANGUAGE"),
    help: "en, vi, or both: the first is written, the second translates the labels")

  static let listDepartments = Option("list", .flag, help: "list the departments there are")
}

extension ResultTable {
  static func departments(in language: Edition.Language) -> ResultTable {
    ResultTable(
      columns: [Column("department"), Column("about")],
      rows: Departments.all.map { Row([.text($0.name), .text($0.summary(in: language))]) })
  }
}
