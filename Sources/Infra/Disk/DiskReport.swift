/// What a run did, or would do, to the disk.
package struct DiskReport: Sendable {
  /// One entry per generated file, sorted by path.
  package let files: [Change]

  /// One entry per index of an environment, sorted by path, which people rarely want to see.
  package let indexes: [Change]

  /// What is odd but stops nothing, such as an index with conflict markers.
  package let notes: [DiskProblem]

  /// Whether the disk now is as described; false for a preview and wherever a file was refused.
  package let isWritten: Bool

  /// The files that hold somebody else's bytes; one is enough for nothing to be written.
  package var refused: [Change] { files.filter { $0.kind == .refused } }

  /// How many files share a fate.
  package func count(of kind: Change.Kind) -> Int {
    files.count { $0.kind == kind }
  }

  /// Where the disk differs from the description, indexes included, as `check` reports it.
  package var drift: [Drift] { (files + indexes).compactMap(Drift.init) }
}

/// One file that is not as the description says.
package struct Drift: Sendable, Hashable {
  /// How it differs.
  package enum Kind: String, Sendable {
    case missing
    case stale
    case unexpected
  }

  /// How it differs.
  package let kind: Kind

  /// The file, and what generating would do to it.
  package let change: Change

  init?(_ change: Change) {
    switch (change.old, change.new) {
    case (nil, .some): kind = .missing
    case (.some, nil): kind = .unexpected
    case (let old?, let new?) where !areEqual(old, new): kind = .stale
    default: return nil
    }
    self.change = change
  }
}
