/// The right to write below a root, which one process has at a time.
///
/// The lock is `flock` on the root itself: it leaves no file that git would see, and the kernel
/// gives it back when its holder dies. Shared and network disks may have no locks; then two runs
/// are not kept apart, and still every file is whole.
struct DiskLock {
  private let descriptor: Int32
  private let fileSystem: any FileSystem

  /// Takes the lock of an existing folder, and waits for it where another process has it.
  ///
  /// Between two tries `wait` is called with how long to sleep, until that exceeds `patience`.
  init(
    _ root: String,
    patience: Duration,
    on fileSystem: any FileSystem,
    wait: (Duration) -> Void
  ) throws(DiskError) {
    let pause = Duration.milliseconds(50)
    var waited = Duration.zero
    while true {
      do {
        if let descriptor = try fileSystem.lock(root) {
          self.descriptor = descriptor
          self.fileSystem = fileSystem
          return
        }
      } catch {
        throw DiskError([error.problem()])
      }
      if waited >= patience { break }
      wait(pause)
      waited += pause
    }
    throw DiskError([
      DiskProblem(
        .busy,
        "another infra is writing below '\(RelativePath.displayed(root))' and did not finish "
          + "within \(patience.components.seconds) seconds; nothing was changed",
        help: "run this again when it is done"
      )
    ])
  }

  /// Gives the lock back.
  func release() {
    fileSystem.unlock(descriptor)
  }
}
