/// A command: a line for a shell, or a program with its arguments.
///
/// A string literal is a shell line, an array literal is a program with arguments that no shell
/// takes apart.
public enum Command: Sendable, Hashable {
  /// A line for `/bin/sh`.
  case shell(String)

  /// A program and its arguments.
  case exec([String])

  /// The command as one line that a POSIX shell reads back unchanged.
  public var shellText: String {
    switch self {
    case .shell(let line): line
    case .exec(let words): words.map(Self.quoted).joined(separator: " ")
    }
  }

  /// The command as a program with arguments: a shell line becomes `/bin/sh -c LINE`.
  public var arguments: [String] {
    switch self {
    case .shell(let line): ["/bin/sh", "-c", line]
    case .exec(let words): words
    }
  }

  /// Whether there is nothing to run.
  public var isEmpty: Bool {
    switch self {
    case .shell(let line): line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    case .exec(let words): words.isEmpty || words[0].isEmpty
    }
  }

  /// A word as a POSIX shell reads it back unchanged.
  package static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="),
        UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: ","):
        true
      default: false
      }
    }
    if plain && !word.isEmpty { return word }
    var text = "'"
    for character in word.unicodeScalars {
      if character == "'" { text += "'\\''" } else { text.unicodeScalars.append(character) }
    }
    return text + "'"
  }
}

extension Command: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// Creates a line for the shell.
  public init(stringLiteral line: String) { self = .shell(line) }

  /// Creates a program with its arguments.
  public init(arrayLiteral words: String...) { self = .exec(words) }
}
