import KPIModel

/// What is said of owners and departments.
enum PeopleFacts {
  static func declared(_ side: Side) -> [Declared] {
    let specification = side.specification
    let owners = specification.owners.map { owner in
      declared(
        Subject(.owner, owner.name), label: owner.label,
        labels(owner.translations) + Fact.optional(.email, owner.email))
    }
    let departments = specification.departments.map { department in
      declared(
        Subject(.department, department.name), label: department.label,
        labels(department.translations)
          + Fact.optional(.lead, department.lead.map { specification.name(of: $0) })
          + Fact.optional(.parent, department.parent.map { specification.name(of: $0) }))
    }
    return owners + departments
  }

  private static func declared(_ subject: Subject, label: String?, _ facts: [Fact]) -> Declared {
    var result = Declared(subject, label: label, facts)
    result.whenAdded = .metadata
    result.whenRemoved = .metadata
    return result
  }

  static func labels(_ translations: [String: String]) -> [Fact] {
    translations.sorted { $0.key < $1.key }.map { Fact(.label, $0.key, $0.value) }
  }
}

extension Specification {
  /// What people know an owner by.
  func name(of owner: OwnerID) -> String {
    owners[owner.index].label ?? owners[owner.index].name
  }

  func name(of department: DepartmentID) -> String {
    departments[department.index].label ?? departments[department.index].name
  }
}
