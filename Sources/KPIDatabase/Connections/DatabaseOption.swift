/// A setting that is handed to a driver as it is.
package struct DatabaseOption: Sendable, Hashable {
  package let name: String
  package let value: Value

  /// What a setting is set to.
  package enum Value: Sendable, Hashable {
    /// Something that anybody may see, such as the path of a database in the specification.
    case plain(String)
    /// Something from the environment, which no message and no description ever shows.
    case secret(Secret)
  }

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = .plain(value)
  }

  package init(_ name: String, secret: String) {
    self.name = name
    value = .secret(Secret(secret))
  }

  var text: String {
    switch value {
    case .plain(let text): text
    case .secret(let secret): secret.text
    }
  }
}

/// A text that shows itself to nobody.
package struct Secret: Sendable, Hashable {
  let text: String

  init(_ text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { Redaction.mark }
  package var debugDescription: String { Redaction.mark }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
