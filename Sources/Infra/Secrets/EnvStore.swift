package import InfraDisk

/// Reads and writes a `.env` file: whole or not at all, and for its owner's eyes only.
package struct EnvStore {
  /// The absolute path.
  package let path: String

  /// The path as people know it.
  package let name: String

  private let fileSystem: any FileSystem

  /// Points at a file below a root.
  package init(
    root: String,
    path: String,
    on fileSystem: any FileSystem = LocalFileSystem()
  ) {
    self.path = root + "/" + path
    self.name = path
    self.fileSystem = fileSystem
  }

  /// The text of the file; nil where there is none.
  package func read() throws(SecretsProblem) -> String? {
    let bytes: [UInt8]
    do throws(SystemError) {
      // A link is followed: what counts is what it leads to.
      guard try fileSystem.status(of: path) != nil else { return nil }
      bytes = try fileSystem.read(path)
    } catch {
      throw SecretsProblem("cannot read '\(name)': \(error.reason)", help: error.help)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SecretsProblem(
        "'\(name)' is not UTF-8 text",
        help: "write it anew with an editor that saves UTF-8"
      )
    }
    if text.utf8.contains(0) {
      throw SecretsProblem("'\(name)' has a NUL in it", help: "write it anew with an editor")
    }
    return text
  }

  /// The values of the file; nil where there is none.
  package func values(shell: (String) -> String?) throws(SecretsProblem) -> EnvFile? {
    guard let text = try read() else { return nil }
    do { return try EnvFile(text, shell: shell) } catch {
      throw SecretsProblem("\(name):\(error.line): \(error.message)", help: error.help)
    }
  }

  /// Puts a text in the place of the file in one step; nobody else may read it.
  package func write(_ text: String) throws(SecretsProblem) {
    do throws(SystemError) {
      let target = try fileSystem.status(of: path) == nil ? path : fileSystem.realPath(of: path)
      let temporary = target + ".infra-new"
      // What a killed run left behind.
      if try fileSystem.status(of: temporary) != nil { try fileSystem.removeFile(temporary) }
      do throws(SystemError) {
        try writeWhole(text, to: temporary)
        try fileSystem.rename(temporary, to: target)
      } catch {
        try? fileSystem.removeFile(temporary)
        throw error
      }
      try fileSystem.synchronizeDirectory(Self.folder(of: target))
    } catch {
      throw SecretsProblem(
        "cannot write '\(name)': \(error.reason); it is as it was",
        help: error.help
      )
    }
  }

  private func writeWhole(_ text: String, to temporary: String) throws(SystemError) {
    let descriptor = try fileSystem.create(temporary)
    do throws(SystemError) {
      try fileSystem.setMode(0o600, of: descriptor, path: temporary)
      try fileSystem.write(Array(text.utf8), to: descriptor, path: temporary)
      try fileSystem.synchronize(descriptor, path: temporary)
    } catch {
      try? fileSystem.close(descriptor, path: temporary)
      throw error
    }
    try fileSystem.close(descriptor, path: temporary)
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.count > 1 ? parts.joined(separator: "/") : "/"
  }
}

/// What stands in the way of reading or making values, without a word of them.
package struct SecretsProblem: Error, Hashable {
  /// What is wrong.
  package let message: String

  /// One way to mend it.
  package let help: String

  /// Describes a problem.
  package init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}
