extension Comparison {
  /// Decides what becomes of files that indexes name and nobody asks for any more.
  mutating func compareUnwanted() throws(SystemError) {
    let wanted = Set(tree.entries.map(\.path))
    let others = others
    let unreadable = others.filter { ownership.records[$0]?.fault != nil }
    let byName = Dictionary(grouping: wanted) { RelativePath.name(of: $0).lowercased() }
    var unwanted: Set<String> = []
    for name in ownership.names where !others.contains(name) {
      unwanted.formUnion(ownership.records[name]?.index.digests.keys.map(\.self) ?? [])
    }
    kept = tree.leaving.values.reduce(into: []) { $0.formUnion($1) }
    for path in unwanted.subtracting(wanted).subtracting(kept).sorted() {
      let owners = ownership.owners(of: path)
      if owners.contains(where: others.contains) { continue }
      if let other = unreadable.first {
        kept.insert(path)
        notes.append(
          DiskProblem(
            .keptFile,
            "'\(path)' is not generated any more but stays: '\(OwnershipIndex.path(of: other))' "
              + "cannot be read, so '\(other)' may still need it",
            help: "run 'infra generate \(other)', then this again"
          )
        )
        continue
      }
      let namesakes = byName[RelativePath.name(of: path).lowercased()] ?? []
      try compareUnwanted(path, owners: owners, namesakes: namesakes)
    }
  }

  private mutating func compareUnwanted(
    _ path: String,
    owners: [String],
    namesakes: [String]
  ) throws(SystemError) {
    // A path that leads elsewhere by now, or to something else, has ceased to be ours.
    if try containment.problem(with: path, place: nil) != nil { return }
    guard let status = try fileSystem.status(of: absolute(path)), status.kind == .file else {
      return
    }
    // Where the disk folds case, `Render.yaml` must not go once it is `render.yaml`.
    for namesake in namesakes
    where try fileSystem.status(of: absolute(namesake))?.identity == status.identity { return }
    let old = try fileSystem.read(absolute(path))
    let isOurs = policy.force || ownership.wrote(Digest(of: old), to: path)
    files.append(
      Change(
        isOurs ? .removed : .refused,
        path,
        environments: owners,
        old: old,
        new: nil,
        refusal: isOurs ? nil : .obsoleteButEdited
      )
    )
    if isOurs {
      let previous = Steps.Previous(bytes: old, mode: status.mode)
      steps.removals.append(Steps.Removal(path: path, previous: previous))
    }
  }

  /// Finds what killed runs left, and the folders that may be empty after this one.
  mutating func findLeftovers() throws(SystemError) {
    let wanted = Set(tree.entries.map(\.path))
    let indexes = (ownership.names + tree.environments).map(OwnershipIndex.path)
    var folders = Set(wanted.union(ownership.mentioned).map(RelativePath.parent))
    folders.formUnion(indexes.map(RelativePath.parent))
    for folder in folders.sorted() {
      let isSafe = try containment.problem(with: "\(folder)/x", place: nil) == nil
      let path = folder.isEmpty ? root : absolute(folder)
      guard folder.isEmpty || isSafe, try fileSystem.status(of: path) != nil else { continue }
      for name in try fileSystem.entries(of: path) where TemporaryName.kind(of: name) == .file {
        steps.leftovers.append(folder.isEmpty ? name : "\(folder)/\(name)")
      }
    }
    steps.interrupted = ownership.interrupted

    let stays = others.flatMap { ownership.records[$0]?.index.digests.keys.map(\.self) ?? [] }
    let gone = ownership.mentioned.subtracting(wanted).subtracting(kept).subtracting(stays)
    let indexPaths = steps.retiredIndexes.map(\.path) + steps.interrupted
    let emptied = Set((gone.sorted() + indexPaths).flatMap(RelativePath.parents))
      .union(ownership.emptyFolders)
    steps.emptied = emptied.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }
}
