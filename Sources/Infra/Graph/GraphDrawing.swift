/// A graph as SVG.
package struct GraphDrawing {
  /// What the drawing is for.
  package enum Setting: Sendable, Equatable {
    /// A file of its own, with its colours for light and dark, a title and a legend.
    case file(title: String)
    /// A part of a page whose style sheet has the colours; each card has a lamp for its state.
    case page
  }

  private let layout: GraphLayout
  private let setting: Setting
  private var text = ""

  private static let margin = 24.0

  /// Draws a graph that has been laid out.
  package static func svg(_ layout: GraphLayout, for setting: Setting) -> String {
    var drawing = GraphDrawing(layout, setting)
    drawing.draw()
    return drawing.text
  }

  private init(_ layout: GraphLayout, _ setting: Setting) {
    self.layout = layout
    self.setting = setting
  }

  private mutating func draw() {
    var heading = 0.0
    var footing = 0.0
    var least = 0.0
    let legend = GraphLegend(layout)
    if case .file(let title) = setting {
      heading = 40
      footing = 44
      least = max(legend.width, TextWidth.of(title, size: 16, isBold: true))
    }
    let width = max(layout.width, least) + 2 * Self.margin
    let height = layout.height + heading + footing + 2 * Self.margin
    open(width: width, height: height)
    if case .file(let title) = setting {
      text += "<rect class=\"ground\" width=\"\(Self.number(width))\""
      text += " height=\"\(Self.number(height))\" rx=\"14\"/>\n"
      text += "<text class=\"title\" x=\"\(Self.number(Self.margin))\""
      text += " y=\"\(Self.number(Self.margin + 14))\">\(XMLText.escaped(title))</text>\n"
    }
    // A graph that is narrower than its legend stands in the middle.
    let left = (width - layout.width) / 2
    text += "<g transform=\"translate(\(Self.number(left)) "
    text += "\(Self.number(Self.margin + heading)))\">\n"
    for line in layout.lines { draw(line) }
    for line in layout.lines { label(line) }
    for index in layout.graph.nodes.indices { card(index) }
    text += "</g>\n"
    if case .file = setting {
      text += legend.svg(x: Self.margin, y: height - Self.margin - 8)
    }
    text += "</svg>\n"
  }

  private mutating func open(width: Double, height: Double) {
    let size = "\(Self.number(width)) \(Self.number(height))"
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\""
    text += " width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    switch setting {
    case .page:
      text += " class=\"graph\" role=\"img\" aria-label=\"\(XMLText.escaped(summary))\">\n"
    case .file(let title):
      text += " role=\"img\" aria-labelledby=\"title summary\">\n"
      text += "<title id=\"title\">\(XMLText.escaped(title))</title>\n"
      text += "<desc id=\"summary\">\(XMLText.escaped(summary))</desc>\n"
      text += "<style>\n\(GraphStyle.sheet)</style>\n"
    }
  }

  /// The graph for those who cannot see it.
  private var summary: String {
    let nodes = layout.graph.nodes
    let sentences = nodes.indices.map { index in
      var targets: [String] = []
      for edge in layout.graph.edges where edge.source == index && edge.target != index {
        guard nodes.indices.contains(edge.target) else { continue }
        let name = nodes[edge.target].name
        if !targets.contains(name) { targets.append(name) }
      }
      let node = "\(nodes[index].name), \(nodes[index].caption)"
      return targets.isEmpty ? node : "\(node), refers to \(targets.joined(separator: ", "))"
    }
    return sentences.joined(separator: "; ")
  }

  private mutating func draw(_ line: GraphLayout.Line) {
    let nodes = layout.graph.nodes
    let tails = line.tails.map { nodes[$0].name }.joined(separator: " ")
    text += "<g class=\"\(line.isWait ? "line wait" : "line")\""
    text += " data-from=\"\(XMLText.escaped(tails))\""
    text += " data-to=\"\(XMLText.escaped(nodes[line.head].name))\"><path d=\""
    for piece in line.pieces {
      text += "M\(Self.point(piece.from))"
      if piece.from.y == piece.to.y {
        text += "H\(Self.number(piece.to.x))"
      } else {
        let reach = (piece.to.x - piece.from.x) / 2
        let first = GraphLayout.Point(x: piece.from.x + reach, y: piece.from.y)
        let second = GraphLayout.Point(x: piece.to.x - reach, y: piece.to.y)
        text += "C\(Self.point(first)) \(Self.point(second)) \(Self.point(piece.to))"
      }
    }
    text += "\"/>"
    for tip in line.rightArrows { arrow(tip, towards: -1) }
    for tip in line.leftArrows { arrow(tip, towards: 1) }
    text += "</g>\n"
  }

  private mutating func arrow(_ tip: GraphLayout.Point, towards side: Double) {
    let x = tip.x + side * LineDrawing.arrow
    let above = GraphLayout.Point(x: x, y: tip.y - 3.5)
    let below = GraphLayout.Point(x: x, y: tip.y + 3.5)
    text += "<path class=\"tip\" d=\"M\(Self.point(tip))L\(Self.point(above))"
    text += "L\(Self.point(below))Z\"/>"
  }

  private mutating func label(_ line: GraphLayout.Line) {
    guard let box = line.labelBox else { return }
    text += "<g class=\"label\"><rect \(Self.corner(box)) \(Self.size(box)) rx=\"6\"/>"
    text += "<text x=\"\(Self.number(box.x + box.width / 2))\""
    text += " y=\"\(Self.number(box.y + box.height / 2 + 3.8))\">"
    text += "\(XMLText.escaped(line.label))</text></g>\n"
  }

  private mutating func card(_ index: Int) {
    let node = layout.graph.nodes[index]
    let box = layout.cards[index]
    let room = box.width - CardMetrics.textStart - CardMetrics.textEnd
    text += "<g class=\"card \(node.kind.rawValue)\" data-name=\"\(XMLText.escaped(node.name))\""
    text += " transform=\"translate(\(Self.number(box.x)) \(Self.number(box.y)))\">"
    let whole = [node.name, node.caption, node.entry].compactMap(\.self).joined(separator: "\n")
    text += "<title>\(Self.lines(whole))</title>"
    text += "<rect class=\"body\" \(Self.size(box)) rx=\"11\"/>"
    text += "<g transform=\"translate(12 \(Self.number(box.height / 2 - 11)))\">"
    text += GraphStyle.sign(of: node.kind) + "</g>"
    var y = node.entry == nil ? 22.0 : 21.0
    let name = TextWidth.fitted(node.name, size: CardMetrics.nameSize, isBold: true, to: room)
    write(name, "name", y: y)
    y += 16
    write(TextWidth.fitted(node.caption, size: CardMetrics.smallSize, to: room), "small", y: y)
    if let entry = node.entry {
      y += 16
      write(TextWidth.fitted(entry, size: CardMetrics.smallSize, to: room), "entry", y: y)
    }
    if setting == .page {
      text += "<circle class=\"lamp\" cx=\"\(Self.number(box.width - 14))\" cy=\"14\" r=\"5\"/>"
    }
    text += "</g>\n"
  }

  private mutating func write(_ words: String, _ style: String, y: Double) {
    text += "<text class=\"\(style)\" x=\"\(Self.number(CardMetrics.textStart))\""
    text += " y=\"\(Self.number(y))\">\(XMLText.escaped(words))</text>"
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n").map { XMLText.escaped(String($0)) }.joined(separator: "\n")
  }

  private static func corner(_ box: GraphLayout.Box) -> String {
    "x=\"\(number(box.x))\" y=\"\(number(box.y))\""
  }

  private static func size(_ box: GraphLayout.Box) -> String {
    "width=\"\(number(box.width))\" height=\"\(number(box.height))\""
  }

  private static func point(_ point: GraphLayout.Point) -> String {
    "\(number(point.x)) \(number(point.y))"
  }

  /// A number with one digit behind the point at most.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    if tenths.isMultiple(of: 10) { return String(tenths / 10) }
    let digits = "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    return tenths < 0 ? "-" + digits : digits
  }
}
