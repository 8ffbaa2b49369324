#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A system call that failed: which, on what, and why.
package struct SystemError: Error, Hashable {
  /// What was tried, in words: `write`, `rename`, `create the folder`.
  package let action: String

  /// The absolute path that it was tried on.
  package let path: String

  /// The error number.
  package let code: Int32

  /// Describes a failure.
  package init(_ action: String, path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// Whether the path, or a folder on the way to it, is not there.
  package var isMissing: Bool { code == ENOENT }

  /// Whether a folder on the way is a file.
  package var isNotDirectory: Bool { code == ENOTDIR }

  /// Whether something is there already.
  package var isExisting: Bool { code == EEXIST }

  /// The system's own words for the error number.
  package var reason: String { String(cString: strerror(code)) }

  /// One way to mend it.
  package var help: String {
    switch code {
    case ENOSPC, EDQUOT: "free some space and run again"
    case EROFS: "the disk is mounted read-only: mount it writable or name a folder with --output"
    case EACCES, EPERM: "make it writable for you (ls -ld shows who may) and run again"
    case ENOENT: "something removed it meanwhile: run again when nothing else changes the folder"
    case ENOTDIR, EEXIST, EISDIR: "move away what is there, or choose another place"
    case ENAMETOOLONG: "choose a shorter name"
    case EMFILE, ENFILE: "too many files are open: raise the limit with ulimit -n"
    default: "see that the disk is in order and run again"
    }
  }

  /// The failure as a problem to report, with what became of the other files.
  func problem(consequence: String = "nothing was changed") -> DiskProblem {
    DiskProblem(
      .system,
      "cannot \(action) '\(RelativePath.displayed(path))': \(reason); \(consequence)",
      help: help
    )
  }
}
