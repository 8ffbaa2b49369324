import InfraSerialization

/// A route of a file, as the rules look at it.
struct VercelRoute {
  let kind: String
  let source: String
  let destination: String
  let has: [VercelConfig.Condition]
  let isConditional: Bool
  let variables: [String]

  /// Whether every path matches.
  var matchesAll: Bool {
    if isConditional { return false }
    if source == "/(.*)" { return true }
    guard source.hasPrefix("/:") else { return false }
    let rest = source.dropFirst(2).drop { RouteNames.isNameCharacter($0) }
    return rest == "*" || rest == "(.*)"
  }

  /// Whether the source has groups, which a destination may mean by number.
  var hasGroups: Bool { source.contains("(") || source.contains(":") }
}

extension VercelConfig {
  /// The redirects and rewrites, in order.
  var routeSources: [VercelRoute] {
    (redirects ?? []).map { redirect in
      VercelRoute(
        kind: "redirect",
        source: redirect.source,
        destination: redirect.destination,
        has: redirect.has ?? [],
        isConditional: redirect.has != nil || redirect.missing != nil,
        variables: redirect.env ?? []
      )
    }
      + (rewrites ?? []).map { rewrite in
        var text = ""
        if case .left(let destination) = rewrite.destination { text = destination }
        return VercelRoute(
          kind: "rewrite",
          source: rewrite.source,
          destination: text,
          has: rewrite.has ?? [],
          isConditional: rewrite.has != nil || rewrite.missing != nil,
          variables: rewrite.env ?? []
        )
      }
  }

  /// Those that lead to a path or an address, and not to a service.
  var destinations: [VercelRoute] { routeSources.filter { !$0.destination.isEmpty } }
}

/// The names in sources and destinations.
enum RouteNames {
  static func isNameCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }

  /// The names that a source and the conditions of a route bind.
  static func bound(by source: String, _ has: [VercelConfig.Condition]) -> Set<String> {
    var names = Set(self.names(in: source[...]))
    for condition in has {
      guard let value = condition.value else {
        if let key = condition.key { names.insert(key) }
        continue
      }
      if condition.type == .host { names.insert("host") }
      let expression: String? =
        switch value {
        case .left(let text): text
        case .right(let comparison): comparison.re
        }
      names.formUnion(groups(in: expression ?? ""))
    }
    return names
  }

  /// The names that a destination uses; the colon before a port is none.
  static func used(in destination: String) -> [String] {
    var path = destination[...]
    for scheme in ["https://", "http://"] where destination.hasPrefix(scheme) {
      path = destination.dropFirst(scheme.count)
    }
    return names(in: path).filter { name in name.first.map { !$0.isNumber } ?? false }
  }

  /// What follows the first `$` that stands before a letter, a digit or an underscore.
  static func afterDollar(in destination: String) -> String? {
    for part in destination.split(separator: "$", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix(while: isNameCharacter)
      if !name.isEmpty { return String(name) }
    }
    return nil
  }

  private static func names(in text: Substring) -> [String] {
    var names: [String] = []
    var depth = 0
    var rest = text
    while let first = rest.popFirst() {
      switch first {
      case "\\": rest = rest.dropFirst()
      // Inside parentheses a colon belongs to the regular expression.
      case "(": depth += 1
      case ")": depth -= 1
      case ":" where depth == 0:
        let name = rest.prefix(while: isNameCharacter)
        rest = rest.dropFirst(name.count)
        if !name.isEmpty { names.append(String(name)) }
      default: break
      }
    }
    return names
  }

  private static func groups(in expression: String) -> [String] {
    expression.split(separator: "(", omittingEmptySubsequences: false).compactMap { part in
      guard part.hasPrefix("?<") else { return nil }
      let name = part.dropFirst(2).prefix(while: isNameCharacter)
      return name.isEmpty ? nil : String(name)
    }
  }
}
