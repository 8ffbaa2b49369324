import Foundation
import InfraGraph
import Testing

@Suite("The colours of a drawing")
struct ContrastTests {
  @Test("texts and shapes have the contrast that WCAG AA asks for", arguments: ["light", "dark"])
  func contrast(scheme: String) throws {
    let svg = GraphDrawing.svg(
      GraphLayout(random(nodes: 12, seed: 3), hasLabels: true),
      for: .file(title: "shop")
    )
    let parts = svg.split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
    try #require(parts.count == 2)
    let light = Self.colours(in: parts[0])
    let colours = scheme == "light" ? light : light.merging(Self.colours(in: parts[1])) { $1 }
    try #require(colours.count == 14)
    let texts = [
      ("ink", "body"), ("soft", "body"), ("link", "body"), ("ink", "ground"), ("soft", "ground"),
      ("soft", "tag"),
    ]
    for (front, back) in texts {
      let found = try Self.contrast(#require(colours[front]), #require(colours[back]))
      #expect(found >= 4.5, "\(front) on \(back): \(found)")
    }
    let kinds = ResourceGraph.Kind.allCases.map(\.rawValue)
    for kind in kinds {
      let found = try Self.contrast("ffffff", #require(colours[kind]))
      #expect(found >= 3, "the sign of \(kind): \(found)")
    }
    #expect(try Self.contrast(#require(colours["line"]), #require(colours["ground"])) >= 3)
  }

  private static func colours(in text: Substring) -> [String: String] {
    var colours: [String: String] = [:]
    for match in text.matches(of: /--([a-z]+): #([0-9a-f]{6});/) {
      colours[String(match.output.1)] = String(match.output.2)
    }
    return colours
  }

  /// The contrast of two colours (www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
  private static func contrast(_ front: String, _ back: String) throws -> Double {
    let pair = try [luminance(front), luminance(back)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private static func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour, radix: 16))
    let parts = [number >> 16, number >> 8, number].map { shifted in
      let part = Double(shifted & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
