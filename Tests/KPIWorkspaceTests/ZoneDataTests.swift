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

  /// Lord Howe Island changes its clocks by half an hour, on the first Sundays of April and October.
  @Test func clocksMayChangeByHalfAnHour() {
    #expect(local("Australia/Lord_Howe", (2026, 4, 4), hour: 14) == "2026-04-05T01:00:00")
    #expect(local("Australia/Lord_Howe", (2026, 4, 4), hour: 15) == "2026-04-05T01:30:00")
    #expect(local("Australia/Lord_Howe", (2026, 10, 3), hour: 15) == "2026-10-04T01:30:00")
    #expect(local("Australia/Lord_Howe", (2026, 10, 3), hour: 16) == "2026-10-04T03:00:00")
  }

  private func utc(_ zone: String, _ day: (Int, Int, Int), hour: Int, minute: Int) -> String? {
    guard let table = ZoneData.table(for: zone),
      let date = Day(year: day.0, month: day.1, day: day.2)
    else { return nil }
    let local = (date.number * 86_400 + hour * 3600 + minute * 60) * 1_000_000
    return Scalar.timestamp(table.utc(fromLocal: local)).text
  }

  @Test func aLocalTimeIsAnInstant() {
    let (spring, autumn) = ((2026, 3, 29), (2026, 10, 25))
    #expect(utc("Europe/Berlin", spring, hour: 1, minute: 59) == "2026-03-29T00:59:00")
    #expect(utc("Europe/Berlin", spring, hour: 3, minute: 0) == "2026-03-29T01:00:00")
    #expect(utc("Europe/Berlin", autumn, hour: 1, minute: 59) == "2026-10-24T23:59:00")
    #expect(utc("Europe/Berlin", autumn, hour: 3, minute: 0) == "2026-10-25T02:00:00")
    #expect(utc("Asia/Kolkata", spring, hour: 5, minute: 30) == "2026-03-29T00:00:00")
  }

  /// The hour left out is read by the winter clock, and of the hour that occurs twice the first is meant.
  @Test func localTimesAroundAChange() {
    #expect(utc("Europe/Berlin", (2026, 3, 29), hour: 2, minute: 30) == "2026-03-29T01:30:00")
    #expect(utc("Europe/Berlin", (2026, 10, 25), hour: 2, minute: 0) == "2026-10-25T00:00:00")
    #expect(utc("Europe/Berlin", (2026, 10, 25), hour: 2, minute: 59) == "2026-10-25T00:59:00")
  }

  @Test func instantsComeBackFromTheirLocalTimes() throws {
    for zone in ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]
    {
      let table = try #require(ZoneData.table(for: zone))
      for step in 0..<20_000 {
        let instant = (step - 5_000) * 9_377_000_000_000
        let local = table.local(fromUTC: instant)
        let back = table.utc(fromLocal: local)
        // Of two instants with one local time the first comes back.
        #expect(back == instant || back < instant && table.local(fromUTC: back) == local)
      }
    }
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
