import Foundation
import InfraContract
import InfraKit
import TestSupport
import Testing

@testable import InfraTargets

@Suite("What Vercel makes of a description")
struct VercelMappingTests {
  @Test(
    "a pattern becomes one of path-to-regexp",
    arguments: [
      ("/", "/b", "/", "/b"),
      ("/*", "/index.html", "/(.*)", "/index.html"),
      ("/*", "/app/*", "/:rest(.*)", "/app/:rest"),
      ("/docs/*", "/index.html", "/docs{/(.*)}?", "/index.html"),
      (
        "/docs/*", "https://x.example/*?a=*", "/docs{/:rest(.*)}?",
        "https://x.example/:rest?a=:rest"
      ),
      ("/:rest/*", "/*/:rest", "/:rest{/:path(.*)}?", "/:path/:rest"),
      ("/a/*", "/*x/*-/*", "/a{/:rest(.*)}?", "/:rest(.*)x/:rest-/:rest"),
      ("/a+b/", "/c+d", "/a\\+b/", "/c+d"),
    ]
  )
  func paths(pattern: String, destination: String, source: String, filled: String) {
    let path = VercelPath(PathPattern(pattern))
    #expect(path.source(for: destination) == source)
    #expect(path.filled(destination) == filled)
  }

  @Test(
    "a glob becomes a pathspec of git, seen from the Root Directory",
    arguments: [
      ("web/**", false, "."), ("web/src/**", false, "src"), ("**", false, ":/"),
      ("shared/**", false, ":/shared"), ("package.json", false, ":/package.json"),
      ("libs/*/src/**", false, ":(top,glob)libs/*/src/**"),
      ("web/docs/**", true, ":(top,exclude)web/docs"),
      ("**/*.md", true, ":(top,glob,exclude)**/*.md"),
    ]
  )
  func pathspecs(glob: String, excluding: Bool, spec: String) {
    #expect(VercelMapping.pathspec(glob, in: "web", excluding: excluding) == spec)
  }

