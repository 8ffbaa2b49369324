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
        let rows = Columns.aligned(facts.map { [$0.name, $0.value] })
        for (row, fact) in zip(rows, facts) {
          text += "    \(row)  " + Paint.dim("(\(fact.source), \(fact.date))", colour) + "\n"
        }
      }
    }
    return text
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
