/// Where paths really lead, once links on the way are followed.
struct Containment {
  /// What a folder of a path turned out to be.
  private enum Folder {
    case present(String)
    case missing(String)
    case wrong(DiskProblem)
  }

  private let root: String
  private let fileSystem: any FileSystem
  private var folders: [String: Folder] = [:]

  /// Looks below a root whose own path has no links in it.
  init(root: String, on fileSystem: any FileSystem) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Why a file at this path would not lie safely below the root, or nil where it would.
  mutating func problem(
    with path: String,
    place: String?
  ) throws(SystemError) -> DiskProblem? {
    guard case .wrong(let problem) = try folder(RelativePath.parent(of: path)) else { return nil }
    return DiskProblem(
      problem.code,
      "'\(path)' cannot be written: \(problem.message)",
      help: problem.help,
      place: place
    )
  }

  /// The path below the root that a path stands for when links are followed.
  mutating func realPath(of path: String) throws(SystemError) -> String {
    switch try folder(RelativePath.parent(of: path)) {
    case .present(let real), .missing(let real):
      let name = RelativePath.components(of: path).last ?? ""
      return real.isEmpty ? String(name) : "\(real)/\(name)"
    case .wrong: return path
    }
  }

  private mutating func folder(_ path: String) throws(SystemError) -> Folder {
    if path.isEmpty { return .present("") }
    if let known = folders[path] { return known }
    let result: Folder
    let name = RelativePath.components(of: path).last ?? ""
    switch try folder(RelativePath.parent(of: path)) {
    case .wrong(let problem): result = .wrong(problem)
    case .missing(let real): result = .missing("\(real)/\(name)")
    case .present(let real):
      result = try look(at: path, real: real.isEmpty ? String(name) : "\(real)/\(name)")
    }
    folders[path] = result
    return result
  }

  private func look(at path: String, real: String) throws(SystemError) -> Folder {
    switch try fileSystem.status(of: "\(root)/\(path)")?.kind {
    case nil: return .missing(real)
    case .directory: return .present(real)
    case .file, .other:
      return .wrong(
        DiskProblem(
          .blockedPath,
          "'\(path)' is a file, not a folder",
          help: "move '\(path)' away, or choose another place"
        )
      )
    case .symbolicLink: return try follow(path)
    }
  }

  private func follow(_ path: String) throws(SystemError) -> Folder {
    let target: String
    do { target = try fileSystem.realPath(of: "\(root)/\(path)") } catch {
      guard error.isMissing else { throw error }
      return .wrong(
        DiskProblem(
          .blockedPath,
          "'\(path)' is a link that leads nowhere",
          help: "remove the link, or create what it points to"
        )
      )
    }
    let prefix = root == "/" ? root : "\(root)/"
    let real = target == root ? "" : String(target.dropFirst(prefix.count))
    guard target == root || target.hasPrefix(prefix) else {
      return outside(path, "'\(path)' is a link that leads out of the root, to '\(target)'")
    }
    if !real.isEmpty, let fault = RelativePath.fault(in: real) {
      return outside(
        path,
        "'\(path)' is a link to '\(target)', which is no place for files: \(fault)"
      )
    }
    guard try fileSystem.status(of: target)?.kind == .directory else {
      return .wrong(
        DiskProblem(
          .blockedPath,
          "'\(path)' is a link to something that is no folder",
          help: "remove the link, or choose another place"
        )
      )
    }
    return .present(real)
  }

  private func outside(_ path: String, _ message: String) -> Folder {
    .wrong(
      DiskProblem(
        .outsideRoot,
        message,
        help: "replace the link '\(path)' by a folder, or choose another place"
      )
    )
  }
}
