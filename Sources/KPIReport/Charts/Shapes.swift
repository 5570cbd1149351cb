import KPIModel
import KPIScorecard
import KPIText

/// The shape of each status, drawn once a page and used wherever the status is shown: it is told apart without
/// colour, and looks alike whatever fonts a reader has.
enum Shapes {
  /// The drawings that the others refer to.
  static var definitions: Markup {
    tag(.svg, .class("shapes"), .init(.ariaHidden, "true")) {
      tag(.defs) {
        for status in Status.allCases {
          tag(.symbol, .init(.id, "s-" + status.styleName), .init(.viewBox, "0 0 16 16")) {
            drawing(status)
          }
        }
        tag(
          .pattern, .init(.id, "hatch"), .init(.patternUnits, "userSpaceOnUse"), .init(.width, 6.0),
          .init(.height, 6.0)
        ) {
          tag(.path, .class("hatch"), .init(.d, "M-1 1L1 -1M0 6L6 0M5 7L7 5"))
        }
        tag(
          .marker, .init(.id, "arrow"), .init(.viewBox, "0 0 10 10"), .init(.refX, 8.0),
          .init(.refY, 5.0), .init(.markerWidth, 7.0), .init(.markerHeight, 7.0),
          .init(.orient, "auto")
        ) {
          tag(.path, .class("head"), .init(.d, "M0 .5L10 5L0 9.5L2.5 5Z"))
        }
      }
    }
  }

  /// The shape inside another drawing.
  static func use(_ status: Status, x: Double, y: Double, size: Double) -> Markup {
    tag(
      .use, .class("shape " + status.styleName), .href(.place("s-" + status.styleName)),
      .init(.x, x), .init(.y, y), .init(.width, size), .init(.height, size))
  }

  /// The shape beside text.
  static func icon(_ status: Status) -> Markup {
    tag(
      .svg, .class("icon shape " + status.styleName),
      .init(.ariaHidden, "true")
    ) {
      tag(.use, .href(.place("s-" + status.styleName)))
    }
  }

  private static func drawing(_ status: Status) -> Markup {
    switch status {
    case .exceeding:
      path("M8 .8L10.2 5.6L15.4 6.2L11.5 9.7L12.6 14.9L8 12.2L3.4 14.9L4.5 9.7L.6 6.2L5.8 5.6Z")
    case .onTrack: tag(.circle, .init(.cx, 8.0), .init(.cy, 8.0), .init(.r, 6.5))
    case .atRisk: path("M8 1.2L15.2 14.2L.8 14.2Z")
    case .offTrack:
      tag(.rect, .init(.x, 2.0), .init(.y, 2.0), .init(.width, 12.0), .init(.height, 12.0))
    case .noData:
      tag(.circle, .class("hollow"), .init(.cx, 8.0), .init(.cy, 8.0), .init(.r, 5.5))
    case .noTarget: tag(.circle, .init(.cx, 8.0), .init(.cy, 8.0), .init(.r, 3.0))
    case .partial:
      .joined([
        tag(.circle, .class("hollow"), .init(.cx, 8.0), .init(.cy, 8.0), .init(.r, 5.5)),
        path("M8 2.5A5.5 5.5 0 0 0 8 13.5Z"),
      ])
    case .notMature:
      tag(.circle, .class("hollow dotted"), .init(.cx, 8.0), .init(.cy, 8.0), .init(.r, 5.5))
    case .smallSample:
      .joined([
        tag(.circle, .init(.cx, 8.0), .init(.cy, 4.0), .init(.r, 2.2)),
        tag(.circle, .init(.cx, 4.0), .init(.cy, 11.5), .init(.r, 2.2)),
        tag(.circle, .init(.cx, 12.0), .init(.cy, 11.5), .init(.r, 2.2)),
      ])
    }
  }

  private static func path(_ data: String) -> Markup { tag(.path, .init(.d, data)) }
}
