import Testing

@testable import KPIDatabase

/// No message shows what only the environment knows.
struct RedactionTests {
  @Test func optionsDoNotShowThemselves() {
    let option = DatabaseOption("password", secret: "open-sesame")
    var text = "\(option) \(String(reflecting: option)) \(String(describing: option.value))"
    dump(option, to: &text)
    dump(DatabaseSettings(options: [option]), to: &text)
    #expect(!text.contains("sesame"))
  }

  @Test(arguments: [
    ("connect to postgresql://me:s3cr3t%21@h/db failed", "connect to *** failed"),
    ("password \"s3cr3t%21\" is wrong", "password \"***\" is wrong"),
    ("password \"s3cr3t!\" is wrong", "password \"***\" is wrong"),
    ("user me at h", "user me at h"),
    ("no token=abcdef here", "no token=*** here"),
    ("other://a:hidden@b", "other://a:***@b"),
    ("host=h password='a b c' user=me", "host=h password='***' user=me"),
    ("Pwd=hunter22;Server=x", "Pwd=***;Server=x"),
  ])
  func partsOfAddresses(_ message: String, _ shown: String) {
    let redaction = Redaction([DatabaseOption("uri", secret: "postgresql://me:s3cr3t%21@h/db")])
    #expect(redaction.plain(message) == shown)
  }

  /// An address that is written wrongly is read wrongly by drivers, who then name a part of the password.
  @Test func piecesOfPasswords() {
    let redaction = Redaction([DatabaseOption("uri", secret: "postgresql://me:pa@ss/word@h/db")])
    #expect(
      redaction.plain("could not translate host name \"ss/word@h\"")
        == "could not translate host name \"***/***@h\"")
    #expect(
      redaction.plain("invalid integer value \"pa\" for option \"port\"")
        == "invalid integer value \"***\" for option \"port\"")
    // Two letters are only taken out where they stand alone.
    #expect(redaction.plain("pass") == "pass")
  }

  @Test func plainOptions() {
    let redaction = Redaction([
      DatabaseOption("path", "shop.duckdb"), DatabaseOption("adbc.spark.token", "abcdefgh"),
    ])
    #expect(redaction.plain("shop.duckdb: abcdefgh") == "shop.duckdb: ***")
  }

  @Test func oneLine() {
    #expect(Redaction().plain(" a\n\tb\u{1B}[31m\u{202E}c \r\n") == "a b [31mc")
    #expect(Redaction().plain(String(repeating: "x", count: 5000)).count == 1001)
  }
}
