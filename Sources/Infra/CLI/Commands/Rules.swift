import ArgumentParser
import InfraKit
import InfraSerialization
import InfraTargets

/// `infra rules`: lists the rules, or explains one.
struct Rules: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List every rule, or explain one.",
    discussion: """
      A finding ends in its rule's code. With a code this says what the rule demands, why, how to \
      mend what it finds, where the platform says so, and how to raise or silence it.

      EXAMPLES
        swift run infra rules
        swift run infra rules render/disk-single-instance
        swift run infra rules --platform vercel
        swift run infra rules --format json
      """
  )

  @Argument(help: ArgumentHelp("The rule to explain.", valueName: "code"))
  var code: String?

  @Option(help: ArgumentHelp("Only the rules of one platform, or 'model'.", valueName: "name"))
  var platform: String?

  @OptionGroup var output: FormatOption

  func run(in context: Context) throws {
    var book = RuleBook(context.environments)
    if let platform {
      if !book.owners.contains(platform) {
        throw Failure.usage(
          "there is no platform '\(platform)'",
          help: Suggestion.text(for: platform, among: book.owners, called: "platforms")
        )
      }
      book = book.only(platform)
    }
    let console = context.console
    if let code {
      guard let entry = book.entries.first(where: { $0.rule.code == code }) else {
        let list = "'swift run infra rules' lists them all"
        throw Failure.usage(
          "there is no rule '\(code)'",
          help: book.owners.contains(code)
            ? "'swift run infra rules --platform \(code)' lists its rules"
            : book.nearest(to: code).map { "did you mean '\($0)'?" } ?? list
        )
      }
      switch output.format {
      case .text: console.out(entry.text(colour: console.outputHasColour))
      case .json: console.out(try JSON.encode(RuleRecord(entry)))
      }
      return
    }
    switch output.format {
    case .text: console.out(book.text(colour: console.outputHasColour))
    case .json: console.out(try JSON.encode(RuleBookRecord(book)))
    }
  }
}

/// The rules as data.
struct RuleBookRecord: Encodable {
  let rules: [RuleRecord]?

  init(_ book: RuleBook) { rules = book.entries.map(RuleRecord.init) }
}

/// A rule as data.
struct RuleRecord: Encodable {
  let code: String
  let platform: String
  let severity: String
  let demand: String
  let why: String?
  let mend: String?
  let page: String?
  let read: String?
  let needs: String
  let canBeSilenced: Bool

  init(_ entry: RuleBook.Entry) {
    let rule = entry.rule
    code = rule.code
    platform = entry.owner
    severity = rule.severity.rawValue
    demand = rule.demand
    why = entry.explanation?.why
    mend = entry.explanation?.mend
    page = rule.page
    read = rule.checked
    needs = "\(rule.needs)"
    canBeSilenced = rule.canBeSilenced
  }
}
