/// Which keys of the file somebody knew.
///
/// A type may ask for several containers of one map, so a key is unknown only if none knew it.
final class Journal {
  /// One container's view of one map.
  final class Visit {
    let entries: [SourceNode.Entry]
    let path: Path?
    var known: [Bool]

    init(entries: [SourceNode.Entry], path: Path?, known: [Bool]) {
      self.entries = entries
      self.path = path
      self.known = known
    }
  }

  private var visits: [Visit] = []

  var count: Int { visits.count }

  func record(_ visit: Visit) { visits.append(visit) }

  func forget(from start: Int) {
    if start < visits.count { visits.removeSubrange(start...) }
  }

  /// The keys that no container knew, in the file's order.
  func unknownKeys() -> [Reader.UnknownKey] {
    guard visits.contains(where: { $0.known.contains(false) }) else { return [] }
    // Containers of one map share the way to it.
    var maps: [ObjectIdentifier?: Int] = [:]
    var merged: [(visit: Visit, known: [Bool])] = []
    for visit in visits {
      let identity = visit.path.map { ObjectIdentifier($0) }
      if let map = maps[identity] {
        for index in visit.known.indices where visit.known[index] {
          merged[map].known[index] = true
        }
      } else {
        maps[identity] = merged.count
        merged.append((visit, visit.known))
      }
    }
    var found: [Reader.UnknownKey] = []
    for (visit, known) in merged {
      for (entry, isKnown) in zip(visit.entries, known) where !isKnown {
        let path = Path(.key(entry.key), under: visit.path).text.onOneLine
        found.append(Reader.UnknownKey(path: path, line: entry.line))
      }
    }
    return found.enumerated()
      .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }
}
