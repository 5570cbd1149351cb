/// The rules of the syntax band, KPI1001 to KPI1099.
extension Rule {
  package static let syntax =
    syntaxOfCharacters + syntaxOfValues + syntaxOfDeclarations + syntaxOfFormulas
}
