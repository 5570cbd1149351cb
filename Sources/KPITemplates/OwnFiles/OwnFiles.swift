package import KPIInference
import KPIModel

extension Starter {
  /// A specification for somebody's own files: their tables, a first set of metrics, and one or two KPIs.
  package static func ownFiles(_ project: ProposedProject, in edition: Edition) -> Starter {
    let own = OwnFiles(project: project, edition: edition)
    return Starter(
      edition,
      specification: [
        ("company.kpi", own.company), ("kpis.kpi", own.kpis), ("metrics.kpi", own.metrics),
        ("tests.kpi", own.tests),
      ].filter { !$0.text.isEmpty },
      others: [
        ("data.kpi", formatted(own.tables, path: "data.kpi")),
        (".github/workflows/kpi.yml", OwnFiles.workflow),
      ] + edition.languages.map { (own.pageName(in: $0), own.page(in: $0)) },
      firstCommands: own.firstCommands)
  }
}

/// The texts of a specification for somebody's own files.
struct OwnFiles {
  let project: ProposedProject
  let edition: Edition

  var tables: String {
    let isVietnamese = edition.main == .vietnamese
    return project.tables.map { $0.declaration(inVietnamese: isVietnamese) }.joined(separator: "\n")
  }

  var company: String {
    """
    en: /// Begun from your own files. What stands in quotation marks here is still to be written.
    vi: /// Bắt đầu từ các tệp của bạn. Những gì trong dấu ngoặc kép ở đây còn phải điền.
    company "«Your company|Công ty của bạn»" {
      mission «"To be decided: what your company is there for, in one sentence."|"Sẽ bổ sung: công ty tồn tại vì điều gì, trong một câu."»
      \(project.currency.map { "currency " + $0 } ?? "// currency USD")
      timezone "\(project.currency == "VND" ? "Asia/Ho_Chi_Minh" : "«UTC|Asia/Ho_Chi_Minh»")"
      week starts monday
      fiscal starts january
      lint {
    en:     // No findings about placeholders in this profile. When owners and targets are yours, take the line out.
    vi:     // Chế độ này bỏ qua các chỗ còn để trống. Khi người phụ trách và mục tiêu đã là của bạn, hãy xóa dòng này.
        profile starter
      }
    }

    owner somebody "«Your name|Tên của bạn»" { email "you@example.com" }

    department team "«Your team|Phòng ban của bạn»" {
      label
      lead somebody
    }

    """
  }

  /// Of the table that a metric counts, the metrics stand together.
  var metrics: String {
    var wording = MetricWording()
    // The labels of the KPIs are taken.
    for kpi in project.kpis { _ = wording.label(kpi.metric) }
    let parts = project.tables.compactMap { table -> String? in
      let metrics = project.metrics.filter { $0.table == table.name }
      guard !metrics.isEmpty else { return nil }
      return "// \(wording.name(table.name))\n\n"
        + metrics.map { metric in
          """
          \(wording.documentation(metric))
          metric \(Specification.quoted(metric.name)) "\(wording.label(metric).markup)" = \(metric.formula)\
          \(block(of: metric))

          """
        }.joined(separator: "\n")
    }
    return parts.joined(separator: "\n")
  }

  private func block(of metric: ProposedMetric) -> String {
    let attributes =
      (edition.second == nil ? [] : ["label"]) + (metric.unit.map { ["unit " + $0] } ?? [])
    return attributes.isEmpty ? "" : " {\n  " + attributes.joined(separator: "\n  ") + "\n}"
  }

  var kpis: String {
    var wording = MetricWording()
    return project.kpis.map { kpi in
      """
      \(wording.documentation(kpi.metric))
      kpi \(Specification.quoted(kpi.metric.name)) "\(wording.label(kpi.metric).markup)" = \(kpi.metric.formula) {
        label
        asks «"To be decided: which decision does this number serve?"|"Sẽ bổ sung: con số này giúp quyết định điều gì?"»
        department team
        owner somebody
        every \(kpi.cadence.rawValue)
        \(kpi.metric.unit.map { "unit " + $0 } ?? "")
      en:   // Placeholders, measured against the past. Write what is good, such as `target at least 100`.
      vi:   // Mức tạm, so với quá khứ. Hãy ghi mức tốt, chẳng hạn `target at least 100`.
        target placeholder at least 5% above previous \(kpi.baseline.rawValue)
        threshold 5% below previous \(kpi.baseline.rawValue)
        when off track «"To be decided: what is done when it is missed?"|"Sẽ bổ sung: làm gì khi không đạt?"»
        review every quarter
      }

      """
    }.joined(separator: "\n")
  }

  /// The day on which the rows end, where that is not today.
  var asOf: String { project.lastDay.map { " --as-of \(OwnFiles.text($0))" } ?? "" }

  private static func text(_ day: Day) -> String {
    let date = day.date
    return
      "\(digits(date.year, width: 4))-\(digits(date.month, width: 2))-\(digits(date.day, width: 2))"
  }

  /// The check on every change; its day is today.
  fileprivate static var workflow: String {
    let lines = CompanyTexts.workflow.split(separator: "\n", omittingEmptySubsequences: false)
    let sample = lines.firstIndex { $0.contains("# The sample data ends") } ?? lines.count
    return lines.prefix(max(sample - 1, 0)).joined(separator: "\n") + "\n"
  }

  var firstCommands: [String] {
    let kpi = project.kpis.first
    return ["kpi check", "kpi test"]
      + (kpi == nil ? [] : ["kpi status" + asOf])
      + (kpi.map {
        ["kpi eval \(Specification.quoted($0.metric.name)) --by \($0.cadence.rawValue)" + asOf]
      } ?? [])
      + ["kpi check --profile standard"]
  }
}
