import KPIModel
import KPIText

/// What stands around the content of every page.
struct PageFrame {
  let report: CompanyReport
  let voice: Voice
  let site: SiteIndex

  /// A whole page as it is written to its file.
  func document(_ title: String, file: String, @MarkupBuilder _ content: () -> Markup) -> String {
    let language = voice.language.rawValue
    let whole = file == SiteIndex.summary ? voice.company : "\(title) – \(voice.company)"
    return Markup.document(
      tag(.html, .init(.lang, language)) {
        tag(.head) {
          tag(.meta, .init(.charset, "utf-8"))
          tag(
            .meta, .init(.name, "viewport"), .init(.content, "width=device-width, initial-scale=1"))
          // The page needs nothing from elsewhere, and a browser is told to fetch nothing.
          tag(
            .meta, .init(.httpEquiv, "Content-Security-Policy"),
            .init(
              .content,
              "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
                + "base-uri 'none'; form-action 'none'"))
          tag(.meta, .init(.name, "generator"), .init(.content, Site.generator))
          tag(.meta, .init(.name, "color-scheme"), .init(.content, "light dark"))
          tag(.title) { whole }
          tag(.style) { Markup.verbatim(StyleSheet.text) }
        }
        tag(.body) {
          tag(.a, .class("skip"), .href(.place("content"))) { voice(Words.skip) }
          Shapes.definitions
          head(file)
          tag(.main, .init(.id, "content")) { content() }
          tag(.footer) { tag(.p) { voice(Words.footer) } }
          tag(.script) { Markup.verbatim(PageScript.text) }
        }
      })
  }

  private func head(_ file: String) -> Markup {
    tag(.header, .class("top")) {
      tag(.div) {
        tag(.a, .class("home"), .href(.page(SiteIndex.summary))) { voice.company }
        tag(.nav, .init(.ariaLabel, voice(Words.pages))) {
          for (name, place) in Pieces(report: report, voice: voice, site: site).sections {
            let isHere = file == SiteIndex.summary
            tag(.a, .href(isHere ? .place(place) : .elsewhere(place, on: SiteIndex.summary))) {
              voice(name)
            }
          }
        }
        tag(.span, .class("day")) {
          voice(Words.asOf) + " "
          tag(.time, .init(.datetime, report.asOf.text)) { voice.periods.text(report.asOf) }
        }
      }
    }
  }
}
