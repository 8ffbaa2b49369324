extension Disk {
  /// The comparison, or an error where anything makes the run impossible.
  func compare(
    _ tree: DesiredTree,
    _ policy: Comparison.Policy
  ) throws(DiskError) -> Comparison {
    let comparison: Comparison
    do {
      let root = try resolvedRoot()
      comparison = try Comparison(tree, root: root, policy: policy, on: fileSystem)
    } catch {
      throw DiskError([error.problem()])
    }
    if !comparison.problems.isEmpty { throw DiskError(comparison.problems) }
    return comparison
  }

  /// The root without links in it, or as it was given where it does not exist yet.
  func resolvedRoot() throws(SystemError) -> String {
    try fileSystem.status(of: root) == nil ? root : fileSystem.realPath(of: root)
  }

  /// Creates the root where it is missing, and answers which folders that took.
  func makeRoot() throws(DiskError) -> [String] {
    var made: [String] = []
    do throws(SystemError) {
      for folder in try missingFolders() {
        do { try fileSystem.makeDirectory(folder) } catch {
          if error.isExisting { continue }
          throw error
        }
        made.append(folder)
      }
      let real = try fileSystem.realPath(of: root)
      if try fileSystem.status(of: real)?.kind == .directory { return made }
    } catch {
      remove(made)
      throw DiskError([error.problem()])
    }
    throw DiskError([
      DiskProblem(
        .blockedPath,
        "'\(RelativePath.displayed(root))' is a file, so nothing can be written below it",
        help: "name a folder with --output, or move the file away"
      )
    ])
  }

  /// Removes folders again, unless something is in them by now.
  func remove(_ folders: [String]) {
    for folder in folders.reversed() { try? fileSystem.removeDirectory(folder) }
  }

  private func missingFolders() throws(SystemError) -> [String] {
    var missing: [String] = []
    var folder = root
    while !folder.isEmpty, try fileSystem.status(of: folder) == nil {
      missing.append(folder)
      folder = RelativePath.parent(of: folder)
    }
    return missing.reversed()
  }
}
