import InfraGraph
import Testing

@Suite("The layout of a graph")
struct LayoutTests {
  @Test(
    "cards, labels and lines keep clear of each other",
    arguments: [2, 3, 5, 8, 12, 20, 24, 40, 60],
    [UInt64(1), 2, 3, 4]
  )
  func clear(nodes: Int, seed: UInt64) {
    let layout = GraphLayout(
      random(nodes: nodes, seed: seed),
      hasLabels: nodes <= GraphLayout.mostLabelled
    )
    let solid = layout.cards + layout.lines.compactMap(\.labelBox)
    for (index, box) in solid.enumerated() {
      for other in solid[(index + 1)...] {
        #expect(!box.overlaps(other), "seed \(seed): \(box) lies on \(other)")
      }
      #expect(box.x >= -0.01 && box.x + box.width <= layout.width + 0.01)
      #expect(box.y >= -0.01 && box.y + box.height <= layout.height + 0.01)
    }
    for line in layout.lines {
      let others = layout.cards.enumerated().filter { index, _ in
        index != line.head && !line.tails.contains(index)
      }
      for point in line.pieces.flatMap(samples) {
        let hit = others.first { contains($0.element, point) }
        #expect(hit == nil, "seed \(seed): a line to \(line.head) runs over \(hit?.offset ?? -1)")
      }
    }
  }

  @Test("every reference is part of a line, and none is invented", arguments: [UInt64(1), 5, 9])
  func complete(seed: UInt64) {
    let graph = random(nodes: 30, seed: seed)
    let layout = GraphLayout(graph, hasLabels: false)
    var drawn: Set<[Int]> = []
    for line in layout.lines {
      for tail in line.tails { drawn.insert([tail, line.head].sorted()) }
    }
    let wanted = Set(
      graph.edges.filter { $0.source != $0.target }.map { [$0.source, $0.target].sorted() }
    )
    #expect(drawn == wanted)
  }

  @Test("lines point to what is referred to, to the right where there is no cycle")
  func direction() {
    let layout = GraphLayout(
      graph(["site", "api", "data"], [(0, 1, "origin"), (1, 2, "url")]),
      hasLabels: true
    )
    #expect(layout.cards[0].x < layout.cards[1].x)
    #expect(layout.cards[1].x < layout.cards[2].x)
    #expect(layout.lines.map(\.label) == ["origin", "url"])
    #expect(layout.lines.allSatisfy { $0.rightArrows.count == 1 && $0.leftArrows.isEmpty })
  }

  @Test("two resources that name each other share one line with two arrows")
  func mutual() {
    let layout = GraphLayout(graph(["a", "b"], [(0, 1, ""), (1, 0, "")]), hasLabels: false)
    #expect(layout.lines.count == 1)
    #expect(layout.lines.first?.rightArrows.count == 1)
    #expect(layout.lines.first?.leftArrows.count == 1)
  }

  @Test("a longer cycle is opened, and the arrow that closes it points to the left")
  func cycle() {
    let layout = GraphLayout(
      graph(["a", "b", "c"], [(0, 1, ""), (1, 2, ""), (2, 0, "")]),
      hasLabels: false
    )
    #expect(layout.lines.reduce(0) { $0 + $1.rightArrows.count } == 2)
    #expect(layout.lines.reduce(0) { $0 + $1.leftArrows.count } == 1)
  }

  @Test("many readers of one database share a line and more than one column")
  func star() {
    let names = (0..<40).map { "api-\($0)" } + ["data"]
    let layout = GraphLayout(graph(names, (0..<40).map { ($0, 40, "url") }), hasLabels: false)
    #expect(layout.lines.count == 1)
    #expect(layout.lines.first?.tails.count == 40)
    #expect(Set(layout.cards.map(\.x)).count > 2)
    #expect(layout.height < 2 * layout.width)
  }

  @Test("a resource alone has a place, and so does no resource at all")
  func alone() {
    #expect(GraphLayout(graph(["a"], []), hasLabels: true).cards.first?.x == 0)
    #expect(GraphLayout(graph([], []), hasLabels: true).cards.isEmpty)
    #expect(GraphLayout(graph(["a"], [(0, 0, "url")]), hasLabels: true).lines.isEmpty)
  }

  @Test("the same graph is laid out the same way every time")
  func deterministic() {
    let first = GraphDrawing.svg(
      GraphLayout(random(nodes: 40, seed: 7), hasLabels: false),
      for: .page
    )
    let second = GraphDrawing.svg(
      GraphLayout(random(nodes: 40, seed: 7), hasLabels: false),
      for: .page
    )
    #expect(first == second)
  }

  @Test("3,000 resources in a chain, and as many readers of one, come to an end")
  func large() {
    let names = (0..<3_000).map { "r\($0)" }
    let chain = graph(names, (1..<3_000).map { ($0 - 1, $0, "") })
    #expect(GraphLayout(chain, hasLabels: false).lines.count == 2_999)
    let star = graph(names, (1..<3_000).map { ($0, 0, "") })
    #expect(GraphLayout(star, hasLabels: false).lines.count == 1)
  }
}

/// Points along a piece, as it is drawn.
private func samples(
  _ piece: (from: GraphLayout.Point, to: GraphLayout.Point)
) -> [GraphLayout.Point] {
  let reach = (piece.to.x - piece.from.x) / 2
  return (1..<20).map { step in
    let t = Double(step) / 20
    let u = 1 - t
    let x =
      u * u * u * piece.from.x + 3 * u * u * t * (piece.from.x + reach)
      + 3 * u * t * t * (piece.to.x - reach) + t * t * t * piece.to.x
    let y =
      (u * u * u + 3 * u * u * t) * piece.from.y + (3 * u * t * t + t * t * t) * piece.to.y
    return GraphLayout.Point(x: x, y: y)
  }
}

private func contains(_ box: GraphLayout.Box, _ point: GraphLayout.Point) -> Bool {
  point.x > box.x + 0.5 && point.x < box.x + box.width - 0.5
    && point.y > box.y + 0.5 && point.y < box.y + box.height - 0.5
}

/// A graph of services with some references.
func graph(_ names: [String], _ edges: [(Int, Int, String)]) -> ResourceGraph {
  ResourceGraph(
    nodes: names.map { .init($0, .service, caption: "service") },
    edges: edges.map { .init(from: $0.0, to: $0.1, $0.2) }
  )
}

/// A graph as descriptions have them: sites read services, services read each other and data.
func random(nodes: Int, seed: UInt64) -> ResourceGraph {
  var numbers = SplitMix(state: seed)
  let kinds = ResourceGraph.Kind.allCases
  let made = (0..<nodes).map { index in
    let kind = kinds[Int(numbers.next() % UInt64(kinds.count))]
    let entry = numbers.next().isMultiple(of: 3) ? "https://r\(index).example.com" : nil
    return ResourceGraph.Node(
      "resource-\(index)",
      kind,
      caption: "\(kind.rawValue) · Render",
      entry: entry
    )
  }
  let labels = ["url", "origin", "host, port", "privateOrigin"]
  let edges = (0..<(nodes * 3 / 2)).map { _ in
    ResourceGraph.Edge(
      from: Int(numbers.next() % UInt64(nodes)),
      to: Int(numbers.next() % UInt64(nodes)),
      labels[Int(numbers.next() % 4)],
      isWait: numbers.next().isMultiple(of: 5)
    )
  }
  return ResourceGraph(nodes: made, edges: edges)
}

/// A small generator of numbers that a seed decides.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
