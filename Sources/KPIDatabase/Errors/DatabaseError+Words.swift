package import KPIDiagnostics

extension DatabaseError {
  /// What is said about it, from the catalogue.
  package var words: DatabaseWords {
    let message = report?.message
    switch fault {
    case .driverNotFound(let searched):
      let profile = DriverProfile.named(driver)
      return .driverNotFound(
        driver, searched: searched, package: profile.pythonPackage, registry: profile.registryName)
    case .unreadableManifest(let path, let fault):
      return words(ofManifest: path, fault)
    case .wrongArchitecture(let path, let found, let needed):
      return .wrongArchitecture(path, found: found, needed: needed)
    case .notALibrary(let path): return .notALibrary(path)
    case .cutOff(let path): return .cutOff(path)
    case .notLoadable(let path, let reason): return .notLoadable(path, reason: reason)
    case .pythonModule(let path): return .pythonModule(path)
    case .notADriver(let path, let entries): return .notADriver(path, entries: entries)
    case .missingFunction(let path, let name): return .missingFunction(path, name: name)
    case .notStarted(let path): return .notStarted(path, says: message)
    case .optionRefused(let option): return .optionRefused(option, driver: driver, says: message)
    case .notAuthenticated: return .notAuthenticated(driver, says: message)
    case .serverUnreachable: return .serverUnreachable(driver, says: message)
    case .databaseNotFound: return .databaseNotFound(driver, says: message)
    case .connectionRefused: return .connectionRefused(driver, says: message)
    case .notReadOnly(let statement):
      return .notReadOnly(driver, statement: statement, says: message)
    case .tableNotFound: return .tableNotFound(driver, says: message)
    case .columnNotFound: return .columnNotFound(driver, says: message)
    case .permissionDenied: return .permissionDenied(driver, says: message)
    case .queryFailed: return .queryFailed(driver, says: message)
    case .connectionLost(let isInResult):
      return .connectionLost(driver, isInResult: isInResult, says: message)
    case .brokenResult(let broken): return .brokenResult(driver, column: broken.column)
    case .zeroByte: return .zeroByte(driver)
    case .timeLimit(let seconds): return .timeLimit(driver, seconds: seconds)
    case .cancelled: return .cancelled(driver)
    case .connectionStuck: return .connectionStuck(driver)
    }
  }

  private func words(ofManifest path: String, _ fault: ManifestFault) -> DatabaseWords {
    switch fault {
    case .unreadable: .unreadableManifest(path)
    case .notTOML(let line): .manifest(path, isBrokenIn: line)
    case .laterVersion(let version): .manifest(path, isOfLaterVersion: version)
    case .noLibrary(let platform, let found): .manifest(path, hasNothingFor: platform, only: found)
    }
  }
}

extension BrokenResult {
  /// The column that is broken, where it is one.
  fileprivate var column: String? {
    switch self {
    case .noSchema, .notRows, .columnCount, .rowCount, .noResult: nil
    case .noFormat(let column), .shortColumn(let column), .noBuffer(let column): column
    }
  }
}
