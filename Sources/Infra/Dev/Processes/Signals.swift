#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// Signals as bytes of a pipe, so that one loop waits for everything.
enum Signals {
  private static let writing = Atomic<Int32>(-1)

  /// Turns signals into bytes, each the number of one, and answers where to read them.
  static func listen() throws(DevProblem) -> Int32 {
    guard let pipe = Pipe() else {
      throw DevProblem("cannot open a pipe", help: "raise the limit of open files: ulimit -n")
    }
    Descriptor.neverWait(pipe.writing)
    writing.store(pipe.writing, ordering: .sequentiallyConsistent)
    // Whoever started us may have signals blocked, as threads of some runtimes have.
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGCHLD] {
      sigaddset(&wanted, number)
      signal(number) { received in
        // Interrupted code must not see another error number than its own.
        let code = errno
        var byte = UInt8(truncatingIfNeeded: received)
        _ = write(Signals.writing.load(ordering: .sequentiallyConsistent), &byte, 1)
        errno = code
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
    // A reader that went away is told by the call that writes.
    signal(SIGPIPE, SIG_IGN)
    return pipe.reading
  }
}