  @Test(
    "a build is skipped when nothing watched has changed since the last one",
    .needsProgram("git")
  )
  func ignoreCommand() async throws {
    var site = StaticSite("web", directory: "web")
    site.watching = WatchPaths(["web/**", "shared/*.json"], ignoring: ["**/*.md"])
    let environment = Environment("prod", Application("shop", sites: [site]), on: .vercel())
    let file = try #require(Generation([environment]).file("generated/prod/web/vercel.json"))
    let config = try #require(
      JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any]
    )
    let command = try #require(config["ignoreCommand"] as? String)

    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let web = folder.appending(path: "web")
    func shell(_ line: String, _ variables: [String: String] = [:]) async throws -> Int32 {
      try await ChildProcess("sh", ["-c", line], in: web, environment: variables).run().status
    }
    func commit(_ path: String) async throws -> String {
      let line = "git add -A .. && git -c user.name=a -c user.email=a@b.example commit -qm x"
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(UUID().uuidString.utf8).write(to: file)
      #expect(try await shell(line) == 0)
      let head = try await ChildProcess("git", ["rev-parse", "HEAD"], in: folder).run().output
      return head.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    try FileManager.default.createDirectory(at: web, withIntermediateDirectories: true)
    #expect(try await shell("git init -q ..") == 0)

    var last = try await commit("web/index.html")
    for (path, status) in [
      ("api/main.js", 0), ("web/a.js", 1), ("web/README.md", 0), ("shared/a.json", 1),
      ("shared/deep/a.json", 0), ("web/deep/b.js", 1),
    ] as [(String, Int32)] {
      let head = try await commit(path)
      let variables = ["VERCEL_GIT_PREVIOUS_SHA": last, "VERCEL_GIT_COMMIT_SHA": head]
      #expect(try await shell(command, variables) == status, "\(path)")
      last = head
    }
    // A redeployment, a first deployment, and a commit that the shallow clone lacks.
    for previous in [last, "", "0123456789012345678901234567890123456789"] {
      let variables = ["VERCEL_GIT_PREVIOUS_SHA": previous, "VERCEL_GIT_COMMIT_SHA": last]
      #expect(try await shell(command, variables) == 1, "'\(previous)'")
    }
  }

  @Test("an environment becomes the one that its name suggests, or that the author chose")
  func environments() {
    #expect(VercelEnvironment(for: "prod", on: .hobby) == .production)
    #expect(VercelEnvironment(for: "production", on: .pro) == .production)
    #expect(VercelEnvironment(for: "staging", on: .hobby) == .preview(branch: "staging"))
    #expect(VercelEnvironment(for: "staging", on: .pro) == .custom("staging", branch: "staging"))
    #expect(VercelEnvironment.custom("a b").arguments == "'a b'")
  }

  @Test("a secret is kept by project and environment, at the line of its variable")
  func stores() {
    let generation = VercelKitchen().generation("staging")
    let stores = generation.environments.flatMap(\.deployments).flatMap(\.stores)
    let place = "Vercel project 'shop-render2', preview of branch 'staging'"
    #expect(stores.map(\.secret.name) == ["TOKEN", "MAIL_KEY", "MAIL_KEY", "DATABASE_URL"])
    #expect(stores.allSatisfy { $0.place == place })
  }

  @Test("no secret and no variable is in a file, and every variable is in a command")
  func variables() throws {
    let generation = VercelKitchen().generation("prod")
    let files = generation.environments.flatMap(\.files)
    for file in files where file.path.hasSuffix(".json") {
      for name in ["TOKEN", "MAIL_KEY", "LOCALE", "DATABASE_URL", "API_URL"] {
        #expect(!file.contents.contains(name), "\(file.path)")
      }
    }
    let sheet = try #require(generation.file("generated/prod/SETUP.md"))
    for name in ["PORT", "TOKEN", "MAIL_KEY", "MAIL_URL", "DATABASE_URL", "NEXT_URL", "LOCALE"] {
      #expect(sheet.contains("vercel env add \(name) production"), "\(name)")
    }
  }

  @Test("a value with odd characters reaches the command's standard input unchanged")
  func shell() async throws {
    let odd = "it's \"5\" $HOME ${A} `b` \\n %s !x\n☃"
    var site = StaticSite("web", directory: "web")
    site.variables["ODD"] = Value(odd)
    let environment = Environment("prod", Application("shop", sites: [site]), on: .vercel())
    let steps = Generation([environment]).environments.flatMap(\.deployments).flatMap(\.steps)
    let commands = steps.flatMap(\.blocks).flatMap { (block) -> [String] in
      if case .commands(let lines) = block { lines } else { [] }
    }
    let command = try #require(commands.first { $0.contains("env add ODD") })
    let result = try await ChildProcess("sh", ["-c", "vercel() { cat; }\n" + command]).run()
    #expect(result.output == odd)
  }

  @Test("every reference has an outcome, and only a domain makes it a text")
  func references() {
    for kind in Reference.Kind.allCases {
      for property in Reference.Property.allCases {
        for here in [true, false] {
          let without = VercelReferences.outcome(
            of: property,
            kind: kind,
            here: here,
            domain: false
          )
          let with = VercelReferences.outcome(of: property, kind: kind, here: here, domain: true)
          let isWeb = kind == .service || kind == .site
          #expect((with == .literal) == (isWeb && [.origin, .publicHost].contains(property)))
          #expect(without != .literal)
          if with != .literal { #expect(with == without) }
          if case .vendor = with { Issue.record("\(kind) \(property)") }
        }
      }
    }
  }

  @Test("without names it takes all that no other target names")
  func theRest() {
    let site = StaticSite("web", directory: "web")
    let database = Postgres("database")
    let application = Application("shop", sites: [site], databases: [database])
    let generation = Generation([Environment("prod", application, on: .vercel())])
    #expect(generation.lines == ["error model/hosted-once: Vercel cannot host database 'database'"])
  }
}
