/// How wide a text is in a sans-serif font, as far as that can be known without the font.
package enum TextWidth {
  /// The width at a size, a little more than common fonts need.
  package static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars { width += ems(scalar) }
    return width * size * (isBold ? 1.08 : 1.02)
  }

  /// The longest start of a text that fits a width, with an ellipsis where something is missing.
  package static func fitted(
    _ text: String,
    size: Double,
    isBold: Bool = false,
    to width: Double
  ) -> String {
    if of(text, size: size, isBold: isBold) <= width { return text }
    var kept = ""
    for character in text {
      let longer = kept + String(character)
      if of(longer + "…", size: size, isBold: isBold) > width { break }
      kept = longer
    }
    return kept + "…"
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": 0.3
    case "f", "t", "r", "(", ")", "[", "]", "/", "\\", "-": 0.4
    case "m", "w", "M", "W", "@", "%", "…", "·": 0.92
    case "A"..."Z", "&", "#": 0.72
    case "\u{0}"..."\u{7F}": 0.61
    // Scripts with wide signs, and pictures.
    case "\u{1100}"...: 1.05
    default: 0.66
    }
  }
}
