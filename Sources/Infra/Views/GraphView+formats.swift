import InfraGraph
import InfraKit

extension GraphView {
  /// The graph as an SVG file, laid out here.
  package var svg: String {
    let isSmall = graph.nodes.count <= GraphLayout.mostLabelled
    return GraphDrawing.svg(GraphLayout(graph, hasLabels: isSmall), for: .file(title: title))
  }

  /// The graph as a Mermaid flowchart, which GitHub draws in Markdown.
  package var mermaid: String {
    var text = "flowchart LR\n"
    if hasEntries { text += "  public((\"the public\"))\n" }
    for (platform, nodes) in hosts {
      let indent = platform == nil ? "  " : "    "
      if let platform {
        text += "  subgraph \(Self.identifier("p", nodes[0]))"
        text += "[\"\(MermaidText.escaped(platform))\"]\n"
      }
      for index in nodes { text += indent + node(index) + "\n" }
      if platform != nil { text += "  end\n" }
    }
    for (index, node) in graph.nodes.enumerated() {
      if let entry = node.entry {
        text += "  public -->|\"\(MermaidText.escaped(entry))\"| \(Self.identifier("n", index))\n"
      }
    }
    for edge in graph.edges where edge.source != edge.target {
      let arrow = edge.isWait ? "-.->" : "-->"
      let label = edge.isWait ? "waits for" : edge.label
      text += "  \(Self.identifier("n", edge.source)) \(arrow)"
      if !label.isEmpty { text += "|\"\(MermaidText.escaped(label))\"|" }
      text += " \(Self.identifier("n", edge.target))\n"
    }
    return text
  }

  /// The graph for Graphviz.
  package var dot: String {
    var text = "digraph \(DotText.quoted(title)) {\n"
    text += "  rankdir=LR;\n"
    text += "  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n"
    text += "  edge [fontname=\"Helvetica\", fontsize=10];\n"
    if hasEntries { text += "  public [label=\"the public\", shape=circle];\n" }
    for (platform, nodes) in hosts {
      let indent = platform == nil ? "  " : "    "
      if let platform {
        text += "  subgraph cluster_\(nodes[0]) {\n"
        text += "    label=\(DotText.quoted(platform));\n"
      }
      for index in nodes {
        let node = graph.nodes[index]
        let label = DotText.quoted([node.name, words(of: index)])
        text += indent + "\(Self.identifier("n", index)) [label=\(label)"
        text += "\(Self.shape(of: node.kind))];\n"
      }
      if platform != nil { text += "  }\n" }
    }
    for (index, node) in graph.nodes.enumerated() {
      guard let entry = node.entry else { continue }
      text += "  public -> \(Self.identifier("n", index)) [label=\(DotText.quoted(entry))];\n"
    }
    for edge in graph.edges where edge.source != edge.target {
      let look =
        edge.isWait ? "label=\"waits for\", style=dashed" : "label=\(DotText.quoted(edge.label))"
      text += "  \(Self.identifier("n", edge.source)) -> \(Self.identifier("n", edge.target))"
      text += " [\(look)];\n"
    }
    return text + "}\n"
  }

  private var hasEntries: Bool { graph.nodes.contains { $0.entry != nil } }

  /// The resources by platform, in order of first mention; those that nothing hosts last.
  private var hosts: [(platform: String?, nodes: [Int])] {
    var names: [String] = []
    for case let platform? in platforms where !names.contains(platform) { names.append(platform) }
    let hosted = names.map { name in
      (platform: Optional(name), nodes: platforms.indices.filter { platforms[$0] == name })
    }
    let others = platforms.indices.filter { platforms[$0] == nil }
    return others.isEmpty ? hosted : hosted + [(nil, others)]
  }

  /// The caption without the platform, which is drawn around.
  private func words(of index: Int) -> String {
    let caption = graph.nodes[index].caption
    guard let platform = platforms[index] else { return caption }
    return String(caption.dropLast(" · \(platform)".count))
  }

  private func node(_ index: Int) -> String {
    let node = graph.nodes[index]
    let label =
      "\"\(MermaidText.escaped(node.name))<br/>\(MermaidText.escaped(words(of: index)))\""
    let shape =
      switch node.kind {
      case .service: "[\(label)]"
      case .worker: "[[\(label)]]"
      case .site: "([\(label)])"
      case .job: "{{\(label)}}"
      case .database, .cache: "[(\(label))]"
      }
    return Self.identifier("n", index) + shape
  }

  /// A word that means nothing in either language, whatever the resource is called.
  private static func identifier(_ letter: String, _ index: Int) -> String { "\(letter)\(index)" }

  private static func shape(of kind: ResourceGraph.Kind) -> String {
    switch kind {
    case .database, .cache: ", shape=cylinder"
    case .job: ", shape=hexagon"
    case .worker: ", shape=component"
    case .service, .site: ""
    }
  }
}

/// Text inside the quotes of a Mermaid label.
enum MermaidText {
  /// A text in which no character has a meaning: those that might are written by their number, as
  /// mermaid.js.org/syntax/flowchart.html tells ("Entity codes to escape characters").
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Wording.printable(text).unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", ";", "`", "\\", "*", "_", "{", "}", "[", "]", "(", ")", "|",
        "%", "~", "$":
        escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Text as a quoted string of Graphviz (graphviz.org/doc/info/lang.html).
enum DotText {
  /// A text of one line.
  static func quoted(_ text: String) -> String { quoted([text]) }

  /// Lines below each other.
  static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      var escaped = ""
      for scalar in Wording.printable(line).unicodeScalars {
        // A label has escapes of its own, such as \N for the name: a backslash is always doubled.
        if scalar == "\"" || scalar == "\\" { escaped += "\\" }
        escaped.unicodeScalars.append(scalar)
      }
      return escaped
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}
