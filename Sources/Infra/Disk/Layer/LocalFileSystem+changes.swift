#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LocalFileSystem {
  package func makeDirectory(_ path: String) throws(SystemError) {
    try retrying("create the folder", path) { mkdir(path, 0o777) }
  }

  package func create(_ path: String) throws(SystemError) -> Int32 {
    try retrying("create", path) {
      open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
  }

  package func write(
    _ bytes: [UInt8],
    to descriptor: Int32,
    path: String
  ) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = try retrying("write", path) {
        bytes.withUnsafeBytes { systemWrite(descriptor, $0, from: written) }
      }
      written += count
    }
  }

  package func setMode(
    _ mode: UInt32,
    of descriptor: Int32,
    path: String
  ) throws(SystemError) {
    try retrying("set the mode of", path) { fchmod(descriptor, mode_t(mode)) }
  }

  package func synchronize(_ descriptor: Int32, path: String) throws(SystemError) {
    try retrying("write", path) { fsync(descriptor) }
  }

  package func close(_ descriptor: Int32, path: String) throws(SystemError) {
    // Not retried: after an interruption the descriptor is gone on Linux.
    guard systemClose(descriptor) == 0 || errno == EINTR else {
      throw SystemError("write", path: path, code: errno)
    }
  }

  package func rename(_ source: String, to target: String) throws(SystemError) {
    try retrying("replace", target) { systemRename(source, target) }
  }

  package func removeFile(_ path: String) throws(SystemError) {
    try retrying("remove", path) { unlink(path) }
  }

  package func removeDirectory(_ path: String) throws(SystemError) {
    try retrying("remove the folder", path) { rmdir(path) }
  }

  package func synchronizeDirectory(_ path: String) throws(SystemError) {
    let descriptor = try retrying("open the folder", path) {
      open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    defer { _ = systemClose(descriptor) }
    // Some file systems refuse this for folders (EINVAL); there is nothing more to be done there.
    _ = fsync(descriptor)
  }
}
