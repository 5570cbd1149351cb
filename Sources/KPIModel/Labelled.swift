/// Something that people know by a label, which may be there in several languages.
package protocol Labelled {
  var name: String { get }
  var label: String? { get }
  /// The label in other languages, by the language.
  var translations: [String: String] { get }
}

extension Labelled {
  /// What it is called in a language, such as `vi`.
  package func name(in language: String) -> String { translations[language] ?? label ?? name }
}

extension Metric: Labelled {}
extension Department: Labelled {}
extension Owner: Labelled {}
extension Objective: Labelled {}
extension Initiative: Labelled {}
extension Assumption: Labelled {}
extension Scorecard: Labelled {}
