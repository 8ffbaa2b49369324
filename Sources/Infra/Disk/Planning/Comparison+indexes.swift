extension Comparison {
  /// Decides what every index is to say.
  mutating func compareIndexes() {
    var wanted: [String: OwnershipIndex] = [:]
    var digests: [String: Digest] = [:]
    for entry in tree.entries {
      digests[entry.path] = entry.digest
      for owner in entry.owners {
        wanted[owner, default: OwnershipIndex()].digests[entry.path] = entry.digest
      }
    }
    let others = others
    for name in tree.environments where !ownership.names.contains(name) {
      replace(Ownership.Record(), of: name, by: wanted[name] ?? OwnershipIndex())
    }
    for name in ownership.names {
      guard let record = ownership.records[name] else { continue }
      let isOutside = !tree.environments.contains(name)
      if record.fault != nil {
        note(record, of: name, isOutside: isOutside)
        if isOutside { continue }
      }
      if others.contains(name) {
        // Its shared files are written in this run, so what it says of them follows.
        var index = record.index
        for (path, digest) in digests where index.digests[path] != nil {
          index.digests[path] = digest
        }
        replace(record, of: name, by: index)
      } else {
        var index = wanted[name] ?? OwnershipIndex()
        for path in kept where index.digests[path] == nil {
          guard let known = record.index.digests[path] else { continue }
          let isLeft = tree.leaving[name]?.contains(path) ?? false
          if isLeft || digests[path] == nil { index.digests[path] = digests[path] ?? known }
        }
        replace(record, of: name, by: index)
      }
    }
  }

  private mutating func replace(
    _ record: Ownership.Record,
    of name: String,
    by index: OwnershipIndex
  ) {
    let path = OwnershipIndex.path(of: name)
    let new = index.digests.isEmpty ? nil : index.bytes
    let previous = record.bytes.map { Steps.Previous(bytes: $0, mode: record.mode ?? 0o644) }
    let kind: Change.Kind
    switch (previous, new) {
    case (nil, nil): return
    case (let previous?, nil):
      kind = .removed
      steps.retiredIndexes.append(Steps.Removal(path: path, previous: previous))
    case (let previous?, let new?) where previous.bytes == new:
      kind = .unchanged
    case (_, let new?):
      kind = previous == nil ? .created : .updated
      steps.indexes.append(Steps.Write(path: path, contents: new, previous: previous))
    }
    indexes.append(Change(kind, path, environments: [name], old: record.bytes, new: new))
  }

  private mutating func note(_ record: Ownership.Record, of name: String, isOutside: Bool) {
    guard let fault = record.fault else { return }
    let path = OwnershipIndex.path(of: name)
    if record.bytes == nil, !isOutside {
      problems.append(Self.blocked(path, .other, place: nil))
      return
    }
    notes.append(
      DiskProblem(
        .unreadableIndex,
        "'\(path)' \(fault), so it counts for nothing: files that differ from the last commit are "
          + "taken for edited",
        help: isOutside
          ? "run 'infra generate \(name)', or delete its folder where the environment is gone"
          : "a run that succeeds writes it anew; after a merge, first settle the listed files"
      )
    )
  }
}
