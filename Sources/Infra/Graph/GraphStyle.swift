/// The look of a drawing: colours for light and dark, and a sign for each kind of resource.
package enum GraphStyle {
  /// The style sheet of a file of its own.
  ///
  /// Every colour of text has at least 4.5 times the luminance of what is behind it, or a 4.5th.
  static let sheet = """
    svg { --ground: #ffffff; --body: #ffffff; --edge: #cbd2dc; --ink: #17202e; --soft: #556070;
      --line: #7b8798; --link: #0b62c4; --tag: #eef1f6;
      --service: #2563c9; --worker: #7a4fd0; --site: #0b7d6c; --job: #a35a00;
      --database: #b3305f; --cache: #c2410c; }
    @media (prefers-color-scheme: dark) {
      svg { --ground: #10151d; --body: #1a212c; --edge: #364152; --ink: #eef2f8; --soft: #a7b2c2;
        --line: #76839a; --link: #79b4ff; --tag: #263040;
        --service: #3b7ae0; --worker: #8f68e0; --site: #118a78; --job: #b36a0e;
        --database: #c8446f; --cache: #cf5420; }
    }
    text { font: 11px ui-sans-serif, system-ui, "Segoe UI", Inter, Helvetica, Arial, sans-serif; }
    .ground { fill: var(--ground); }
    .title { fill: var(--ink); font-size: 16px; font-weight: 600; }
    .body { fill: var(--body); stroke: var(--edge); }
    .name { fill: var(--ink); font-size: 13px; font-weight: 600; }
    .small, .legend { fill: var(--soft); }
    .entry { fill: var(--link); }
    .line path { fill: none; stroke: var(--line); stroke-width: 1.4; }
    .wait path { stroke-dasharray: 4 4; }
    .line .tip { fill: var(--line); stroke: none; }
    .label rect { fill: var(--tag); }
    .label text { fill: var(--soft); text-anchor: middle; }
    .sign { fill: currentColor; }
    .glyph { fill: none; stroke: #ffffff; stroke-width: 1.5; stroke-linecap: round;
      stroke-linejoin: round; }
    .service { color: var(--service); } .worker { color: var(--worker); }
    .site { color: var(--site); } .job { color: var(--job); }
    .database { color: var(--database); } .cache { color: var(--cache); }

    """

  /// The sign of a kind, 22 pixels square.
  static func sign(of kind: ResourceGraph.Kind) -> String {
    "<rect class=\"sign\" width=\"22\" height=\"22\" rx=\"6\"/>"
      + "<path class=\"glyph\" d=\"\(glyph(of: kind))\"/>"
  }

  private static func glyph(of kind: ResourceGraph.Kind) -> String {
    switch kind {
    // Two machines on top of each other.
    case .service: "M5 5.5H17V10H5ZM5 12H17V16.5H5ZM7.5 7.8H8M7.5 14.2H8"
    // A wheel with eight teeth.
    case .worker:
      "M11 8A3 3 0 1 0 11 14A3 3 0 1 0 11 8ZM11 4.5V6M11 16V17.5M4.5 11H6M16 11H17.5"
        + "M6.4 6.4L7.5 7.5M14.5 14.5L15.6 15.6M6.4 15.6L7.5 14.5M14.5 7.5L15.6 6.4"
    // A window.
    case .site: "M4.5 5.5H17.5V16.5H4.5ZM4.5 8.8H17.5M6.7 7.2H6.8M8.7 7.2H8.8"
    // A clock.
    case .job: "M11 4.5A6.5 6.5 0 1 0 11 17.5A6.5 6.5 0 1 0 11 4.5ZM11 7.2V11L13.6 12.6"
    // A drum.
    case .database:
      "M5 7C5 5.6 7.7 4.5 11 4.5S17 5.6 17 7S14.3 9.5 11 9.5S5 8.4 5 7ZM5 7V15"
        + "C5 16.4 7.7 17.5 11 17.5S17 16.4 17 15V7M5 11C5 12.4 7.7 13.5 11 13.5S17 12.4 17 11"
    // A flash.
    case .cache: "M12 4L6 12.2H10.6L10 18L16 9.8H11.4Z"
    }
  }

  /// What a kind is called in a legend.
  static func title(of kind: ResourceGraph.Kind) -> String {
    switch kind {
    case .service: "service"
    case .worker: "worker"
    case .site: "site"
    case .job: "cron job"
    case .database: "database"
    case .cache: "cache"
    }
  }
}

/// What the signs and lines of a drawing mean: those that occur in it.
struct GraphLegend {
  private let kinds: [ResourceGraph.Kind]
  private let lines: [(text: String, isWait: Bool)]

  init(_ layout: GraphLayout) {
    let used = Set(layout.graph.nodes.map(\.kind))
    kinds = ResourceGraph.Kind.allCases.filter(used.contains)
    var lines: [(String, Bool)] = []
    if layout.lines.contains(where: { !$0.isWait }) { lines.append(("reads from", false)) }
    if layout.lines.contains(where: \.isWait) { lines.append(("waits for", true)) }
    self.lines = lines
  }

  var width: Double {
    kinds.reduce(0) { $0 + 28 + Self.step(GraphStyle.title(of: $1)) }
      + lines.reduce(0) { $0 + 40 + Self.step($1.text) }
  }

  func svg(x: Double, y: Double) -> String {
    var text = ""
    var x = x
    for kind in kinds {
      let title = GraphStyle.title(of: kind)
      text += "<g class=\"\(kind.rawValue)\" transform=\"translate(\(GraphDrawing.number(x)) "
      text += "\(GraphDrawing.number(y - 15)))\">\(GraphStyle.sign(of: kind))</g>"
      text += Self.words(title, x: x + 28, y: y)
      x += 28 + Self.step(title)
    }
    for line in lines {
      let end = x + 26
      let middle = GraphDrawing.number(y - 4)
      text += "<g class=\"\(line.isWait ? "line wait" : "line")\">"
      text += "<path d=\"M\(GraphDrawing.number(x)) \(middle)H\(GraphDrawing.number(end))\"/>"
      text += "<path class=\"tip\" d=\"M\(GraphDrawing.number(end + 7)) \(middle)"
      text += "L\(GraphDrawing.number(end)) \(GraphDrawing.number(y - 7.5))"
      text += "L\(GraphDrawing.number(end)) \(GraphDrawing.number(y - 0.5))Z\"/></g>"
      text += Self.words(line.text, x: x + 40, y: y)
      x += 40 + Self.step(line.text)
    }
    return text + "\n"
  }

  private static func step(_ title: String) -> Double {
    (TextWidth.of(title, size: 11) + 22).rounded(.up)
  }

  private static func words(_ text: String, x: Double, y: Double) -> String {
    "<text class=\"legend\" x=\"\(GraphDrawing.number(x))\" y=\"\(GraphDrawing.number(y))\">"
      + "\(text)</text>"
  }
}
