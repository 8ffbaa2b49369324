#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that lines are added to, each of which is on the disk before the next thing happens.
struct JournalFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens the file, which is made where it is missing, for this process alone.
  ///
  /// The lock is inherited by programs that are started: a request that is still on its way when
  /// we are killed keeps the next run waiting until its outcome is there to be seen.
  init(_ path: String, patience: Int = 90) throws(ApplyProblem) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND, 0o600)
    guard descriptor >= 0 else { throw Self.problem("open", path) }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK, waited < patience * 20 else {
        let isHeld = errno == EWOULDBLOCK
        close(descriptor)
        if !isHeld { throw Self.problem("lock", path) }
        throw ApplyProblem(
          "another infra is applying this, and did not finish within \(patience) seconds",
          help: "let it finish; then go on with --resume"
        )
      }
      usleep(50_000)
      waited += 1
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// The lines that are whole: the last one may have been cut off by a crash.
  func lines() throws(ApplyProblem) -> [[UInt8]] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.problem("read", path) }
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Self.problem("read", path) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    let end = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    if end < bytes.count, ftruncate(descriptor, off_t(end)) != 0 {
      throw Self.problem("mend", path)
    }
    return bytes[..<end].split(separator: 0x0A).map(Array.init)
  }

  /// Empties the file.
  func clear() throws(ApplyProblem) {
    guard ftruncate(descriptor, 0) == 0 else { throw Self.problem("empty", path) }
  }

  /// Adds a line, and waits until it is on the disk.
  func add(_ line: String) throws(ApplyProblem) {
    let bytes = Array((line + "\n").utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno != EINTR { throw Self.problem("write", path) }
      if count > 0 { offset += count }
    }
    while fsync(descriptor) != 0 {
      if errno != EINTR { throw Self.problem("write", path) }
    }
  }

  private static func problem(_ action: String, _ path: String) -> ApplyProblem {
    ApplyProblem(
      "cannot \(action) the journal '\(path)': \(String(cString: strerror(errno)))",
      help: "make it readable and writable for you; nothing is called without a journal"
    )
  }
}
