/// The escapes of text between double quotes.
enum EnvEscapes {
  /// Replaces `\n`, `\t` and their kin, and makes `\$` the `$$` that stands for one dollar.
  ///
  /// A backslash before anything else stays. Compose has octal numbers as `\0101`, where the zero
  /// does not count.
  static func expanded(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      guard scalar == "\\", index + 1 < text.count else {
        result.append(scalar)
        index += 1
        continue
      }
      let next = text[index + 1]
      index += 2
      switch next {
      case "a": result.append("\u{07}")
      case "b": result.append("\u{08}")
      case "f": result.append("\u{0C}")
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "v": result.append("\u{0B}")
      case "\"", "\\": result.append(next)
      case "$": result += ["$", "$"]
      case "0":
        var digits: [Unicode.Scalar] = []
        while digits.count < 3, index < text.count, ("0"..."9").contains(text[index]) {
          digits.append(text[index])
          index += 1
        }
        if digits.count == 3, let byte = UInt8(EnvReader.string(digits), radix: 8) {
          result.append(Unicode.Scalar(byte))
        } else {
          result.append("\\")
          result += digits
        }
      default: result += ["\\", next]
      }
    }
    return result
  }
}
