import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Render's rules about builds and entries")
struct RenderBuildRulesTests {
  private static let build = Source.node("api", build: "npm ci")

  @Test("a native runtime has a build and a start command")
  func native() {
    let line = #line as UInt + 1
    let api = Service("api", source: .node("api"), port: 80)
    expect(
      "runtime-settings",
      RenderResult(services: [api], line: line),
      "error: service 'api' runs with runtime 'node' and has no build and no start command",
      legal: RenderResult(
        services: [Service("api", source: Self.build, command: "node index.js", port: 80)]
      )
    )
  }

  @Test("a container is built by its image and started by dockerCommand")
  func container() {
    expect(
      "runtime-settings",
      .server { $0.startCommand = "serve" },
      "error: service 'api' has a start command beside runtime 'image'",
      legal: .server { $0.dockerCommand = "serve" }
    )
  }

  @Test("only static sites have runtime static")
  func staticRuntime() {
    expect(
      "runtime-settings",
      .server {
        $0.runtime = .static
        $0.image = nil
      },
      "error: service 'api' has runtime 'static', which only static sites have",
      legal: .server { $0.runtime = .image }
    )
  }

  @Test("a service has a runtime or a build source, and nothing else that builds")
  func buildSource() {
    expect(
      "build-sources",
      .server {
        $0.runtime = nil
        $0.image = nil
      },
      "error: service 'api' has neither a runtime nor a build source",
      legal: .server { $0.runtime = .image }
    )
    let line = #line as UInt + 1
    let api = Service("api", source: .image("a:1"), port: 80)
    func result(_ change: @escaping @Sendable (inout Blueprint.ServerService) -> Void)
      -> RenderResult
    {
      RenderResult(services: [api], line: line) {
        $0.edit(api, change)
        $0.editBlueprint {
          $0.buildSources = [.init(name: "image", image: .init(url: "a:1"))]
        }
      }
    }
    expect(
      "build-sources",
      result { $0.buildSource = "image" },
      "error: service 'api' takes build source 'image' and also sets runtime, image",
      legal: result {
        $0.buildSource = "image"
        $0.runtime = nil
        $0.image = nil
      }
    )
    expect(
      "build-sources",
      result {
        $0.buildSource = "other"
        $0.runtime = nil
        $0.image = nil
      },
      "error: service 'api' takes build source 'other', which the Blueprint does not declare",
      legal: result { _ in }
    )
  }

  @Test("fields of Docker belong to build sources with runtime docker")
  func dockerBuildSource() {
    func result(_ runtime: Blueprint.Runtime, line: UInt = #line) -> RenderResult {
      RenderResult(services: [Service("api", source: .image("a:1"), port: 80)], line: line) {
        $0.editBlueprint {
          var build = Blueprint.GitBuild(repo: "https://github.com/a/b", runtime: runtime)
          build.baseDir = "."
          $0.buildSources = [.init(name: "shared", git: build)]
        }
      }
    }
    expect(
      "build-sources",
      result(.node),
      "error: build source 'shared' has fields of Docker beside runtime 'node'",
      legal: result(.docker)
    )
  }

  @Test("runtime image and an image come together, without a repository")
  func image() {
    let legal = RenderResult.server { _ in }
    expect(
      "image-or-repository",
      .server { $0.image = nil },
      "error: service 'api' has runtime 'image' and no image",
      legal: legal
    )
    expect(
      "image-or-repository",
      .server { $0.runtime = .docker },
      "error: service 'api' has an image beside runtime 'docker'",
      legal: legal
    )
    expect(
      "image-or-repository",
      .server { $0.branch = "main" },
      "error: service 'api' has an image and a repository or branch",
      legal: legal
    )
  }

  @Test("a build filter names a path")
  func filter() {
    expect(
      "build-filters",
      .site { $0.buildFilter = .init() },
      "error: static site 'web' has a build filter without any path",
      legal: .site { $0.buildFilter = .init(ignoredPaths: ["docs/**"]) }
    )
  }

  @Test("with preview environments, no service names a branch")
  func previews() {
    let line = #line as UInt + 1
    let api = Service("api", source: Self.build, command: "node index.js", port: 80)
    let application = Application("shop", services: [api])
    func result(_ previews: Blueprint.PreviewGeneration) -> RenderResult {
      RenderResult(
        Environment(
          "prod",
          application,
          on: .render(region: .ohio, branch: "main", previews: .init(generation: previews))
        ),
        line: line
      )
    }
    expect(
      "branch-or-previews",
      result(.automatic),
      "warning: service 'api' names branch 'main', which preview environments would build in place "
        + "of the pull request",
      legal: result(.off)
    )
  }

  @Test("every resource has a name of its own")
  func names() {
    let line = #line as UInt + 1
    let api = Service("api", source: .image("a:1"), port: 80)
    let database = Postgres("database")
    func result(_ name: String) -> RenderResult {
      RenderResult(services: [api], databases: [database], line: line) {
        $0.edit(database) { $0.name = name }
        $0.edit(api) { $0.envVars = [] }
      }
    }
    let found = result("shop-api-prod").generation.diagnostics
      .filter { $0.rule.code == "render/unique-entries" }
    #expect(
      found.map(\.message) == ["two resources of the Blueprint are called 'shop-api-prod'"]
    )
    #expect(result("shop-database-2").findings("render/unique-entries").isEmpty)
  }

  @Test("a word that Render's schema does not know is pointed out and kept")
  func words() {
    expect(
      "known-words",
      .server { $0.plan = "1c-3g" },
      "warning: service 'api' has the plan '1c-3g', which Render's schema does not know",
      legal: .server { $0.plan = .`12c-96g` }
    )
    expect(
      "known-words",
      .job { $0.plan = "12c-96g" },
      "warning: cron job 'digest' has the plan '12c-96g', which Render's schema does not know",
      legal: .job { $0.plan = .`8c-64g` }
    )
    expect(
      "known-words",
      .cache { $0.maxmemoryPolicy = "never" },
      "warning: cache 'cache' has the maxmemoryPolicy 'never', which Render's schema does not know",
      legal: .cache { $0.maxmemoryPolicy = .volatileTTL }
    )
    expect(
      "known-words",
      .database { $0.region = "tokyo" },
      "warning: database 'database' has the region 'tokyo', which Render's schema does not know",
      legal: .database { $0.region = .virginia }
    )
  }

  @Test("older spellings are pointed out")
  func older() {
    expect(
      "current-names",
      .server { $0.autoDeploy = false },
      "warning: service 'api' uses 'autoDeploy', which is now 'autoDeployTrigger'",
      legal: .server { $0.autoDeployTrigger = .off }
    )
    expect(
      "current-names",
      .site { $0.domain = "example.com" },
      "warning: static site 'web' uses 'domain', which is now 'domains'",
      legal: .site { $0.domains = ["example.com"] }
    )
    let line = #line as UInt + 1
    let file = RenderResult(services: [Service("api", source: .image("a:1"), port: 80)], line: line)
    {
      $0.editBlueprint { $0.previewsEnabled = true }
    }
    expect(
      "current-names",
      file,
      "warning: the Blueprint uses 'previewsEnabled', which is now 'previews.generation'",
      legal: .server { _ in }
    )
  }
}
