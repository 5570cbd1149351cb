import KPIDiagnostics
import KPIInference
import KPIWorkspace

extension Command {
  static let table = Command(
    name: "table",
    summary: "propose a table declaration for a data file",
    discussion: """
      Reads the header and all rows of a delimited text file (comma, semicolon or tab) and prints the \
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
    let place = Location.data(path: path, line: 0, column: 0, value: nil)
    let name = invocation.text(.tableName) ?? TableInference.name(ofFile: path)
    do throws(FileSystem.Failure) {
      let bytes = try FileSystem.read(FileSystem.join(environment.currentFolder, path))
      guard bytes.first(where: { $0 > 32 }) != UInt8(ascii: "{") else {
        return environment.fail([
          .unreadableFile(path, reason: "only delimited text is looked at so far, and this is JSON")
        ])
      }
      guard !bytes.prefix(4096).contains(0) else {
        return environment.fail([
          .dataNotText(table: name, at: place, what: "it holds binary data")
        ])
      }
      guard let inference = TableInference(DelimitedRecords(bytes), path: path) else {
        return environment.fail([.emptyDataFile(table: name, at: place)])
      }
      environment.output.write(inference.declaration(name: name))
      return .success
    } catch {
      return environment.fail([.unreadableFile(path, reason: error.reason)])
    }
  }
}

extension Option {
  static let tableName = Option(
    "name", .text("NAME"), help: "the table's name (default: the name of the file)")
}
