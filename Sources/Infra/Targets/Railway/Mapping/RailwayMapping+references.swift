import InfraContract
import InfraKit

extension RailwayMapping {
  /// What a reference comes to inside a text.
  enum Resolved {
    /// Text, perhaps with a reference of Railway's own.
    case text(String)
    /// Something to ask for, in words.
    case asked(String)
    /// Nothing; the reason has been reported.
    case nothing
  }

  /// A variable whose whole value is a reference.
  mutating func whole(
    _ reference: Reference,
    _ variable: String,
    of resource: some Configured,
    at site: CallSite
  ) -> RailwayGraph.Variable {
    switch resolved(reference, variable, of: resource, at: site) {
    case .text(let text):
      guard let output = RailwayText.wholeReference(text, to: reference.name) else {
        return .literal(text)
      }
      let address = reference.owner.map(RailwayEdits.address)
      return .reference(resource: address ?? reference.name, output: output)
    case .asked(let words):
      asked.append(
        RailwayAsked(
          service: resource.id.name,
          variable: variable,
          words: "\(words) of \(reference.title)",
          reference: reference
        )
      )
      return .preserve
    case .nothing: return .preserve
    }
  }

  /// What a reference comes to, by the table.
  mutating func resolved(
    _ reference: Reference,
    _ variable: String,
    of resource: some Configured,
    at site: CallSite
  ) -> Resolved {
    // Without a provider, the model's rules have complained already.
    guard let provider = part.provider(reference) else { return .nothing }
    var outcome = RailwayReferences.outcome(
      of: reference.property,
      kind: reference.kind,
      here: provider.whereabouts == .here,
      domain: provider.domain != nil
    )
    if case .service(let service) = provider.resource, let reason = service.lack(reference.property)
    {
      outcome = .unsupported(reason)
    }
    switch outcome {
    case .literal:
      return .text(provider.literal(reference.property))
    case .vendor(let pattern):
      return .text(provider.filled(pattern, name: reference.name))
    case .asked(let words):
      return .asked(words)
    case .unsupported(let reason):
      // A database with replicas has a finding of its own.
      if reference.kind == .replica { return .nothing }
      findings.report(
        RailwayRules.availableReferences,
        "\(resource.id.title) sets '\(variable)' to the \(reference.property.rawValue) of "
          + "\(reference.title), but \(reason)",
        help: "ask for another property, or set the variable to a text or a Secret",
        at: site,
        about: resource.id
      )
      return .nothing
    }
  }
}

extension Service {
  /// Why the service has no such property; nil when it has.
  fileprivate func lack(_ property: Reference.Property) -> String? {
    if isWorker { return "it has no port to listen on" }
    switch property {
    case .origin, .publicHost: return isPublic ? nil : "it is private"
    default: return nil
    }
  }
}

extension Provider {
  /// The port on the private network, where there is one.
  fileprivate var port: Int? {
    if case .service(let service) = resource { service.port?.number } else { nil }
  }

  /// The text of a property that is known now.
  fileprivate func literal(_ property: Reference.Property) -> String {
    switch property {
    case .origin: domain?.origin ?? ""
    case .port: port.map(String.init) ?? ""
    default: domain?.name ?? ""
    }
  }

  /// A vendor reference with the name and the port put in.
  fileprivate func filled(_ pattern: String, name: String) -> String {
    var text = ""
    var rest = pattern[...]
    while !rest.isEmpty {
      if rest.hasPrefix("{NAME.") {
        text += "{\(name)."
        rest.removeFirst("{NAME.".count)
      } else if rest == ":PORT" {
        text += port.map { ":\($0)" } ?? ""
        rest = ""
      } else {
        text.append(rest.removeFirst())
      }
    }
    return text
  }
}

extension Reference.Kind {
  /// The kind as sentences name it.
  var title: String {
    switch self {
    case .service: "service"
    case .site: "static site"
    case .postgres: "database"
    case .replica: "read replica"
    case .keyValue: "cache"
    }
  }
}

/// Text in which Railway sees references.
enum RailwayText {
  /// Whether Railway would take a part of a text for a reference.
  static func hasReference(_ text: String) -> Bool {
    var seen = 0
    for byte in text.utf8 {
      switch (byte, seen) {
      case (UInt8(ascii: "$"), _): seen = 1
      case (UInt8(ascii: "{"), 1): seen = 2
      case (UInt8(ascii: "{"), 2): return true
      default: seen = 0
      }
    }
    return false
  }

  /// The variable of a text that is one reference to a resource and nothing else.
  static func wholeReference(_ text: String, to name: String) -> String? {
    let opening = "${{\(name)."
    guard text.hasPrefix(opening), text.hasSuffix("}}") else { return nil }
    return String(text.dropFirst(opening.count).dropLast(2))
  }
}
