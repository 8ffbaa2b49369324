import InfraDisk

/// The local disk, on which one call that changes something goes wrong.
final class FaultyFileSystem: FileSystem {
  /// What goes wrong.
  enum Fault {
    /// The process dies: this call takes half effect and no later one any.
    case crash

    /// This call fails, and later ones succeed.
    case once(Int32)

    /// This call fails and all later ones.
    case always(Int32)
  }

  private let local = LocalFileSystem()
  private let fault: Fault
  private let position: Int

  /// How many calls that change something were made.
  private(set) var count = 0

  init(_ fault: Fault, at position: Int) {
    self.fault = fault
    self.position = position
  }

  /// Whether the fault has come.
  var isHit: Bool { count >= position }

  private func change(_ action: String, _ path: String) throws(SystemError) {
    count += 1
    let isHere = count == position
    switch fault {
    case .crash where count >= position: throw SystemError(action, path: path, code: 5)
    case .once(let code) where isHere: throw SystemError(action, path: path, code: code)
    case .always(let code) where count >= position:
      throw SystemError(action, path: path, code: code)
    default: break
    }
  }

  func status(of path: String) throws(SystemError) -> FileStatus? { try local.status(of: path) }
  func read(_ path: String) throws(SystemError) -> [UInt8] { try local.read(path) }
  func entries(of path: String) throws(SystemError) -> [String] { try local.entries(of: path) }
  func realPath(of path: String) throws(SystemError) -> String { try local.realPath(of: path) }
  func lock(_ path: String) throws(SystemError) -> Int32? { try local.lock(path) }
  func unlock(_ descriptor: Int32) { local.unlock(descriptor) }

  func makeDirectory(_ path: String) throws(SystemError) {
    try change("create the folder", path)
    try local.makeDirectory(path)
  }

  func create(_ path: String) throws(SystemError) -> Int32 {
    try change("create", path)
    return try local.create(path)
  }

  func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(SystemError) {
    do { try change("write", path) } catch {
      if count == position {
        try local.write(Array(bytes.prefix(bytes.count / 2)), to: descriptor, path: path)
      }
      throw error
    }
    try local.write(bytes, to: descriptor, path: path)
  }

  func setMode(_ mode: UInt32, of descriptor: Int32, path: String) throws(SystemError) {
    try change("set the mode of", path)
    try local.setMode(mode, of: descriptor, path: path)
  }

  func synchronize(_ descriptor: Int32, path: String) throws(SystemError) {
    try change("write", path)
    // The tests cut no power: waiting for the disk would only make them slow.
  }

  func close(_ descriptor: Int32, path: String) throws(SystemError) {
    try local.close(descriptor, path: path)
    try change("write", path)
  }

  func rename(_ source: String, to target: String) throws(SystemError) {
    try change("replace", target)
    try local.rename(source, to: target)
  }

  func removeFile(_ path: String) throws(SystemError) {
    try change("remove", path)
    try local.removeFile(path)
  }

  func removeDirectory(_ path: String) throws(SystemError) {
    try change("remove the folder", path)
    try local.removeDirectory(path)
  }

  func synchronizeDirectory(_ path: String) throws(SystemError) {
    try change("open the folder", path)
  }
}
