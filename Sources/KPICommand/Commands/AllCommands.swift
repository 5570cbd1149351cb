extension Command {
  /// Every command, in the order that help lists them; a new one is added here.
  package static let all: [Command] = [
    .new, .table, .check, .format, .diff, .test, .eval, .sql, .status, .report, .explain, .list,
    .codeowners,
  ]
}
