import Foundation
import TestSupport

/// A git repository of a test's own.
final class Repository: Sendable {
  let folder: URL

  init() async throws {
    folder = try PackageRoot.temporaryFolder()
    try await git("init", "-q", "-b", "main")
    try write(["Package.swift": "// a package"])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path }

  /// Runs git, and answers what it said.
  @discardableResult
  func git(_ arguments: String...) async throws -> String {
    let identity = ["-c", "user.name=A Person", "-c", "user.email=person@example.com"]
    let result = try await ChildProcess("git", identity + arguments, in: folder).run()
    guard result.status == 0 else { throw Failure(description: result.errors) }
    return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Writes files; nil removes one.
  func write(_ files: [String: String?]) throws {
    for (path, text) in files {
      let place = folder.appending(path: path)
      guard let text else {
        try FileManager.default.removeItem(at: place)
        continue
      }
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try text.write(to: place, atomically: true, encoding: .utf8)
    }
  }

  /// Writes files and commits all there is.
  func commit(_ message: String, _ files: [String: String?]) async throws {
    try write(files)
    try await git("add", "--all")
    try await git("commit", "-q", "--message", message)
  }

  struct Failure: Error, CustomStringConvertible { let description: String }
}
