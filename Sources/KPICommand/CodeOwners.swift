import KPIModel
import KPISource
import KPIWorkspace

/// Who reviews which file, in the form that code hosts read: the owners of the KPIs in it, and the leads of their
/// departments.
struct CodeOwners {
  private let specification: Specification
  private let sources: SourceMap
  /// The path of the working folder from the top of the repository, `""` or ending in a slash.
  private let prefix: String

  init(_ project: Project, prefix: String) {
    specification = project.specification
    sources = project.sources
    self.prefix = prefix
  }

  /// The owners that have neither a handle nor an e-mail address, and can be asked by nobody therefore.
  var withoutAddress: [Owner] {
    let needed = Set(sources.files.indices.flatMap { reviewers(of: FileID($0)) })
    return needed.sorted().map { specification.owners[$0.index] }.filter { $0.address == nil }
  }

  var text: String {
    let lines = sources.files.indices.compactMap { index -> (path: String, addresses: String)? in
      var addresses: [String] = []
      for owner in reviewers(of: FileID(index)) {
        guard let address = specification.owners[owner.index].address else { continue }
        if !addresses.contains(address) { addresses.append(address) }
      }
      guard !addresses.isEmpty else { return nil }
      return (pattern(for: sources.files[index].path), addresses.joined(separator: " "))
    }
    let width = lines.map(\.path.count).max() ?? 0
    let heading =
      "# Whoever answers for a KPI reviews the file that defines it. Written by kpi codeowners."
    return
      ([heading]
      + lines.map { line in
        line.path + String(repeating: " ", count: width - line.path.count + 1) + line.addresses
      }).map { $0 + "\n" }.joined()
  }

  /// In the order of the declarations; the leads of all departments where nobody answers for anything in a file.
  private func reviewers(of file: FileID) -> [OwnerID] {
    var reviewers: [OwnerID] = []
    func add(_ owner: OwnerID?) {
      if let owner, !reviewers.contains(owner) { reviewers.append(owner) }
    }
    let kpis = specification.metrics.filter { $0.origin.file == file }.compactMap(\.accountability)
    for kpi in kpis { add(kpi.owner) }
    for kpi in kpis { add(lead(of: kpi.department)) }
    if reviewers.isEmpty {
      for department in specification.departments { add(department.lead) }
    }
    return reviewers
  }

  /// The lead of a department, or of the nearest one around it that has one.
  private func lead(of department: DepartmentID?) -> OwnerID? {
    guard let department else { return nil }
    let declared = specification.departments[department.index]
    return declared.lead ?? lead(of: declared.parent)
  }

  /// The path from the top of the repository, with what the format would take for something else escaped.
  private func pattern(for path: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : prefix + path).split(separator: "/") where part != "."
    {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    let special: Set<Character> = [" ", "#", "*", "?", "[", "]", "!", "\\"]
    return "/"
      + parts.joined(separator: "/").map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}

extension Owner {
  /// What a code host knows the owner by.
  fileprivate var address: String? { handle ?? email }
}
