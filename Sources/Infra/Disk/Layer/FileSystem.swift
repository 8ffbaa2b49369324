/// What lies at a path, without following a link.
package struct FileStatus: Sendable, Hashable {
  /// The kinds of things that matter here.
  package enum Kind: Sendable {
    case file
    case directory
    case symbolicLink
    case other
  }

  /// What kind of thing it is.
  package let kind: Kind

  /// Its permission bits.
  package let mode: UInt32

  /// The device and the number that tell it from every other file.
  package let identity: [UInt64]

  /// Describes what lies at a path.
  package init(kind: Kind, mode: UInt32, identity: [UInt64]) {
    self.kind = kind
    self.mode = mode
    self.identity = identity
  }
}

/// The system calls that writing needs, one requirement each, so that a test can fail any of them.
///
/// Paths are absolute. Nothing here retries, orders or cleans up: that is `Transaction`'s work.
package protocol FileSystem {
  /// What lies at a path, and nil where nothing does.
  func status(of path: String) throws(SystemError) -> FileStatus?

  /// All bytes of a file.
  func read(_ path: String) throws(SystemError) -> [UInt8]

  /// The names in a folder, sorted, without `.` and `..`.
  func entries(of directory: String) throws(SystemError) -> [String]

  /// The path without links, `.` and `..`.
  func realPath(of path: String) throws(SystemError) -> String

  /// Takes the exclusive lock of a folder, or answers nil where another process holds it.
  func lock(_ directory: String) throws(SystemError) -> Int32?

  /// Gives a lock back.
  func unlock(_ descriptor: Int32)

  /// Creates a folder.
  func makeDirectory(_ path: String) throws(SystemError)

  /// Creates a file that must not exist yet, and opens it for writing.
  func create(_ path: String) throws(SystemError) -> Int32

  /// Appends bytes to an open file.
  func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(SystemError)

  /// Sets the permission bits of an open file.
  func setMode(_ mode: UInt32, of descriptor: Int32, path: String) throws(SystemError)

  /// Waits until an open file's bytes are on the disk.
  func synchronize(_ descriptor: Int32, path: String) throws(SystemError)

  /// Closes an open file.
  func close(_ descriptor: Int32, path: String) throws(SystemError)

  /// Puts a file in the place of another in one step.
  func rename(_ source: String, to target: String) throws(SystemError)

  /// Removes a file.
  func removeFile(_ path: String) throws(SystemError)

  /// Removes a folder that must be empty.
  func removeDirectory(_ path: String) throws(SystemError)

  /// Waits until a folder's names are on the disk.
  func synchronizeDirectory(_ path: String) throws(SystemError)
}
