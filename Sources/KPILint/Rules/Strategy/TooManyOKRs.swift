import KPIDiagnostics
import KPIModel

extension LintRule {
  static let tooManyOKRs = LintRule(
    Rule(
      "KPI4321", "too-many-okrs", .warning, from: .standard,
      title: "One team has more than five objectives in a period",
      explanation: """
        OKRs are for what comes first in a quarter. A team with more than five of them has not chosen, and will be judged \
        by what happened to get done. Move the rest to a later period.
        """,
      example: Samples.strategy(objectives(6)), mended: Samples.strategy(objectives(3)))
  ) { context, findings in
    var counts: [Team: Int] = [:]
    for objective in context.objectives {
      guard let team = Team(objective.objective) else { continue }
      counts[team, default: 0] += 1
      guard counts[team] == 6 else { continue }
      findings.report(
        "`\(team.name(in: context.specification))` has more than five objectives for "
          + context.specification.company.calendar.text(of: team.period),
        at: objective.nameRange, about: "team",
        help: "Keep five at most, and move the others to a later period.")
    }
  }

  /// Who has an objective, in which period.
  private struct Team: Hashable {
    let owner: OwnerID?
    let department: DepartmentID?
    let period: Period

    init?(_ objective: Objective) {
      guard let period = objective.period,
        objective.owner != nil || objective.department != nil
      else { return nil }
      self.period = period
      owner = objective.owner
      department = objective.owner == nil ? objective.department : nil
    }

    func name(in specification: Specification) -> String {
      owner.map { specification.owners[$0.index].name }
        ?? department.map { specification.departments[$0.index].name } ?? ""
    }
  }

  private static func objectives(_ count: Int) -> String {
    (1...count).map {
      """
      objective aim_\($0) "Aim \($0)" {
        owner       sales_team
        for         2026-Q4
        measured by revenue
      }
      """
    }.joined(separator: "\n\n")
  }
}
