/// The description held against the disk: what would happen to every file, and how to do it.
struct Comparison {
  /// How a person wants conflicts to be settled.
  struct Policy {
    /// Whether bytes that are not ours may be lost.
    var force = false

    /// Whether the run holds every environment of the description, so that any other is gone.
    var isComplete = false

    /// The committed bytes of a path, asked only about files that no index explains.
    var committed: (_ path: String) -> [UInt8]? = { _ in nil }
  }

  /// What happens to the generated files.
  var files: [Change] = []

  /// What happens to the indexes.
  var indexes: [Change] = []

  /// What is odd but stops nothing.
  var notes: [DiskProblem] = []

  /// What makes the run impossible.
  var problems: [DiskProblem] = []

  /// How to do it.
  var steps = Steps()

  /// Files that nobody asks for but that stay, and therefore stay in the indexes.
  var kept: Set<String> = []

  let tree: DesiredTree
  let root: String
  let policy: Policy
  let fileSystem: any FileSystem
  var ownership = Ownership()
  var containment: Containment

  /// Compares what is wanted with what lies below a root whose path has no links in it.
  init(
    _ tree: DesiredTree,
    root: String,
    policy: Policy,
    on fileSystem: any FileSystem
  ) throws(SystemError) {
    self.tree = tree
    self.root = root
    self.policy = policy
    self.fileSystem = fileSystem
    containment = Containment(root: root, on: fileSystem)
    for name in tree.environments {
      let path = OwnershipIndex.path(of: name)
      if let problem = try containment.problem(with: path, place: nil) { problems.append(problem) }
    }
    if !problems.isEmpty { return }

    ownership = try Ownership(root: root, names: tree.environments, on: fileSystem)
    try compareWanted()
    try compareUnwanted()
    compareIndexes()
    files.sort { $0.path < $1.path }
    indexes.sort { $0.path < $1.path }
  }

  /// Environments that this run neither holds nor knows to be gone.
  var others: [String] {
    policy.isComplete ? [] : ownership.names.filter { !tree.environments.contains($0) }
  }

  func absolute(_ path: String) -> String {
    root == "/" ? "/\(path)" : "\(root)/\(path)"
  }

  private mutating func compareWanted() throws(SystemError) {
    let others = others
    var real: [String: String] = [:]
    for entry in tree.entries {
      if let problem = try containment.problem(with: entry.path, place: entry.place) {
        problems.append(problem)
        continue
      }
      let destination = try containment.realPath(of: entry.path)
      if let other = real.updateValue(entry.path, forKey: destination) {
        problems.append(
          DiskProblem(
            .pathCollision,
            "'\(entry.path)' and '\(other)' are one file, because a folder on the way is a link",
            help: "give one of them another path with 'at:'",
            place: entry.place
          )
        )
        continue
      }
      let owners = entry.owners + ownership.owners(of: entry.path).filter(others.contains)
      try compare(entry, owners: owners)
    }
  }

  private mutating func compare(
    _ entry: DesiredTree.Entry,
    owners: [String]
  ) throws(SystemError) {
    let path = absolute(entry.path)
    func change(_ kind: Change.Kind, old: [UInt8]?, _ refusal: Change.Refusal? = nil) -> Change {
      Change(
        kind,
        entry.path,
        environments: owners,
        place: entry.place,
        old: old,
        new: entry.contents,
        refusal: refusal
      )
    }
    guard let status = try fileSystem.status(of: path) else {
      files.append(change(.created, old: nil))
      steps.files.append(Steps.Write(path: entry.path, contents: entry.contents, previous: nil))
      return
    }
    guard status.kind == .file else {
      problems.append(Self.blocked(entry.path, status.kind, place: entry.place))
      return
    }
    let old = try fileSystem.read(path)
    if areEqual(old, entry.contents) {
      files.append(change(.unchanged, old: old))
    } else if policy.force || ownership.wrote(Digest(of: old), to: entry.path)
      || policy.committed(entry.path) == old
    {
      let previous = Steps.Previous(bytes: old, mode: status.mode)
      files.append(change(.updated, old: old))
      steps.files.append(
        Steps.Write(path: entry.path, contents: entry.contents, previous: previous)
      )
    } else {
      let isOurs = !ownership.owners(of: entry.path).isEmpty
      let reason: Change.Refusal = isOurs ? .editedByHand : .notOurs
      files.append(
        change(.refused, old: old, ConflictMarkers.areIn(old) ? .conflicted : reason)
      )
    }
  }

  static func blocked(_ path: String, _ kind: FileStatus.Kind, place: String?) -> DiskProblem {
    let found =
      switch kind {
      case .directory: "a folder"
      case .symbolicLink: "a link, and infra writes plain files only,"
      case .file, .other: "something that is no plain file"
      }
    return DiskProblem(
      .blockedPath,
      "'\(path)' cannot be written: \(found) is there",
      help: "move it away, or choose another place",
      place: place
    )
  }
}
