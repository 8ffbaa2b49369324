/// The record of a deployment: what its manifests say of things that cannot simply be changed.
///
/// It lies beside the manifests, is written with them and committed with them, so that at any
/// revision it says what the manifests of that revision say. A line is an entry: the platform, the
/// kind, the name and the facts, with tabs between them.
struct RecordSheet {
  /// The name of the file in a deployment's directory.
  static let fileName = ".record.tsv"

  private static let header =
    "# What these manifests say that platforms do not let go of. Made by infra; commit it.\n"

  /// The entries of a platform.
  struct Part: Sendable {
    /// The platform's name.
    let platform: String
    /// The first target of the deployment that is of the platform.
    let target: Int
    /// The entries of all its targets.
    var entries: [RecordedEntry]
  }

  /// The entries of every platform.
  private(set) var parts: [Part] = []

  /// Adds the entries of a target; those of one platform are one list.
  mutating func add(_ entries: [RecordedEntry], of target: any Target, at index: Int) {
    let platform = target.platform.name
    if let known = parts.firstIndex(where: { $0.platform == platform }) {
      parts[known].entries += entries
    } else {
      parts.append(Part(platform: platform, target: index, entries: entries))
    }
  }

  /// The text of the file; nil where there is nothing to remember.
  var text: String? {
    // Bytes are joined faster than texts are, and of large environments there are many.
    var bytes = Array(Self.header.utf8)
    let headerSize = bytes.count
    bytes.reserveCapacity(headerSize + parts.reduce(0) { $0 + 192 * $1.entries.count })
    func add(_ mark: UInt8, _ text: String) {
      bytes.append(mark)
      bytes.append(contentsOf: text.utf8)
    }
    for part in parts {
      for entry in part.entries {
        bytes.append(contentsOf: part.platform.utf8)
        add(Self.tab, entry.kind)
        add(Self.tab, entry.name)
        for fact in entry.facts {
          add(Self.tab, fact.key)
          add(Self.space, fact.value)
        }
        bytes.append(Self.newline)
      }
    }
    return bytes.count == headerSize ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static let tab = UInt8(ascii: "\t")
  private static let space = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")

  /// The entries of a platform in the text of a file; lines of another form are not understood,
  /// and count for nothing.
  static func entries(of platform: String, in text: String) -> [RecordedEntry] {
    var entries: [RecordedEntry] = []
    for line in text.split(separator: "\n") where line.hasPrefix(platform + "\t") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 3 else { continue }
      var entry = RecordedEntry(String(fields[1]), String(fields[2]), of: nil, at: nil)
      for field in fields.dropFirst(3) {
        guard let space = field.firstIndex(of: " ") else { continue }
        entry.add(String(field[..<space]), String(field[field.index(after: space)...]))
      }
      entries.append(entry)
    }
    return entries
  }
}
