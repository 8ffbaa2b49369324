import InfraContract
import InfraKit
import Testing

@Suite("Environments and deployments")
struct DeploymentRulesTests {
  private let api = Service("api", source: image, port: 80)
  private let page = StaticSite("page", directory: "page")

  @Test("an application lists something, and an environment runs somewhere")
  func something() {
    let line: UInt = #line + 1
    let empty = Application("empty")
    let shop = Application("shop", services: [api])
    let a = Environment("a", empty, on: Somewhere.plain)
    let b = Environment("b", shop)
    let c = Environment("c", shop, deployments: [])
    let x = Deployment("x", on: Somewhere.plain)
    let y = Deployment("y")
    let d = Environment("d", shop, deployments: [x, y])
    #expect(
      findings(in: [a, b, c, d]) == [
        Finding("something-to-deploy", line, "application 'empty' lists nothing"),
        Finding("something-to-deploy", line + 3, "environment 'b' has no target"),
        Finding("something-to-deploy", line + 4, "environment 'c' has no deployment"),
        Finding("something-to-deploy", line + 6, "deployment 'y' of 'd' has no target"),
      ]
    )
  }

  @Test("environments and deployments have names of their own")
  func names() {
    let shop = Application("shop", services: [api])
    let line: UInt = #line + 1
    let first = Environment("prod", shop, on: Somewhere.plain)
    let second = Environment("prod", shop, on: Somewhere("elsewhere"))
    let one = Deployment("main", on: Somewhere.plain)
    let two = Deployment("main", on: Somewhere.plain)
    let third = Environment("dev", shop, deployments: [one, two])
    #expect(
      findings(in: [first, second, third]) == [
        Finding(
          "unique-environments",
          line + 1,
          "two environments are called 'prod', the first at "
            + "InfraKitTests/DeploymentRulesTests.swift:\(line)"
        ),
        Finding(
          "unique-deployments",
          line + 3,
          "environment 'dev' has two deployments 'main', the first at "
            + "InfraKitTests/DeploymentRulesTests.swift:\(line + 2)"
        ),
      ]
    )
  }

  @Test("an environment that is listed twice is reported once")
  func listedTwice() {
    let dev = Environment("dev", Application("shop", services: [api]), on: Somewhere.plain)
    #expect(findings(in: [dev, dev]).map(\.message) == ["two environments are called 'dev'"])
  }

  @Test("every resource is hosted by one target")
  func hosted() {
    let line: UInt = #line + 1
    let shop = Application("shop", services: [api], sites: [page])
    let a = Somewhere("a", hosting: [page])
    let b = Somewhere("b", hosting: [page, KeyValue("gone")])
    let rest = Somewhere("rest")
    let nobody = Environment("nobody", shop, on: a)
    let both = Environment("both", shop, on: a, b, rest)
    let rests = Environment("rests", shop, on: rest, Somewhere("more"))
    let cannot = Environment("cannot", shop, on: rest.with { $0.hostableKinds = [.service] })
    let twice = Environment("twice", shop, on: Somewhere("twice", hosting: [page, page]), rest)
    #expect(
      findings(in: [nobody]).map(\.message) == [
        "no target of deployment 'main' hosts service 'api'"
      ]
    )
    #expect(
      findings(in: [both]) == [
        Finding(
          "hosted-once",
          line + 2,
          "B is to host cache 'gone', which application 'shop' does not list"
        ),
        Finding(
          "hosted-once",
          line + 2,
          "static site 'page' is hosted more than once in deployment 'main': by A and B"
        ),
      ]
    )
    #expect(
      findings(in: [rests]) == [
        Finding(
          "hosted-once",
          line + 6,
          "deployment 'main' of 'rests' has 2 targets that take the rest: Rest, More"
        )
      ]
    )
    #expect(
      findings(in: [cannot]) == [
        Finding("hosted-once", line + 3, "Rest cannot host static site 'page'")
      ]
    )
    #expect(findings(in: [twice]).count == 1)
    #expect(findings(in: [Environment("ok", shop, on: a, rest)]) == [])
  }

  @Test("what is private is asked for by neighbours only")
  func reachable() {
    let copy = ReadReplica("copy")
    let database = Postgres("database", replicas: [copy])
    let shared = SharedVariables("common", ["URL": database.url])
    let line: UInt = #line + 1
    let web = Service("web", source: image, variables: ["API": api.privateOrigin])
    let bot = Service("bot", source: image, variables: ["DB": copy.url], shared: [shared])
    let app = Service("app", source: image, variables: ["API": api.origin])
    let shop = Application("shop", services: [api, web, bot, app], databases: [database])
    let far = Somewhere("far", hosting: [web, bot, app])
    let split = Environment("split", shop, on: far, Somewhere("near"))
    #expect(
      findings(in: [split]) == [
        Finding(
          "reachable-references",
          line - 2,
          "shared set 'common' sets 'URL' to the connection URL of database 'database', but service "
            + "'bot' reads it on Far and database 'database' on Near"
        ),
        Finding(
          "reachable-references",
          line,
          "service 'web' sets 'API' to the private origin of service 'api', but it runs on Far and "
            + "service 'api' on Near"
        ),
        Finding(
          "reachable-references",
          line + 1,
          "service 'bot' sets 'DB' to the connection URL of read replica 'copy', but it runs on Far "
            + "and database 'database' on Near"
        ),
      ]
    )
    #expect(findings(in: [Environment("whole", shop, on: Somewhere.plain)]) == [])
  }

  @Test("a domain belongs to one environment, as far as targets serve domains")
  func domains() {
    let line: UInt = #line + 1
    let web = Service("web", source: image, port: 80, domains: ["shop.example.com"])
    let shop = Application("shop", services: [web])
    let here = "InfraKitTests/DeploymentRulesTests.swift"
    let local = Somewhere.plain.with { $0.servesDomains = false }
    let dev = Environment("dev", shop, on: local)
    let staging = Environment("staging", shop, on: Somewhere.plain)
    let prod = Environment(
      "prod",
      shop,
      deployments: [Deployment("a", on: Somewhere.plain), Deployment("b", on: Somewhere.plain)]
    )
    #expect(findings(in: [dev, prod]) == [])
    #expect(
      findings(in: [dev, staging, prod]) == [
        Finding(
          "domains-of-one-environment",
          line,
          "domain 'shop.example.com' of service 'web' is used in 'prod' (\(here):\(line + 6)), and in "
            + "'staging' (\(here):\(line + 5))"
        )
      ]
    )
    // Whoever is about another environment is not stopped.
    let all = Generation([dev, staging, prod])
    #expect(all.selecting(["prod"]).hasErrors)
    #expect(!all.selecting(["dev"]).hasErrors)
  }

  @Test("a deployment may host an application of its own")
  func ownApplication() {
    let copied = Postgres("orders", replicas: [ReadReplica("copy")])
    let line: UInt = #line + 1
    let plain = Postgres("orders", storage: .gigabytes(-1))
    let shop = Application("shop", services: [api], databases: [copied])
    let simpler = Application("shop", services: [api], databases: [plain])
    let main = Deployment("main", on: Somewhere.plain)
    let other = Deployment("other", simpler, on: Somewhere.plain)
    let prod = Environment("prod", shop, deployments: [main, other])
    let generation = Generation([prod])
    #expect(generation.diagnostics.map { $0.site?.line } == [line])
    let plans = generation.environments[0].deployments.map(\.plan)
    #expect(plans.map { $0.environment.application.databases[0].replicas.count } == [1, 0])
    #expect(plans.map(\.directory) == ["generated/prod/main", "generated/prod/other"])
  }

  @Test(
    "targets of one deployment follow one branch, and environments follow branches of their own"
  )
  func branches() {
    let shop = Application("shop", services: [api], sites: [page])
    func following(_ branch: DeployedBranch?, _ hosting: any Resource) -> Somewhere {
      Somewhere(hosting.id.name, hosting: [hosting]).with { $0.branch = branch }
    }
    let line: UInt = #line + 1
    let staging = Environment(
      "staging",
      shop,
      on: following(.standard, api),
      following(.named("staging"), page)
    )
    let prod = Environment("prod", shop, on: following(.standard, api), following(nil, page))
    let apart = Environment(
      "apart",
      shop,
      on: following(.named("apart"), api),
      following(.named("apart"), page)
    )
    let found = findings(in: [staging, prod, apart])
    #expect(
      found == [
        Finding(
          "branch-of-one-environment",
          line - 3,
          "a push to the default branch deploys 'prod' and 'staging' at once on Api",
          .note
        ),
        Finding(
          "one-branch-per-deployment",
          line,
          "deployment 'main' of 'staging' is deployed from several branches: Api follows the default "
            + "branch, Page follows branch 'staging'",
          .warning
        ),
      ]
    )
    #expect(findings(in: [prod, apart]) == [])

    let knowing = following(.standard, api).with {
      $0.rules = [
        .silence("model/branch-of-one-environment", because: "staging goes first, then waits")
      ]
    }
    let silenced = Environment("prod", shop, on: knowing, following(nil, page))
    #expect(findings(in: [staging, silenced]).map(\.code) == ["model/one-branch-per-deployment"])
  }

  @Test(
    "every file lies in the repository",
    arguments: [
      ("/tmp/render.yaml", "is absolute"), ("../render.yaml", "leaves the repository with '..'"),
      (".git/hooks/x", "lies in .git"), ("", "is empty"), ("deploy/", "is a directory"),
    ]
  )
  func insideFiles(path: String, fault: String) {
    let shop = Application("shop", services: [api])
    let line: UInt = #line + 1
    let target = Somewhere().with { $0.file = path }
    #expect(
      findings(in: [Environment("prod", shop, on: target)])
        == [Finding("files-stay-inside", line, "at: is '\(path)', which \(fault)")]
    )
    let legal = Somewhere().with { $0.file = "deploy/x.txt" }
    #expect(findings(in: [Environment("prod", shop, on: legal)]) == [])
  }

  @Test("one path has one content")
  func files() {
    let shop = Application("shop", services: [api])
    let bare = Application("shop", sites: [page])
    let line: UInt = #line + 1
    let first = Somewhere().with { $0.file = "web/vercel.json" }
    let second = Somewhere().with { $0.file = "web/vercel.json" }
    let dev = Environment("dev", shop, on: first)
    let same = Environment("same", shop, on: second)
    let other = Environment("other", bare, on: second)
    #expect(findings(in: [dev, same]) == [])
    #expect(
      findings(in: [dev, other]) == [
        Finding(
          "one-file-one-content",
          line + 1,
          "'web/vercel.json' would have one content from 'dev' "
            + "(InfraKitTests/DeploymentRulesTests.swift:\(line)) and another from 'other'"
        )
      ]
    )
  }
}
