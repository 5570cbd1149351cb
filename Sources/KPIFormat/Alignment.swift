import KPISyntax

/// The columns of a block: what stands in several lines in the same role begins below each other.
extension Layout {
  /// A line of a block, and the leaves that are set below those of other lines.
  private struct Row {
    let first: Int
    /// Rows of different roles do not mind each other.
    let role: Role
    let value: Int
    /// The second place, which only rows of one kind of node share.
    var detail: (kind: SyntaxKind, leaf: Int)?
  }

  private enum Role: Hashable {
    case attribute, column, entry(SyntaxKind)
  }

  /// Sets the padding of the entries of a block, those between two empty lines at a time.
  mutating func alignEntries(of index: Int, after brace: Int) {
    if outline.nodes[index].kind == .givenAttribute { return alignCells(of: index) }
    if outline.nodes[index].kind == .caseExpression { return }
    var group: [Row] = []
    for entry in outline.entries(of: index, after: brace) {
      if followsBlankLine(outline.nodes[entry].first) {
        align(group)
        group = []
      }
      if let row = row(of: entry) { group.append(row) }
    }
    align(group)
  }

  private func followsBlankLine(_ leaf: Int) -> Bool {
    outline.leaves[leaf].followsBlankLine
      || outline.comments(before: leaf).contains { outline.comments[$0].followsBlankLine }
  }

  private mutating func align(_ rows: [Row]) {
    guard rows.count > 1 else { return }
    var widths: [Role: Int] = [:]
    for row in rows {
      widths[row.role] = max(widths[row.role] ?? 0, distance(row.first, row.value))
    }
    for row in rows {
      let width = widths[row.role] ?? 0
      padding[row.value] = Int32(width - distance(row.first, row.value))
    }
    var details: [SyntaxKind: Int] = [:]
    for row in rows {
      guard let (kind, leaf) = row.detail else { continue }
      details[kind] = max(details[kind] ?? 0, distance(row.value, leaf))
    }
    for row in rows {
      guard let (kind, leaf) = row.detail else { continue }
      padding[leaf] = Int32((details[kind] ?? 0) - distance(row.value, leaf))
    }
  }

  /// The columns from the start of one leaf to that of another, without padding.
  private func distance(_ first: Int, _ second: Int) -> Int {
    Int(outline.leaves[second].offset - outline.leaves[first].offset)
  }

  // MARK: Roles

  private func row(of entry: Int) -> Row? {
    let node = outline.nodes[entry]
    guard let (role, value) = value(of: entry), value < node.end,
      !outline.isForced(node.first, value + 1)
    else { return nil }
    var row = Row(first: node.first, role: role, value: value)
    if let detail = detail(of: entry), detail < node.end, !outline.isForced(value, detail + 1) {
      row.detail = (node.kind, detail)
    }
    return row
  }

  /// What begins the second column of an entry.
  private func value(of entry: Int) -> (Role, leaf: Int)? {
    let node = outline.nodes[entry]
    switch node.kind {
    case .column:
      return outline.firstChild(of: entry) { $0 == .columnType }
        .map { (.column, outline.nodes[$0].first) }
    case .periodTarget, .groupTarget:
      return outline.firstChild(of: entry) { $0 == .goal }
        .map { (.entry(node.kind), outline.nodes[$0].first) }
    case .scorePoints, .resultEntry:
      let key = entry + 1
      let colon = node.kind == .resultEntry ? 1 : 0
      return (.entry(node.kind), outline.nodes[key].end + colon)
    case .lintLevel: return (.entry(.lintLevel), node.first + 1)
    case .holiday:
      return outline.firstChild(of: entry) { $0 == .string }
        .map { (.entry(.holiday), outline.nodes[$0].first) }
    case .givenAttribute, .expectAttribute, .expectErrorAttribute, .expectStatusAttribute,
      .holidaysAttribute, .lintAttribute, .flagAttribute, .path:
      return nil
    case .targetAttribute, .scoreAttribute:
      let holdsBlock =
        node.kind.hasBraces && outline.braces(of: entry) != nil
        || outline.firstChild(of: entry) { $0 == .periodTargets || $0 == .groupTargets } != nil
      return holdsBlock ? nil : (.attribute, node.first + 1)
    default: return (.attribute, node.first + keywordLength(of: node))
    }
  }

  /// The words that an attribute begins with, before what it says.
  private func keywordLength(of node: Outline.Node) -> Int {
    let second = node.first + 1 < node.end ? outline.leaves[node.first + 1].word : .none
    switch outline.leaves[node.first].word {
    case .measured, .balanced, .judged: return second == .by ? 2 : 1
    case .key: return second == .result && node.kind == .keyResultAttribute ? 2 : 1
    case .roll: return second == .up ? 2 : 1
    case .as: return second == .of ? 2 : 1
    case .on: return node.kind == .badRowsAttribute ? 3 : 1
    default: return 1
    }
  }

