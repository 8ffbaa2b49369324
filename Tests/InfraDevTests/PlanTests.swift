import Foundation
import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets
import InfraTargets
import Testing

@testable import InfraDev

@Suite("What infra dev makes of a description")
struct PlanTests {
  private static let database = Postgres("main", databaseName: "ab", user: "owner")
  private static let cache = KeyValue("cache")
  private static let secret = Secret("API_KEY", .provided("a person"))
  private static let hidden = Service(
    "hidden",
    source: .node("hidden", build: "npm ci"),
    command: ["node", "index.js"],
    port: 8080,
    access: .private
  )

  private var plan: DevPlan {
    get throws {
      var api = Service(
        "api",
        source: .dockerfile("api/Dockerfile", context: "api"),
        port: 8080,
        health: .http("/health", every: .seconds(2), grace: .seconds(4), retries: 3),
        dev: DevCommands(build: "make", start: "./api", release: "./api migrate"),
        volumes: [Volume("files", at: "/data")],
        variables: [
          "DATABASE_URL": Self.database.url.value, "CACHE_URL": Self.cache.url.value,
          "KEY": Self.secret.value.value, "PORT": 1,
          "HIDDEN": "\(Self.hidden.privateOrigin)/x", "HIDDEN_HOST": Self.hidden.host,
        ],
        startsAfter: [.healthy(Self.hidden)]
      )
      let site = StaticSite(
        "web",
        directory: "web",
        dev: "npm run dev",
        variables: ["API": api.origin.value]
      )
      api.variables["WEB"] = site.origin.value
      let application = Application(
        "shop",
        services: [api, Self.hidden],
        sites: [site],
        jobs: [CronJob("digest", source: .node(), schedule: .hourly(), command: "npm run digest")],
        databases: [Self.database],
        caches: [Self.cache]
      )
      return try DevPlan(Environment("dev", application, on: .compose))
    }
  }

  private func values(_ plan: DevPlan, _ text: String) throws -> LocalValues {
    try LocalValues(plan, file: EnvFile(text), shell: { _ in nil }, making: "make it", path: ".env")
  }

