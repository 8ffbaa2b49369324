import Foundation
import Testing

@testable import InfraDisk

/// A folder of a test's own, removed with it.
final class Scratch: Sendable {
  let root: String

  init() throws {
    var template = Array("\(NSTemporaryDirectory())/infra-disk-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw SystemError("create", path: NSTemporaryDirectory(), code: errno)
    }
    root = try LocalFileSystem().realPath(of: String(cString: made))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// A disk that asks no git and does not wait for the hardware, since tests write often.
  var disk: Disk { disk(on: FaultyFileSystem(.crash, at: .max)) }

  /// A disk that asks no git and is otherwise what people use.
  var realDisk: Disk { disk(on: LocalFileSystem()) }

  func disk(on fileSystem: any FileSystem) -> Disk {
    var disk = Disk(root: root, on: fileSystem)
    disk.committed = { _ in nil }
    return disk
  }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try LocalFileSystem().read("\(root)/\(path)"), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    (try? LocalFileSystem().status(of: "\(root)/\(path)")) != nil
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(root)/\(path)")
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/\(path)",
      withDestinationPath: target
    )
  }

  /// Every file with its contents and every folder, which ends in a slash and holds nothing.
  func snapshot(of folder: String = "") throws -> [String: String] {
    var result: [String: String] = [:]
    let base = folder.isEmpty ? root : "\(root)/\(folder)"
    for name in try LocalFileSystem().entries(of: base) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if try LocalFileSystem().status(of: "\(root)/\(path)")?.kind == .directory {
        result["\(path)/"] = ""
        result.merge(try snapshot(of: path)) { left, _ in left }
      } else {
        result[path] = try read(path)
      }
    }
    return result
  }

  /// Brings a snapshot back.
  func restore(_ snapshot: [String: String]) throws {
    for name in try LocalFileSystem().entries(of: root) { try remove(name) }
    for (path, text) in snapshot.sorted(by: { $0.key < $1.key }) {
      if path.hasSuffix("/") {
        try LocalFileSystem().makeDirectory("\(root)/\(path.dropLast())")
      } else {
        try write(path, text)
      }
    }
  }
}

extension Scratch {
  /// Runs git in the folder.
  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", root] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Makes the folder a checkout whose only commit holds what is there.
  func commit() throws {
    try git("init", "-q")
    try git("add", "-A")
    try git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x")
  }
}

/// The files of an environment from paths and texts; every place is `environments/NAME.swift:1`.
func files(_ name: String, _ texts: KeyValuePairs<String, String>) -> EnvironmentFiles {
  EnvironmentFiles(
    name,
    files: texts.map {
      DesiredFile(path: $0.key, text: $0.value, place: "environments/\(name).swift:1")
    }
  )
}

/// The kinds of changes by path.
func kinds(_ report: DiskReport) -> [String: Change.Kind] {
  Dictionary(uniqueKeysWithValues: report.files.map { ($0.path, $0.kind) })
}

/// The problems that an operation throws, none where it succeeds.
func problems(of operation: () throws(DiskError) -> DiskReport) -> [DiskProblem] {
  do {
    _ = try operation()
    return []
  } catch {
    return error.problems
  }
}
