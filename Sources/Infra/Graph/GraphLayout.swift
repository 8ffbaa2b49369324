/// Where everything of a graph is drawn, in pixels from the upper left corner.
///
/// The layers of Sugiyama and others: columns by longest path, order by barycentres, heights by
/// least squares. Labels and long lines take places of their own in columns, so neither lies on a
/// card or on each other.
package struct GraphLayout: Sendable {
  /// A rectangle.
  package struct Box: Sendable, Equatable {
    /// The left edge.
    package var x: Double
    /// The upper edge.
    package var y: Double
    /// The width.
    package var width: Double
    /// The height.
    package var height: Double

    /// Whether two rectangles share more than an edge.
    package func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width
        && y < other.y + other.height && other.y < y + height
    }
  }

  /// A point.
  package struct Point: Sendable, Equatable {
    /// From the left.
    package var x: Double
    /// From above.
    package var y: Double

    /// Names a point.
    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A line with all its branches.
  package struct Line: Sendable {
    /// The resources at its left ends.
    package var tails: [Int]
    /// The resource at its right end.
    package var head: Int
    /// Whether nothing is read, only waited for.
    package var isWait: Bool
    /// The pieces, each a curve from a point to a point with level ends, or a level piece.
    package var pieces: [(from: Point, to: Point)]
    /// Where an arrow points to the right.
    package var rightArrows: [Point]
    /// Where an arrow points to the left.
    package var leftArrows: [Point]
    /// The text on it.
    package var label: String
    /// Where the text is; nil for none.
    package var labelBox: Box?
  }

  /// The graph.
  package let graph: ResourceGraph
  /// The card of each resource.
  package private(set) var cards: [Box]
  /// The lines.
  package private(set) var lines: [Line] = []
  /// The width of the whole.
  package private(set) var width = 0.0
  /// The height of the whole.
  package private(set) var height = 0.0

  /// The most resources with which labels are shown; among more they would only be noise.
  package static let mostLabelled = 24

  static let labelSize = 11.0
  static let labelHeight = 20.0

  /// Lays a graph out.
  package init(_ graph: ResourceGraph, hasLabels: Bool) {
    self.graph = graph
    let cardWidth = CardMetrics.width(of: graph.nodes)
    cards = graph.nodes.map {
      Box(x: 0, y: 0, width: cardWidth, height: CardMetrics.height(of: $0))
    }
    let links = Link.all(of: graph)
    let showsLabels = hasLabels && links.contains { !$0.label.isEmpty }
    var lattice = Lattice(
      nodes: graph.nodes.count,
      links: links,
      layering: Layering(nodes: graph.nodes.count, links: links),
      hasLabels: showsLabels
    )
    lattice.reorder(Ordering.columns(of: lattice))
    place(lattice)
    placeLoners(lattice, cardWidth: cardWidth)
    width = cards.reduce(width) { max($0, $1.x + $1.width) }
    height = cards.reduce(height) { max($0, $1.y + $1.height) }
  }

  private mutating func place(_ lattice: Lattice) {
    if lattice.items.isEmpty { return }
    let sizes = lattice.items.map { item -> (width: Double, height: Double) in
      switch item {
      case .node(let node): (cards[node].width, cards[node].height)
      case .joint(let label, _) where !label.isEmpty:
        (TextWidth.of(label, size: Self.labelSize) + 12, Self.labelHeight)
      case .joint: (0, 8)
      }
    }
    let centres = Placement(lattice, heights: sizes.map(\.height)).centres
    let top = lattice.items.indices.reduce(0.0) { min($0, centres[$1] - sizes[$1].height / 2) }
    var boxes = lattice.items.indices.map { item in
      Box(
        x: 0,
        y: centres[item] - sizes[item].height / 2 - top,
        width: sizes[item].width,
        height: sizes[item].height
      )
    }
    var x = 0.0
    for (index, column) in lattice.columns.enumerated() {
      let wide = column.reduce(0.0) { max($0, sizes[$1].width) }
      for item in column {
        // A line crosses its whole column on one level, so that it touches nothing in it.
        boxes[item].x = x
        boxes[item].width = wide
      }
      x += wide + Self.gap(after: index, lattice, wide: wide)
    }
    for (index, item) in lattice.items.enumerated() {
      if case .node(let node) = item { cards[node] = boxes[index] }
    }
    height = boxes.reduce(0) { max($0, $1.y + $1.height) }
    lines = LineDrawing(lattice, boxes: boxes, sizes: sizes.map(\.width)).lines
  }

  /// Room for the bends between two columns: the more lines, the more.
  private static func gap(after column: Int, _ lattice: Lattice, wide: Double) -> Double {
    guard column + 1 < lattice.columns.count else { return 0 }
    let hasCards = { (column: Int) in
      lattice.columns[column].contains {
        if case .node = lattice.items[$0] { true } else { false }
      }
    }
    let starts = Set(lattice.columns[column])
    let count = lattice.segments.count { starts.contains($0.from) }
    let least: Double = hasCards(column) && hasCards(column + 1) ? 56 : 34
    return min(least + 2.5 * Double(count), 100)
  }

  /// Puts what has nothing to do with anything into rows below.
  private mutating func placeLoners(_ lattice: Lattice, cardWidth: Double) {
    let loners = lattice.places.indices.filter { lattice.places[$0] == nil }
    if loners.isEmpty { return }
    let wide = cards.reduce(0.0) { max($0, $1.x + $1.width) }
    let fitting = Int((wide + 24) / (cardWidth + 24))
    let perRow = max(fitting, min(4, loners.count), 1)
    var y = height == 0 ? 0 : height + 28
    for row in stride(from: 0, to: loners.count, by: perRow) {
      let nodes = loners[row..<min(row + perRow, loners.count)]
      for (column, node) in nodes.enumerated() {
        cards[node].x = Double(column) * (cardWidth + 24)
        cards[node].y = y
      }
      y += nodes.reduce(0.0) { max($0, cards[$1].height) } + 20
    }
  }
}

/// The size of a resource's card.
enum CardMetrics {
  static let nameSize = 13.0
  static let smallSize = 11.0
  static let textStart = 44.0
  static let textEnd = 14.0
  static let least = 148.0
  static let most = 236.0

  /// One width for all cards: enough for the widest text, within limits.
  static func width(of nodes: [ResourceGraph.Node]) -> Double {
    var text = 0.0
    for node in nodes {
      text = max(text, TextWidth.of(node.name, size: nameSize, isBold: true))
      text = max(text, TextWidth.of(node.caption, size: smallSize))
      if let entry = node.entry { text = max(text, TextWidth.of(entry, size: smallSize)) }
    }
    return min(max(least, (text + textStart + textEnd).rounded(.up)), most)
  }

  static func height(of node: ResourceGraph.Node) -> Double { node.entry == nil ? 50 : 66 }
}
