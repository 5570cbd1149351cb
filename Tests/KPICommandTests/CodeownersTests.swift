import KPIWorkspace
import Testing

/// Who is asked to review which file.
@Suite struct CodeownersTests {
  private static let company = """
    owner boss  "The boss"   { handle "@shop/lead" }
    owner lan   "Lan"        { email "lan@shop.example" }
    owner night "Night team"

    department shop  "Shop" { lead boss }
    department sales "Sales" in shop

    """

  private static let sales = """
    table orders from "orders.csv" {
      ordered_on: date time
    }

    kpi orders_taken "Orders" = count(orders) {
      owner      lan
      department sales
      every      month
    }

    kpi night_orders "At night" = count(orders) {
      owner night
      every month
    }

    """

  private static let expected = """
    # Whoever answers for a KPI reviews the file that defines it. Written by kpi codeowners.
    /company.kpi              @shop/lead
    /teams/sales\\ and\\ co.kpi lan@shop.example @shop/lead

    """

  private func session() throws -> Session {
    try Session([
      ("company.kpi", Self.company), ("teams/sales and co.kpi", Self.sales),
      // The least that git takes for a repository, so that paths start here.
      (".git/HEAD", "ref: refs/heads/main\n"), (".git/objects/.keep", ""), (".git/refs/.keep", ""),
    ])
  }

  @Test func ownersAndLeadsReviewTheFilesOfTheirKPIs() throws {
    let session = try session()
    #expect(session.run("codeowners") == 0)
    #expect(session.output == Self.expected)
    #expect(
      session.errors == "`night` has neither a handle nor an e-mail address, and is left out\n")
  }

  @Test func aFileThatSaysSomethingElseIsAFinding() throws {
    let session = try session()
    try FileSystem.create(session.folder + "/CODEOWNERS", Array(Self.expected.utf8))
    #expect(session.run("codeowners --check CODEOWNERS") == 0)
    #expect(session.output == "")
    try FileSystem.replace(session.folder + "/CODEOWNERS", Array("* @somebody\n".utf8))
    #expect(session.run("codeowners --check CODEOWNERS") == 1)
    #expect(session.errors.contains("kpi codeowners > CODEOWNERS"))
    #expect(session.run("codeowners --check NONE") == 2)
  }
}
