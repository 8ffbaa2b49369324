#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file system of this machine.
package struct LocalFileSystem: FileSystem, Sendable {
  /// Creates the layer; it holds no state.
  package init() {}

  package func status(of path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return nil }
      throw SystemError("look at", path: path, code: code)
    }
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    return FileStatus(
      kind: kind,
      mode: UInt32(status.st_mode & 0o7777),
      identity: [UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)]
    )
  }

  package func read(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = try retrying("read", path) { open(path, O_RDONLY | O_CLOEXEC) }
    defer { _ = systemClose(descriptor) }
    var status = stat()
    try retrying("read", path) { fstat(descriptor, &status) }
    var bytes: [UInt8] = []
    var room = max(Int(status.st_size), 1)
    while true {
      var result = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        result = systemRead(descriptor, UnsafeMutableRawBufferPointer(buffer))
        count = max(result, 0)
      }
      if result < 0, errno != EINTR { throw SystemError("read", path: path, code: errno) }
      if result == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = max(Int(status.st_size) - bytes.count, 4096)
    }
  }

  package func entries(of directory: String) throws(SystemError) -> [String] {
    guard let stream = opendir(directory) else {
      throw SystemError("list", path: directory, code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        String(cString: UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package func realPath(of path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else {
      throw SystemError("follow", path: path, code: errno)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package func lock(_ directory: String) throws(SystemError) -> Int32? {
    let descriptor = try retrying("lock", directory) {
      open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        _ = systemClose(descriptor)
        return nil
      // Network and shared folders may have no locks. Whole files are guaranteed without one.
      default: return descriptor
      }
    }
    return descriptor
  }

  package func unlock(_ descriptor: Int32) {
    _ = systemClose(descriptor)
  }
}