  /// What begins the third column of an entry, among entries of the same kind.
  private func detail(of entry: Int) -> Int? {
    let node = outline.nodes[entry]
    switch node.kind {
    case .labelAttribute, .allowAttribute, .memberAttribute, .keyResultAttribute:
      return entry + 1 < node.subtreeEnd ? outline.nodes[entry + 1].end : nil
    case .settingAttribute where outline.leaves[node.first].word == .option:
      return node.first + 2
    default: return nil
    }
  }
}

// MARK: The rows of a test

extension Layout {
  /// Sets the bars of all rows below each other, and numbers to the right.
  private mutating func alignCells(of index: Int) {
    guard let brace = outline.ownLeaf(.leftBrace, of: index) else { return }
    let rows = outline.entries(of: index, after: brace)
    var widths: [Int] = []
    var isNumeric: [Bool] = []
    for row in rows {
      for (place, cell) in outline.children(of: row).enumerated() {
        if place == widths.count {
          widths.append(0)
          isNumeric.append(true)
        }
        widths[place] = max(widths[place], width(of: cell))
        if outline.nodes[cell].kind == .givenCell, !isNumberOrEmpty(cell) {
          isNumeric[place] = false
        }
      }
    }
    for row in rows {
      for (place, cell) in outline.children(of: row).enumerated() {
        let isLast = outline.nodes[cell].end == outline.nodes[row].end
        pad(cell, to: widths[place], isNumeric: isNumeric[place], isLast: isLast, in: row)
      }
    }
  }

  private func width(of cell: Int) -> Int {
    outline.width(outline.nodes[cell].first, outline.nodes[cell].end)
  }

  private func isNumberOrEmpty(_ cell: Int) -> Bool {
    let node = outline.nodes[cell]
    guard node.first < node.end else { return true }
    let kind = outline.leaves[node.first].kind
    return kind == .number || kind == .minus
  }

  private mutating func pad(
    _ cell: Int, to width: Int, isNumeric: Bool, isLast: Bool, in row: Int
  ) {
    let node = outline.nodes[cell]
    let missing = Int32(width - self.width(of: cell))
    if isNumeric, node.kind == .givenCell, node.first < node.end {
      padding[node.first] += missing
    } else if !isLast, node.end < outline.nodes[row].end {
      // The bar after the cell moves; an empty cell has no space of its own before it.
      let space: Int32 = node.first == node.end && node.first > 0 ? 1 : 0
      padding[node.end] += missing + space
    }
  }
}

// MARK: Declarations of one line

extension Layout {
  /// Sets the labels and blocks of neighbouring declarations of one kind below each other, where
  /// each takes one line and stays within it.
  mutating func alignDeclarations() {
    var group: [Int] = []
    for (place, item) in outline.items.enumerated() {
      let isAlone = item.node.map { !item.isBroken && isLine($0) } ?? false
      if let first = group.first, let node = item.node, isAlone,
        outline.nodes[first].kind == outline.nodes[node].kind,
        !followsBlankLine(outline.nodes[node].first)
      {
        group.append(node)
      } else {
        alignDeclarations(group)
        group = isAlone ? item.node.map { [$0] } ?? [] : []
      }
      if place == outline.items.count - 1 { alignDeclarations(group) }
    }
  }

  private func isLine(_ index: Int) -> Bool {
    let node = outline.nodes[index]
    return !outline.isForced(node.first, node.end)
      && outline.width(node.first, node.end) <= Writer.lineWidth
      && outline.firstChild(of: index, where: \.isExpression) == nil
  }

  private mutating func alignDeclarations(_ group: [Int]) {
    guard group.count > 1 else { return }
    let labels = group.map { index in
      outline.firstChild(of: index) { $0 == .string }.map { outline.nodes[$0].first }
    }
    alignPlaces(labels, in: group)
    let rests = group.map { index in
      outline.firstChild(of: index) { $0 == .block || $0 == .originClause || $0 == .parentClause }
        .map { outline.nodes[$0].first }
    }
    alignPlaces(rests, in: group)
    for index in group {
      let node = outline.nodes[index]
      let length = outline.width(node.first, node.end) + paddings(node.first, node.end)
      guard length > Writer.lineWidth else { continue }
      for index in group { clearPadding(of: outline.nodes[index]) }
      return
    }
  }

  private mutating func alignPlaces(_ places: [Int?], in group: [Int]) {
    let columns = zip(group, places).map { index, place in
      place.map { place in
        let first = outline.nodes[index].first
        return distance(first, place) + paddings(first, place)
      }
    }
    let column = columns.compactMap(\.self).max() ?? 0
    for (place, own) in zip(places, columns) {
      if let place, let own { padding[place] += Int32(column - own) }
    }
  }

  private func paddings(_ first: Int, _ end: Int) -> Int {
    padding[first..<end].reduce(0) { $0 + Int($1) }
  }

  private mutating func clearPadding(of node: Outline.Node) {
    for leaf in node.first..<node.end { padding[leaf] = 0 }
  }
}
