import Glibc
import KPIDatabase

/// The drivers of this machine.
enum Programs {
  static let drivers = DriverFinder(environment: environment, folder: nil)

  private static var environment: [String: String] {
    var result: [String: String] = [:]
    for name in ["ADBC_DRIVER_PATH", "VIRTUAL_ENV", "HOME"] { result[name] = variable(name) }
    return result
  }

  /// A variable of the environment.
  @Sendable static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
