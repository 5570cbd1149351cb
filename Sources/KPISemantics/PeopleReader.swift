import KPIDiagnostics
import KPIModel
import KPISyntax

/// Reads owners and departments.
struct PeopleReader {
  let scope: Scope

  func owners(_ syntaxes: [OwnerSyntax], into diagnostics: inout [Diagnostic]) -> [Owner] {
    syntaxes.map { syntax in
      var translations: [String: String] = [:]
      var email: String?
      var handle: String?
      for attribute in syntax.attributes {
        switch attribute {
        case .email(let text):
          email = text.text?.value
          if let text = text.text, !PeopleReader.isEmail(text.value) {
            diagnostics.append(
              .uselessAddress(text.value, isHandle: false, mend: nil, at: text.range))
          }
        case .handle(let text):
          handle = text.text?.value
          if let text = text.text, !PeopleReader.isHandle(text.value) {
            let meant = "@" + text.value
            diagnostics.append(
              .uselessAddress(
                text.value, isHandle: true, mend: PeopleReader.isHandle(meant) ? meant : nil,
                at: text.range))
          }
        case .label(let label): translations.add(label)
        case .allow, .unknown: break
        }
      }
      return Owner(
        name: syntax.name?.text ?? "", label: syntax.label?.value, translations: translations,
        email: email, handle: handle)
    }
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
      && !text.contains(where: \.isWhitespace)
  }

  private static func isHandle(_ text: String) -> Bool {
    text.hasPrefix("@") && text.utf8.count > 1 && !text.dropFirst().contains("@")
      && !text.contains(where: \.isWhitespace)
  }

  func departments(
    _ syntaxes: [DepartmentSyntax], into diagnostics: inout [Diagnostic]
  ) -> [Department] {
    let places = syntaxes.map { department($0.parent, into: &diagnostics) }
    let order = DependencyOrder(places.map { $0.map { [$0.index] } ?? [] })
    for circle in order.circles {
      let names = circle.compactMap { syntaxes[$0].name }
      guard let first = circle.min(), let name = syntaxes[first].name else { continue }
      diagnostics.append(
        .circularDepartment(
          name.text, at: name.range,
          others: names.filter { $0.text != name.text }.map { ($0.text, $0.range) }))
    }
    let circular = Set(order.circles.joined())
    return syntaxes.enumerated().map { index, syntax in
      var lead: OwnerID?
      var translations: [String: String] = [:]
      for attribute in syntax.attributes {
        switch attribute {
        case .lead(let reference): lead = owner(reference.name, into: &diagnostics)
        case .label(let label): translations.add(label)
        case .allow, .unknown: break
        }
      }
      return Department(
        name: syntax.name?.text ?? "", label: syntax.label?.value, translations: translations,
        lead: lead, parent: circular.contains(index) ? nil : places[index])
    }
  }

  func owner(_ name: NameSyntax?, into diagnostics: inout [Diagnostic]) -> OwnerID? {
    guard let name else { return nil }
    if let owner = scope.owners[name.text] { return owner }
    diagnostics.append(.unknownOwner(name.text, known: scope.owners.keys, at: name.range))
    return nil
  }

  func department(_ name: NameSyntax?, into diagnostics: inout [Diagnostic]) -> DepartmentID? {
    guard let name else { return nil }
    if let department = scope.departments[name.text] { return department }
    diagnostics.append(
      .unknownDepartment(name.text, known: scope.departments.keys, at: name.range))
    return nil
  }
}

extension [String: String] {
  /// Adds a label in another language.
  mutating func add(_ label: LabelAttributeSyntax) {
    if let language = label.language?.text, let text = label.text?.value { self[language] = text }
  }
}
