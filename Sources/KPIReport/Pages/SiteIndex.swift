import KPIModel

/// Where everything stands on the site: file names that every system takes, and that stay the same as long as the
/// names of the specification do.
struct SiteIndex {
  static let summary = "index.html"

  /// Which objectives are drawn on which page.
  let scope: StrategyScope

  private let pages: [MetricID: String]
  private let departments: [String]
  private let owners: [String]
  private let objectives: [String]
  private let pagesOfObjectives: [ObjectiveID: String]
  private let records: [MetricID: KPIRecord]

  init(_ report: CompanyReport) {
    var taken: Set<String> = []
    let specification = report.specification
    pages = Dictionary(
      report.kpis.map { record in
        (record.metric, SiteIndex.name("kpi", specification[record.metric].name, &taken) + ".html")
      }, uniquingKeysWith: { first, _ in first })
    departments = specification.departments.map {
      SiteIndex.name("department", $0.name, &taken) + ".html"
    }
    owners = specification.owners.map { SiteIndex.name("owner", $0.name, &taken) + ".html" }
    objectives = specification.objectives.map { SiteIndex.name("objective", $0.name, &taken) }
    scope = StrategyScope(specification)
    var places: [ObjectiveID: String] = [:]
    // The page of the department itself, and not of those around it.
    for (index, page) in departments.enumerated() {
      for id in scope.objectives(of: DepartmentID(index))
      where specification.objectives[id.index].department == DepartmentID(index) {
        places[id] = page
      }
    }
    for id in scope.summary { places[id] = SiteIndex.summary }
    pagesOfObjectives = places
    records = Dictionary(
      report.kpis.map { ($0.metric, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func record(of metric: MetricID) -> KPIRecord? { records[metric] }

  func page(of metric: MetricID) -> String { pages[metric] ?? SiteIndex.summary }
  func page(of department: DepartmentID) -> String { departments[department.index] }
  func page(of owner: OwnerID) -> String { owners[owner.index] }
  func anchor(of objective: ObjectiveID) -> String { objectives[objective.index] }
  /// The page whose map has the objective; `nil` where no map has it.
  func page(of objective: ObjectiveID) -> String? { pagesOfObjectives[objective] }

  /// A name of plain letters, digits and dashes that no other has; letters lose their marks.
  private static func name(_ kind: String, _ name: String, _ taken: inout Set<String>) -> String {
    let plain = kind + "-" + slug(name)
    var result = plain
    var number = 2
    while !taken.insert(result).inserted {
      result = "\(plain)-\(number)"
      number += 1
    }
    return result
  }

  static func slug(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      let letter = plainLetter(scalar)
      if letter.isEmpty, result.hasSuffix("-") || result.isEmpty { continue }
      result += letter.isEmpty ? "-" : letter
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "x" : String(result.prefix(80))
  }

  /// The letter without its marks, which Unicode's own name of it tells: `LATIN SMALL LETTER O WITH HORN AND ACUTE`.
  private static func plainLetter(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9", "_": return String(scalar)
    case "A"..."Z": return String(scalar).lowercased()
    default:
      let words = (scalar.properties.name ?? "").split(separator: " ")
      guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
        return ""
      }
      return words[3].lowercased()
    }
  }
}
