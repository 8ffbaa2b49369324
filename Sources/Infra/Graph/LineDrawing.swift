/// The lines of a lattice whose items have their places.
struct LineDrawing {
  private let lattice: Lattice
  private let boxes: [GraphLayout.Box]
  private let widths: [Double]

  /// Where each segment leaves its left item and reaches its right one, above or below the middle.
  private var starts: [Double]
  private var ends: [Double]

  init(_ lattice: Lattice, boxes: [GraphLayout.Box], sizes widths: [Double]) {
    self.lattice = lattice
    self.boxes = boxes
    self.widths = widths
    starts = Array(repeating: 0, count: lattice.segments.count)
    ends = starts
    spread()
  }

  var lines: [GraphLayout.Line] { lattice.lines.map(line) }

  /// Lines that leave a card do so one below the other, in the order in which they go on.
  private mutating func spread() {
    var leaving: [[Int]] = Array(repeating: [], count: lattice.items.count)
    var arriving = leaving
    for (index, segment) in lattice.segments.enumerated() {
      leaving[segment.from].append(index)
      arriving[segment.to].append(index)
    }
    for (item, kind) in lattice.items.enumerated() {
      guard case .node = kind else { continue }
      let out = leaving[item].sorted { key($0, \.to) < key($1, \.to) }
      for (index, offset) in offsets(out.count, in: boxes[item]).enumerated() {
        starts[out[index]] = offset
      }
      let into = arriving[item].sorted { key($0, \.from) < key($1, \.from) }
      for (index, offset) in offsets(into.count, in: boxes[item]).enumerated() {
        ends[into[index]] = offset
      }
    }
  }

  private func key(_ segment: Int, _ end: KeyPath<Lattice.Segment, Int>) -> (Double, Int) {
    (middle(lattice.segments[segment][keyPath: end]), segment)
  }

  private func offsets(_ count: Int, in box: GraphLayout.Box) -> [Double] {
    guard count > 1 else { return Array(repeating: 0, count: count) }
    let step = min(12, (box.height - 22) / Double(count - 1))
    return (0..<count).map { (Double($0) - Double(count - 1) / 2) * step }
  }

  private func middle(_ item: Int) -> Double { boxes[item].y + boxes[item].height / 2 }

  private func line(_ line: Lattice.Line) -> GraphLayout.Line {
    var drawn = GraphLayout.Line(
      tails: line.tails,
      head: line.head,
      isWait: line.isWait,
      pieces: [],
      rightArrows: [],
      leftArrows: [],
      label: line.label,
      labelBox: nil
    )
    var crossed: Set<Int> = []
    for index in line.segments {
      let segment = lattice.segments[index]
      let from = boxes[segment.from]
      let to = boxes[segment.to]
      var start = GraphLayout.Point(x: from.x + from.width, y: middle(segment.from) + starts[index])
      var end = GraphLayout.Point(x: to.x, y: middle(segment.to) + ends[index])
      if case .node = lattice.items[segment.from], line.pointsLeft {
        drawn.leftArrows.append(start)
        start.x += Self.arrow
      }
      if case .node = lattice.items[segment.to], line.pointsRight {
        drawn.rightArrows.append(end)
        end.x -= Self.arrow
      }
      drawn.pieces.append((start, end))
      if case .joint(let label, _) = lattice.items[segment.to],
        crossed.insert(segment.to).inserted
      {
        let right = GraphLayout.Point(x: to.x + to.width, y: end.y)
        if right.x > end.x { drawn.pieces.append((end, right)) }
        if !label.isEmpty { drawn.labelBox = labelBox(segment.to) }
      }
    }
    return drawn
  }

  private func labelBox(_ item: Int) -> GraphLayout.Box {
    var box = boxes[item]
    box.x += (box.width - widths[item]) / 2
    box.width = widths[item]
    return box
  }

  /// How long an arrow is.
  static let arrow = 7.0
}
