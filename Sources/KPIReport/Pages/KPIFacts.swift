import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// What the specification says about a KPI: its definition, where the number comes from, and who answers for it.
struct KPIFacts {
  let pieces: Pieces
  let record: KPIRecord

  private var voice: Voice { pieces.voice }
  private var specification: Specification { pieces.specification }
  private var declared: Metric { specification[record.metric] }

  // MARK: Definition

  var definition: Markup {
    tag(.div, .class("card")) {
      tag(.h2) { voice(Words.definition) }
      if let documentation = declared.documentation { Prose.markup(documentation) }
      tag(.h3) { voice(Words.formula) }
      tag(.pre) { tag(.code) { record.definition.formula } }
      if let form = record.definition.normalForm {
        let computed = FormulaText(specification).text(of: form)
        if computed != record.definition.formula {
          tag(.h3) { voice(Words.computedAs) }
          tag(.pre) { tag(.code) { computed } }
        }
        tag(.h3) { voice(Words.inWords) }
        measures(
          form.leaves.map(MeasureWords(specification, in: voice.language).description))
      }
      tag(.h3) { voice(Words.lineage) }
      tag(.dl, .class("facts")) {
        fact(Words.usesMetrics, metrics(declared.formula.metrics))
        fact(Words.usedBy, metrics(usedBy))
        fact(Words.reads, tables)
        fact(Words.declaredIn, tag(.code) { record.definition.place })
      }
    }
  }

  private func measures(_ descriptions: [MeasureWords.Description]) -> Markup {
    tag(.ol, .class("words")) {
      for description in descriptions {
        tag(.li) {
          description.words
          if !description.details.isEmpty {
            tag(.ul) { for detail in description.details { tag(.li) { detail } } }
          }
          if !description.parts.isEmpty { measures(description.parts) }
        }
      }
    }
  }

  private var usedBy: [MetricID] {
    specification.metricIDs.filter {
      specification[$0].formula.metrics.contains(record.metric)
    }
  }

  private func metrics(_ metrics: [MetricID]) -> Markup {
    var seen: Set<MetricID> = []
    return pieces.list(metrics.filter { seen.insert($0).inserted }.map(pieces.link))
  }

  private var tables: Markup {
    tag(.ul, .class("plain")) {
      for id in record.definition.tables {
        let freshness = pieces.report.tables.first { $0.table == id }
        tag(.li) {
          tag(.code) { specification[id].name }
          if let day = freshness?.lastDay {
            tag(.span, .class("soft")) {
              " – \(voice(Words.lastRow)): \(voice.periods.text(day))"
              if freshness?.isBehind == true { " (\(voice(Words.behind)))" }
            }
          }
        }
      }
    }
  }

  /// Nothing where there is nothing to say.
  private func fact(_ name: Wording, _ content: Markup) -> Markup {
    guard !content.source.isEmpty else { return .nothing }
    return .joined([tag(.dt) { voice(name) }, tag(.dd) { content }])
  }

  // MARK: Accountability

  var accountability: Markup {
    let accountability = declared.accountability
    let duties = accountability?.duties
    return tag(.div, .class("card")) {
      tag(.h2) { voice(Words.accountability) }
      tag(.dl, .class("facts")) {
        fact(Words.owner, pieces.link(accountability?.owner))
        fact(Words.department, pieces.link(accountability?.department))
        fact(Words.judged, .text(voice.periods.cadence(accountability?.cadence ?? .month)))
        fact(Words.review, review)
        fact(Words.serves, objectives)
        fact(Words.balancedBy, metrics(duties?.balancedBy ?? []))
        fact(Words.nature, nature)
        fact(Words.benchmark, benchmarks)
        fact(Words.expires, (duties?.expires).map { .text(voice.periods.text($0)) } ?? .nothing)
      }
    }
  }

  private var review: Markup {
    guard let review = declared.accountability?.review else { return .nothing }
    return tag(.div) {
      voice.periods.cadence(review.every)
      if let last = review.last {
        let next = last.adding(months: review.every.span.months)
          .adding(days: review.every.span.days)
        tag(.span, .class("sub small soft")) {
          "\(voice(Words.lastReview)) \(voice.periods.text(last))"
        }
        if next < pieces.report.asOf {
          tag(.div, .class("badge at-risk")) {
            Shapes.icon(.atRisk)
            "\(voice(Words.overdue)) \(voice.periods.text(next))"
          }
        } else {
          tag(.div, .class("small soft")) {
            "\(voice(Words.nextReview)) \(voice.periods.text(next))"
          }
        }
      } else {
        tag(.div, .class("badge at-risk")) {
          Shapes.icon(.atRisk)
          voice(Words.neverReviewed)
        }
      }
    }
  }

  private var objectives: Markup {
    let found = specification.objectives.indices.map(ObjectiveID.init).filter {
      specification.objectives[$0.index].metrics.contains(record.metric)
    }
    return pieces.list(
      found.map { id in
        pieces.link(id)
      })
  }

  private var nature: Markup {
    switch declared.accountability?.duties.nature {
    case .leading: .text(voice(Words.leading))
    case .lagging: .text(voice(Words.lagging))
    case nil: .nothing
    }
  }

  private var benchmarks: Markup {
    let benchmarks = declared.accountability?.duties.benchmarks ?? []
    guard !benchmarks.isEmpty else { return .nothing }
    return tag(.ul, .class("plain")) {
      for benchmark in benchmarks {
        tag(.li) {
          ValueText.short(benchmark.value, declared.quantity, in: voice.language)
          tag(.span, .class("soft small")) { " – \(benchmark.source)" }
        }
      }
    }
  }
}
