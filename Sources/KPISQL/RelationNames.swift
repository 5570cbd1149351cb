import KPIModel

/// The aliases of a table and of those that its references lead to.
struct RelationNames {
  private let base: String
  private var aliases: [[ColumnID]: String] = [:]
  /// The chains of references that are followed, each after those that it begins with.
  private(set) var chains: [[ColumnID]] = []

  init(_ table: TableID, _ paths: [ColumnPath], _ specification: Specification) {
    base = specification[table].name
    // Some engines take no notice of capitals.
    var taken: Set<String> = [base.lowercased()]
    for path in paths {
      for end in path.steps.indices {
        let chain = Array(path.steps[...end])
        guard aliases[chain] == nil, let last = chain.last else { continue }
        let owner = specification.owner(of: ColumnPath(table, Array(chain.dropLast()), last))
        let step = specification[owner][last]
        let target = step.reference.map { specification[$0.table].name }
        let wanted = step.reference?.role ?? target ?? step.name
        var alias = wanted
        var number = 2
        while !taken.insert(alias.lowercased()).inserted {
          alias = "\(wanted)_\(number)"
          number += 1
        }
        aliases[chain] = alias
        chains.append(chain)
      }
    }
  }

  func alias(_ path: ColumnPath) -> String { alias(ofChain: path.steps) }
  func alias(ofChain chain: [ColumnID]) -> String { aliases[chain] ?? base }
}
