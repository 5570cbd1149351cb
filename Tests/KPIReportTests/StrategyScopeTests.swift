import KPIModel
import KPISemantics
import KPISource
import KPISyntax
import Testing

@testable import KPIReport

/// Which objectives are drawn where.
@Suite struct StrategyScopeTests {
  /// Objectives of two departments, one of them in the other, and of the company.
  private static func specification(sales: Int, north: Int, company: Int) -> Specification {
    func objectives(_ name: String, _ count: Int, _ department: String?) -> String {
      (0..<count).map { index in
        """
        objective \(name)\(index) "Objective" {
          perspective process
        \(department.map { "  department \($0)" } ?? "")
        }

        """
      }.joined()
    }
    let text =
      "department sales \"Sales\"\ndepartment north \"North\" in sales\n"
      + objectives("s", sales, "sales") + objectives("n", north, "north")
      + objectives("c", company, nil)
    let source = SourceText(path: "strategy.kpi", text: text)
    return Analysis.of([parse(source, file: FileID(0)).tree]).specification
  }

  private static func names(_ ids: [ObjectiveID], _ specification: Specification) -> [String] {
    ids.map { specification.objectives[$0.index].name }
  }

  @Test func fewAreDrawnTogether() {
    let specification = Self.specification(sales: 12, north: 1, company: 2)
    let scope = StrategyScope(specification)
    #expect(scope.summary.count == 15)
    #expect(scope.objectives(of: DepartmentID(0)).isEmpty)
  }

  @Test func manyAreDividedByDepartment() {
    let specification = Self.specification(sales: 12, north: 2, company: 2)
    let scope = StrategyScope(specification)
    #expect(Self.names(scope.summary, specification) == ["c0", "c1"])
    #expect(scope.objectives(of: DepartmentID(0)).count == 14)
    #expect(Self.names(scope.objectives(of: DepartmentID(1)), specification) == ["n0", "n1"])
  }

  /// A summary without a map would say less than a crowded one.
  @Test func withoutAStrategyOfItsOwnACompanyShowsAll() {
    let scope = StrategyScope(Self.specification(sales: 16, north: 0, company: 0))
    #expect(scope.summary.count == 16)
    #expect(scope.objectives(of: DepartmentID(0)).isEmpty)
  }
}
