/// Two resources that have to do with each other, from left to right.
struct Link {
  /// The resource on the left.
  let tail: Int
  /// The resource on the right.
  let head: Int
  /// What is asked for.
  var label: String
  /// Whether the head is pointed at.
  var pointsRight: Bool
  /// Whether the tail is pointed at.
  var pointsLeft: Bool
  /// Whether nothing is read.
  var isWait: Bool
}

extension Link {
  /// One link for each pair of resources, without cycles.
  ///
  /// What closes a cycle is turned around and keeps its arrow; what goes both ways is one link with
  /// two arrows, from the side of the public to that of the data.
  static func all(of graph: ResourceGraph) -> [Link] {
    var pairs = Pairs(graph)
    pairs.breakCycles()
    return pairs.links
  }
}

/// The pairs of resources with a reference between them, on the way to links.
private struct Pairs {
  private struct Key: Hashable {
    let low: Int
    let high: Int
  }

  private struct Pair {
    let first: Int
    let second: Int
    var forward: [ResourceGraph.Edge] = []
    var backward: [ResourceGraph.Edge] = []
    var isTurned = false

    var tail: Int { isTurned ? second : first }
    var head: Int { isTurned ? first : second }
  }

  private let nodes: [ResourceGraph.Node]
  private var pairs: [Pair] = []

  init(_ graph: ResourceGraph) {
    nodes = graph.nodes
    var positions: [Key: Int] = [:]
    for edge in graph.edges where edge.source != edge.target {
      guard nodes.indices.contains(edge.source), nodes.indices.contains(edge.target) else {
        continue
      }
      let key = Key(low: min(edge.source, edge.target), high: max(edge.source, edge.target))
      let position = positions[key] ?? pairs.count
      if position == pairs.count {
        positions[key] = position
        pairs.append(Pair(first: edge.source, second: edge.target))
      }
      if pairs[position].first == edge.source {
        pairs[position].forward.append(edge)
      } else {
        pairs[position].backward.append(edge)
      }
    }
    for index in pairs.indices where !pairs[index].backward.isEmpty {
      let pair = pairs[index]
      pairs[index].isTurned = nodes[pair.first].kind.depth > nodes[pair.second].kind.depth
    }
  }

  /// Turns every pair around that leads back to a resource on the way to it.
  mutating func breakCycles() {
    var outgoing: [[Int]] = Array(repeating: [], count: nodes.count)
    for index in pairs.indices { outgoing[pairs[index].tail].append(index) }
    var state = Array(repeating: 0, count: nodes.count)
    let order = nodes.indices.sorted {
      (nodes[$0].kind.depth, $0) < (nodes[$1].kind.depth, $1)
    }
    for start in order where state[start] == 0 {
      // A stack of its own: a chain of ten thousand resources must not exhaust the thread's.
      var path = [(node: start, next: 0)]
      state[start] = 1
      while let (node, next) = path.last {
        guard next < outgoing[node].count else {
          state[node] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let pair = outgoing[node][next]
        let head = pairs[pair].head
        switch state[head] {
        case 0:
          state[head] = 1
          path.append((head, 0))
        case 1: pairs[pair].isTurned.toggle()
        default: break
        }
      }
    }
  }

  var links: [Link] {
    pairs.map { pair in
      let edges = pair.forward + pair.backward
      var labels: [String] = []
      for edge in edges where !edge.label.isEmpty && !labels.contains(edge.label) {
        labels.append(edge.label)
      }
      return Link(
        tail: pair.tail,
        head: pair.head,
        label: labels.joined(separator: ", "),
        pointsRight: pair.isTurned ? !pair.backward.isEmpty : !pair.forward.isEmpty,
        pointsLeft: pair.isTurned ? !pair.forward.isEmpty : !pair.backward.isEmpty,
        isWait: edges.allSatisfy(\.isWait)
      )
    }
  }
}
