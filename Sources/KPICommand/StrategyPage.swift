import KPIModel
import KPIScorecard
import KPISource
import KPIWorkspace

/// An objective, a scorecard, an initiative or an assumption in plain words.
struct StrategyPage {
  private let project: Project
  private let subject: Subject

  private enum Subject {
    case objective(ObjectiveID, Objective)
    case scorecard(Scorecard)
    case initiative(Initiative)
    case assumption(AssumptionID, Assumption)
  }

  /// `nil` where the strategy has nothing of this name.
  init?(_ name: String, of project: Project) {
    self.project = project
    let specification = project.specification
    if let place = specification.objectives.firstIndex(where: { $0.name == name }) {
      subject = .objective(ObjectiveID(place), specification.objectives[place])
    } else if let scorecard = specification.scorecards.first(where: { $0.name == name }) {
      subject = .scorecard(scorecard)
    } else if let initiative = specification.initiatives.first(where: { $0.name == name }) {
      subject = .initiative(initiative)
    } else if let place = specification.assumptions.firstIndex(where: { $0.name == name }) {
      subject = .assumption(AssumptionID(place), specification.assumptions[place])
    } else {
      return nil
    }
  }

  /// The names that have such a page.
  static func names(in specification: Specification) -> [String] {
    specification.objectives.map(\.name) + specification.scorecards.map(\.name)
      + specification.initiatives.map(\.name) + specification.assumptions.map(\.name)
  }

  private var specification: Specification { project.specification }

  var text: String {
    switch subject {
    case .objective(let id, let objective):
      page("objective", objective.name, objective.label, objective.origin, entries(id, objective))
    case .scorecard(let scorecard):
      page("scorecard", scorecard.name, scorecard.label, scorecard.origin, entries(scorecard))
    case .initiative(let initiative):
      page("initiative", initiative.name, initiative.label, initiative.origin, entries(initiative))
    case .assumption(let id, let assumption):
      page(
        "assumption", assumption.name, assumption.label, assumption.origin,
        entries(id, assumption))
    }
  }

  private typealias Entry = (name: String, values: [String])

