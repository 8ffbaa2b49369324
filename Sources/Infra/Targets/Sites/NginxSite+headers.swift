import InfraKit

/// The parts of a configuration that headers make.
struct NginxHeaders {
  /// Blocks before the server, one for each header whose value depends on the path.
  var maps: [String] = []
  /// Lines of the server.
  var directives: [String] = []
  /// Blocks of the server, for paths with a content type of their own.
  var locations: [String] = []
}

extension NginxSite {
  /// Headers that nginx computes or that frame the message; a second one would break the answer.
  private static let ownHeaders = [
    "connection", "content-length", "date", "etag", "last-modified", "location", "server",
    "transfer-encoding",
  ]

  /// What hosts of static sites send unless told otherwise: a new build shows at once.
  private static let caching = Header("Cache-Control", "public, max-age=0, must-revalidate")

  /// Everything that headers make.
  ///
  /// All of them are set in one place, the server: an `add_header` in a location would drop all
  /// others there. Those for some paths only take their value from a map, empty where it is not
  /// meant, and nginx sends no empty header.
  func headerTable(_ faults: inout [Fault]) -> NginxHeaders {
    var table = NginxHeaders()
    var names: [String] = []
    var groups: [String: [Header]] = [:]
    func add(_ header: Header) {
      let name = header.name.lowercased()
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(header)
    }
    add(Self.caching)
    for (index, header) in headers.enumerated() {
      if let message = Self.fault(header) {
        faults.append(Fault(entry: .header(index), message: message))
      } else {
        add(header)
      }
    }
    for name in names {
      guard let group = groups[name] else { continue }
      if name == "content-type" {
        table.locations += group.reversed().flatMap(typedLocation)
      } else {
        table.add(name, group)
      }
    }
    return table
  }

  /// A location whose files have a type of their own, in place of the one of their extension.
  private func typedLocation(_ header: Header) -> [String] {
    [
      "",
      "location ~ \"\(NginxPath(header.path).decoded)\" {",
      "  types {",
      "  }",
      "  charset off;",
      "  default_type \(NginxText.quoted(header.value));",
      "  try_files $uri $uri/index.html =404;",
      "}",
    ]
  }

  private static func fault(_ header: Header) -> String? {
    let name = header.name
    let letters = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }
    if name.isEmpty || !letters {
      return "the name may have letters, digits, hyphens and underscores only"
    }
    if ownHeaders.contains(name.lowercased()) {
      return "the header '\(name)' is nginx's own; a second one would break the answer"
    }
    if let fault = NginxPath(header.path).fault { return "the path '\(header.path)' \(fault)" }
    if let fault = NginxText.fault(header.value) { return "the value of '\(name)' \(fault)" }
    if header.value.allSatisfy({ $0 == .text("") }) {
      return "the value of '\(name)' is empty, and nginx sends no empty header"
    }
    return nil
  }
}

extension NginxHeaders {
  /// Adds a header from all its values, of which the last that matches a path wins.
  fileprivate mutating func add(_ name: String, _ values: [NginxSite.Header]) {
    let everywhere = values.lastIndex { NginxPath($0.path).isEverything }
    let special = values[(everywhere.map { $0 + 1 } ?? 0)...].reversed()
    let label = values[values.count - 1].name
    if special.isEmpty, let everywhere {
      let text = NginxText.quoted(values[everywhere].value)
      directives.append("add_header \(label) \(text) always;")
      return
    }
    let variable = "$header_" + name.map { $0 == "-" ? "_" : String($0) }.joined()
    let standard = everywhere.map { NginxText.quoted(values[$0].value) } ?? "\"\""
    maps.append("map $request_uri \(variable) {")
    maps.append("  default \(standard);")
    for header in special {
      let path = NginxPath(header.path).askedWithoutGroups
      maps.append("  \"~\(path)\" \(NginxText.quoted(header.value));")
    }
    maps += ["}", ""]
    directives.append("add_header \(label) \(variable) always;")
  }
}
