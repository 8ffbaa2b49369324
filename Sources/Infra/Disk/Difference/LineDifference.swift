/// Which lines of two texts differ, found in bounded time.
///
/// Shortest edits (Myers 1986) where they are short; beyond that the lines that occur once in both
/// texts are taken for the same and what lies between is compared again; where there are none,
/// everything in between counts as replaced.
struct LineDifference {
  /// Lines of the old text that the new text replaces by others, where either may be none.
  struct Block: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// What differs, in order, with at least one equal line between two blocks.
  private(set) var blocks: [Block] = []

  private let old: [Int]
  private let new: [Int]

  /// The number of edits up to which the shortest are looked for.
  private static let maximumEdits = 256

  /// How often a gap between unique lines is looked at anew.
  private static let maximumDepth = 24

  init(_ before: Lines, _ after: Lines) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ lines: Lines) -> [Int] {
      (0..<lines.count).map { index in
        let line = lines[index]
        if let known = numbers[line] { return known }
        numbers[line] = numbers.count
        return numbers.count - 1
      }
    }
    old = number(before)
    new = number(after)
    compare(Block(old: 0..<old.count, new: 0..<new.count), depth: 0)
  }

  private mutating func compare(_ whole: Block, depth: Int) {
    var block = whole
    while let left = block.old.first, let right = block.new.first, old[left] == new[right] {
      block.old.removeFirst()
      block.new.removeFirst()
    }
    while let left = block.old.last, let right = block.new.last, old[left] == new[right] {
      block.old.removeLast()
      block.new.removeLast()
    }
    if block.old.isEmpty && block.new.isEmpty { return }
    if block.old.isEmpty || block.new.isEmpty || depth == Self.maximumDepth {
      return add(block)
    }
    if let matches = shortestEdits(in: block) {
      for gap in gaps(of: matches, in: block) { add(gap) }
      return
    }
    let matches = uniqueLines(in: block)
    if matches.isEmpty { return add(block) }
    for gap in gaps(of: matches, in: block) { compare(gap, depth: depth + 1) }
  }

  private mutating func add(_ block: Block) {
    if block.old.isEmpty && block.new.isEmpty { return }
    if let last = blocks.last, last.old.upperBound == block.old.lowerBound,
      last.new.upperBound == block.new.lowerBound
    {
      blocks[blocks.count - 1].old = last.old.lowerBound..<block.old.upperBound
      blocks[blocks.count - 1].new = last.new.lowerBound..<block.new.upperBound
    } else {
      blocks.append(block)
    }
  }

  /// What lies before, between and after matching lines.
  private func gaps(of matches: [(old: Int, new: Int)], in block: Block) -> [Block] {
    var result: [Block] = []
    var start = (old: block.old.lowerBound, new: block.new.lowerBound)
    for match in matches + [(block.old.upperBound, block.new.upperBound)] {
      if match.old > start.old || match.new > start.new {
        result.append(Block(old: start.old..<match.old, new: start.new..<match.new))
      }
      start = (match.old + 1, match.new + 1)
    }
    return result
  }
}

extension LineDifference {
  /// The lines that a shortest sequence of edits keeps, or nil where it would be long.
  private func shortestEdits(in block: Block) -> [(old: Int, new: Int)]? {
    let limit = min(Self.maximumEdits, block.old.count + block.new.count)
    // How far each diagonal reaches, after every number of edits; diagonal k lies at k + edits.
    var reaches: [[Int]] = []
    for edits in 0...limit {
      var reach = [Int](repeating: 0, count: 2 * edits + 1)
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        var x = edits == 0 ? 0 : start(of: diagonal, edits: edits, in: reaches[edits - 1]).x
        var y = x - diagonal
        while x < block.old.count, y < block.new.count,
          old[block.old.lowerBound + x] == new[block.new.lowerBound + y]
        {
          x += 1
          y += 1
        }
        reach[diagonal + edits] = x
        if x >= block.old.count, y >= block.new.count {
          return path(through: reaches, to: diagonal, edits: edits, in: block)
        }
      }
      reaches.append(reach)
    }
    return nil
  }

  /// Where a diagonal begins after one more edit, and whether that removed a line.
  private func start(
    of diagonal: Int,
    edits: Int,
    in previous: [Int]
  ) -> (x: Int, isRemoval: Bool) {
    func reach(_ other: Int) -> Int? {
      abs(other) < edits ? previous[other + edits - 1] : nil
    }
    guard let left = reach(diagonal - 1) else { return (reach(diagonal + 1) ?? 0, false) }
    guard let above = reach(diagonal + 1) else { return (left + 1, true) }
    return left < above ? (above, false) : (left + 1, true)
  }

  private func path(
    through reaches: [[Int]],
    to last: Int,
    edits: Int,
    in block: Block
  ) -> [(old: Int, new: Int)] {
    var matches: [(old: Int, new: Int)] = []
    var diagonal = last
    var x = block.old.count
    for edits in stride(from: edits, through: 0, by: -1) {
      let begin =
        edits == 0
        ? (x: 0, isRemoval: false) : start(of: diagonal, edits: edits, in: reaches[edits - 1])
      while x > begin.x {
        x -= 1
        matches.append((block.old.lowerBound + x, block.new.lowerBound + x - diagonal))
      }
      x = begin.isRemoval ? begin.x - 1 : begin.x
      diagonal += begin.isRemoval ? -1 : 1
    }
    return matches.reversed()
  }

  /// The lines that occur once in both texts, the most that keep their order.
  private func uniqueLines(in block: Block) -> [(old: Int, new: Int)] {
    var positions: [Int: (old: Int, new: Int, count: Int)] = [:]
    for index in block.old {
      let known = positions[old[index]]
      positions[old[index]] = (index, -1, (known?.count ?? 0) + 1)
    }
    for index in block.new {
      guard let known = positions[new[index]] else { continue }
      positions[new[index]] = (known.old, index, known.count + (known.new < 0 ? 0 : 1))
    }
    let unique = positions.values.filter { $0.count == 1 && $0.new >= 0 }.sorted { $0.old < $1.old }

    // The longest increasing sequence of new positions, by piles of cards.
    var piles: [Int] = []
    var previous = [Int](repeating: -1, count: unique.count)
    for (index, card) in unique.enumerated() {
      var low = 0
      var high = piles.count
      while low < high {
        let middle = (low + high) / 2
        if unique[piles[middle]].new < card.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = piles[low - 1] }
      if low == piles.count { piles.append(index) } else { piles[low] = index }
    }
    var matches: [(old: Int, new: Int)] = []
    var index = piles.last ?? -1
    while index >= 0 {
      matches.append((unique[index].old, unique[index].new))
      index = previous[index]
    }
    return matches.reversed()
  }
}
