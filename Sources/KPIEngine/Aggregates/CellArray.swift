/// One value for each cell, growing as cells are met; loops run over `values` directly.
final class CellArray<Value> {
  private(set) var values: UnsafeMutablePointer<Value>
  private(set) var count = 0
  private let initial: Value

  init(_ initial: Value) {
    self.initial = initial
    values = .allocate(capacity: 1)
  }

  deinit {
    values.deinitialize(count: count)
    values.deallocate()
  }

  func reserve(_ wanted: Int) {
    guard wanted > count else { return }
    let size = max(wanted, count * 2, 256)
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: size)
    larger.moveInitialize(from: values, count: count)
    (larger + count).initialize(repeating: initial, count: size - count)
    values.deallocate()
    values = larger
    count = size
  }

  subscript(cell: Int) -> Value { values[cell] }
}