  private func page(
    _ kind: String, _ name: String, _ label: String?, _ origin: SourceRange, _ entries: [Entry]
  ) -> String {
    let file = project.sources[origin.file]
    let place = "\(file.path):\(file.position(of: origin.bytes.lowerBound).line)"
    var lines = ["\(name) (\(kind))" + (label.map { ": \($0)" } ?? ""), ""]
    for (name, values) in entries + [("Declared", [place])] {
      for (index, value) in values.enumerated() {
        let heading = index == 0 ? name : ""
        lines.append(
          "  " + heading + String(repeating: " ", count: max(1, 14 - heading.count)) + value)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Objectives

  private func entries(_ id: ObjectiveID, _ objective: Objective) -> [Entry] {
    let drivers = specification.objectives.flatMap { other in
      other.drives.filter { $0.objective == id }.map { words(other.name, $0) }
    }
    return [
      (
        "Perspective",
        objective.perspective.map { [specification.perspectives[$0.index].label] } ?? []
      ),
      ("Measured by", objective.measures.map(metric)),
      ("Period", objective.period.map { [specification.company.calendar.text(of: $0)] } ?? []),
      ("Key results", objective.keyResults.map(words)),
      (
        "Drives",
        objective.drives.map { words(specification.objectives[$0.objective.index].name, $0) }
      ),
      ("Driven by", drivers),
      ("Initiatives", initiatives(improving: objective.metrics)),
      ("Assumes", objective.assumes.map(assumption)),
      ("In scorecards", scorecards { $0 == .objective(id) }),
    ] + people(objective.owner, objective.department)
  }

  private func words(_ name: String, _ drive: Objective.Drive) -> String {
    name + (drive.lag.map { " after \($0.text)" } ?? "")
      + (drive.reason.map { ", because \($0)" } ?? "")
  }

  private func words(_ result: Objective.KeyResult) -> String {
    let quantity = specification[result.metric].quantity
    return "\(metric(result.metric)) from \(ValueText.short(result.baseline, quantity)) to "
      + ValueText.short(result.goal, quantity)
      + (result.commitment.map { ", \($0.rawValue)" } ?? "")
  }

  private func initiatives(improving metrics: [MetricID]) -> [String] {
    let wanted = Set(metrics)
    return specification.initiatives.filter { !wanted.isDisjoint(with: $0.improves) }.map {
      $0.name + ($0.state.map { ", \($0.rawValue)" } ?? "")
        + ($0.due.map { ", due \($0.text)" } ?? "")
    }
  }

  // MARK: Scorecards

  private func entries(_ scorecard: Scorecard) -> [Entry] {
    let total = scorecard.members.reduce(Number.zero) { $0.adding($1.weight) ?? $0 }
    return [
      ("Reader", [scorecard.reader].compactMap { $0 }),
      ("Score", [rule(scorecard)]),
      ("Rolled up", [scorecard.rollUp.rawValue]),
      ("Missing", [missing(scorecard)]),
      (
        "Includes",
        scorecard.members.map { member in
          let share = member.weight.divided(by: total) ?? .zero
          return words(member.subject) + ", \(ValueText.short(share, .percent)) of the weight"
            + baseline(member)
        }
      ),
    ] + people(scorecard.owner, scorecard.department)
  }

  private func rule(_ scorecard: Scorecard) -> String {
    let cap = scorecard.cap.map { cap -> String in
      if case .bands = scorecard.rule { return ", at most \(cap.text)" }
      return ", at most \(ValueText.short(cap, .percent))"
    }
    switch scorecard.rule {
    case .attainment: return "attainment: value over target" + (cap ?? "")
    case .progress:
      return "progress: the part of the way from a baseline to the target" + (cap ?? "")
    case .bands(let points):
      let order: [Status] = [.exceeding, .onTrack, .atRisk, .offTrack]
      let words = order.compactMap { status in points[status].map { "\(status.name) \($0.text)" } }
      return "points for the status: " + words.joined(separator: ", ") + (cap ?? "")
    }
  }

  private func missing(_ scorecard: Scorecard) -> String {
    guard case .counts(let number) = scorecard.missing else { return "left out" }
    if case .bands = scorecard.rule { return "counts as \(number.text)" }
    return "counts as \(ValueText.short(number, .percent))"
  }

  private func words(_ subject: Scorecard.Member.Subject) -> String {
    switch subject {
    case .metric(let id): metric(id)
    case .objective(let id): "objective \(specification.objectives[id.index].name)"
    }
  }

  private func baseline(_ member: Scorecard.Member) -> String {
    guard case .metric(let metric) = member.subject, let baseline = member.baseline else {
      return ""
    }
    return ", from \(ValueText.short(baseline, specification[metric].quantity))"
  }

  private func scorecards(_ includes: (Scorecard.Member.Subject) -> Bool) -> [String] {
    specification.scorecards.filter { $0.members.contains { includes($0.subject) } }.map(\.name)
  }

  // MARK: Work and beliefs

  private func entries(_ initiative: Initiative) -> [Entry] {
    let metrics = Set(initiative.improves)
    return [
      ("State", [initiative.state?.rawValue].compactMap { $0 }),
      ("Due", [initiative.due?.text].compactMap { $0 }),
      ("Improves", initiative.improves.map(metric)),
      (
        "Serves",
        specification.objectives.filter { !metrics.isDisjoint(with: $0.metrics) }.map(\.name)
      ),
    ] + people(initiative.owner, initiative.department)
  }

  private func entries(_ id: AssumptionID, _ assumption: Assumption) -> [Entry] {
    let kpis = specification.metrics.filter {
      $0.accountability?.duties.assumes.contains(id) ?? false
    }
    let objectives = specification.objectives.filter { $0.assumes.contains(id) }
    let broken = assumption.broken.map { broken in
      "since \(broken.since.text)" + (broken.reason.map { ", because \($0)" } ?? "")
    }
    return [
      ("Because", [assumption.reason].compactMap { $0 }),
      ("Until", [assumption.expires?.text].compactMap { $0 }),
      ("Broken", [broken].compactMap { $0 }),
      ("KPIs", kpis.map(\.name)),
      ("Objectives", objectives.map(\.name)),
    ] + people(assumption.owner, assumption.department)
  }

  private func assumption(_ id: AssumptionID) -> String {
    let assumption = specification.assumptions[id.index]
    return assumption.name + (assumption.expires.map { ", until \($0.text)" } ?? "")
      + (assumption.broken.map { ", broken since \($0.since.text)" } ?? "")
  }

  // MARK: Names

  private func metric(_ id: MetricID) -> String {
    let metric = specification[id]
    return metric.name + (metric.label.map { " (\($0))" } ?? "")
  }

  private func people(_ owner: OwnerID?, _ department: DepartmentID?) -> [Entry] {
    let owner = owner.map { specification.owners[$0.index] }
    let department = department.map { specification.departments[$0.index] }
    return [
      ("Owner", [owner.map { $0.label ?? $0.name }].compactMap { $0 }),
      ("Department", [department.map { $0.label ?? $0.name }].compactMap { $0 }),
    ]
  }
}
