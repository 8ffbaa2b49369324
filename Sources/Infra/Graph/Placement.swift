/// The height at which each item stands, so that lines are nearly straight and nothing touches.
struct Placement {
  /// The middle of each item.
  private(set) var centres: [Double]

  private let lattice: Lattice
  private let heights: [Double]
  private let left: [[(item: Int, weight: Double)]]
  private let right: [[(item: Int, weight: Double)]]

  init(_ lattice: Lattice, heights: [Double]) {
    self.lattice = lattice
    self.heights = heights
    var left: [[(Int, Double)]] = Array(repeating: [], count: lattice.items.count)
    var right = left
    for segment in lattice.segments {
      let weight = Self.weight(lattice.items[segment.from], lattice.items[segment.to])
      right[segment.from].append((segment.to, weight))
      left[segment.to].append((segment.from, weight))
    }
    self.left = left
    self.right = right
    centres = Array(repeating: 0, count: lattice.items.count)
    stack()
    for sweep in 0..<24 {
      let isLast = sweep >= 20
      if sweep.isMultiple(of: 2) {
        for column in lattice.columns.indices { settle(column, fromRight: isLast) }
      } else {
        for column in lattice.columns.indices.reversed() { settle(column, fromRight: true) }
      }
    }
  }

  /// A bend between two joints is the ugliest, one between two resources the least.
  private static func weight(_ from: Lattice.Item, _ to: Lattice.Item) -> Double {
    switch (from, to) {
    case (.joint, .joint): 8
    case (.joint, .node), (.node, .joint): 2
    case (.node, .node): 1
    }
  }

  /// The least distance between the middles of two neighbours in a column.
  private func distance(_ above: Int, _ below: Int) -> Double {
    let gap: Double =
      switch (lattice.items[above], lattice.items[below]) {
      case (.node, .node): 20
      case (.joint, .joint): 6
      default: 14
      }
    return (heights[above] + heights[below]) / 2 + gap
  }

  private mutating func stack() {
    for column in lattice.columns {
      var y = 0.0
      for (index, item) in column.enumerated() {
        if index > 0 { y += distance(column[index - 1], item) }
        centres[item] = y
      }
      for item in column { centres[item] -= y / 2 }
    }
  }

  /// Moves the items of a column as near to their neighbours as their order and size allow.
  ///
  /// The least sum of squares under minimal distances is an isotonic regression: neighbours that
  /// would come too near are pooled and share their mean.
  private mutating func settle(_ column: Int, fromRight: Bool) {
    let items = lattice.columns[column]
    var offset = 0.0
    var offsets: [Double] = []
    var pools: [(mean: Double, weight: Double, count: Int)] = []
    for (index, item) in items.enumerated() {
      if index > 0 { offset += distance(items[index - 1], item) }
      offsets.append(offset)
      let near =
        fromRight
        ? (right[item].isEmpty ? left[item] : right[item])
        : (left[item].isEmpty ? right[item] : left[item])
      let weight = near.reduce(0) { $0 + $1.weight }
      let wanted =
        near.isEmpty
        ? centres[item] : near.reduce(0) { $0 + centres[$1.item] * $1.weight } / weight
      pools.append((wanted - offset, max(weight, 0.1), 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let before = pools.removeLast()
        let weight = before.weight + last.weight
        let mean = (before.mean * before.weight + last.mean * last.weight) / weight
        pools.append((mean, weight, before.count + last.count))
      }
    }
    var index = 0
    for pool in pools {
      for _ in 0..<pool.count {
        centres[items[index]] = pool.mean + offsets[index]
        index += 1
      }
    }
  }
}
