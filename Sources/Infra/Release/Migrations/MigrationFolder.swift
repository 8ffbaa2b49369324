import InfraDisk

/// The folder that a repository keeps its migrations in.
package struct MigrationFolder: Sendable, Hashable {
  /// The path from the root.
  package let path: String

  /// How it is laid out.
  package let layout: MigrationLayout

  /// Finds the folder of a repository, or takes the one that a person names; nil where there is
  /// none.
  ///
  /// Git's list is searched, so that nothing is found which is ignored.
  package static func find(
    named name: String?,
    in root: String
  ) throws(ReleaseProblem) -> MigrationFolder? {
    let files = try Git(root: root).output(
      of: ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.sql"]
    ).split(separator: "\0").map(String.init)
    if let name { return try named(name, among: files, in: root) }
    let found = folders(of: files)
    if found.count > 1 {
      throw ReleaseProblem(
        "there are several folders of migrations: \(found.map(\.path).joined(separator: ", "))",
        help: "name the one of the database that is released: --folder \(found[0].path)"
      )
    }
    return found.first
  }

  private static func named(
    _ name: String,
    among files: [String],
    in root: String
  ) throws(ReleaseProblem) -> MigrationFolder {
    var path = name
    while path.hasSuffix("/") { path.removeLast() }
    if path.hasPrefix("./") { path = String(path.dropFirst(2)) }
    let below = files.filter { $0.hasPrefix(path + "/") }.map { $0.dropFirst(path.count + 1) }
    for layout in [MigrationLayout.prisma, .files]
    where below.contains(where: { layout.name(of: String($0)) != nil }) {
      return MigrationFolder(path: path, layout: layout)
    }
    throw ReleaseProblem(
      "'\(name)' has no migrations: neither files *.sql nor folders with a migration.sql",
      help: "name a folder by its path from \(root)"
    )
  }

  /// The folders that migrations are usually in: `…/migrations/*.sql`, and Prisma's
  /// `…/migrations/*/migration.sql`.
  private static func folders(of files: [String]) -> [MigrationFolder] {
    var found: [MigrationFolder] = []
    for file in files {
      let parts = file.split(separator: "/").map(String.init)
      guard let last = parts.lastIndex(where: { $0.lowercased() == "migrations" }) else { continue }
      let path = parts[...last].joined(separator: "/")
      let rest = parts[(last + 1)...].joined(separator: "/")
      for layout in [MigrationLayout.files, .prisma] where layout.name(of: rest) != nil {
        let folder = MigrationFolder(path: path, layout: layout)
        if !found.contains(folder) { found.append(folder) }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// The migrations of the work tree, in the order in which they are applied.
  package func present(in root: String) throws(ReleaseProblem) -> [MigrationFile] {
    let disk = LocalFileSystem()
    let folder = "\(root)/\(path)"
    var paths: [String] = []
    do throws(SystemError) {
      for entry in try disk.entries(of: folder) {
        switch layout {
        case .files: paths.append(entry)
        case .prisma:
          let file = "\(entry)/migration.sql"
          if try disk.status(of: "\(folder)/\(file)") != nil { paths.append(file) }
        }
      }
      return try files(paths) { below throws(SystemError) in
        try disk.read("\(folder)/\(below)")
      }
    } catch {
      throw ReleaseProblem(
        "cannot \(error.action) '\(error.path)': \(error.reason)",
        help: error.help
      )
    }
  }

  /// The migrations that a revision has, in the order in which they are applied.
  package func past(at revision: String, in root: String) throws(ReleaseProblem) -> [MigrationFile]
  {
    let listed = try Git(root: root).output(
      of: ["ls-tree", "-r", "-z", "--name-only", revision, "--", "\(path)/"]
    ).split(separator: "\0").map(String.init)
    let below = listed.filter { $0.hasPrefix("\(path)/") }
      .map { String($0.dropFirst(path.count + 1)) }
      .filter { layout.name(of: $0) != nil }
    let answer = GitRevision(revision, root: root).contents(of: below.map { "\(path)/\($0)" })
    guard case .files(let contents) = answer else {
      throw ReleaseProblem(
        "git cannot read '\(path)' at \(revision)",
        help: "fetch the tag first: git fetch --tags"
      )
    }
    return files(below) { contents["\(path)/\($0)"] ?? [] }
  }

  private func files<Problem>(
    _ paths: [String],
    read: (String) throws(Problem) -> [UInt8]
  ) throws(Problem) -> [MigrationFile] {
    var files: [MigrationFile] = []
    for below in paths {
      guard let name = layout.name(of: below) else { continue }
      let text = String(decoding: try read(below), as: UTF8.self)
      files.append(MigrationFile(name: name, path: "\(path)/\(below)", text: text))
    }
    return files.sorted { layout.precedes($0.name, $1.name) }
  }
}
