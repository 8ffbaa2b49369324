/// The order of items within columns that makes few lines cross: barycentres, swept both ways.
struct Ordering {
  private let left: [[Int]]
  private let right: [[Int]]
  private var columns: [[Int]]
  private var position: [Int]

  /// The best order that was found.
  static func columns(of lattice: Lattice) -> [[Int]] {
    var ordering = Ordering(lattice)
    return ordering.best(sweeps: lattice.items.count > 2_000 ? 4 : 24)
  }

  private init(_ lattice: Lattice) {
    var left: [[Int]] = Array(repeating: [], count: lattice.items.count)
    var right = left
    for segment in lattice.segments {
      right[segment.from].append(segment.to)
      left[segment.to].append(segment.from)
    }
    self.left = left
    self.right = right
    columns = lattice.columns
    position = Array(repeating: 0, count: lattice.items.count)
    for column in columns.indices { settle(column) }
  }

  private mutating func best(sweeps: Int) -> [[Int]] {
    var best = columns
    var fewest = crossings
    for sweep in 0..<sweeps {
      if fewest == 0 { break }
      let goesRight = sweep.isMultiple(of: 2)
      for column in goesRight ? Array(columns.indices) : columns.indices.reversed() {
        sort(column, by: goesRight ? left : right)
      }
      let count = crossings
      if count < fewest { (best, fewest) = (columns, count) }
    }
    columns = best
    for column in columns.indices { settle(column) }
    swapNeighbours()
    return columns
  }

  private mutating func settle(_ column: Int) {
    for (index, item) in columns[column].enumerated() { position[item] = index }
  }

  private mutating func sort(_ column: Int, by neighbours: [[Int]]) {
    let keyed = columns[column].enumerated().map { index, item in
      let near = neighbours[item]
      // Without neighbours an item stays about where it is.
      let centre =
        near.isEmpty
        ? Double(index) : Double(near.reduce(0) { $0 + position[$1] }) / Double(near.count)
      return (centre, index, item)
    }
    columns[column] = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    settle(column)
  }

  /// How many pairs of segments cross.
  private var crossings: Int {
    columns.indices.dropLast().reduce(0) { $0 + crossings(after: $1) }
  }

  /// Counts by a tree of partial sums: for each segment, those before it that end below it.
  private func crossings(after column: Int) -> Int {
    let size = columns[column + 1].count
    var sums = Array(repeating: 0, count: size + 1)
    var count = 0
    var seen = 0
    for item in columns[column] {
      let ends = right[item].map { position[$0] }.sorted()
      for end in ends {
        var index = end + 1
        var notBelow = 0
        while index > 0 {
          notBelow += sums[index]
          index &= index - 1
        }
        count += seen - notBelow
      }
      for end in ends {
        var index = end + 1
        while index <= size {
          sums[index] += 1
          index += index & -index
        }
        seen += 1
      }
    }
    return count
  }

  /// Swaps neighbours while that helps; only where it costs little.
  private mutating func swapNeighbours() {
    if position.count > 400 { return }
    for _ in 0..<8 {
      var isBetter = false
      for column in columns.indices {
        for index in columns[column].indices.dropLast() {
          let before = crossings(around: column)
          columns[column].swapAt(index, index + 1)
          settle(column)
          if crossings(around: column) < before {
            isBetter = true
          } else {
            columns[column].swapAt(index, index + 1)
            settle(column)
          }
        }
      }
      if !isBetter { break }
    }
  }

  private func crossings(around column: Int) -> Int {
    (column > 0 ? crossings(after: column - 1) : 0)
      + (column + 1 < columns.count ? crossings(after: column) : 0)
  }
}
