import KPIModel
import KPIPlan
import KPITable

/// Takes the blocks of one thread and keeps what the plans ask of one table.
final class TableWorker: BlockConsumer {
  let groupings: [GroupingState]
  let keys: KeyCollector?
  private let program: Program
  private let shared = SharedBuckets()

  init(
    _ program: Program, _ groupings: [Workload.Grouping], _ block: RowBlock
  ) {
    self.program = program
    let fields = program.fields
    keys = KeyCollector(fields.specification[fields.table].key, block)
    let shared = shared
    self.groupings = groupings.map { GroupingState($0, program, shared) }
  }

  func consume(_ block: RowBlock) {
    program.fields.prepare()
    guard block.count > 0 else { return }
    keys?.consume(block)
    program.run(block.count)
    shared.beginBlock()
    for grouping in groupings { grouping.consume(block, program, shared) }
  }
}
