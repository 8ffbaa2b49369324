#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that generated files lie in, and everything that may happen to them there.
///
/// ```swift
/// let disk = Disk(root: try Root.find())
/// let report = try disk.generate(environments, isComplete: true)
/// ```
package struct Disk {
  /// The folder that every path is relative to, which need not exist.
  package let root: String

  /// How long to wait for another run below the same root.
  package var patience: Duration = .seconds(10)

  /// Called once where another run has to be waited for.
  package var onWait: () -> Void = {}

  /// The committed bytes of a path, asked only about files that no index explains.
  package var committed: (_ path: String) -> [UInt8]?

  let fileSystem: any FileSystem

  /// Points at a root.
  ///
  /// The path is absolute, from `Root.find` or `Root.output`. Tests give a file system that fails.
  package init(root: String, on fileSystem: any FileSystem = LocalFileSystem()) {
    self.root = root
    self.fileSystem = fileSystem
    committed = { GitHead(root: root).contents(of: $0) }
  }

  /// Says what `generate` would do, and touches nothing.
  package func preview(
    _ environments: [EnvironmentFiles],
    force: Bool = false,
    isComplete: Bool = false
  ) throws(DiskError) -> DiskReport {
    let tree = try DesiredTree(environments)
    let policy = policy(force: force, isComplete: isComplete && !environments.isEmpty)
    return report(try compare(tree, policy), isWritten: false)
  }

  /// Says where the disk differs from the description, and touches nothing: see `drift`.
  package func check(
    _ environments: [EnvironmentFiles],
    isComplete: Bool = false
  ) throws(DiskError) -> DiskReport {
    // Not forced, so that it is known which files generating would refuse to overwrite.
    try preview(environments, force: false, isComplete: isComplete)
  }

  /// Makes the disk as described, all of it or, where a file is refused, none.
  ///
  /// With `force`, files that hold somebody else's bytes are overwritten. With `isComplete` these
  /// are all environments of the description, so the files of any other that has an index here
  /// are removed.
  package func generate(
    _ environments: [EnvironmentFiles],
    force: Bool = false,
    isComplete: Bool = false
  ) throws(DiskError) -> DiskReport {
    let tree = try DesiredTree(environments)
    let policy = policy(force: force, isComplete: isComplete && !environments.isEmpty)
    let made = try makeRoot()
    var isDone = false
    defer { if !isDone { remove(made) } }

    let lock = try takeLock()
    defer { lock.release() }
    var comparison = try compare(tree, policy)
    if comparison.files.contains(where: { $0.kind == .refused }) {
      return report(comparison, isWritten: false)
    }
    let root: String
    do {
      try comparison.findLeftovers()
      root = try fileSystem.realPath(of: self.root)
    } catch {
      throw DiskError([error.problem()])
    }
    if !comparison.steps.isEmpty {
      var transaction = Transaction(root: root, process: getpid(), on: fileSystem)
      try transaction.run(comparison.steps)
    }
    isDone = true
    return report(comparison, isWritten: true)
  }

  private func policy(force: Bool, isComplete: Bool) -> Comparison.Policy {
    Comparison.Policy(force: force, isComplete: isComplete, committed: committed)
  }

  private func report(_ comparison: Comparison, isWritten: Bool) -> DiskReport {
    DiskReport(
      files: comparison.files,
      indexes: comparison.indexes,
      notes: comparison.notes,
      isWritten: isWritten
    )
  }

  private func takeLock() throws(DiskError) -> DiskLock {
    var isTold = false
    return try DiskLock(root, patience: patience, on: fileSystem) { pause in
      if !isTold { onWait() }
      isTold = true
      usleep(UInt32(pause / .microseconds(1)))
    }
  }
}
