import InfraKit
import InfraTargets

/// Facts in tables, one for each platform and topic.
struct FactTable {
  private let platforms: [Platforms.Known]
  private let today: Day

  /// After how many days a fact is noted: platforms change their plans about twice a year.
  static let longLife = 180

  init(_ platforms: [Platforms.Known], on today: Day) {
    self.platforms = platforms
    self.today = today
  }

  /// The tables.
  func text(colour: Bool) -> String {
    var text = ""
    for known in platforms {
      if !text.isEmpty { text += "\n" }
      text += Paint.bold(known.platform.title, colour) + "\n"
      var topics: [String] = []
      for fact in known.facts where !topics.contains(fact.topic) { topics.append(fact.topic) }
      for topic in topics {
        text += "  \(topic)\n"
        let facts = known.facts.filter { $0.topic == topic }
        let width = facts.map(\.name.count).max() ?? 0
        for fact in facts { text += Self.row(fact, named: width, colour) }
      }
    }
    return text
  }

  /// A fact on one line, or its value and its source below each other where that is too wide.
  private static func row(_ fact: FactRow, named width: Int, _ colour: Bool) -> String {
    let name = "    " + fact.name + String(repeating: " ", count: width - fact.name.count) + "  "
    let source = "(\(fact.source), \(fact.date))"
    let dimmed = Paint.dim(source, colour) + "\n"
    if name.count + fact.value.count + 2 + source.count <= Paragraph.width {
      return "\(name)\(fact.value)  \(dimmed)"
    }
    let below = "        "
    if name.count + fact.value.count <= Paragraph.width {
      return "\(name)\(fact.value)\n\(below)\(dimmed)"
    }
    if name.count > Paragraph.width / 2 {
      return "    \(fact.name)\n" + Paragraph.wrapped(fact.value, indent: below.count) + below
        + dimmed
    }
    let margin = String(repeating: " ", count: name.count)
    return Paragraph.wrapped(fact.value, first: name, rest: margin) + below + dimmed
  }

  /// What has grown old, as a note; empty where nothing has.
  var note: String {
    let aged = platforms.flatMap(\.facts).compactMap { fact in
      Day(fact.date).map { (fact: fact, days: today.days(since: $0)) }
    }
    let old = aged.filter { $0.days > Self.longLife }
    guard let oldest = old.max(by: { $0.days < $1.days }) else { return "" }
    let count = old.count == 1 ? "1 fact is" : "\(old.count) facts are"
    return "note: \(count) more than \(Self.longLife) days old, of \(aged.count); the oldest is of "
      + "\(oldest.fact.date): \(oldest.fact.source)\n"
  }
}
