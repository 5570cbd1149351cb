import KPIDiagnostics
import KPIModel
import KPISemantics
import KPISource
import KPISyntax
import Testing

@testable import KPILint

/// How much findings weigh, and which of them are left out.
@Suite struct SilencingTests {
  private static let kpi = """
    table orders from "orders.csv" {
      ordered_on: date time
    }

    kpi orders_taken "Orders" = count(orders) {
      every month
      allow missing-owner because "until the sales lead starts" until 2026-12-31
    }
    """

  private func verdict(
    _ text: String, on day: Day = OpinionTests.today, profile: Profile? = .starter
  ) -> Lint.Verdict {
    let (tree, problems) = parse(SourceText(path: "main.kpi", text: text), file: FileID(0))
    let analysis = Analysis.of([tree])
    return Lint(profile: profile, today: day)
      .verdict(problems + analysis.diagnostics, of: analysis)
  }

  private func names(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.severity.rawValue) \($0.rule.name)" }
  }

  @Test func anAllowanceSilencesWithItsReasonUpToItsDay() throws {
    let before = verdict(Self.kpi)
    #expect(names(before.diagnostics) == [])
    let suppressed = try #require(before.suppressed.first)
    #expect(suppressed.diagnostic.rule.name == "missing-owner")
    #expect(suppressed.diagnostic.subject == "kpi orders_taken")
    #expect(suppressed.reason == "until the sales lead starts")
    #expect(suppressed.kind == .inSource)
    let lastDay = try #require(Day(year: 2026, month: 12, day: 31))
    #expect(names(verdict(Self.kpi, on: lastDay).diagnostics) == [])
    let after = verdict(Self.kpi, on: lastDay.adding(days: 1))
    #expect(names(after.diagnostics) == ["warning missing-owner", "warning expired-allow"])
  }

  @Test func anAllowanceCoversItsOwnDeclarationOnly() {
    let other = Self.kpi + "\n\nkpi other \"Others\" = count(orders) {\n  every month\n}\n"
    let found = verdict(other).diagnostics.filter { $0.rule.name == "missing-owner" }
    #expect(found.map(\.subject) == ["kpi other"])
  }

  @Test(arguments: [
    ("deny missing-owner", ["error missing-owner"]),
    ("deny KPI4001", ["error missing-owner"]),
    ("note missing-owner", ["note missing-owner"]),
    ("allow missing-owner", []),
    ("allow missing-owner  deny missing-owner", ["error missing-owner"]),
    ("allow unit-mismatch", ["error error-not-silenced", "warning missing-owner"]),
    ("deny missing-ownr", ["error unknown-rule", "warning missing-owner"]),
  ])
  func theCompanyWeighsRules(levels: String, expected: [String]) {
    let text = """
      company "Shop" {
        lint { \(levels) }
      }

      """ + Rule.missingOwnerExample
    #expect(names(verdict(text).diagnostics) == expected)
  }

  @Test func theCompanyChoosesTheProfile() {
    let text = "company \"Shop\" {\n  lint { profile starter }\n}\n" + Rule.missingOwnerExample
    #expect(names(verdict(text, profile: nil).diagnostics) == ["warning missing-owner"])
    let wrong = "company \"Shop\" {\n  lint { profile stricter }\n}\n"
    #expect(names(verdict(wrong, profile: nil).diagnostics) == ["error unknown-word"])
  }

  @Test func aDeniedFindingIsStillAnOpinionThatCanBeAllowed() {
    let text = "company \"Shop\" {\n  lint { deny missing-owner }\n}\n" + Self.kpi
    #expect(names(verdict(text).diagnostics) == [])
  }

  @Test func errorsComeBeforeOpinions() {
    let found = verdict(Rule.missingOwnerExample + "\nmetric broken = missing_thing\n")
    #expect(names(found.diagnostics) == ["error unknown-metric"])
  }

  @Test func whatIsWrongWithAnAllowanceIsKnownByItsDeclaration() {
    let text =
      "owner sales \"Sales\" {\n  email \"s@x.org\"\n  allow missing-owner because \"x\"\n}\n"
    #expect(verdict(text).diagnostics.map(\.subject) == ["owner sales"])
  }

  /// What this profile does not look at may be needed in another one.
  @Test func anAllowanceOfWhatIsNotLookedAtIsNotUnused() {
    let kpi = { (rule: String) in
      Self.kpi + "\n\nowner lan \"Lan\" {\n  allow \(rule) because \"x\"\n}\n"
    }
    #expect(names(verdict(kpi("missing-target")).diagnostics) == [])
    #expect(
      names(verdict(kpi("missing-target"), profile: .standard).diagnostics)
        .contains("warning unused-allow"))
    #expect(
      names(verdict(kpi("easy-target"), profile: .strict).diagnostics)
        .filter { $0.hasSuffix("unused-allow") } == [])
  }

  @Test func ofTwoAllowancesOfOneRuleTheFirstIsUsed() {
    let text = Self.kpi.replacing(
      "  every month\n", with: "  every month\n  allow missing-owner because \"twice\"\n")
    let found = verdict(text)
    #expect(found.suppressed.map(\.reason) == ["twice"])
    #expect(names(found.diagnostics) == ["warning unused-allow"])
  }

  @Test func takingOutAnAllowanceTakesOutItsLine() throws {
    let text =
      "owner sales \"Sales\" {\n  email \"s@x.org\"\n  allow missing-owner because \"x\"\n}\n"
    let found = try #require(verdict(text).diagnostics.first)
    let edit = try #require(found.fixes.first?.edits.first)
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(edit.range.bytes, with: edit.replacement.utf8)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "owner sales \"Sales\" {\n  email \"s@x.org\"\n}\n")
  }
}

