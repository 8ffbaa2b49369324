/// The candidate that a misspelt word most likely means, or nil when none is near.
///
/// Case counts for nothing, and two neighbouring letters in the wrong order count as one mistake. Of
/// equally near candidates the first wins.
package func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased().unicodeScalars)
    // A third of the letters may be wrong: more, and the suggestion would only puzzle.
    let allowed = max(1, max(wanted.count, letters.count) / 3)
    let limit = min(allowed, best.map { $0.distance - 1 } ?? allowed)
    guard limit >= 0, let distance = editDistance(wanted, letters, limit: limit) else { continue }
    best = (candidate, distance)
    if distance == 0 { break }
  }
  return best?.candidate
}

/// The fewest insertions, deletions, replacements and swaps of neighbours between two words, or nil
/// when there are more than the limit.
private func editDistance(
  _ left: [Unicode.Scalar],
  _ right: [Unicode.Scalar],
  limit: Int
) -> Int? {
  if abs(left.count - right.count) > limit { return nil }
  var before: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, before[column - 1] + 1)
      }
      current.append(cost)
    }
    before = last
    last = current
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
