#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraDisk

/// Files of one run, below `.infra/dev/ENV`.
package enum LocalFiles {
  /// The text of a file; nil where it cannot be read.
  package static func text(of path: String) -> String? {
    guard let bytes = try? LocalFileSystem().read(path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names in a folder; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    (try? LocalFileSystem().entries(of: folder)) ?? []
  }

  /// The path of a file without links; nil where there is none.
  static func realPath(of path: String) -> String? { try? LocalFileSystem().realPath(of: path) }

  /// Whether a file can be run.
  static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// Whether there is anything at a path.
  package static func exists(_ path: String) -> Bool {
    ((try? LocalFileSystem().status(of: path)) ?? nil) != nil
  }

  /// Where a program lies in PATH.
  static func program(_ name: String, path: String?) -> String? {
    (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first(where: isExecutable)
  }

  /// Makes a folder and those above it.
  package static func makeFolders(_ path: String) throws(DevProblem) {
    try translating { () throws(SystemError) in
      var folder = ""
      for part in path.split(separator: "/") {
        folder += "/" + part
        if try LocalFileSystem().status(of: folder) != nil { continue }
        do throws(SystemError) { try LocalFileSystem().makeDirectory(folder) } catch {
          if !error.isExisting { throw error }
        }
      }
    }
  }

  /// Puts a text in the place of a file in one step.
  package static func write(_ text: String, to path: String, mode: UInt32 = 0o644)
    throws(DevProblem)
  {
    try translating { () throws(SystemError) in
      let disk = LocalFileSystem()
      let temporary = path + ".new"
      if try disk.status(of: temporary) != nil { try disk.removeFile(temporary) }
      let descriptor = try disk.create(temporary)
      do throws(SystemError) {
        try disk.setMode(mode, of: descriptor, path: temporary)
        try disk.write(Array(text.utf8), to: descriptor, path: temporary)
      } catch {
        try? disk.close(descriptor, path: temporary)
        try? disk.removeFile(temporary)
        throw error
      }
      try disk.close(descriptor, path: temporary)
      try disk.rename(temporary, to: path)
    }
  }

  /// Removes a file, or a folder with all that is in it; links are not followed.
  package static func remove(_ path: String) throws(DevProblem) {
    try translating { () throws(SystemError) in try removeTree(path) }
  }

  private static func removeTree(_ path: String) throws(SystemError) {
    let disk = LocalFileSystem()
    guard let status = try disk.status(of: path) else { return }
    guard status.kind == .directory else {
      try disk.removeFile(path)
      return
    }
    for name in try disk.entries(of: path) { try removeTree("\(path)/\(name)") }
    try disk.removeDirectory(path)
  }

  private static func translating<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(DevProblem) -> Result {
    do { return try body() } catch {
      throw DevProblem(
        "cannot \(error.action) '\(error.path)': \(error.reason)",
        help: error.help
      )
    }
  }
}
