import KPISQL

extension Select.Relation {
  /// What the name of a table means to an engine: a file that it reads itself, by its path from the folder `root`, or a
  /// relation by its parts, such as `public.orders`.
  static func named(
    _ name: String, as alias: String, in dialect: Dialect, root: String
  ) -> Select.Relation {
    guard dialect.isFile(name) else {
      return .table(name.split(separator: ".").map(String.init), as: alias)
    }
    let isWhole = name.hasPrefix("/") || name.contains("://")
    return .file(isWhole ? name : FileSystem.join(root, name), as: alias)
  }
}
