import KPIDiagnostics
import KPIModel

extension LintRule {
  static let taskAsObjective = LintRule(
    Rule(
      "KPI4319", "task-as-objective", .warning, from: .standard,
      title: "An objective names work to be done instead of what is wanted",
      explanation: """
        To launch, to implement, to finish is work, and it can be done without anything getting better. An objective \
        says what is different afterwards; the work is an `initiative` that improves its KPI.
        """,
      example: Samples.strategy(
        "objective web_shop \"Launch the web shop\" {\n  measured by revenue\n}"),
      mended: Samples.strategy(
        """
        objective everywhere "People buy from us wherever they are" {
          measured by revenue
        }

        initiative web_shop "Launch the web shop" {
          improves revenue
          owner    sales_team
          due      2027-03-31
        }
        """))
  ) { context, findings in
    for objective in context.objectives {
      guard let label = objective.objective.label else { continue }
      guard let task = Wording.task(in: label) else { continue }
      findings.report(
        "`\(objective.name)` begins with “\(task)”: that is work, not what is wanted",
        at: objective.labelRange,
        help: "Say what is better once it is done, and declare the work as an `initiative`.")
    }
  }
}

extension Wording {
  /// The words of work that a text begins with; `nil` where it does not.
  static func task(in text: String?) -> String? {
    guard let wording = text.map({ Wording($0) }) else { return nil }
    return tasks.first { wording.begins(with: $0) }?.text
  }

  /// What work begins with and a wish does not.
  private static let tasks: [Wording] = [
    "launch", "implement", "finish", "finalise", "finalize", "roll out", "deploy", "migrate",
    "install", "introduce", "complete the", "complete our", "complete all", "hoàn thành",
    "hoàn tất", "triển khai", "ra mắt", "lắp đặt", "cài đặt", "tổ chức",
  ]
}
