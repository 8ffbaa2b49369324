#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the folder lies that every path is relative to.
package enum Root {
  /// The nearest folder with a `Package.swift`, from a folder (the current one) upwards.
  package static func find(
    from directory: String = ".",
    on fileSystem: any FileSystem = LocalFileSystem()
  ) throws(DiskError) -> String {
    let start: String
    do {
      start = try fileSystem.realPath(of: directory)
      var folder = start
      while true {
        let manifest = folder == "/" ? "/Package.swift" : "\(folder)/Package.swift"
        let kind = try fileSystem.status(of: manifest)?.kind
        if kind == .file || kind == .symbolicLink { return folder }
        if folder == "/" { break }
        folder = RelativePath.parent(of: folder)
        if folder.isEmpty { folder = "/" }
      }
    } catch {
      throw DiskError([error.problem()])
    }
    throw DiskError([
      DiskProblem(
        .noRoot,
        "no Package.swift in '\(RelativePath.displayed(start))' or any folder above it",
        help: "run infra inside the package whose environments it should generate"
      )
    ])
  }

  /// The absolute form of a folder that a person named with `--output`; it need not exist.
  package static func output(_ directory: String) throws(DiskError) -> String {
    if directory.isEmpty || directory.utf8.contains(0) {
      throw DiskError([
        DiskProblem(
          .unsafePath,
          "the output folder '\(RelativePath.displayed(directory))' has no usable name",
          help: "name a folder, such as --output build"
        )
      ])
    }
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if path.hasPrefix("/") { return path }
    guard let current = getcwd(nil, 0) else {
      throw DiskError([SystemError("find", path: ".", code: errno).problem()])
    }
    defer { free(current) }
    let folder = String(cString: current)
    return path == "." ? folder : folder == "/" ? "/\(path)" : "\(folder)/\(path)"
  }
}
