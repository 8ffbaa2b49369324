/// Carries out the steps of one run: all of them, or after a failure none.
///
/// The order makes every prefix of the calls a state from which the next run can go on. First the
/// new indexes are written beside the old ones, so that whatever bytes lie on the disk later, an
/// index explains them. Then every file is written under a temporary name; then all are renamed and
/// the unwanted ones removed; then the indexes take their places; then leftovers go.
struct Transaction {
  private let root: String
  private let process: Int32
  private let fileSystem: any FileSystem
  private var number = 0

  /// How to get back, the last step last.
  private var undo: [Undo] = []

  /// Folders that were created, those further up first.
  private var folders: [String] = []

  /// Temporary files that have not taken their places.
  private var temporaries: Set<String> = []

  /// One way back.
  private enum Undo {
    case remove(String)
    case restore(String, Steps.Previous)
  }

  /// A file under its temporary name.
  private struct Prepared {
    let temporary: String
    let write: Steps.Write
  }

  /// Prepares to write below a root whose path has no links in it.
  ///
  /// The number of this process names its temporary files.
  init(root: String, process: Int32, on fileSystem: any FileSystem) {
    self.root = root
    self.process = process
    self.fileSystem = fileSystem
  }

  /// Carries out the steps.
  mutating func run(_ steps: Steps) throws(DiskError) {
    do {
      try perform(steps)
    } catch {
      let isRestored = rollBack()
      let consequence =
        isRestored
        ? "nothing was changed"
        : "some files are new and some old, each of them whole; the next run finishes"
      throw DiskError([error.problem(consequence: consequence)])
    }
    // The run is complete: what cannot be tidied now is tidied by the next one.
    for path in steps.interrupted { try? fileSystem.removeFile(absolute(path)) }
    prune(steps.emptied)
  }

  private mutating func perform(_ steps: Steps) throws(SystemError) {
    for path in steps.leftovers { try fileSystem.removeFile(absolute(path)) }
    let indexes = try prepare(steps.indexes, kind: .index)
    try synchronizeFolders(of: steps.indexes.map(\.path) + folders)
    let files = try prepare(steps.files, kind: .file)

    for file in files { try install(file) }
    for removal in steps.removals { try remove(removal) }
    // While an index still names what was in these folders: it leads a later run to them.
    prune(steps.emptied)
    // An index must not be on the disk before the files that it speaks of.
    try synchronizeFolders(of: steps.files.map(\.path) + steps.removals.map(\.path) + folders)

    for index in indexes { try install(index) }
    for removal in steps.retiredIndexes { try remove(removal) }
    try synchronizeFolders(of: steps.indexes.map(\.path))
  }

  private mutating func prepare(
    _ writes: [Steps.Write],
    kind: TemporaryName.Kind
  ) throws(SystemError) -> [Prepared] {
    var result: [Prepared] = []
    for write in writes {
      for folder in RelativePath.parents(of: write.path).reversed() { try makeFolder(folder) }
      let temporary = try writeTemporary(write, kind: kind)
      result.append(Prepared(temporary: temporary, write: write))
    }
    return result
  }

  private mutating func makeFolder(_ folder: String) throws(SystemError) {
    if try fileSystem.status(of: absolute(folder)) != nil { return }
    do { try fileSystem.makeDirectory(absolute(folder)) } catch {
      // Somebody may have made it meanwhile, which is as good.
      if error.isExisting { return }
      throw error
    }
    folders.append(folder)
  }

  /// Writes a file beside its place and answers the path it has there.
  private mutating func writeTemporary(
    _ write: Steps.Write,
    kind: TemporaryName.Kind
  ) throws(SystemError) -> String {
    let folder = RelativePath.parent(of: write.path)
    var path: String
    let descriptor: Int32
    while true {
      let name = TemporaryName.name(process: process, number: number, kind: kind)
      number += 1
      path = absolute(folder.isEmpty ? name : "\(folder)/\(name)")
      do {
        descriptor = try fileSystem.create(path)
        break
      } catch {
        // A killed run may have had our number and left its index.
        if !error.isExisting { throw naming(write.path, error) }
      }
    }
    temporaries.insert(path)
    do throws(SystemError) {
      do throws(SystemError) {
        try fileSystem.write(write.contents, to: descriptor, path: path)
        if let mode = write.previous?.mode {
          try fileSystem.setMode(mode & 0o777, of: descriptor, path: path)
        }
        try fileSystem.synchronize(descriptor, path: path)
      } catch {
        try? fileSystem.close(descriptor, path: path)
        throw error
      }
      try fileSystem.close(descriptor, path: path)
    } catch {
      throw naming(write.path, error)
    }
    return path
  }

  private mutating func install(_ file: Prepared) throws(SystemError) {
    do { try fileSystem.rename(file.temporary, to: absolute(file.write.path)) } catch {
      throw naming(file.write.path, error)
    }
    temporaries.remove(file.temporary)
    undo.append(
      file.write.previous.map { .restore(file.write.path, $0) } ?? .remove(file.write.path)
    )
  }

  private mutating func remove(_ removal: Steps.Removal) throws(SystemError) {
    do { try fileSystem.removeFile(absolute(removal.path)) } catch {
      // It is gone, which is all that was wanted.
      if error.isMissing { return }
      throw error
    }
    undo.append(.restore(removal.path, removal.previous))
  }

  /// Removes those folders that are empty.
  private func prune(_ folders: [String]) {
    for folder in folders { try? fileSystem.removeDirectory(absolute(folder)) }
  }

  /// Waits for the names in the folders of some paths.
  private func synchronizeFolders(of paths: [String]) throws(SystemError) {
    for folder in Set(paths.map(RelativePath.parent)).sorted() {
      let path = folder.isEmpty ? root : absolute(folder)
      do { try fileSystem.synchronizeDirectory(path) } catch {
        // Pruned: it held only what was removed.
        if !error.isMissing { throw error }
      }
    }
  }

  /// Goes back step by step, and answers whether everything is as it was.
  ///
  /// The first failure ends it: the state reached is then one that a killed run could have left.
  private mutating func rollBack() -> Bool {
    var isRestored = true
    while let step = undo.popLast(), isRestored {
      do {
        switch step {
        case .remove(let path):
          try fileSystem.removeFile(absolute(path))
        case .restore(let path, let previous):
          for folder in RelativePath.parents(of: path).reversed() { try makeFolder(folder) }
          let write = Steps.Write(path: path, contents: previous.bytes, previous: previous)
          let temporary = try writeTemporary(write, kind: .file)
          try fileSystem.rename(temporary, to: absolute(path))
          temporaries.remove(temporary)
        }
      } catch {
        isRestored = false
      }
    }
    // Halfway, the indexes stay: they tell the next run which bytes are ours.
    for path in temporaries.sorted()
    where isRestored || TemporaryName.kind(of: RelativePath.name(of: path)) == .file {
      try? fileSystem.removeFile(path)
    }
    for folder in folders.reversed() { try? fileSystem.removeDirectory(absolute(folder)) }
    return isRestored
  }

  /// The same failure, told of the file that a person knows rather than its temporary form.
  private func naming(_ path: String, _ error: SystemError) -> SystemError {
    SystemError("write", path: absolute(path), code: error.code)
  }

  private func absolute(_ path: String) -> String {
    root == "/" ? "/\(path)" : "\(root)/\(path)"
  }
}
