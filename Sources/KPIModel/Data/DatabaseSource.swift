package import KPISource

/// A connection to a database, as the specification declares it: secrets are named, never written.
package struct DatabaseSource: Sendable {
  package let name: String
  package let label: String?
  /// The driver by its name, such as `postgresql`, or the path of its library.
  package let driver: String?
  package let uri: Setting?
  package let username: Setting?
  package let password: Setting?
  /// The seconds that a query and its rows may take.
  package let timeout: Double
  package let options: [(name: String, value: Setting)]
  package let origin: SourceRange

  /// The time limit where none is written: ten minutes.
  package static let usualTimeout: Double = 600

  /// What a setting is, or where it is found.
  package enum Setting: Hashable, Sendable {
    case text(String)
    /// The variable of the environment that holds it.
    case environment(String)
  }

  package init(
    name: String, label: String?, driver: String?, uri: Setting?, username: Setting?,
    password: Setting?, timeout: Double?, options: [(name: String, value: Setting)],
    origin: SourceRange
  ) {
    self.name = name
    self.label = label
    self.driver = driver
    self.uri = uri
    self.username = username
    self.password = password
    self.timeout = timeout ?? DatabaseSource.usualTimeout
    self.options = options
    self.origin = origin
  }
}
