/// The currencies of ISO 4217 with the number of digits after the decimal point that they are shown with.
package enum Currency {
  /// The digits of the minor unit, or `nil` when the code is not a currency.
  package static func minorDigits(_ code: String) -> Int? {
    if withoutMinorUnit.contains(code) { return 0 }
    if withThreeDigits.contains(code) { return 3 }
    if withFourDigits.contains(code) { return 4 }
    return withTwoDigits.contains(code) ? 2 : nil
  }

  private static let withoutMinorUnit = codes(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")
  private static let withThreeDigits = codes("BHD IQD JOD KWD LYD OMR TND")
  private static let withFourDigits = codes("CLF UYW")
  private static let withTwoDigits = codes(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
    CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD \
    LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN \
    PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB \
    TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWG
    """)

  private static func codes(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
