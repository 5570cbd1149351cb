import KPIModel

/// The day of the commit that first had a file, under its name now or an earlier one.
struct FirstDays {
  private var days: [String: Day] = [:]

  subscript(path: String) -> Day? { days[path] }

  /// Walks the history once for all files, from the newest commit to the oldest.
  init(of paths: [String], with git: Git) throws(Git.Failure) {
    guard !paths.isEmpty else { return }
    let listing = try git.output([
      "-c", "log.showRoot=true", "log", "-z", "--format=%at", "--name-status", "--find-renames",
      "--diff-filter=AR", "--topo-order", "--no-ext-diff", "--no-show-signature", "--",
      ":(top,glob)**/*.kpi",
    ])
    // The name that each file has at the commit that is looked at.
    var now = Dictionary(paths.map { ($0, [$0]) }, uniquingKeysWith: { first, _ in first })
    var day: Day?
    var fields = listing.split(separator: 0, omittingEmptySubsequences: true).makeIterator()
    while var field = fields.next() {
      // The first status of a commit stands on a line of its own.
      if field.first == UInt8(ascii: "\n") { field = field.dropFirst() }
      switch field.first {
      case UInt8(ascii: "A"):
        guard let path = fields.next().map({ String(decoding: $0, as: UTF8.self) }) else { return }
        for file in now[path] ?? [] { days[file] = min(days[file] ?? .end, day ?? .end) }
      case UInt8(ascii: "R"):
        guard let old = fields.next().map({ String(decoding: $0, as: UTF8.self) }),
          let new = fields.next().map({ String(decoding: $0, as: UTF8.self) })
        else { return }
        if let files = now.removeValue(forKey: new) { now[old, default: []] += files }
      default:
        day = Int(String(decoding: field, as: UTF8.self)).map { Day(floorDivide($0, 86_400)) }
      }
    }
  }
}
