import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Render's rules about variables")
struct RenderVariableRulesTests {
  @Test("a variable comes from exactly one place")
  func sources() {
    expect(
      "variable-sources",
      .server {
        var variable = Blueprint.DirectVariable.value("KEY", "text")
        variable.sync = false
        $0.envVars = [.direct(variable)]
      },
      "error: service 'api' sets 'KEY' to a value and a prompt",
      legal: .server { $0.envVars = [.secret("KEY"), .generated("OTHER")] }
    )
    expect(
      "variable-sources",
      .server {
        var variable = Blueprint.DirectVariable.generated("KEY")
        variable.generateValue = false
        $0.envVars = [.direct(variable)]
      },
      "error: service 'api' sets 'KEY' to nothing",
      legal: .server { $0.envVars = [.value("KEY", 1)] }
    )
  }

  @Test("a variable is set once")
  func once() {
    expect(
      "variable-names",
      .server { $0.envVars = [.value("KEY", "a"), .generated("KEY")] },
      "error: service 'api' sets 'KEY' twice",
      legal: .server { $0.envVars = [.value("KEY", "a"), .value("key", "b")] }
    )
  }

  @Test("an empty text may be refused")
  func empty() {
    let line = #line as UInt + 1
    let api = Service("api", source: .image("a:1"), port: 80, variables: ["KEY": ""])
    expect(
      "empty-values",
      RenderResult(services: [api], line: line),
      "warning: service 'api' sets 'KEY' to an empty text",
      legal: .server { $0.envVars = [.value("KEY", " ")] }
    )
  }

  @Test("a group asks for nothing")
  func groups() {
    func result(_ variable: Blueprint.DirectVariable, line: UInt = #line) -> RenderResult {
      RenderResult(services: [Service("api", source: .image("a:1"), port: 80)], line: line) {
        $0.editBlueprint { $0.envVarGroups = [.init(name: "shared", envVars: [variable])] }
      }
    }
    expect(
      "group-variables",
      result(.secret("KEY")),
      "error: group 'shared' asks for 'KEY', which Render ignores",
      legal: result(.generated("KEY"))
    )
  }

  @Test("what is referred to is in the file")
  func listed() {
    expect(
      "references-listed",
      .server { $0.envVars = [.fromDatabase("URL", "database", .connectionString)] },
      "warning: service 'api' refers to database 'database', which is not in the Blueprint",
      legal: .server {
        $0.envVars = [.fromService("OWN", .web, "shop-api-prod", variable: "RENDER_EXTERNAL_URL")]
      }
    )
    expect(
      "references-listed",
      .server { $0.envVars = [.fromGroup("shared")] },
      "warning: service 'api' refers to group 'shared', which is not in the Blueprint",
      legal: .server { _ in }
    )
  }

  @Test("a property is one that its owner has")
  func properties() {
    expect(
      "referenced-properties",
      .server { $0.envVars = [.fromService("HOST", .pserv, "shop-api-prod", .host)] },
      "error: service 'api' reads 'HOST' of type 'pserv', but 'shop-api-prod' is a 'web'",
      legal: .server { $0.envVars = [.fromService("HOST", .web, "shop-api-prod", .host)] }
    )
    expect(
      "referenced-properties",
      .server { $0.envVars = [.fromService("URL", .web, "shop-api-prod", .connectionString)] },
      "error: service 'api' reads 'URL' from property 'connectionString' of 'shop-api-prod', which "
        + "a 'web' does not have",
      legal: .server { $0.envVars = [.fromService("URL", .web, "shop-api-prod", .hostport)] }
    )
  }

  @Test("a pooled URL needs a pool")
  func pool() {
    let line = #line as UInt + 1
    let api = Service("api", source: .image("a:1"), port: 80)
    let database = Postgres("database")
    func result(_ pool: Blueprint.ConnectionPool) -> RenderResult {
      RenderResult(services: [api], databases: [database], line: line) {
        $0.edit(database) { $0.connectionPool = pool }
        $0.edit(api) {
          $0.envVars = [.fromDatabase("URL", "shop-database-prod", .connectionPoolString)]
        }
      }
    }
    expect(
      "referenced-properties",
      result(.none),
      "error: service 'api' reads 'URL' through the connection pool of 'shop-database-prod', which "
        + "has none",
      legal: result(.pgbouncer)
    )
  }

  @Test("a variable of another service is set there, by a group of it, or by Render")
  func variables() {
    func result(_ name: String, line: UInt = #line) -> RenderResult {
      let api = Service("api", source: .image("a:1"), port: 80, line: line)
      return RenderResult(services: [api], line: line) {
        $0.edit(api) {
          $0.envVars = [
            .value("SET", "1"), .fromGroup("shared"),
            .fromService("KEY", .web, "shop-api-prod", variable: name),
          ]
        }
        $0.editBlueprint {
          $0.envVarGroups = [.init(name: "shared", envVars: [.value("GROUPED", "1")])]
        }
      }
    }
    expect(
      "referenced-variables",
      result("MISSING"),
      "error: service 'api' reads 'KEY' from variable 'MISSING' of 'shop-api-prod', which does not "
        + "set it",
      legal: result("GROUPED")
    )
    #expect(result("SET").findings("render/referenced-variables").isEmpty)
    #expect(result("RENDER_SERVICE_ID").findings("render/referenced-variables").isEmpty)
  }

  @Test("what talks over the private network is in one region")
  func region() {
    let line = #line as UInt + 1
    let api = Service("api", source: .image("a:1"), port: 80)
    let database = Postgres("database")
    func result(_ region: Blueprint.Region?) -> RenderResult {
      RenderResult(services: [api], databases: [database], line: line) {
        $0.edit(database) { $0.region = region }
        $0.edit(api) {
          $0.envVars = [.fromDatabase("URL", "shop-database-prod", .connectionString)]
        }
      }
    }
    expect(
      "one-region",
      result(nil),
      "error: service 'api' is in region 'frankfurt' and connects to database 'database' in "
        + "'oregon'",
      legal: result(.frankfurt)
    )
  }
}
