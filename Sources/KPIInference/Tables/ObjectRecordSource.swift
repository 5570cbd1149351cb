package import KPITable

/// The records of JSON Lines: first the names, then the values of each object.
package struct ObjectRecordSource: RecordSource {
  private let objects: ObjectRecords
  /// The place of the next object; the names come before the first.
  private var place: Int?

  /// As in files that no locale has a say in.
  package let delimiter = UInt8(ascii: ",")

  package init(_ objects: ObjectRecords) { self.objects = objects }

  package mutating func next() -> [[UInt8]]? {
    guard let place else {
      self.place = 0
      return objects.names.isEmpty ? nil : objects.names
    }
    guard place < objects.rows.count else { return nil }
    self.place = place + 1
    return objects.rows[place]
  }
}
