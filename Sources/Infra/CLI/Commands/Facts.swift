import ArgumentParser
import InfraKit
import InfraSerialization
import InfraTargets

/// `infra facts`: shows what infra knows of the platforms, with sources and ages.
struct Facts: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Show plans, regions, limits and deadlines of the platforms.",
    discussion: """
      Rules and plans are worked out from these facts. Each has the page that states it and the day \
      of that page; what has grown old is noted, and fails nothing.

      EXAMPLES
        swift run infra facts
        swift run infra facts render
        swift run infra facts --format json
      """
  )

  @Argument(help: ArgumentHelp("The platform; all when none is named.", valueName: "platform"))
  var platform: String?

  @OptionGroup var output: FormatOption

  func run(in context: Context) throws {
    var known = Platforms.all
    if let platform {
      let names = known.map(\.platform.name)
      known = known.filter { $0.platform.name == platform }
      if known.isEmpty {
        throw Failure.usage(
          "there is no platform '\(platform)'",
          help: Suggestion.text(for: platform, among: names, called: "platforms")
        )
      }
    }
    switch output.format {
    case .text:
      let table = FactTable(known, on: context.today)
      context.console.out(table.text(colour: context.console.outputHasColour))
      context.console.err(table.note)
    case .json: context.console.out(try JSON.encode(FactsRecord(known, on: context.today)))
    }
  }
}

/// The facts as data.
struct FactsRecord: Encodable {
  let facts: [FactRecord]?

  struct FactRecord: Encodable {
    let platform: String
    let topic: String
    let name: String
    let value: String
    let source: String
    let date: String
    let days: Int?
  }

  init(_ platforms: [Platforms.Known], on today: Day) {
    facts = platforms.flatMap { known in
      known.facts.map { fact in
        FactRecord(
          platform: known.platform.name,
          topic: fact.topic,
          name: fact.name,
          value: fact.value,
          source: fact.source,
          date: fact.date,
          days: Day(fact.date).map { today.days(since: $0) }
        )
      }
    }
  }
}