  @Test("references lead to this machine, and ports follow .env")
  func variables() throws {
    let plan = try plan
    let values = try values(
      plan,
      "MAIN_PASSWORD=p\nAPI_KEY='k $x'\nWEB_PORT=4000\nMAIN_PORT=6000\n"
    )
    let api = try #require(plan.processes.first)
    let variables = api.variables.map { "\($0.name)=\(values.text(of: $0.parts))" }
    #expect(
      variables == [
        "DATABASE_URL=postgres://owner:p@127.0.0.1:6000/ab",
        "CACHE_URL=redis://127.0.0.1:6379", "KEY=k $x", "HIDDEN=http://localhost:8081/x",
        "HIDDEN_HOST=localhost", "WEB=http://localhost:4000", "PORT=8080",
      ]
    )
    let site = try #require(plan.processes.last)
    #expect(site.variables.map { values.text(of: $0.parts) } == ["http://localhost:8080", "4000"])
  }

  @Test("commands, directories, readiness and order come from the description")
  func processes() throws {
    let plan = try plan
    let api = try #require(plan.processes.first)
    #expect(api.directory == "api")
    #expect(api.build == "make")
    #expect(api.release == "./api migrate")
    #expect(api.readiness == .http("/health", 200...299))
    #expect(api.limit == .seconds(10))
    #expect(api.waits.map(\.resource.name) == ["main", "cache", "hidden"])
    let hidden = plan.processes[1]
    #expect(hidden.directory == "hidden")
    #expect(hidden.build == "npm ci")
    #expect(hidden.start == ["node", "index.js"])
    #expect(hidden.readiness == .listens)
    #expect(plan.storedNames == ["MAIN_PASSWORD", "API_KEY"])
    #expect(plan.notes.count == 2)
  }

  @Test("a part of it takes along what it waits for")
  func only() throws {
    #expect(try plan.only(["web"]).names == ["web"])
    #expect(try plan.only(["api"]).names == ["main", "cache", "api", "hidden"])
  }

  @Test("the shell beats .env, and what lacks is named")
  func shell() throws {
    let plan = try plan
    let values = try LocalValues(
      plan,
      file: EnvFile("MAIN_PASSWORD=file\nAPI_KEY=k\n"),
      shell: { $0 == "MAIN_PASSWORD" ? "shell" : nil },
      making: "",
      path: ""
    )
    #expect(values.stored("MAIN_PASSWORD") == "shell")
    let problem = #expect(throws: DevProblem.self) { try self.values(plan, "API_KEY=\n") }
    #expect(problem?.message == ".env has no value for MAIN_PASSWORD, API_KEY")
    #expect(problem?.help == "make what is missing, and keep the rest: make it")
  }

  @Test("two resources at one port are named with the variables that move them")
  func portTwice() throws {
    let plan = try plan
    let problem = #expect(throws: DevProblem.self) {
      try self.values(plan, "MAIN_PASSWORD=p\nAPI_KEY=k\nWEB_PORT=8080\n")
    }
    #expect(
      problem?.message == "service 'api' and static site 'web' are both to listen on port 8080"
    )
    #expect(problem?.help == "put another number for API_PORT or WEB_PORT into .env")
  }

  @Test("a program gets the variables that it is given, and none of the shell that starts it")
  func inherited() throws {
    let path = "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    for given in [[path, "PWD=/"], [path, "PWD=/", "OLDPWD=/tmp"]] {
      let child = try Child.start(Program(arguments: ["env"], folder: "/"), inheriting: given)
      defer { child.closeStreams() }
      while child.status() == nil { usleep(1000) }
      let text = String(decoding: Descriptor.available(child.output), as: UTF8.self)
      let lines = text.split(separator: "\n").map(String.init)
      // Which shell /bin/sh is decides about these.
      let own = lines.filter { !$0.hasPrefix("_=") && !$0.hasPrefix("SHLVL=") }
      #expect(own.sorted() == given.sorted())
    }
  }

  @Test("a recipe has its steps in order, and tells a page no value")
  func recipe() throws {
    let plan = try plan
    let values = try values(plan, "MAIN_PASSWORD=p\nAPI_KEY=secret-value\n")
    let recipe = Recipe(plan.processes[0], values, root: "/r")
    let steps = recipe.steps.map { step in
      switch step {
      case .build(let build): "build \(build.title) in \(build.program.folder)"
      case .wait(let waits): "wait \(waits.count)"
      case .run(let task): "run \(task.title)"
      case .serve(let program, _): "serve \(program.arguments)"
      }
    }
    #expect(
      steps == [
        "build make in /r/api", "wait 3", "run ./api migrate",
        #"serve ["/bin/sh", "-c", "./api"]"#,
      ]
    )
    let line = Supervisor.planLine(plan, [Unit(recipe)]).line
    #expect(
      line.hasPrefix(
        #"{"type":"plan","environment":"dev","resources":[{"name":"api","kind":"service","#
          + #""url":"http://localhost:8080","port":8080,"command":"./api","#
          + #""dependsOn":["main","cache","hidden"],"references":["main","cache","hidden","web"]}"#
      )
    )
    #expect(line.contains(#""kind":"job""#))
    #expect(!line.contains("secret-value"))
  }

  @Test(
    "globs mean what they mean to Compose",
    arguments: [
      ("Sources/**", "Sources/a/b.swift", true), ("Sources/**", "Source/a", false),
      ("**/*.md", "a/b.md", true), ("**/*.md", "b.md", true), ("*.md", "a/b.md", false),
      ("a/*/c", "a/b/c", true), ("a/?", "a/bb", false), ("Package.swift", "Package.swift", true),
    ]
  )
  func globs(glob: String, path: String, matches: Bool) {
    #expect(Glob(glob).matches(path) == matches)
  }

  @Test("lines are whole, values are hidden, and long lines are broken")
  func redaction() {
    let redaction = Redaction([("KEY", "topsecret"), ("LONG", "topsecret-and-more"), ("S", "abc")])
    func hidden(_ text: String) -> String {
      String(decoding: redaction.hidden(Array(text.utf8)), as: UTF8.self)
    }
    #expect(hidden("a topsecret b") == "a [KEY] b")
    #expect(hidden("abc") == "abc")
    #expect(hidden("topsecre") == "topsecre")
    let ordered = Redaction([("LONG", "topsecret-and-more"), ("KEY", "topsecret")])
    let text = ordered.hidden(Array("topsecret-and-more topsecret".utf8))
    #expect(String(decoding: text, as: UTF8.self) == "[LONG] [KEY]")
  }

  @Test("the state of a run is read back as it was written, and broken ones are not believed")
  func state() {
    var state = RunState(mark: "INFRA_DEV_RUN=1.2", supervisor: .init(pid: 12, birth: "b-1"))
    state.engine = "docker"
    state.others = [.init(pid: 13, birth: "b-2")]
    state.entries = [
      .init(
        name: "api",
        kind: "service",
        state: "healthy",
        port: 8080,
        process: .init(pid: 14, birth: "b-3"),
        container: nil
      ),
      .init(name: "db", kind: "database", state: "stopped", port: 0, container: "x-db"),
    ]
    #expect(RunState(state.text) == state)
    #expect(RunState("infra-dev\t2\n") == nil)
    #expect(RunState("resource\ta") == nil)
    #expect(RunState("") == nil)
  }
}
