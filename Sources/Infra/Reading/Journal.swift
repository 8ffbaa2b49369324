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

  /// How much was written down, to go back to.
  struct Mark {
    fileprivate let visits: Int
    fileprivate let faults: Int
  }

  private var visits: [Visit] = []

  /// What the vendor's format refuses of values that were read all the same.
  private(set) var faults: [Reader.Fault] = []

  private var knownFaults: Set<Reader.Fault> = []

  /// Values of which a type has asked whether they are true or false: it takes either kind.
  private var eitherKind: Set<ObjectIdentifier> = []

  func takesEitherKind(at path: Path) { eitherKind.insert(ObjectIdentifier(path)) }

  func isTakenInEitherKind(at path: Path) -> Bool { eitherKind.contains(ObjectIdentifier(path)) }

  var mark: Mark { Mark(visits: visits.count, faults: faults.count) }

  func record(_ visit: Visit) { visits.append(visit) }

  /// Writes down a fault; a type may look at a value twice.
  func record(_ fault: Reader.Fault) {
    if knownFaults.insert(fault).inserted { faults.append(fault) }
  }

  func forget(since mark: Mark) {
    if mark.visits < visits.count { visits.removeSubrange(mark.visits...) }
    if mark.faults < faults.count {
      knownFaults.subtract(faults[mark.faults...])
      faults.removeSubrange(mark.faults...)
    }
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
