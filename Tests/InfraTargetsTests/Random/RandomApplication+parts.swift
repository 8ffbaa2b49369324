import InfraContract
import InfraKit

extension RandomApplication {
  func source(_ draw: inout Draw, _ name: String) -> Source {
    switch draw.number(0...3) {
    case 0: return .node(draw.pick([".", "apps/\(name)"]), version: "22", build: "npm ci")
    case 1: return .python("apps/\(name)", build: "pip install -r requirements.txt")
    case 2:
      let arguments: Variables =
        draw.chance(40) ? ["CODEC": Value(draw.pick(["av1", "a b"]))] : [:]
      let secrets = platform != "railway" && draw.chance(30) ? [Self.provided] : []
      return .dockerfile(
        "apps/\(name)/Dockerfile",
        context: ".",
        arguments: arguments,
        secrets: secrets
      )
    default:
      let digest = "@sha256:" + String(repeating: "ab", count: 32)
      return .image("ghcr.io/acme/\(name)" + draw.pick([":1.4.2", digest]))
    }
  }

  func command(_ draw: inout Draw) -> Command? {
    draw.pick([
      "serve --port $PORT", ["serve", "--name", "two words"], "a && b | c", ["true"],
      ["say", "it's \"fine\" $HOME \\ ${X}"], "exec serve", "serve # comment: yes",
    ])
  }

  func watching(_ draw: inout Draw) -> WatchPaths? {
    draw.maybe(30) { draw in
      WatchPaths(
        draw.pick([["apps/**"], ["apps/**", "package.json"]]),
        ignoring: draw.pick([[], ["apps/docs/**"]])
      )
    }
  }

  /// A text with whatever could be mistaken by a reader.
  func text(_ draw: inout Draw) -> String {
    let text = draw.pick(Self.texts) + (draw.chance(20) ? draw.pick(Self.texts) : "")
    // Railway would take it for a reference, and a rule says so.
    return platform == "railway" && text.contains("${{") ? "a" : text
  }

  private static let texts = [
    "info", "", " ", "yes", "no", "off", "null", "~", "true", "0x10", "010", "1e3", "1_000", ".inf",
    "22:22", "2026-11-24", "- a", "? b", ": c", "# d", "a: b", "a #b", "!tag", "&anchor", "*alias",
    "%directive", "@at", "`tick`", "{a: 1}", "[1, 2]", "it's", "\"quoted\"", "back\\slash",
    "$HOME ${A} $$ $", "${{secrets.A}}", "${A:-b}", "line\nbreak", "trailing\n", "\n\nleading",
    "tab\there", "é ☃ 👩‍👩‍👧", "e\u{301}", "\u{2028}", "\u{85}", "\u{FEFF}x", "<!-- --> </script>",
    "*/ //", "a=b=c", "--flag", "0", "-1", "1.0", "=", "<<", "x:", "'", "\"",
  ]

  func variables(_ draw: inout Draw) -> Variables {
    var variables: Variables = [:]
    for index in 0..<draw.number(0...5) { variables["TEXT_\(index)"] = Value(text(&draw)) }
    if draw.chance(40) { variables["SESSION_KEY"] = Self.generated.value.value }
    if draw.chance(20) { variables["MAIL_KEY"] = Self.provided.value.value }
    return variables
  }

  func shared(_ draw: inout Draw) -> [SharedVariables] {
    draw.chance(30)
      ? [SharedVariables("common", ["LOG_LEVEL": "info", "TWO": "2", "ON": true], line: 4)] : []
  }

  /// Lets services, sites and jobs name each other and their databases.
  mutating func connect(_ draw: inout Draw) {
    let databases = application.databases
    let caches = application.caches
    let listeners = application.services.filter { $0.port != nil }
    for index in application.services.indices {
      application.services[index].variables.link(&draw, databases, caches, listeners)
    }
    for index in application.jobs.indices {
      application.jobs[index].variables.link(&draw, databases, caches, listeners)
    }
    let open = listeners.filter(\.isPublic)
    for index in application.sites.indices where !open.isEmpty && draw.chance(50) {
      application.sites[index].variables.set("PUBLIC_API", to: draw.pick(open).origin)
    }
  }
}

extension Variables {
  fileprivate mutating func link(
    _ draw: inout Draw,
    _ databases: [Postgres],
    _ caches: [KeyValue],
    _ listeners: [Service]
  ) {
    if !databases.isEmpty, draw.chance(60) {
      let database = draw.pick(databases)
      set("DATABASE_URL", to: database.url)
      if draw.chance(20) { self["DATABASE_HOST"] = database.host }
      if draw.chance(20) { self["DATABASE_USER"] = database.userName }
    }
    if !caches.isEmpty, draw.chance(50) { set("REDIS_URL", to: draw.pick(caches).url) }
    if !listeners.isEmpty, draw.chance(40) {
      let other = draw.pick(listeners)
      self["UPSTREAM_HOST"] = other.host
      if other.isPublic { set("PUBLIC_ORIGIN", to: other.origin) }
    }
  }
}
