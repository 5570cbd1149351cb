import Glibc
import KPIDatabase

/// The drivers of this machine.
enum Programs {
  static let drivers = DriverFinder(environment: environment, folder: nil)

  private static var environment: [String: String] {
    var result: [String: String] = [:]
    for name in ["ADBC_DRIVER_PATH", "VIRTUAL_ENV", "HOME"] {
      if let value = getenv(name) { result[name] = String(cString: value) }
    }
    return result
  }
}
