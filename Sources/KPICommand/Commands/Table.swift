import KPIInference
import KPITemplates

extension Command {
  static let table = Command(
    name: "table",
    summary: "propose a table declaration for a data file",
    discussion: """
      Reads the header and all rows of a delimited text file (comma, semicolon or tab), or of JSON Lines, and prints the \
      `table` declaration that fits them: types, key, time axis, missing values, allowed values, and the way \
      numbers and dates are written. Put it in a `.kpi` file and look it over: the file shows what the values \
      are, not what they are meant to be.
      """,
    parameters: [Parameter("FILE", .one, help: "the data file, with a header row")],
    options: [.tableName],
    examples: [
      Example("table data/orders.csv >> data.kpi", "declare the table `orders`"),
      Example("table \"export (3).csv\" --name orders", "the same for a file with another name"),
    ],
    run: table)

  private static func table(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let path = invocation.arguments[0]
    let name = invocation.text(.tableName) ?? TableInference.name(ofFile: path)
    switch environment.lookAtFile(path, table: name) {
    case .success(let file):
      environment.output.write(formatted(file.inference.declaration(name: name), path: path))
      return .success
    case .failure(let problem):
      return environment.fail([problem.diagnostic])
    }
  }
}

extension Option {
  static let tableName = Option(
    "name", .text("NAME"), help: "the table's name (default: the name of the file)")
}
