/// The pages that people open first, in one language of the project.
struct ReadmePages {
  private let departments: [Department]
  /// Whether the company has a strategy above its departments.
  private let hasStrategy: Bool
  private let edition: Edition
  private let language: Edition.Language

  init(
    _ departments: [Department], hasStrategy: Bool, _ edition: Edition,
    in language: Edition.Language
  ) {
    self.departments = departments
    self.hasStrategy = hasStrategy
    self.edition = edition
    self.language = language
  }

  /// What the page of the whole project says of each part.
  var lines: [String] {
    let files = hasStrategy ? CompanyStrategy.summaries : []
    return files.map { file, summary in "| [`\(file)`](\(file)) | \(text(summary)) |" }
      + departments.map { department in
        "| [`\(department.name)/`](\(department.name)/\(fileName)) | \(text(department.summary)) |"
      }
  }

  /// The page of the whole project.
  var project: String {
    text(CompanyTexts.readme)
      .replacing("DEPARTMENTS", with: lines.joined(separator: "\n"))
      .replacing("QUESTION", with: departments.first?.guide.question ?? "")
      .replacing("FOLDER", with: departments.first?.name ?? "")
  }

  /// The page of one department's head.
  func department(_ department: Department) -> String {
    let guide = department.guide
    let decisions = guide.decisions.map { kpi, decision in
      "| \(department.label(of: kpi).map(text) ?? kpi) | `\(kpi)` | \(text(decision)) |"
    }
    let changes = guide.firstChanges.enumerated().map { "\($0 + 2). \(text($1))" }
    let file = department.files.first?.name ?? department.name
    return text(CompanyTexts.departmentReadme)
      .replacing("LABEL", with: text(department.label))
      .replacing("OPENING", with: text(guide.opening))
      .replacing("DECISIONS", with: decisions.joined(separator: "\n"))
      .replacing("CHANGES", with: changes.joined(separator: "\n"))
      .replacing("QUESTION", with: guide.question)
      .replacing("STORY", with: text(guide.story))
      .replacing("FILE", with: file)
      .replacing("NAME", with: department.name)
      .replacing("SUMMARY", with: text(department.summary))
  }

  /// What the page is called.
  var fileName: String {
    language == edition.main ? "README.md" : "README.\(language.rawValue).md"
  }

  private func text(_ text: Bilingual) -> String {
    edition.currency.written(in: text.text(in: language))
  }
}
