import KPIEngine
import KPIModel
import KPIPlan
import KPITable
import PlanSamples

func run(
  _ plans: [Plan], _ tables: [Table], _ data: [String], threads: Int = 1, chunkSize: Int = 1 << 18,
  zone: TimeZoneTable? = .utc, names: [String] = []
) -> Outcome {
  run(
    plans, tables, bytes: data.map { Array($0.utf8) }, threads: threads, chunkSize: chunkSize,
    zone: zone, names: names)
}

func run(
  _ plans: [Plan], _ tables: [Table], bytes: [[UInt8]], threads: Int = 1, chunkSize: Int = 1 << 18,
  zone: TimeZoneTable? = .utc, names: [String] = []
) -> Outcome {
  let source = DataSource(
    Specification(tables: tables), threads: threads, chunkSize: chunkSize, timeZone: { zone }
  ) { table in
    .rows(
      bytes[table.index],
      display: names.isEmpty ? "\(tables[table.index].name).csv" : names[table.index])
  }
  return Engine.answer(plans, from: source)
}
