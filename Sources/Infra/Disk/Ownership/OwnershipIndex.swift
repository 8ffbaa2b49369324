/// Which files an environment owns and which bytes `infra` last wrote to each.
///
/// On disk it is JSON with one line per file, sorted by path. The format's number comes last, so
/// that every line of a file ends alike and two branches that add files merge in git. Its key is
/// absolute and therefore no file's.
struct OwnershipIndex: Hashable {
  /// The name of the index in its environment's folder.
  static let fileName = ".index.json"

  private static let formatKey = "/format"
  private static let format = 1

  /// The digest of each file, by path.
  var digests: [String: Digest]

  /// Why an index cannot be used, in words that follow its path.
  struct Fault: Error, Hashable {
    let reason: String
  }

  /// Where an environment keeps its index.
  static func path(of environment: String) -> String {
    "\(OwnershipIndex.folder)/\(environment)/\(fileName)"
  }

  /// The folder that holds a folder per environment.
  static let folder = "generated"

  init(digests: [String: Digest] = [:]) {
    self.digests = digests
  }

  /// Reads an index, and refuses it whole where any of it is in doubt.
  init(reading bytes: [UInt8]) throws(Fault) {
    if ConflictMarkers.areIn(bytes) {
      throw Fault(reason: "holds the conflict markers of a merge")
    }
    guard let members = FlatObject(reading: bytes)?.members else {
      throw Fault(reason: "is not the JSON that infra writes")
    }
    var format: FlatObject.Value?
    var digests: [String: Digest] = [:]
    for (key, value) in members {
      if key == Self.formatKey {
        format = value
        continue
      }
      guard RelativePath.fault(in: key) == nil, case .text(let text) = value,
        let digest = Digest(hexadecimal: text)
      else {
        throw Fault(reason: "lists '\(RelativePath.displayed(key))' in a way infra never does")
      }
      guard digests.updateValue(digest, forKey: key) == nil else {
        throw Fault(reason: "lists '\(key)' twice")
      }
    }
    guard format == .number(Self.format) else {
      throw Fault(reason: "has a format that this infra does not know")
    }
    self.digests = digests
  }

  /// The index as it is written.
  var bytes: [UInt8] {
    var text = "{\n"
    for path in digests.keys.sorted() {
      guard let digest = digests[path] else { continue }
      // Safe paths hold neither backslashes nor control characters: quotes alone need escaping.
      let escaped = path.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\\\"")
      text += "  \"\(escaped)\": \"\(digest)\",\n"
    }
    text += "  \"\(Self.formatKey)\": \(Self.format)\n}\n"
    return Array(text.utf8)
  }
}
