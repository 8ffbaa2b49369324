/// Resources and how they refer to each other, ready to be laid out.
package struct ResourceGraph: Sendable {
  /// The kinds of resource, each drawn with a sign of its own.
  package enum Kind: String, Sendable, CaseIterable {
    /// A process that listens.
    case service
    /// A process that listens to nothing.
    case worker
    /// Built files.
    case site
    /// A command that runs on a schedule.
    case job
    /// A database.
    case database
    /// A key-value store.
    case cache

    /// How far along the way from the public to the data it stands, to break a tie.
    var depth: Int {
      switch self {
      case .site: 0
      case .job, .worker: 1
      case .service: 2
      case .cache, .database: 3
      }
    }
  }

  /// One resource.
  package struct Node: Sendable, Equatable {
    /// The name, unique in its graph.
    package var name: String
    /// The kind.
    package var kind: Kind
    /// A second line, such as `service · Render`.
    package var caption: String
    /// The address at which the public reaches it; nil for what it cannot reach.
    package var entry: String?

    /// Describes a resource.
    package init(_ name: String, _ kind: Kind, caption: String, entry: String? = nil) {
      self.name = name
      self.kind = kind
      self.caption = caption
      self.entry = entry
    }
  }

  /// One resource that refers to another, or waits for it.
  package struct Edge: Sendable, Equatable {
    /// The position of the resource that refers.
    package var source: Int
    /// The position of the resource that is referred to.
    package var target: Int
    /// What is asked for, such as `url`; empty for nothing to show.
    package var label: String
    /// Whether it only waits, and reads nothing.
    package var isWait: Bool

    /// Describes a reference.
    package init(from source: Int, to target: Int, _ label: String = "", isWait: Bool = false) {
      self.source = source
      self.target = target
      self.label = label
      self.isWait = isWait
    }
  }

  /// The resources, in the author's order.
  package var nodes: [Node]

  /// The references; those of a resource to itself are not drawn.
  package var edges: [Edge]

  /// Gathers resources and references.
  package init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }
}
