import InfraKit
import InfraRelease
import InfraTargets

/// Every rule that findings can come from: the model's, those about the owner's own files, and those
/// of all platforms.
struct RuleBook {
  /// A rule with what is told about it.
  struct Entry {
    let owner: String
    let rule: Rule
    let explanation: RuleExplanation?
  }

  /// The rules, by platform.
  private(set) var entries: [Entry]

  /// `model`, `templates`, `release` and the platforms, in order.
  var owners: [String] {
    var seen: Set<String> = []
    return entries.map(\.owner).filter { seen.insert($0).inserted }
  }

  /// Takes the platforms that come with `infra`, and those that the environments bring.
  init(_ environments: [Environment]) {
    var entries = ModelRules.catalog.map {
      Entry(owner: "model", rule: $0, explanation: ModelRules.explanations[$0.code])
    }
    entries += TemplateRules.catalog.map {
      Entry(owner: "templates", rule: $0, explanation: TemplateRules.explanations[$0.code])
    }
    entries += MigrationRules.catalog.map {
      Entry(owner: "release", rule: $0, explanation: MigrationRules.explanations[$0.code])
    }
    var known: Set<String> = []
    for platform in Platforms.all where known.insert(platform.platform.name).inserted {
      let explanations = platform.explanations
      entries += platform.catalog.map {
        Entry(owner: platform.platform.name, rule: $0, explanation: explanations[$0.code])
      }
    }
    for target in environments.flatMap(\.deployments).flatMap(\.targets)
    where known.insert(target.platform.name).inserted {
      entries += type(of: target).catalog.map {
        Entry(owner: target.platform.name, rule: $0, explanation: nil)
      }
    }
    self.entries = entries
  }

  /// The rules of one platform.
  func only(_ owner: String) -> RuleBook {
    var book = self
    book.entries = entries.filter { $0.owner == owner }
    return book
  }

  /// The code that a misspelt one most likely means.
  ///
  /// The part behind the slash is compared by itself: long equal halves make everything look near.
  func nearest(to code: String) -> String? {
    let parts = code.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, let owner = InfraKit.nearest(parts[0], in: owners),
      let name = InfraKit.nearest(parts[1], in: names(of: owner))
    {
      return "\(owner)/\(name)"
    }
    let name = InfraKit.nearest(parts.last ?? code, in: entries.map(Self.name))
    return entries.first { Self.name($0) == name }?.rule.code
  }

  private func names(of owner: String) -> [String] {
    entries.filter { $0.owner == owner }.map(Self.name)
  }

  private static func name(_ entry: Entry) -> String {
    String(entry.rule.code.drop { $0 != "/" }.dropFirst())
  }

  /// The list for people: a line each.
  func text(colour: Bool) -> String {
    let width = entries.map(\.rule.code.count).max() ?? 0
    var text = ""
    for owner in owners {
      if !text.isEmpty { text += "\n" }
      text += Paint.bold(owner, colour) + "\n"
      for entry in entries where entry.owner == owner {
        let rule = entry.rule
        let code = rule.code + String(repeating: " ", count: width - rule.code.count)
        text += "  \(Paint.severity(rule.severity, colour))  \(code)  \(rule.demand)\n"
      }
    }
    return text
  }
}

extension RuleBook.Entry {
  /// What is known of the rule, for people.
  func text(colour: Bool) -> String {
    var text = "\(Paint.bold(rule.code, colour))  \(rule.severity.rawValue)\n\n"
    text += Paragraph.wrapped(rule.demand, indent: 2) + "\n"
    if let explanation {
      text += "  Why\n" + Paragraph.wrapped(explanation.why, indent: 4)
      text += "  How to mend it\n" + Paragraph.wrapped(explanation.mend, indent: 4)
    }
    switch rule.needs {
    case .description: break
    case .history where owner == "release":
      text += "  When\n"
      text += Paragraph.wrapped(
        "It compares with the migrations of a release: infra release migrations.",
        indent: 4
      )
    case .history:
      text += "  When\n"
      text += Paragraph.wrapped(
        "It compares with the manifests of a git revision: --against REVISION, HEAD unless given.",
        indent: 4
      )
    case .disk:
      text += "  When\n" + Paragraph.wrapped("It looks for files in the repository.", indent: 4)
    case .today:
      text += "  When\n" + Paragraph.wrapped("It depends on the day.", indent: 4)
    }
    if let page = rule.page {
      text += "  Where it comes from\n    \(page)"
      text += rule.checked.map { " (of \($0))\n" } ?? "\n"
    }
    return text + exceptions
  }

  private var exceptions: String {
    var text = ""
    if owner == "release" {
      if rule.severity == .error {
        text += "  To break a version on purpose, above the statement in the migration\n"
        text += "    -- infra: contract v1.4.0\n"
      }
      return text
    }
    if rule.canBeSilenced {
      text += "  To silence it, at a resource or for a whole target\n"
      text += "    rules: [.silence(\"\(rule.code)\", because: \"…\")]\n"
    } else {
      text += "  It cannot be silenced: with it, no platform would do what is described.\n"
    }
    if rule.severity != .error {
      text += "  To make it an error\n"
      text += "    rules: [.raise(\"\(rule.code)\", because: \"…\")]\n"
    }
    return text
  }
}

extension Paint {
  /// A severity in its colour, as wide as the widest.
  static func severity(_ severity: Severity, _ colour: Bool) -> String {
    let word = severity.rawValue + String(repeating: " ", count: 7 - severity.rawValue.count)
    return switch severity {
    case .error: red(word, colour)
    case .warning: yellow(word, colour)
    case .note: blue(word, colour)
    }
  }
}
