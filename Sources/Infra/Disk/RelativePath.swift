/// What a path must look like before anything below the root is read or written.
enum RelativePath {
  /// Why a path could lead out of the root or confuse a tool, or nil where it is safe.
  static func fault(in path: String) -> String? {
    if path.isEmpty { return "it is empty" }
    if path.unicodeScalars.contains(where: isControl) { return "it holds a control character" }
    if path.utf8.contains(UInt8(ascii: "\\")) { return "it holds a backslash" }
    if path.utf8.first == UInt8(ascii: "/") { return "it is absolute" }
    for component in components(of: path) {
      if component.isEmpty { return "a part of it is empty" }
      if component == "." { return "it holds '.'" }
      if component == ".." { return "it holds '..'" }
      if component.lowercased() == ".git" { return "it lies inside .git" }
    }
    return nil
  }

  /// Why an environment's name cannot name a folder, or nil where it can.
  static func fault(inName name: String) -> String? {
    name.utf8.contains(UInt8(ascii: "/")) ? "it holds '/'" : fault(in: name)
  }

  /// The parts of a path between its slashes.
  static func components(of path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// The folder that holds a path, and an empty string for a path that names no folder.
  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    components(of: path).last.map(String.init) ?? path
  }

  /// Every folder above a path, the nearest first.
  static func parents(of path: String) -> [String] {
    var result: [String] = []
    var folder = parent(of: path)
    while !folder.isEmpty {
      result.append(folder)
      folder = parent(of: folder)
    }
    return result
  }

  /// The path with nothing in it that could break out of a line or a terminal.
  static func displayed(_ path: String) -> String {
    path.unicodeScalars.map { isControl($0) ? $0.escaped(asASCII: true) : String($0) }.joined()
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
