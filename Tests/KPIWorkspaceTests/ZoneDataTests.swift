import KPIModel
import KPITable
import KPIWorkspace
import Testing

/// Offsets from the published rules of the zones: Ho Chi Minh City has kept +7 since 1975, and Berlin changes its
/// clocks at 01:00 UTC on the last Sundays of March and October.
@Suite struct ZoneDataTests {
  private func local(_ zone: String, _ day: (Int, Int, Int), hour: Int) -> String? {
    guard let table = ZoneData.table(for: zone),
      let date = Day(year: day.0, month: day.1, day: day.2)
    else { return nil }
    let utc = (date.number * 86_400 + hour * 3600) * 1_000_000
    return Scalar.timestamp(table.local(fromUTC: utc)).text
  }

  @Test func zonesWithoutSummerTime() {
    #expect(local("Asia/Ho_Chi_Minh", (2026, 11, 23), hour: 20) == "2026-11-24T03:00:00")
    #expect(local("UTC", (2026, 11, 23), hour: 20) == "2026-11-23T20:00:00")
  }

  @Test func summerTimeBeginsAndEnds() {
    #expect(local("Europe/Berlin", (2026, 3, 29), hour: 0) == "2026-03-29T01:00:00")
    #expect(local("Europe/Berlin", (2026, 3, 29), hour: 1) == "2026-03-29T03:00:00")
    #expect(local("Europe/Berlin", (2026, 10, 25), hour: 0) == "2026-10-25T02:00:00")
    #expect(local("Europe/Berlin", (2026, 10, 25), hour: 1) == "2026-10-25T02:00:00")
    #expect(local("America/New_York", (2026, 7, 4), hour: 16) == "2026-07-04T12:00:00")
  }

  @Test func theRuleGoesOnAfterTheTable() {
    #expect(local("Europe/Berlin", (2090, 7, 1), hour: 12) == "2090-07-01T14:00:00")
    #expect(local("Europe/Berlin", (2090, 1, 1), hour: 12) == "2090-01-01T13:00:00")
  }

  @Test func unknownZonesHaveNoTable() {
    #expect(ZoneData.table(for: "Europe/Atlantis") == nil)
    #expect(ZoneData.table(for: "../../etc/passwd") == nil)
  }
}
