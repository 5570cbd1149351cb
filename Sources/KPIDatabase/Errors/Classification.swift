import CADBC

/// A call that failed, in the driver's own words, secrets and all.
struct CallFailure: Error, Sendable {
  var status: UInt8
  var message: String
  var sqlState: String?
  var vendorCode: Int?

  /// When it happened.
  enum Phase: Sendable {
    case connecting
    case asking
    case reading
  }

  func report(_ redaction: Redaction) -> DriverReport {
    DriverReport(
      message: redaction.plain(message), sqlState: sqlState, vendorCode: vendorCode,
      status: Int(status))
  }

  /// What went wrong, told by the codes of standards where a driver gives them, and by its words otherwise.
  func fault(in phase: Phase) -> DatabaseFault {
    if let fault = faultOfState(in: phase) { return fault }
    switch Int(status) {
    case Int(ADBC_STATUS_UNAUTHENTICATED): return .notAuthenticated
    case Int(ADBC_STATUS_UNAUTHORIZED): return .permissionDenied
    case Int(ADBC_STATUS_CANCELLED): return .cancelled
    default: break
    }
    let words = message.lowercased()
    func says(_ phrases: [String]) -> Bool { phrases.contains { words.contains($0) } }
    if says(CallFailure.authentication) { return .notAuthenticated }
    if phase == .connecting {
      let isGone = words.contains("database \"") && words.contains("does not exist")
      if isGone || says(CallFailure.absence) { return .databaseNotFound }
      return says(CallFailure.unreachable + CallFailure.loss)
        ? .serverUnreachable : .connectionRefused
    }
    // Some drivers connect with the first query only.
    if phase == .asking, says(CallFailure.unreachable) { return .serverUnreachable }
    if says(CallFailure.loss + CallFailure.unreachable) {
      return .connectionLost(isInResult: phase == .reading)
    }
    if says(CallFailure.table) { return .tableNotFound }
    if says(CallFailure.column) { return .columnNotFound }
    if says(CallFailure.permission) { return .permissionDenied }
    return .queryFailed
  }

  private func faultOfState(in phase: Phase) -> DatabaseFault? {
    guard let sqlState else { return nil }
    switch sqlState {
    case "42P01", "42S02", "3F000": return .tableNotFound
    case "42703", "42S22": return .columnNotFound
    case "42501": return .permissionDenied
    case "3D000": return .databaseNotFound
    case "57P01", "57P02": return .connectionLost(isInResult: phase == .reading)
    case "57P03", "53300": return .serverUnreachable
    default: break
    }
    switch sqlState.prefix(2) {
    case "28": return .notAuthenticated
    case "08":
      return phase == .connecting
        ? .serverUnreachable : .connectionLost(isInResult: phase == .reading)
    case "42", "22": return .queryFailed
    default: return nil
    }
  }

  private static let authentication = [
    "authentication failed", "password supplied", "unauthenticated", "invalid password",
    "incorrect username or password", "access denied for user", "no pg_hba.conf entry",
    "invalid access token", "invalid credentials", "jwt token is invalid",
  ]
  private static let unreachable = [
    "connection refused", "could not connect", "could not translate host name", "no such host",
    "no route to host", "network is unreachable", "timeout expired", "i/o timeout",
    "connection timed out", "unavailable", "name or service not known",
  ]
  private static let loss = [
    "server closed the connection", "terminating connection", "connection reset",
    "broken pipe", "connection not open", "no connection to the server", "unexpected eof",
    "lost synchronization", "error reading from server", "transport is closing",
    "connection is closed", "connection error", "ssl connection has been closed",
    "could not receive data from server", "client_conn",
  ]
  private static let absence = [
    "unable to open database file", "database does not exist", "no such file or directory",
    "not a database", "not a valid duckdb database", "cannot open file", "failed to open 'file:",
  ]
  private static let table = [
    "no such table", "does not exist!", "table or view not found", "table_or_view_not_found",
    "table not found", "no such relation", "relation \"", "no files found that match",
  ]
  private static let column = [
    "no such column", "referenced column", "unresolved_column", "column not found",
    "cannot resolve column", "unknown column",
  ]
  private static let permission = [
    "permission denied", "insufficient privileges", "not authorized", "permission_denied",
  ]
}
