import Yams

/// Parses YAML with Yams and expands what only YAML has: anchors, aliases and merge keys.
struct YAMLComposer {
  private let limits: ReadingLimits
  private let mark: LeadingMark
  private var values = 0

  static func node(of text: String, limits: ReadingLimits) throws(ReadingError) -> SourceNode {
    // A byte order mark is allowed before a file, but Yams takes it for text.
    let text =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    try AliasKeys.check(text)
    var composer = YAMLComposer(limits: limits, mark: LeadingMark(in: text))
    guard let root = try compose(text, limits: limits) else {
      return SourceNode(.scalar(.null), line: nil)
    }
    return try composer.expand(root, depth: 0)
  }

  private init(limits: ReadingLimits, mark: LeadingMark) {
    self.limits = limits
    self.mark = mark
  }

  /// Resolving tags by Yams' rules would cost a regular expression for each value.
  private static func compose(_ text: String, limits: ReadingLimits) throws(ReadingError) -> Node? {
    do {
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw ReadingError(error, limits: limits)
    } catch {
      throw ReadingError(String(describing: error), line: nil)
    }
  }

  private mutating func expand(_ node: Node, depth: Int) throws(ReadingError) -> SourceNode {
    let line = node.mark?.line
    values += 1
    guard values <= limits.values else {
      throw ReadingError("more than \(limits.values) values, aliases expanded", line: line)
    }
    guard depth <= limits.depth else {
      throw ReadingError("nested deeper than \(limits.depth) levels", line: line)
    }
    switch node {
    case .scalar(let scalar): return try expand(scalar, line: line)
    case .sequence(let sequence):
      var items: [SourceNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try expand(item, depth: depth + 1)) }
      let tag = Self.tag(sequence.tag, unless: ["tag:yaml.org,2002:seq"])
      return SourceNode(.list(items), line: line, tag: tag)
    case .mapping(let mapping):
      let tag = Self.tag(mapping.tag, unless: ["tag:yaml.org,2002:map"])
      return SourceNode(.map(try entries(of: mapping, depth: depth)), line: line, tag: tag)
    case .alias: throw ReadingError("an alias without its anchor", line: line)
    }
  }

  // MARK: - Maps

  private mutating func entries(
    of mapping: Node.Mapping,
    depth: Int
  ) throws(ReadingError) -> [SourceNode.Entry] {
    var entries: [SourceNode.Entry] = []
    var merged: [SourceNode] = []
    var mergedAt = 0
    entries.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      guard let scalar = key.scalar else {
        throw ReadingError("a key must be a single value", line: key.mark?.line)
      }
      let node = try expand(value, depth: depth + 1)
      if scalar.string == "<<", scalar.style == .plain {
        mergedAt = entries.count
        merged += try Self.mergedMaps(node, line: key.mark?.line)
      } else {
        entries.append(
          SourceNode.Entry(key: mark.text(of: scalar), line: key.mark?.line, value: node)
        )
      }
    }
    return merged.isEmpty ? entries : Self.merge(merged, into: entries, at: mergedAt)
  }

  private static func mergedMaps(
    _ node: SourceNode,
    line: Int?
  ) throws(ReadingError) -> [SourceNode] {
    if case .map = node.content { return [node] }
    guard case .list(let items) = node.content else {
      throw ReadingError("'<<' merges maps only, found \(node.summary)", line: line)
    }
    for item in items {
      guard case .map = item.content else {
        throw ReadingError("'<<' merges maps only, found \(item.summary)", line: line)
      }
    }
    return items
  }

  /// A map's own keys win over merged ones, and of several merged maps the first wins.
  private static func merge(
    _ maps: [SourceNode],
    into entries: [SourceNode.Entry],
    at position: Int
  ) -> [SourceNode.Entry] {
    var seen = Set(entries.map { Array($0.key.utf8) })
    var added: [SourceNode.Entry] = []
    for case .map(let others) in maps.map(\.content) {
      for entry in others where seen.insert(Array(entry.key.utf8)).inserted { added.append(entry) }
    }
    return entries[..<position] + added + entries[position...]
  }

  // MARK: - Scalars

  private func expand(_ scalar: Node.Scalar, line: Int?) throws(ReadingError) -> SourceNode {
    let text = mark.text(of: scalar)
    let plain = scalar.style == .plain ? SourceScalar(plain: text) : .text(text)
    guard let tag = Self.tag(scalar.tag, unless: []) else {
      let isAmbiguous = scalar.style == .plain && SourceScalar.isTruthOfYAML11(text)
      return SourceNode(.scalar(plain), line: line, isAmbiguous: isAmbiguous)
    }
    let prefix = "tag:yaml.org,2002:"
    guard tag.hasPrefix(prefix) || tag == "!" else {
      return SourceNode(.scalar(plain), line: line, tag: tag)
    }
    let typed = SourceScalar(plain: text)
    switch (tag.dropFirst(prefix.count), typed) {
    case ("str", _), ("", _): return SourceNode(.scalar(.text(text)), line: line)
    case ("int", .number), ("float", .number), ("bool", .bool), ("null", .null):
      return SourceNode(.scalar(typed), line: line)
    case ("int", _), ("float", _), ("bool", _), ("null", _):
      throw ReadingError("the value is not what its tag \(tag) says", line: line)
    default: return SourceNode(.scalar(plain), line: line, tag: tag)
    }
  }

  private static func tag(_ tag: Tag, unless expected: [String]) -> String? {
    let name = tag.description
    return name.isEmpty || expected.contains(name) ? nil : name
  }
}
