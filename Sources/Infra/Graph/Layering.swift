/// Which column each resource stands in, counted from the left.
struct Layering {
  /// The columns; nil for a resource that has nothing to do with any other.
  let columns: [Int?]

  /// Puts every resource left of all that it refers to, as far right as it can stand.
  ///
  /// The column is the longest path to the data; a full column sends what follows further left, so
  /// that many readers of one database are not one endless column.
  init(nodes: Int, links: [Link]) {
    var outgoing: [[Int]] = Array(repeating: [], count: nodes)
    var incoming: [[Int]] = Array(repeating: [], count: nodes)
    for link in links {
      outgoing[link.tail].append(link.head)
      incoming[link.head].append(link.tail)
    }
    let limit = Self.limit(nodes)
    var waiting = outgoing.map(\.count)
    var distances: [Int?] = Array(repeating: nil, count: nodes)
    var counts: [Int] = []
    var ready = (0..<nodes).filter { outgoing[$0].isEmpty && !incoming[$0].isEmpty }
    while !ready.isEmpty {
      var next: [Int] = []
      for node in ready {
        var distance = (outgoing[node].compactMap { distances[$0] }.max() ?? -1) + 1
        while distance < counts.count, counts[distance] >= limit { distance += 1 }
        while counts.count <= distance { counts.append(0) }
        counts[distance] += 1
        distances[node] = distance
        for reader in incoming[node] {
          waiting[reader] -= 1
          if waiting[reader] == 0 { next.append(reader) }
        }
      }
      ready = next
    }
    let last = counts.count - 1
    columns = distances.map { distance in distance.map { last - $0 } }
  }

  /// How many resources stand in one column before it is full: twice as many as would make a square
  /// of names, since a card is wider than high.
  private static func limit(_ nodes: Int) -> Int {
    max(4, Int((2.5 * Double(nodes)).squareRoot().rounded(.up)))
  }
}
