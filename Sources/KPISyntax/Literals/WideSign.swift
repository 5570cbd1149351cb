/// Signs of the width of an ideograph, as keyboards of East Asia write them; they are reported, and then read like the
/// plain ones.
enum WideSign {
  /// The plain form of a wide sign.
  static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    case 0x3001: UInt8(ascii: ",")
    default: nil
    }
  }
}
