package import KPIModel
package import KPISource

/// Asks git when the lines of a specification were last changed.
package enum Blame {
  /// The history of the files that `Discovery` found from `folder`, in their order.
  ///
  /// The day of a change is that of its author, in UTC; what is not committed has been changed `today`. Files outside
  /// of the repository have no history.
  package static func history(
    of files: [SourceText], from folder: String, root: String, today: Day, searchPath: String? = nil
  ) -> Result<ChangeHistory, Git.Failure> {
    Result { () throws(Git.Failure) in
      let git = Git(in: root, searchPath: searchPath)
      let top = try git.topLevel()
      let reader = Reader(git: Git(in: top, searchPath: searchPath), today: today)
      let paths = files.map { Git.path(FileSystem.join(folder, $0.path), inRepository: top) }
      guard try git.hash(of: "HEAD") != nil else {
        return ChangeHistory(
          files: zip(files, paths).map { file, path in
            path == nil ? .none : .uncommitted(file, today)
          }, isComplete: true)
      }
      let firstDays = try FirstDays(of: paths.compactMap { $0 }, with: reader.git)
      let abbreviation = try git.line(["rev-parse", "--short", "HEAD"]).count
      let answers = Workers.all.map(Array(zip(files, paths))) { file, path in
        Result { () throws(Git.Failure) in
          guard let path else { return ChangeHistory.File.none }
          return try reader.file(file, at: path, abbreviation, firstDays[path])
        }
      }
      var histories: [ChangeHistory.File] = []
      for answer in answers { histories.append(try answer.get()) }
      return ChangeHistory(files: histories, isComplete: try !git.isShallow())
    }
  }

  private struct Reader: Sendable {
    let git: Git
    let today: Day

    /// White space that was changed alone, as by formatting, changed nothing.
    func file(
      _ file: SourceText, at path: String, _ abbreviation: Int, _ firstDay: Day?
    ) throws(Git.Failure) -> ChangeHistory.File {
      let answer = try git.run(
        ["blame", "-w", "--no-textconv", "--incremental", "--contents", "-", "--", path],
        input: file.bytes)
      guard answer.status == 0 else {
        // A file that is new since the last commit.
        if String(decoding: answer.errors, as: UTF8.self).contains("no such path") {
          return .uncommitted(file, today)
        }
        throw git.failure(answer)
      }
      let uncommitted = ChangeHistory.Change(day: today, name: nil)
      var lines = [ChangeHistory.Change](repeating: uncommitted, count: file.blamedLineCount)
      for stretch in BlameStretch.all(in: answer.bytes) {
        guard let second = stretch.second else { continue }
        let change = ChangeHistory.Change(
          day: Day(floorDivide(second, 86_400)), name: String(stretch.commit.prefix(abbreviation)))
        for line in stretch.lines.clamped(to: lines.indices) { lines[line] = change }
      }
      return ChangeHistory.File(lines: lines, firstDay: firstDay)
    }
  }
}

extension ChangeHistory.File {
  /// A file that no history is kept of.
  fileprivate static let none = ChangeHistory.File(lines: [], firstDay: nil)

  fileprivate static func uncommitted(_ file: SourceText, _ today: Day) -> Self {
    let change = ChangeHistory.Change(day: today, name: nil)
    return Self(lines: Array(repeating: change, count: file.blamedLineCount), firstDay: nil)
  }
}

extension SourceText {
  /// The line after the last line break is none when nothing is in it.
  fileprivate var blamedLineCount: Int {
    bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? lineCount - 1 : lineCount
  }
}

/// Some lines one after another that one commit changed last.
private struct BlameStretch {
  let commit: String
  /// Counted from 0.
  let lines: Range<Int>
  /// When, in seconds since 1970; `nil` for lines that are not committed.
  let second: Int?

  /// Each stretch is `COMMIT LINE-THEN LINE-NOW COUNT` and what is known of the commit, which is said only once for
  /// each, up to the name of the file.
  static func all(in answer: [UInt8]) -> [BlameStretch] {
    var stretches: [BlameStretch] = []
    var seconds: [String: Int] = [:]
    var current: (commit: String, lines: Range<Int>)?
    for line in answer.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 4)
      guard let first = words.first.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
      let numbers = words.dropFirst().compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      if current == nil, numbers.count == 3, numbers[1] >= 1, numbers[2] >= 0,
        numbers[1] <= Int(Int32.max), numbers[2] <= Int(Int32.max)
      {
        current = (first, numbers[1] - 1..<numbers[1] - 1 + numbers[2])
      } else if let stretch = current, first == "author-time", let second = numbers.first {
        seconds[stretch.commit] = second
      } else if let stretch = current, first == "filename" {
        let isCommitted = stretch.commit.contains { $0 != "0" }
        stretches.append(
          BlameStretch(
            commit: stretch.commit, lines: stretch.lines,
            second: isCommitted ? seconds[stretch.commit] : nil))
        current = nil
      }
    }
    return stretches
  }
}