/// What a baseline remembers.
@Suite struct BaselineTests {
  private func finding(_ subject: String, _ about: String = "", line: Int = 0) -> Diagnostic {
    var diagnostic = Diagnostic(
      LintRule.missingOwner.rule, "nobody answers",
      at: SourceRange(file: FileID(0), line..<line + 1), about: about)
    diagnostic.subject = subject
    return diagnostic
  }

  @Test func findingsAreKnownByDeclarationNotByLine() {
    let baseline = Baseline(of: [finding("kpi a", line: 5), finding("kpi b", line: 9)])
    let now = [finding("kpi a", line: 50), finding("kpi c", line: 9)]
    let (reported, suppressed, left) = baseline.sift(now)
    #expect(reported.map(\.subject) == ["kpi c"])
    #expect(suppressed.map(\.diagnostic.subject) == ["kpi a"])
    #expect(left.count == 1)
    #expect(baseline.without(left).text.contains("kpi a"))
    #expect(!baseline.without(left).text.contains("kpi b"))
  }

  @Test func oneMendedAndOneNewDoNotCancelOut() {
    let baseline = Baseline(of: [finding("kpi a", "vi")])
    #expect(baseline.sift([finding("kpi a", "en")]).reported.count == 1)
    #expect(baseline.sift([finding("kpi a", "vi"), finding("kpi a", "vi")]).reported.count == 1)
  }

  @Test(arguments: ["kpi a", "kpi `a\tb`", "test \"x\\y\nz\"", "kpi doanh_số"])
  func textIsReadBack(subject: String) throws {
    let baseline = Baseline(of: [finding(subject, "a\tb"), finding(subject, "a\tb")])
    let again = try Baseline(text: baseline.text)
    #expect(again.text == baseline.text)
    #expect(again.sift([finding(subject, "a\tb")]).reported.isEmpty)
    #expect(again.count == 2)
  }

  @Test func aBrokenLineIsNamed() {
    #expect(throws: Baseline.BrokenLine.self) { try Baseline(text: "# x\nmissing-owner kpi a\n") }
  }

  @Test func errorsAreNeverLeftForLater() {
    var error = finding("kpi a")
    error.severity = .error
    #expect(Baseline(of: [error]).count == 0)
    #expect(Baseline(of: [finding("kpi a")]).sift([error]).reported.count == 1)
  }
}

extension Rule {
  fileprivate static var missingOwnerExample: String {
    if case .specification(let text) = LintRule.missingOwner.rule.example { text } else { "" }
  }
}
