package import InfraDisk

/// A file below `.infra`, which git never sees and which only its owner reads.
package struct PrivateFile {
  /// The path from the root.
  package let path: String

  private let root: String
  private let fileSystem: any FileSystem

  /// Points at a file by its path below `.infra`.
  package init(
    root: String,
    _ name: String,
    on fileSystem: any FileSystem = LocalFileSystem()
  ) {
    self.root = root
    self.fileSystem = fileSystem
    path = ".infra/\(name)"
  }

  /// The lines of the file; nil where there is none.
  package func lines() throws(SecretsProblem) -> [String]? {
    guard let text = try store.read() else { return nil }
    return text.split(separator: "\n").map(String.init)
  }

  /// Puts lines in the place of the file in one step.
  package func write(_ lines: [String]) throws(SecretsProblem) {
    do throws(SystemError) {
      var folder = root
      for part in path.split(separator: "/").dropLast() {
        folder += "/\(part)"
        if try fileSystem.status(of: folder) == nil { try fileSystem.makeDirectory(folder) }
      }
    } catch {
      throw SecretsProblem("cannot make the folder of '\(path)': \(error.reason)", help: error.help)
    }
    let ignore = EnvStore(root: root, path: ".infra/.gitignore", on: fileSystem)
    if try ignore.read() == nil { try ignore.write("*\n") }
    try store.write(lines.map { $0 + "\n" }.joined())
  }

  /// Removes the file, where there is one.
  package func remove() throws(SecretsProblem) {
    do throws(SystemError) {
      let absolute = root + "/" + path
      if try fileSystem.status(of: absolute) != nil { try fileSystem.removeFile(absolute) }
    } catch {
      throw SecretsProblem("cannot remove '\(path)': \(error.reason)", help: error.help)
    }
  }

  private var store: EnvStore { EnvStore(root: root, path: path, on: fileSystem) }
}
