/// The names of files that exist only while a run writes.
///
/// They say which process made them and lie next to what they become, so that renaming stays on
/// one disk. What a killed run leaves is known by its name alone.
enum TemporaryName {
  /// What a temporary file becomes.
  enum Kind: String {
    /// A generated file. On its own it says nothing.
    case file = "tmp"

    /// An index. Until it is in its place it records what the run is about to write.
    case index
  }

  /// The name of the n-th temporary file of a process.
  static func name(process: Int32, number: Int, kind: Kind) -> String {
    ".infra-\(process)-\(number).\(kind.rawValue)"
  }

  /// What a name stands for, or nil where no run of ours would choose it.
  static func kind(of name: some StringProtocol) -> Kind? {
    guard name.hasPrefix(".infra-") else { return nil }
    let parts = name.dropFirst(7).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    let areNumbers = numbers.allSatisfy { number in
      !number.isEmpty && number.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
    return numbers.count == 2 && areNumbers ? Kind(rawValue: String(parts[1])) : nil
  }
}
