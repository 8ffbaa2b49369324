import InfraContract

/// Paths inside the repository, with `/` and without `.` and `..`.
package enum RelativePath {
  /// A path as written by an author, without `./`, doubled slashes and a final slash; `.` for the root.
  package static func normalized(_ path: String) -> String {
    if isPlainlyInside(path), path.utf8.last != slash { return path }
    let parts = path.split(separator: "/").filter { $0 != "." }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// A place that an author chose: normalized, but for one that is at fault, which a rule shows as
  /// it was written.
  package static func place(_ path: String) -> String {
    let isSound = fault(path) == nil && path.utf8.last != slash && path != "."
    return isSound ? normalized(path) : path
  }

  /// The directory that holds a file; `.` for the root.
  package static func directory(of file: String) -> String {
    let parts = normalized(file).split(separator: "/").dropLast()
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// A path from the root, as seen from a directory: `../../frontend`, or `.` for the same.
  package static func path(from directory: String, to path: String) -> String {
    let start = components(directory)
    let end = components(path)
    var common = 0
    while common < start.count, common < end.count, start[common] == end[common] { common += 1 }
    let up = Array(repeating: "..", count: start.count - common)
    let whole = up + end[common...].map(String.init)
    return whole.isEmpty ? "." : whole.joined(separator: "/")
  }

  /// Two paths, one inside the other.
  package static func joined(_ directory: String, _ path: String) -> String {
    normalized(directory + "/" + path)
  }

  /// What is wrong with a path that must stay inside the repository, to follow the path in a sentence.
  package static func fault(_ path: String) -> String? {
    if isPlainlyInside(path) { return nil }
    if path.isEmpty { return "is empty" }
    if path.hasPrefix("/") { return "is absolute" }
    for byte in path.utf8 where byte < 0x20 || byte == 0x7F || byte == 0x5C {
      return "has a control character or a backslash"
    }
    let parts = path.split(separator: "/")
    if parts.contains("..") { return "leaves the repository with '..'" }
    if let first = parts.first(where: { $0 != "." }), first.lowercased() == ".git" {
      return "lies in .git"
    }
    return nil
  }

  /// Whether a path is seen to stay inside at a glance, as nearly all do: nothing of it starts with a
  /// dot, but for the root itself.
  private static func isPlainlyInside(_ path: String) -> Bool {
    path.withBytes { bytes in
      var last = slash
      for byte in bytes {
        if byte < 0x20 || byte == 0x7F || byte == 0x5C { return false }
        if last == slash, byte == slash || byte == UInt8(ascii: ".") { return path == "." }
        last = byte
      }
      return !bytes.isEmpty
    }
  }

  private static let slash = UInt8(ascii: "/")

  private static func components(_ path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." }
  }
}
