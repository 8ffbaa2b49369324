#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to run an environment, which one `infra dev` has at a time.
///
/// The kernel gives it back when its holder dies, in whatever way.
package struct RunLock {
  private let descriptor: Int32

  /// Takes the lock; nil where another process has it.
  package init?(_ folder: DevFolder) throws(DevProblem) {
    try folder.make()
    let descriptor = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw DevProblem(
        "cannot open '\(folder.lock)': \(String(cString: strerror(errno)))",
        help: "make the folder writable for you"
      )
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  /// Gives the lock back.
  package func release() { close(descriptor) }
}
