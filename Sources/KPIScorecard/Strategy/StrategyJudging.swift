package import KPIModel

/// Works out how the strategy stands from how each metric stands.
package struct StrategyJudging {
  private let specification: Specification
  private let asOf: Day
  private let metrics: [MetricID: StatusLine]
  /// The key results of each objective with their values, by the objective's place.
  private let readings: [[KeyResultReading]]

  /// `readings` has the key results of each objective, in the order of the objectives.
  package init(
    _ specification: Specification, asOf: Day, metrics: [MetricID: StatusLine],
    readings: [[KeyResultReading]]
  ) {
    self.specification = specification
    self.asOf = asOf
    self.metrics = metrics
    self.readings = readings
  }

  package var board: StrategyBoard {
    let objectives = self.objectives
    let scorecards = specification.scorecards.indices.map { place in
      ScorecardJudging(
        specification, place: place, metrics: metrics, objectives: objectives
      ).standing
    }
    return StrategyBoard(
      asOf: asOf, metrics: metrics, perspectives: perspectives(objectives), objectives: objectives,
      scorecards: scorecards, initiatives: initiatives, assumptions: assumptions,
      departments: specification.departments.indices.map { index in
        let id = DepartmentID(index)
        return DepartmentStanding(id: id, load: load { $1 == id })
      },
      owners: specification.owners.indices.map { index in
        let id = OwnerID(index)
        return OwnerStanding(id: id, load: load { owner, _ in owner == id })
      })
  }

  private func status(of metric: MetricID) -> Status? { metrics[metric]?.judgement.status }

  // MARK: Objectives

  private var objectives: [ObjectiveStanding] {
    specification.objectives.indices.map { index in
      objective(ObjectiveID(index), readings.indices.contains(index) ? readings[index] : [])
    }
  }

  private func objective(
    _ id: ObjectiveID, _ readings: [KeyResultReading]
  ) -> ObjectiveStanding {
    let declared = specification.objectives[id.index]
    let isRunning = declared.period.map { asOf < $0.lastDay } ?? false
    let results = readings.map { $0.standing(isRunning: isRunning) }
    let grade = Grade.mean(results.map(\.grade))
    let tally = StatusTally(Set(declared.measures).compactMap(status))
    var statuses = Array(tally.counts.keys)
    if !results.isEmpty { statuses.append(isRunning ? .partial : graded(grade, results)) }
    return ObjectiveStanding(
      id: id, status: Status.worst(of: statuses), tally: tally, keyResults: results, grade: grade,
      elapsed: declared.period.flatMap {
        specification.company.calendar.elapsed(of: $0, asOf: asOf)
      },
      pace: isRunning ? pace(results) : nil,
      shakyAssumptions: declared.assumes.filter {
        specification.assumptions[$0.index].state(on: asOf) != .holds
      }, isRunning: isRunning)
  }

  private func graded(_ grade: Number?, _ results: [KeyResultStanding]) -> Status {
    guard let grade else { return Status.worst(of: results.map(\.status)) ?? .noData }
    return Grade.status(mean: grade, of: results.map { ($0.result.commitment, $0.grade) })
  }

  private func pace(_ results: [KeyResultStanding]) -> ObjectiveStanding.Pace? {
    let grades = results.map { $0.pace?.grade }
    guard let mean = Grade.mean(grades) else { return nil }
    let commitments = results.map(\.result.commitment)
    return ObjectiveStanding.Pace(
      grade: mean, status: Grade.status(mean: mean, of: Array(zip(commitments, grades))))
  }

  private func perspectives(_ objectives: [ObjectiveStanding]) -> [PerspectiveStanding] {
    specification.perspectives.indices.compactMap { index in
      let id = PerspectiveID(index)
      let own = objectives.filter { specification.objectives[$0.id.index].perspective == id }
      guard !own.isEmpty || specification.perspectives[index].origin != nil else { return nil }
      var seen: Set<MetricID> = []
      let measured = own.flatMap { specification.objectives[$0.id.index].metrics }
      let tally = StatusTally(own.compactMap(\.status))
      return PerspectiveStanding(
        id: id, objectives: own.map(\.id), metrics: measured.filter { seen.insert($0).inserted },
        status: tally.worst, tally: tally)
    }
  }

  // MARK: Work and beliefs

  private var initiatives: [InitiativeStanding] {
    specification.initiatives.enumerated().map { place, initiative in
      InitiativeStanding(
        place: place, isOverdue: initiative.isOverdue(on: asOf),
        daysLeft: initiative.isOver ? nil : initiative.due.map { $0.number - asOf.number },
        tally: StatusTally(Set(initiative.improves).compactMap(status)))
    }
  }

  private var assumptions: [AssumptionStanding] {
    specification.assumptions.enumerated().map { index, assumption in
      let id = AssumptionID(index)
      return AssumptionStanding(
        id: id, state: assumption.state(on: asOf),
        daysLeft: assumption.expires.map { $0.number - asOf.number },
        kpis: specification.metricIDs.filter {
          specification[$0].accountability?.duties.assumes.contains(id) ?? false
        },
        objectives: specification.objectives.indices.map(ObjectiveID.init).filter {
          specification.objectives[$0.index].assumes.contains(id)
        })
    }
  }

  // MARK: People

  /// What somebody answers for, told by owner and department.
  private func load(_ isTheirs: (OwnerID?, DepartmentID?) -> Bool) -> Load {
    let kpis = specification.metricIDs.filter {
      let accountability = specification[$0].accountability
      return specification[$0].isKPI && isTheirs(accountability?.owner, accountability?.department)
    }
    return Load(
      kpis: kpis,
      objectives: specification.objectives.indices.map(ObjectiveID.init).filter {
        let objective = specification.objectives[$0.index]
        return isTheirs(objective.owner, objective.department)
      },
      initiatives: specification.initiatives.indices.filter {
        isTheirs(specification.initiatives[$0].owner, specification.initiatives[$0].department)
      },
      scorecards: specification.scorecards.indices.filter {
        isTheirs(specification.scorecards[$0].owner, specification.scorecards[$0].department)
      },
      tally: StatusTally(kpis.compactMap(status)))
  }
}
