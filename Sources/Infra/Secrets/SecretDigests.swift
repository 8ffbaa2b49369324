package import InfraDisk
package import InfraKit

/// Salted digests of the secrets that this machine has seen, by environment, to tell whether two
/// environments have the same; no value can be read from them.
///
/// They lie in a file below `.infra` with a salt of its own: digests of two machines say nothing
/// to each other.
package struct SecretDigests: Sendable {
  /// A secret of an environment.
  package struct Key: Sendable, Hashable {
    /// The environment.
    package let environment: String
    /// The secret.
    package let name: String
  }

  /// Two secrets with one value.
  package struct Pair: Sendable, Hashable {
    /// The first, in order of environments.
    package let first: Key
    /// The second.
    package let second: Key
  }

  /// The name of the file below `.infra`.
  package static let fileName = "secret-digests"

  private let salt: [UInt8]
  private var digests: [(key: Key, digest: Digest)] = []

  /// Reads the file of a root, or starts with a salt of its own.
  package init(root: String, random: (Int) -> [UInt8] = SystemRandom.bytes) throws(SecretsProblem) {
    let file = PrivateFile(root: root, Self.fileName)
    guard let lines = try file.lines() else {
      salt = random(32)
      return
    }
    let words = lines.map { $0.split(separator: " ", omittingEmptySubsequences: false) }
    guard let first = words.first, first.count == 2, first[0] == "salt",
      let salt = Digest(hexadecimal: String(first[1]))
    else { throw Self.broken(file.path, 1) }
    self.salt = salt.bytes
    for (index, line) in words.enumerated().dropFirst() {
      guard line.count == 3, let digest = Digest(hexadecimal: String(line[2])) else {
        throw Self.broken(file.path, index + 1)
      }
      digests.append((Key(environment: String(line[0]), name: String(line[1])), digest))
    }
  }

  private static func broken(_ path: String, _ line: Int) -> SecretsProblem {
    SecretsProblem(
      "\(path):\(line): this is not what infra writes there",
      help: "remove the file: it is made anew from what can be read"
    )
  }

  /// The digest of a value.
  package func digest(of value: String) -> Digest { Digest(of: Array(value.utf8), key: salt) }

  /// Takes a value into account, in place of what was known of that secret.
  package mutating func note(_ environment: String, _ name: String, _ value: String) {
    forget(environment, name)
    if value.isEmpty { return }
    digests.append((Key(environment: environment, name: name), digest(of: value)))
  }

  /// Forgets a secret that is no more.
  package mutating func forget(_ environment: String, _ name: String) {
    let key = Key(environment: environment, name: name)
    digests.removeAll { $0.key == key }
  }

  /// The secrets of different environments that have the same value.
  package func shared(among environments: [String]) -> [Pair] {
    var pairs: [Pair] = []
    let order = Dictionary(
      environments.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let known = digests.compactMap { entry in order[entry.key.environment].map { ($0, entry) } }
      .sorted { ($0.0, $0.1.key.name) < ($1.0, $1.1.key.name) }
    for (index, left) in known.enumerated() {
      for right in known[(index + 1)...]
      where left.0 != right.0 && left.1.digest == right.1.digest {
        pairs.append(Pair(first: left.1.key, second: right.1.key))
      }
    }
    return pairs
  }

  /// Writes the file.
  package func write(root: String) throws(SecretsProblem) {
    let salt = "salt " + salt.map { Self.hexadecimal($0) }.joined()
    let lines = digests.map { "\($0.key.environment) \($0.key.name) \($0.digest)" }.sorted()
    try PrivateFile(root: root, Self.fileName).write([salt] + lines)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension SecretDigests {
  /// Keeps the digests of a file's secrets.
  package static func note(
    _ text: String,
    of file: EnvironmentFile,
    _ environment: String,
    root: String
  ) throws(SecretsProblem) {
    guard let values = try? EnvFile(text) else { return }
    var digests = try SecretDigests(root: root)
    for wanted in file.wanted { digests.note(environment, wanted.name, values[wanted.name] ?? "") }
    try digests.write(root: root)
  }
}
