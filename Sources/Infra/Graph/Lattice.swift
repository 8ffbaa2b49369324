/// Resources and the joints of long lines, in columns, with the segments between neighbours.
struct Lattice {
  /// What stands in a column.
  enum Item {
    /// A resource.
    case node(Int)
    /// A point that a line passes, with its label where there is one.
    case joint(label: String, line: Int)
  }

  /// A piece of a line from one column to the next.
  struct Segment: Hashable {
    let from: Int
    let to: Int
    let line: Int
  }

  /// A line: all links that end at one resource and ask for the same, drawn together.
  struct Line {
    let head: Int
    let label: String
    let isWait: Bool
    let pointsRight: Bool
    let pointsLeft: Bool
    var tails: [Int] = []
    var segments: [Int] = []
  }

  private(set) var items: [Item] = []
  private(set) var columns: [[Int]] = []
  private(set) var segments: [Segment] = []
  private(set) var lines: [Line] = []

  /// The position of each resource among the items; nil for one without links.
  private(set) var places: [Int?]

  /// - Parameters:
  ///   - nodes: How many resources there are.
  ///   - links: What is between them.
  ///   - layering: Their columns.
  ///   - hasLabels: Whether labels get columns of their own between those of resources.
  init(nodes: Int, links: [Link], layering: Layering, hasLabels: Bool) {
    places = Array(repeating: nil, count: nodes)
    let step = hasLabels ? 2 : 1
    for node in 0..<nodes {
      guard let column = layering.columns[node] else { continue }
      places[node] = add(.node(node), to: column * step)
    }
    var positions: [LineKey: Int] = [:]
    for (index, link) in links.enumerated() {
      let key = LineKey(link, index, hasLabels: hasLabels)
      let line = positions[key] ?? lines.count
      if line == lines.count {
        positions[key] = line
        lines.append(
          Line(
            head: link.head,
            label: hasLabels ? link.label : "",
            isWait: link.isWait,
            pointsRight: link.pointsRight,
            pointsLeft: link.pointsLeft
          )
        )
      }
      lines[line].tails.append(link.tail)
    }
    for line in lines.indices { lay(line, layering, step: step) }
  }

  /// What makes two links one line: the head, the label and the look.
  ///
  /// A line that points at its tails too has one tail only, or it could not be told what goes where.
  private struct LineKey: Hashable {
    let head: Int
    let label: String
    let isWait: Bool
    let own: Int?

    init(_ link: Link, _ index: Int, hasLabels: Bool) {
      head = link.head
      label = hasLabels ? link.label : ""
      isWait = link.isWait
      own = link.pointsLeft ? index : nil
    }
  }

  private mutating func add(_ item: Item, to column: Int) -> Int {
    while columns.count <= column { columns.append([]) }
    items.append(item)
    columns[column].append(items.count - 1)
    return items.count - 1
  }

  private mutating func lay(_ line: Int, _ layering: Layering, step: Int) {
    let head = lines[line].head
    guard let end = layering.columns[head], let last = places[head] else { return }
    var joints: [Int: Int] = [:]
    var seen: Set<Segment> = []
    for tail in lines[line].tails {
      guard let start = layering.columns[tail], var before = places[tail] else { continue }
      var column = start * step + 1
      while column <= end * step {
        var next = last
        if column < end * step {
          let isLabelled = step == 2 && column == end * step - 1
          next =
            joints[column]
            ?? add(.joint(label: isLabelled ? lines[line].label : "", line: line), to: column)
          joints[column] = next
        }
        let segment = Segment(from: before, to: next, line: line)
        if seen.insert(segment).inserted {
          lines[line].segments.append(segments.count)
          segments.append(segment)
        }
        before = next
        column += 1
      }
    }
  }

  /// The column of each item.
  var columnOfItem: [Int] {
    var column = Array(repeating: 0, count: items.count)
    for (index, items) in columns.enumerated() { for item in items { column[item] = index } }
    return column
  }

  /// Puts the items of the columns into another order.
  mutating func reorder(_ columns: [[Int]]) { self.columns = columns }
}
