import CADBC

/// Makes a call of a driver and reads the error it leaves.
enum DriverCall {
  typealias ErrorPointer = UnsafeMutablePointer<AdbcError>

  /// Runs a call; `nil` means that it succeeded.
  static func run(_ call: (ErrorPointer) -> AdbcStatusCode) -> CallFailure? {
    let error = ErrorPointer.allocate(capacity: 1)
    error.initialize(to: AdbcError())
    // This says that the two last fields are there.
    error.pointee.vendor_code = Int32.min
    defer {
      // Also after a success, where a driver may have left a warning.
      if let release = error.pointee.release { release(error) }
      error.deallocate()
    }
    let status = call(error)
    return status == UInt8(ADBC_STATUS_OK) ? nil : failure(status, error)
  }

  /// What an error says.
  static func failure(
    _ status: AdbcStatusCode, _ error: UnsafePointer<AdbcError>
  ) -> CallFailure {
    let code = error.pointee.vendor_code
    return CallFailure(
      status: status,
      message: error.pointee.message.map { CText.string($0, atMost: 1 << 16) } ?? "",
      sqlState: state(error.pointee.sqlstate),
      vendorCode: code == Int32.min || code == 0 ? nil : Int(code))
  }

  private static func state(_ raw: (CChar, CChar, CChar, CChar, CChar)) -> String? {
    let bytes = [raw.0, raw.1, raw.2, raw.3, raw.4].map { UInt8(bitPattern: $0) }
    let isState = bytes.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
    // Five zeros stand for success, which drivers leave there.
    return isState && bytes != Array("00000".utf8) ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
