extension Starter {
  /// A company, and a folder for each of its departments.
  package static func departments(_ departments: [Department], in edition: Edition) -> Starter {
    starter(of: departments, above: [], in: edition)
  }

  /// A company with every department, and its strategy above them.
  package static func company(in edition: Edition) -> Starter {
    starter(of: Departments.ofACompany, above: CompanyStrategy.files, in: edition)
  }

  private static func starter(
    of departments: [Department], above own: [(name: String, text: String)], in edition: Edition
  ) -> Starter {
    let files =
      own.map { ("\($0.name).kpi", $0.text) }
      + departments.flatMap { department in
        department.files.map { ("\(department.name)/\($0.name).kpi", $0.text) }
      }
    let company = CompanyTexts.company(with: perspectives(of: files.map(\.1)))
    return Starter(
      edition,
      specification: [("company.kpi", company)] + files,
      others: [(".github/workflows/kpi.yml", CompanyTexts.workflow)]
        + pages(of: departments, hasStrategy: !own.isEmpty, edition)
        + rows(of: departments, edition.currency),
      firstCommands: [
        "kpi check", "kpi test", "kpi status AS_OF", "kpi report --output scorecard AS_OF",
      ]
        + departments.prefix(1).map { "kpi eval \($0.guide.question) AS_OF" }
        + ["kpi check --profile standard"],
      linesOfPages: edition.languages.map { language in
        let pages = ReadmePages(departments, hasStrategy: !own.isEmpty, edition, in: language)
        return (pages.fileName, pages.lines)
      })
  }

  /// The perspectives in which the departments have objectives.
  private static func perspectives(of texts: [String]) -> [String] {
    let used = Set(
      texts.flatMap { $0.split(separator: "\n") }.compactMap { line in
        let words = line.split(separator: " ")
        return words.count == 2 && words[0] == "perspective" ? String(words[1]) : nil
      })
    return CompanyTexts.perspectives.filter { used.contains($0.name) }.map(\.text)
  }

  /// The pages in each language; those in the main one have the plain name.
  private static func pages(
    of departments: [Department], hasStrategy: Bool, _ edition: Edition
  ) -> [(path: String, text: String)] {
    edition.languages.flatMap { language in
      let pages = ReadmePages(departments, hasStrategy: hasStrategy, edition, in: language)
      return [(pages.fileName, pages.project)]
        + departments.map { ("\($0.name)/\(pages.fileName)", pages.department($0)) }
    }
  }

  private static func rows(
    of departments: [Department], _ currency: SampleCurrency
  ) -> [(path: String, text: String)] {
    departments.flatMap { department in
      department.data().map { ("\(department.name)/data/\($0.name).csv", $0.text(in: currency)) }
    }
  }
}
