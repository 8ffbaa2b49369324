import InfraContract
import InfraKit
import InfraSerialization
@testable import InfraTargets
import TestSupport
import Testing

@Suite("What Compose makes of a description")
struct ComposeMappingTests {
  /// What Compose says where `.env` lacks a value.
  private static let help = "make .env with 'swift run infra secrets init dev'"

  @Test("services that want one port of the host get the next free one, and origins follow")
  func ports() throws {
    let api = Service("api", source: .image("api:1"), port: 8080)
    var admin = Service("admin", source: .image("admin:1"), port: 8080)
    let web = Service("web", source: .image("web:1"), port: 80)
    let hidden = Service("hidden", source: .image("hidden:1"), port: 8080, access: .private)
    admin.variables = ["API": api.origin, "WEB": web.origin, "HIDDEN": hidden.privateOrigin]
    let file = try ComposeResult(services: [api, admin, web, hidden]).file()
    #expect(file.services["admin"]?.environment?["API"] == .text("http://localhost:\(Self.api)"))
    #expect(
      file.services["admin"]?.environment?["WEB"]
        == .text("http://localhost:\(ComposeVariable("WEB_PORT", default: "8082"))")
    )
    #expect(file.services["admin"]?.environment?["HIDDEN"] == "http://hidden:8080")
    #expect(file.services["hidden"]?.ports == nil)
    #expect(
      file.services["admin"]?.ports == [
        .right(
          .init(
            target: 8080,
            published: .text("\(ComposeVariable("ADMIN_PORT", default: "8081"))"),
            hostIP: "127.0.0.1"
          )
        )
      ]
    )
  }

  private static let api = ComposeVariable("API_PORT", default: "8080")

  @Test("a release command runs once, before its service and what waits for it")
  func release() throws {
    let database = Postgres("database")
    var api = Service("api", source: .image("api:1"), port: 80, release: ["api", "migrate"])
    api.variables["DATABASE_URL"] = database.url
    let worker = Service("worker", source: .image("api:1"), startsAfter: [.released(api)])
    let file = try ComposeResult(services: [api, worker], databases: [database]).file()
    let healthy: ComposeFile.Dependency = .init(.healthy)
    let released: ComposeFile.Dependency = .init(.completedSuccessfully)
    #expect(file.services["api-release"]?.command == ["api", "migrate"])
    #expect(file.services["api-release"]?.dependsOn == .left(["database": healthy]))
    #expect(
      file.services["api"]?.dependsOn == .left(["database": healthy, "api-release": released])
    )
    #expect(file.services["worker"]?.dependsOn == .left(["api-release": released]))
    #expect(file.services["api-release"]?.environment == file.services["api"]?.environment)
  }

  @Test("a release command with a contract of its own is given what that reads and nothing else")
  func releaseContract() throws {
    let database = Postgres("database")
    let key = Secret("KEY", .generated(bytes: 32))
    let serving = Serving(database: database.url, key: key.value)
    var api = Service("api", source: .image("api:1"), port: 80, release: ["api", "migrate"])
      .reading(serving, release: Migrating(serving: serving))
    api.variables["MORE"] = "x"
    let file = try ComposeResult(services: [api], databases: [database]).file()
    let own = try #require(file.services["api"]?.environment)
    let release = try #require(file.services["api-release"]?.environment)
    #expect(own["KEY"] != nil)
    #expect(own["MORE"] != nil)
    #expect(release["DATABASE_URL"] == own["DATABASE_URL"])
    #expect(release == .map(["DATABASE_URL": try #require(own["DATABASE_URL"])]))
  }

  @Test("a Node.js directory with Prisma becomes an image that has OpenSSL")
  func prisma() throws {
    let backend = Service(
      "backend",
      source: .node(
        "backend",
        version: "22",
        build: "npm install && npx prisma generate && npm run build"
      ),
      command: "node dist/index.js",
      port: 3001,
      release: "npx prisma db push"
    )
    let result = ComposeResult(services: [backend])
    let dockerfile = try #require(result.text("generated/dev/backend/Dockerfile"))
    #expect(
      dockerfile.hasSuffix(
        """
        FROM node:22-bookworm-slim
        # The slim image has no OpenSSL, which packages such as Prisma's engines are linked with.
        RUN apt-get update \\
          && apt-get install -y --no-install-recommends ca-certificates openssl \\
          && rm -rf /var/lib/apt/lists/*
        WORKDIR /app
        COPY . .
        RUN --mount=type=cache,target=/root/.npm npm install && npx prisma generate && npm run build

        """
      )
    )
    let ignored = try #require(result.text("generated/dev/backend/Dockerfile.dockerignore"))
    #expect(ignored.hasSuffix("**/node_modules\n**/.next\n**/.git\n**/.env\n**/.env.*\n"))
    let file = try result.file()
    #expect(file.services["backend-release"]?.command == ["/bin/sh", "-c", "npx prisma db push"])
    #expect(
      file.services["backend"]?.build
        == .right(.init(context: "./backend", dockerfile: "../generated/dev/backend/Dockerfile"))
    )
  }

  @Test(
    "each runtime has an image",
    arguments: [
      (Runtime.node, "node:22-bookworm-slim"), (.python, "python:3.13-slim"),
      (Runtime("python", version: "3.12"), "python:3.12-slim"), (.ruby, "ruby:3.4"),
      (.go, "golang:1.25"), (.rust, "rust:1"), (.elixir, "elixir:1.18"),
    ]
  )
  func runtimes(runtime: Runtime, image: String) throws {
    let api = Service("api", source: .directory("api", runtime: runtime), command: "run")
    let dockerfile = ComposeResult(services: [api]).text("generated/dev/api/Dockerfile")
    #expect(try #require(dockerfile).contains("\nFROM \(image)\n"))
  }

  @Test("a header's value and a variable of the same name are two build arguments")
  func headers() throws {
    let api = Service("api", source: .image("api:1"), port: 8080)
    let site = StaticSite(
      "web",
      directory: "web",
      headers: [ResponseHeader("Content-Security-Policy", "connect-src \(api.origin)")],
      variables: ["API_ORIGIN": "/api"]
    )
    let result = ComposeResult(services: [api], sites: [site])
    let arguments = try result.file().services["web"]?.build?.right?.args
    #expect(arguments?["API_ORIGIN"] == "/api")
    #expect(arguments?["HEADER_API_ORIGIN"] == .text("http://localhost:\(Self.api)"))
    let nginx = try #require(result.text("generated/dev/web/nginx.conf"))
    #expect(nginx.contains("\"connect-src $header_api_origin\""))
  }

  @Test("paths start from the folder of the file")
  func paths() throws {
    let api = Service("api", source: .dockerfile("docker/api.Dockerfile", context: "src/api"))
    let result = ComposeResult(services: [api], on: .compose(at: "ops/local/compose.yml"))
    let build = try result.file("ops/local/compose.yml").services["api"]?.build?.right
    #expect(build?.context == "../../src/api")
    #expect(build?.dockerfile == "../../docker/api.Dockerfile")
  }

  @Test("watched globs become paths that are rebuilt on a change, with what they leave out")
  func watching() throws {
    let api = Service(
      "api",
      source: .dockerfile("Dockerfile"),
      watching: WatchPaths(
        ["Package.swift", "Sources/**", "Sources/**/*.c"],
        ignoring: ["Sources/Docs/**", "**/*.md", "Tests/**"]
      )
    )
    let all = Service("all", source: .dockerfile("Dockerfile"))
    let file = try ComposeResult(services: [api, all]).file()
    #expect(
      file.services["api"]?.develop?.watch == [
        .init(.rebuild, path: "./Package.swift", ignore: ["**/*.md"]),
        .init(.rebuild, path: "./Sources", ignore: ["Docs/", "**/*.md"]),
      ]
    )
    #expect(
      file.services["all"]?.develop?.watch
        == [.init(.rebuild, path: ".", ignore: ["node_modules/"])]
    )
  }

  @Test("what other platforms host is asked for, or has its domain")
  func elsewhere() throws {
    let database = Postgres("database")
    let shop = StaticSite("shop", directory: "shop", domains: ["shop.example.com"])
    let docs = StaticSite("docs", directory: "docs")
    let line: UInt = #line + 1
    var api = Service("api", source: .image("api:1"))
    api.variables = ["URL": database.url, "SHOP": shop.origin, "DOCS": docs.origin]
    let result = ComposeResult(
      Application("shop", services: [api], sites: [shop, docs], databases: [database]),
      Deployment(
        "main",
        on: .compose(at: "compose.yml", hosting: api, database),
        .vercel(hosting: shop, docs)
      )
    )
    let environment = try result.file("compose.yml").services["api"]?.environment
    #expect(environment?["SHOP"] == "https://shop.example.com")
    #expect(
      environment?["DOCS"]
        == .text(
          "\(ComposeVariable("DOCS_ORIGIN", required: Self.help))"
        )
    )
    // Neither the database beside it nor the site with a domain is asked for.
    #expect(
      result.findings("asked-values") == [
        "\(line): note: variable 'DOCS' of service 'api' needs the public origin of 'docs', which "
          + "another platform hosts"
      ]
    )
    let sheet = try #require(result.text("generated/dev/SETUP.md"))
    #expect(sheet.contains("put DOCS_ORIGIN into .env"))
  }

  @Test("a user's and a database's names are escaped in the URL, and dollars everywhere")
  func escapes() throws {
    let database = Postgres("database", databaseName: "a/b", user: "o$wner@x")
    var api = Service("api", source: .image("api:1"), command: ["echo", "$HOME"])
    api.variables = ["URL": database.url, "PRICE": "5$ ${A}"]
    let file = try ComposeResult(services: [api], databases: [database]).file()
    let password = ComposeVariable("DATABASE_PASSWORD", required: Self.help)
    #expect(
      file.services["api"]?.environment?["URL"]
        == .text("postgres://o%24wner%40x:\(password)@database:5432/a%2Fb")
    )
    #expect(file.services["api"]?.environment?["PRICE"] == .text(.init(written: "5$$ $${A}")))
    #expect(file.services["api"]?.command == .arguments(["echo", .init(written: "$$HOME")]))
    #expect(
      file.services["database"]?.environment?["POSTGRES_USER"] == .text(.init(written: "o$$wner@x"))
    )
  }

  @Test("a cache keeps what it is asked to keep")
  func caches() throws {
    let file = try ComposeResult(
      caches: [
        KeyValue("a", eviction: .never, persistence: .journal),
        KeyValue("b", persistence: KeyValue.Persistence.none, memory: .megabytes(64)),
      ]
    ).file()
    #expect(
      file.services["a"]?.command == [
        "valkey-server", "--maxmemory-policy", "noeviction", "--appendonly", "yes",
      ]
    )
    #expect(
      file.services["b"]?.command == [
        "valkey-server", "--maxmemory-policy", "allkeys-lru", "--maxmemory", "64mb",
        "--appendonly", "no", "--save", "",
      ]
    )
    #expect(file.volumes?.keys == ["a"])
  }

  @Test("every secret is kept in the .env beside the file")
  func stores() {
    let key = Secret("KEY", .generated(bytes: 32))
    var api = Service("api", source: .image("api:1"))
    api.variables = ["KEY": key.value]
    let result = ComposeResult(services: [api], on: .compose(at: "ops/compose.yml"))
    let stores = result.generation.environments[0].deployments[0].stores
    #expect(stores.map(\.place) == ["ops/.env"])
    #expect(stores.map(\.secret) == [key])
  }

  @Test("an edit reaches fields that the mapping leaves empty, and leaves no trace of others")
  func edits() throws {
    let api = Service("api", source: .image("api:1"), port: 80, release: ["migrate"])
    let cache = KeyValue("cache")
    let result = ComposeResult(
      services: [api],
      caches: [cache],
      on: .compose(at: "compose.yml") {
        $0.edit(api) { $0.deploy?.resources?.limits?.pids = 100 }
        $0.edit(cache) { $0.labels?["team"] = "shop" }
        $0.editRelease(of: api) { $0.environment?["FAST"] = "yes" }
        $0.editFile { $0.extensions["x-owner"] = "shop" }
      }
    )
    let file = try result.file("compose.yml")
    #expect(file.services["api"]?.deploy?.resources?.limits?.pids == 100)
    #expect(file.services["api"]?.deploy?.resources?.reservations == nil)
    #expect(file.services["api"]?.build == nil)
    #expect(file.services["cache"]?.labels == ["team": "shop"])
    #expect(file.services["cache"]?.deploy == nil)
    #expect(file.services["api-release"]?.environment?["FAST"] == "yes")
    #expect(file.extensions["x-owner"] == "shop")
  }

  @Test("every outcome of a reference is as the table says")
  func table() throws {
    var lines = "# What a reference becomes in Compose\n\n"
    lines += "| Provider | Property | Here | Elsewhere | Elsewhere, own domain |\n"
    lines += "| --- | --- | --- | --- | --- |\n"
    for kind in Reference.Kind.allCases {
      for property in Reference.Property.allCases {
        let cells = [(true, false), (false, false), (false, true)].map { here, domain in
          switch ComposeReferences.outcome(of: property, kind: kind, here: here, domain: domain) {
          case .literal: "literal"
          case .vendor(let text): "`\(text)`"
          case .asked(let words): "asked: \(words)"
          case .unsupported(let reason): "no: \(reason)"
          }
        }
        lines += "| \(kind.rawValue) | \(property.rawValue) | "
        lines += cells.joined(separator: " | ") + " |\n"
      }
    }
    try expectGolden(lines, "compose/references.md")
  }
}

private struct Serving: ProcessContract {
  let database: PostgresURL
  let key: SecretKey
  let site = CallSite()
  static let process = "serve"
  static let fields: [ContractField<Serving>] = [
    .required("DATABASE_URL", "The database.") { $0.database },
    .required("KEY", "Signs.") { $0.key },
  ]
}

private struct Migrating: ProcessContract {
  let serving: Serving
  let site = CallSite()
  static let process = "migrate"
  static let fields: [ContractField<Migrating>] = [
    .required("DATABASE_URL", "The database.") { $0.serving.database },
    .defaulted("LEVEL", "A level.", 11) { _ in 11 as Port },
  ]
}
