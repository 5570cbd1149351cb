import KPIModel
import KPISemantics
import KPISource
import KPISyntax
import Testing

@testable import KPIReport

@Suite struct StrategyGraphTests {
  /// Objectives by the name of their perspective, and what each of them drives, by its number.
  private static func specification(
    _ objectives: [(perspective: String?, drives: [Int])]
  ) -> Specification {
    let text = objectives.enumerated().map { index, objective in
      let perspective = objective.perspective.map { "  perspective \($0)\n" } ?? ""
      let drives = objective.drives.map { "o\($0)" }.joined(separator: ", ")
      return "objective o\(index) \"Objective \(index)\" {\n" + perspective
        + (drives.isEmpty ? "" : "  drives \(drives)\n") + "}\n"
    }
    let source = SourceText(path: "strategy.kpi", text: text.joined())
    return Analysis.of([parse(source, file: FileID(0)).tree]).specification
  }

  private static func graph(_ objectives: [(perspective: String?, drives: [Int])]) -> StrategyGraph
  {
    let specification = specification(objectives)
    return StrategyGraph(specification, of: StrategyGraph.drawn(of: specification))
  }

  private static func rows(_ graph: StrategyGraph) -> [[Int]] {
    graph.bands.flatMap(\.rows).map { $0.map(\.index) }
  }

  @Test func bandsFollowThePerspectives() {
    let graph = Self.graph([("learning", [1]), ("customer", [2]), ("financial", [])])
    #expect(Self.rows(graph) == [[2], [1], [0]])
    #expect(graph.bands.map(\.perspective?.index) == [0, 1, 3])
  }

  /// The causes are declared in the order opposite to that of what they drive.
  @Test func causesAreMovedBelowTheirEffects() {
    let graph = Self.graph([
      ("financial", []), ("financial", []), ("financial", []), ("customer", [2]), ("customer", [1]),
      ("customer", [0]),
    ])
    #expect(StrategyGraph.crossings(graph.bands.flatMap(\.rows), graph.links) == 0)
    #expect(
      StrategyGraph.crossings(
        [[0, 1, 2], [3, 4, 5]].map { $0.map(ObjectiveID.init) }, graph.links) == 3)
  }

  @Test func causesInsideABandStandLower() {
    let graph = Self.graph([("customer", [1]), ("customer", [2]), ("customer", [])])
    #expect(Self.rows(graph) == [[2], [1], [0]])
  }

  /// Circles are errors of their own; they are drawn all the same.
  @Test func circlesEnd() {
    let graph = Self.graph([("customer", [1]), ("customer", [0]), ("customer", [2])])
    #expect(Self.rows(graph).flatMap { $0 }.sorted() == [0, 1, 2])
    #expect(graph.links.count == 2)
  }

  @Test func whatIsTiedToNothingIsNotOnTheMap() {
    #expect(Self.rows(Self.graph([(nil, []), ("financial", [])])) == [[1]])
    #expect(Self.rows(Self.graph([(nil, [1]), ("financial", [])])) == [[1], [0]])
  }

  @Test func longRowsGoOnBelow() {
    let graph = Self.graph(Array(repeating: ("process", []), count: 7))
    #expect(Self.rows(graph).map(\.count) == [5, 2])
  }

  /// No box lies on another one, and every arrow ends where boxes are.
  @Test(arguments: [StrategyMapLayout.Size.wide, .narrow])
  func boxesKeepApart(_ size: StrategyMapLayout.Size) {
    let specification = Self.specification([
      ("financial", []), ("financial", []), ("customer", [0, 1]), ("customer", [0]),
      ("process", [2, 3]), ("process", [3, 0]), ("learning", [4, 5, 0]),
    ])
    let layout = StrategyMapLayout(
      specification, of: StrategyGraph.drawn(of: specification), size
    ) { "Objective \($0.index)" }
    for (index, box) in layout.boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= size.width && box.bottom <= layout.height)
      for other in layout.boxes[(index + 1)...] {
        #expect(
          box.right <= other.left || other.right <= box.left || box.bottom <= other.top
            || other.bottom <= box.top)
      }
    }
    #expect(layout.arrows.count == 10)
    for arrow in layout.arrows {
      for (x, y) in arrow.points.dropFirst().dropLast() {
        let covers = layout.boxes.contains { box in
          box.left < x && x < box.right && box.top < y && y < box.bottom
        }
        #expect(!covers, "\(arrow.link)")
      }
    }
  }
}
