import InfraContract

/// Redirects, rewrites and headers match paths and send what can be sent.
enum LegalRouting: EnvironmentRule {
  static let rule = Rule(
    "model/legal-routing",
    .error,
    "A path pattern is well formed, a destination uses only what its source binds, and a header's "
      + "name is a token."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    for site in environment.application.sites {
      func report(_ message: String, _ help: String) {
        findings.report(rule, message, help: help, at: site.site, about: site.id)
      }
      for redirect in site.redirects {
        let what = "redirect '\(redirect.source)' of \(site.id.title)"
        if let fault = redirect.source.fault {
          report("\(what) \(fault)", "write a pattern such as '/blog/:slug' or '/docs/*'")
        } else if redirect.destination == redirect.source.text {
          report("\(what) leads to itself", "send it elsewhere")
        } else if let (fault, help) = redirect.source.fault(
          ofDestination: redirect.destination,
          mayLeave: true
        ) {
          report("\(what) leads to \(Wording.quote(redirect.destination)), which \(fault)", help)
        }
      }
      for rewrite in site.rewrites {
        let what = "rewrite '\(rewrite.source)' of \(site.id.title)"
        if let fault = rewrite.source.fault {
          report("\(what) \(fault)", "write a pattern such as '/blog/:slug' or '/docs/*'")
        } else if let (fault, help) = rewrite.source.fault(
          ofDestination: rewrite.destination,
          mayLeave: false
        ) {
          report("\(what) leads to \(Wording.quote(rewrite.destination)), which \(fault)", help)
        }
      }
      for header in site.headers {
        if let fault = header.path.fault {
          report(
            "header \(Wording.quote(header.name)) of \(site.id.title) is for '\(header.path)', "
              + "which \(fault)",
            "write a pattern such as '/*'"
          )
        }
        if let fault = Self.fault(ofHeader: header.name) {
          report(
            "the name of header \(Wording.quote(header.name)) of \(site.id.title) \(fault)",
            "write a name such as 'Cache-Control'"
          )
        }
      }
    }
  }

  /// A header's name is a token (RFC 9110, 5.1 and 5.6.2).
  private static func fault(ofHeader name: String) -> String? {
    if name.isEmpty { return "is empty" }
    for character in name where !isToken(character) { return "has '\(character)' in it" }
    return nil
  }

  private static func isToken(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9": character.isASCII
    case "!", "#", "$", "%", "&", "'", "*", "+", "-", ".", "^", "_", "`", "|", "~": true
    default: false
    }
  }
}

extension PathPattern {
  /// What is wrong with a destination of this source, to follow it in a sentence, and a way to mend
  /// it; nil when it is legal.
  func fault(ofDestination text: String, mayLeave: Bool) -> (String, String)? {
    let path: Substring
    if text.hasPrefix("/"), !text.hasPrefix("//") {
      path = text[...]
    } else if !mayLeave {
      return ("is not a path of the site", "write a path that starts with one '/'")
    } else if let scheme = ["https://", "http://"].first(where: text.hasPrefix) {
      let rest = text.dropFirst(scheme.count)
      guard let first = rest.first, first != "/", first != ":" else {
        return ("has no host", "write a URL such as 'https://example.com/'")
      }
      // The colon before a port binds nothing.
      path = rest.drop { $0 != "/" && $0 != "?" && $0 != "#" }
    } else {
      return (
        "is neither a path nor a URL of the web", "start it with one '/', or with 'https://'"
      )
    }
    for character in text where !Self.isURL(character) {
      return ("has '\(character)' in it", "write it percent-encoded")
    }
    if path.contains("*"), !hasRest {
      return ("uses '*', which '\(self)' does not bind", "end the source in '/*'")
    }
    let bound = names
    for name in Self.names(in: path) where !bound.contains(name) {
      let known = bound.isEmpty ? "no name" : "only " + Wording.list(bound.map { ":\($0)" })
      return ("uses ':\(name)', and '\(self)' binds \(known)", "use what the source binds")
    }
    return nil
  }

  /// The names behind colons, each with a letter or an underscore first.
  private static func names(in text: Substring) -> [String] {
    text.split(separator: ":", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      guard let first = name.first, !first.isNumber else { return nil }
      return String(name)
    }
  }

  /// Whether a character can stand in a URL (RFC 3986, 2) and has no meaning to nginx.
  private static func isURL(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9": character.isASCII
    case "/", "-", ".", "_", "~", "%", "!", "&", "(", ")", "*", "+", ",", ";", "=", ":", "@",
      "?", "#", "[", "]":
      true
    default: false
    }
  }
}
