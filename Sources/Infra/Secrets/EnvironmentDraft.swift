import InfraContract
import InfraDisk
package import InfraKit

/// A `.env` in the making: what is there, what is added, and what only a person knows.
///
/// Nothing that has a value is changed.
package struct EnvironmentDraft {
  /// Something that was added, and never its value.
  package struct Addition: Hashable, Sendable {
    /// The variable.
    package let name: String
    /// How its value came about, such as `generated`.
    package let how: String
    /// What it is.
    package let purpose: String
  }

  /// What the file must hold.
  package let file: EnvironmentFile

  /// The whole text.
  package private(set) var text: String

  /// What was added to it.
  package private(set) var additions: [Addition] = []

  private var filled: Set<String>
  private let isNew: Bool

  /// Starts from what is there: nil where there is no file yet.
  package init(
    _ file: EnvironmentFile,
    text: String?,
    for environment: String,
    isLocal: Bool = true
  ) throws(EnvProblem) {
    self.file = file
    isNew = text == nil
    self.text =
      text
        ?? """
        # What this machine keeps for \(environment): never commit it.
        # Made by `\(LocalNames.makingCommand(for: environment, isLocal: isLocal))`, which keeps what is here.

        """
    let values = try EnvFile(self.text)
    filled = Set(values.entries.filter { values[$0.name]?.isEmpty == false }.map(\.name))
  }

  /// The values that only a person can give and that are not there.
  package var missing: [WantedValue] {
    file.wanted.filter { value in
      if case .provided = value.origin { !filled.contains(value.name) } else { false }
    }
  }

  /// Whether a name has a value.
  package func has(_ name: String) -> Bool { filled.contains(name) }

  /// Adds the name of the project: the folder's as Compose itself makes it, and four digits of the
  /// digest of its whole path.
  ///
  /// Clones in folders of the same name would otherwise share containers and volumes.
  package mutating func nameProject(after root: String) {
    let folder = root.split(separator: "/").last.map(String.init) ?? ""
    let digits = Digest(of: Array(root.utf8)).description.prefix(4)
    let name = "\(Self.projectName(folder))-\(digits)\(file.projectSuffix)"
    add(EnvironmentFile.projectVariable, name, how: "named", "after this folder")
  }

  /// Makes every value that chance makes.
  package mutating func generate(random: (Int) -> [UInt8]) {
    for value in file.wanted {
      guard case .generated(let bytes) = value.origin, !has(value.name) else { continue }
      add(value.name, Self.hexadecimal(random(bytes)), how: "generated", value.purpose)
    }
  }

  /// Moves the ports that somebody else has, unless the file was here before: then the ports that
  /// are in use may be its own.
  package mutating func movePorts(isFree: (Int) -> Bool) {
    guard isNew else { return }
    var taken = Set(file.ports.map(\.number))
    for port in file.ports where !has(port.variable) && !isFree(port.number) {
      var number = port.number + 1
      while number < 65_535, taken.contains(number) || !isFree(number) { number += 1 }
      taken.insert(number)
      let purpose = "\(number) for \(port.id.title): \(port.number) is taken"
      add(port.variable, String(number), how: "moved", purpose)
    }
  }

  /// Adds a value that a person gave.
  package mutating func provide(_ name: String, _ value: String) {
    let purpose = file.wanted.first { $0.name == name }?.purpose ?? ""
    add(name, value, how: "given", purpose)
  }

  private mutating func add(_ name: String, _ value: String, how: String, _ purpose: String) {
    if has(name) || value.isEmpty { return }
    let line = EnvText.assignment(name, value)
    // A name that waits for its value gets it where it stands.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let index = lines.lastIndex(of: name + "=") {
      lines[index] = line
      text = lines.joined(separator: "\n")
    } else {
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      text += line + "\n"
    }
    filled.insert(name)
    additions.append(Addition(name: name, how: how, purpose: purpose))
  }

  /// A folder's name as Compose allows a project to be called.
  package static func projectName(_ folder: String) -> String {
    let kept = folder.lowercased().unicodeScalars.filter {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
    let name = EnvReader.string(kept.drop { $0 == "-" || $0 == "_" })
    return name.isEmpty ? "app" : name
  }

  /// Bytes as hexadecimal digits, as generated values are written.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    return EnvReader.string(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// Bytes from the system's own source of chance.
package enum SystemRandom {
  /// So many random bytes.
  package static func bytes(_ count: Int) -> [UInt8] {
    var source = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
  }
}
