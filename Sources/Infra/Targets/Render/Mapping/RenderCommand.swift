import InfraKit

extension Command {
  /// The command as a native runtime runs it: a line for its shell.
  var forRenderShell: String { shellText }

  /// The command as Render runs it in a container, where no shell takes a line apart.
  ///
  /// A line that needs a shell gets one: render.com/docs/docker, read 2026-08-18.
  var forRenderContainer: String {
    switch self {
    case .exec: shellText
    case .shell(let line):
      Self.needsShell(line) ? "/bin/sh -c " + Self.quoted(line) : line
    }
  }

  private static func needsShell(_ line: String) -> Bool {
    if line.hasPrefix("/bin/sh -c ") || line.hasPrefix("/bin/bash -c ") { return false }
    // `NAME=value program` sets a variable, which only a shell understands.
    if line.prefix(while: { $0 != " " }).contains("=") { return true }
    return line.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "$"),
        UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["),
        UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "!"), 0x0A:
        true
      default: false
      }
    }
  }
}
