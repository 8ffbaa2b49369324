/// What all environments of a run want, one entry per path, checked without looking at the disk.
struct DesiredTree {
  /// One file and everyone who asks for it.
  struct Entry {
    let path: String
    let contents: [UInt8]
    let digest: Digest
    let place: String

    /// The environments that ask for it, each once.
    var owners: [String]
  }

  /// The entries, sorted by path.
  let entries: [Entry]

  /// The environments of the run, each once, in the order given.
  let environments: [String]

  /// Paths that stay as they are, by the environment that asks for them.
  let leaving: [String: Set<String>]

  init(_ environments: [EnvironmentFiles]) throws(DiskError) {
    var problems: [DiskProblem] = []
    var entries: [String: Entry] = [:]
    var spellings = Spellings()
    var names: [String] = []
    for environment in environments {
      if let fault = RelativePath.fault(inName: environment.name) {
        problems.append(
          DiskProblem(
            .unsafePath,
            "environment '\(RelativePath.displayed(environment.name))' cannot name a folder: \(fault)",
            help: "name it with letters, digits and '-', such as 'prod'"
          )
        )
        continue
      }
      if names.contains(environment.name) == false {
        names.append(environment.name)
        spellings.add(OwnershipIndex.path(of: environment.name), place: nil, to: &problems)
      }
      for file in environment.files {
        guard let problem = Self.fault(of: file) else {
          Self.add(file, of: environment.name, to: &entries, &spellings, &problems)
          continue
        }
        problems.append(problem)
      }
    }
    if !problems.isEmpty { throw DiskError(problems) }
    self.entries = entries.values.sorted { $0.path < $1.path }
    self.environments = names
    leaving = Dictionary(environments.map { ($0.name, Set($0.leaving)) }) { $0.union($1) }
  }

  private static func fault(of file: DesiredFile) -> DiskProblem? {
    let path = RelativePath.displayed(file.path)
    if let fault = RelativePath.fault(in: file.path) {
      return DiskProblem(
        .unsafePath,
        "a file cannot be written to '\(path)': \(fault)",
        help: "use a path below the root, such as 'deploy/render.yaml'",
        place: file.place
      )
    }
    if RelativePath.components(of: file.path).contains(where: { TemporaryName.kind(of: $0) != nil })
    {
      return DiskProblem(
        .unsafePath,
        "a file cannot be written to '\(path)': infra names its temporary files like that",
        help: "choose another name",
        place: file.place
      )
    }
    return nil
  }

  private static func add(
    _ file: DesiredFile,
    of environment: String,
    to entries: inout [String: Entry],
    _ spellings: inout Spellings,
    _ problems: inout [DiskProblem]
  ) {
    guard let entry = entries[file.path], entry.path.utf8.elementsEqual(file.path.utf8) else {
      let count = problems.count
      spellings.add(file.path, place: file.place, to: &problems)
      if problems.count > count { return }
      entries[file.path] = Entry(
        path: file.path,
        contents: file.contents,
        digest: Digest(of: file.contents),
        place: file.place,
        owners: [environment]
      )
      return
    }
    if areEqual(entry.contents, file.contents) {
      if !entry.owners.contains(environment) { entries[file.path]?.owners.append(environment) }
      return
    }
    let line = UnifiedDiff.firstDifferingLine(old: entry.contents, new: file.contents) ?? 1
    problems.append(
      DiskProblem(
        .sharedPathDiffers,
        "'\(file.path)' is one file, but '\(entry.owners[0])' (\(entry.place)) and "
          + "'\(environment)' (\(file.place)) want different contents from line \(line) on",
        help:
          "give one of them a path of its own with 'at:' (a second project), or make them equal:"
          + " move what differs into the project's variables or into rules per branch",
        place: file.place
      )
    )
  }
}
