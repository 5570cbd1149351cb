import KPIModel
import KPISource
import KPISyntax

/// An assumption as a check sees it.
struct LintedAssumption {
  let id: AssumptionID
  let assumption: Assumption
  let syntax: AssumptionSyntax

  var name: String { assumption.name }
  var nameRange: SourceRange { syntax.name?.range ?? assumption.origin }
}

/// A KPI or an objective that rests on an assumption, and the place where it says so.
struct Assuming {
  let name: String
  let assumption: Assumption
  let range: SourceRange
}

extension LintContext {
  /// The assumptions in the order of their declarations.
  var assumptions: [LintedAssumption] {
    specification.assumptions.enumerated().compactMap { index, assumption in
      guard case .assumption(let syntax)? = declarations[.assumption, assumption.name] else {
        return nil
      }
      return LintedAssumption(id: AssumptionID(index), assumption: assumption, syntax: syntax)
    }
  }

  /// Each KPI and objective with each assumption that it rests on.
  var assuming: [Assuming] {
    kpis.filter { !$0.duties.assumes.isEmpty }.flatMap { kpi in
      let views = kpi.syntax.attributes.compactMap { attribute -> ReferenceAttributeSyntax? in
        if case .assumes(let view) = attribute { view } else { nil }
      }
      return assuming(kpi.name, kpi.duties.assumes, views)
    }
      + objectives.flatMap { objective in
        let views = objective.syntax.attributes.compactMap {
          attribute -> ReferenceAttributeSyntax? in
          if case .assumes(let view) = attribute { view } else { nil }
        }
        return assuming(objective.name, objective.objective.assumes, views)
      }
  }

  private func assuming(
    _ name: String, _ assumptions: [AssumptionID], _ views: [ReferenceAttributeSyntax]
  ) -> [Assuming] {
    let ranges = views.flatMap { $0.names.map(\.range) }
    return zip(assumptions, ranges).map { id, range in
      Assuming(name: name, assumption: specification.assumptions[id.index], range: range)
    }
  }
}
