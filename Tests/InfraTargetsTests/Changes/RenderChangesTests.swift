import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Render's rules about changes")
struct RenderChangesTests {
  @Test("nothing is said of the same description, nor of what can be changed at any time")
  func same() {
    #expect(ChangeTrial.render { _ in } == [])
    #expect(ChangeTrial.render { $0.variables = ["LOG_LEVEL": "debug"] } == [])
    #expect(
      ChangeTrial.render {
        $0.database = Postgres("database", line: $0.line)
        $0.cache = KeyValue("cache", line: $0.line)
      } == []
    )
  }

  @Test("a service keeps its type")
  func type() {
    #expect(
      ChangeTrial.render { $0.access = .private } == [
        "render/type-changed +0 error service 'api' becomes a 'pserv' and is a 'web' at Render, "
          + "which refuses to change it"
      ]
    )
  }

  @Test("a runtime is changed with a warning")
  func runtime() {
    #expect(
      ChangeTrial.render { $0.source = .image("ghcr.io/acme/api:1") } == [
        "render/runtime-changed +0 warning service 'api' moves from runtime 'docker' to 'image', "
          + "which one of Render's pages calls impossible"
      ]
    )
  }

  @Test("a site does not become a service")
  func site() {
    let found = ChangeTrial.render {
      $0.site = StaticSite(
        "web",
        directory: "web",
        serve: SiteServer("npm start", port: 3000),
        line: $0.line
      )
    } from: {
      $0.site = StaticSite("web", directory: "web", output: "dist", line: $0.line)
    }
    #expect(
      found == [
        "render/static-changed +0 error static site 'web' moves from runtime 'static' to 'node', and "
          + "Render changes no runtime to or from 'static'"
      ]
    )
  }

  @Test("a region that changes everything is one finding, at the target")
  func region() {
    func shop(_ line: UInt, _ region: Blueprint.Region, _ databases: Bool) -> Environment {
      var shop = ChangingShop(line: line)
      if databases { shop.database = Postgres("database", line: line) }
      return shop.render(region: region)
    }
    #expect(
      ChangeTrial { shop($0, .frankfurt, true) }.findings { shop($0, .ohio, true) } == [
        "render/region-changed +1 error 'api' and 'database' move from 'frankfurt' to 'ohio', and "
          + "Render moves nothing to another region"
      ]
    )
    #expect(
      ChangeTrial { shop($0, .frankfurt, false) }.findings { shop($0, .ohio, false) } == [
        "render/region-changed +0 error service 'api' moves from 'frankfurt' to 'ohio', and Render "
          + "moves nothing to another region"
      ]
    )
  }

  @Test("disks grow and never shrink")
  func disks() {
    func disk(_ size: Int) -> (inout ChangingShop) -> Void {
      { $0.volumes = [Volume("data", at: "/data", size: .gigabytes(size))] }
    }
    #expect(
      ChangeTrial.render(disk(10), from: disk(20)) == [
        "render/disk-shrunk +0 error the disk of service 'api' shrinks from 20 to 10 GB, and Render "
          + "refuses"
      ]
    )
    #expect(ChangeTrial.render(disk(20), from: disk(10)) == [])
    func storage(_ size: Int) -> (inout ChangingShop) -> Void {
      { $0.database = Postgres("database", storage: .gigabytes(size), line: $0.line) }
    }
    #expect(
      ChangeTrial.render(storage(15), from: storage(100)) == [
        "render/disk-shrunk +0 error the disk of database 'database' shrinks from 100 to 15 GB, and "
          + "Render refuses"
      ]
    )
    #expect(ChangeTrial.render(storage(100), from: storage(15)) == [])
  }

  @Test("a secret that is added is not asked for; a generated one is made")
  func secrets() {
    let mail = Secret("MAIL_KEY", .provided("the mail provider"))
    #expect(
      ChangeTrial.render { $0.variables = ["MAIL_KEY": mail.value] } == [
        "render/secrets-added +0 warning service 'api' reads 'MAIL_KEY' anew, and Render asks for "
          + "secrets when the Blueprint is created only: it will run without"
      ]
    )
    let session = Secret("SESSION_KEY", .generated(bytes: 32))
    #expect(ChangeTrial.render { $0.variables = ["SESSION_KEY": session.value] } == [])
    // A new service is asked about.
    let found = ChangeTrial.render {
      $0.service = "worker"
      $0.variables = ["MAIL_KEY": mail.value]
    }
    #expect(!found.contains { $0.contains("secrets-added") })
  }

  @Test("variables, headers and routes that leave the file stay at Render")
  func kept() {
    #expect(
      ChangeTrial.render {
        $0.variables = [:]
      } from: {
        $0.variables = ["LOG_LEVEL": "debug", "MODE": "fast"]
      } == [
        "render/variables-kept +0 warning service 'api' no longer sets 'LOG_LEVEL' and 'MODE', and "
          + "Render keeps what the service has"
      ]
    )
    func site(_ rewrites: [Rewrite], _ headers: [ResponseHeader]) -> (inout ChangingShop) -> Void {
      {
        $0.site = StaticSite(
          "web",
          directory: "web",
          output: "dist",
          rewrites: rewrites,
          headers: headers,
          line: $0.line
        )
      }
    }
    let header = ResponseHeader("X-Frame-Options", "DENY")
    #expect(
      ChangeTrial.render(site([], []), from: site([.singlePage], [header])) == [
        "render/headers-kept +0 warning static site 'web' no longer sends '/*:X-Frame-Options', and Render goes on "
          + "sending it",
        "render/routes-kept +0 warning static site 'web' no longer has a route from '/*', and Render "
          + "goes on following it",
      ]
    )
    #expect(ChangeTrial.render(site([.singlePage], [header]), from: site([], [])) == [])
  }

  @Test("a cache's plan goes up, its free plan forgets, and so does a switch of persistence")
  func cache() {
    func cache(_ memory: Int, _ persistence: KeyValue.Persistence? = nil)
      -> (inout ChangingShop) -> Void
    {
      {
        $0.cache = KeyValue(
          "cache",
          persistence: persistence,
          memory: .megabytes(memory),
          line: $0.line
        )
      }
    }
    #expect(
      ChangeTrial.render(cache(200), from: cache(900)) == [
        "render/cache-plan-lowered +0 error cache 'cache' goes from plan '1g' down to '256mb', and "
          + "Render refuses"
      ]
    )
    #expect(ChangeTrial.render(cache(900), from: cache(200)) == [])
    #expect(
      ChangeTrial.render(cache(200, KeyValue.Persistence.none), from: cache(200, .journal)) == [
        "render/persistence-switched +0 warning cache 'cache' goes from persistence "
          + "'journal-snapshot' to 'off': Render restarts it, empty"
      ]
    )
    #expect(ChangeTrial.render(cache(200, .snapshots), from: cache(200, .journal)) == [])
    func edited(_ plan: Blueprint.KeyValuePlan) -> (ChangingShop) -> Environment {
      { shop in
        let cache = KeyValue("cache", line: shop.line)
        var shop = shop
        shop.cache = cache
        return shop.render { edits, _ in edits.edit(cache) { $0.plan = plan } }
      }
    }
    let freed = ChangeTrial { edited(.free)(ChangingShop(line: $0)) }
      .findings { edited("256mb")(ChangingShop(line: $0)) }
    #expect(
      freed == [
        "render/cache-data-lost +0 warning cache 'cache' leaves the free plan for '256mb', and what "
          + "it holds is lost"
      ]
    )
  }

  @Test("a database keeps what it was made with")
  func database() {
    func database(
      _ version: Postgres.Version,
      _ name: String,
      _ user: String
    ) -> (inout ChangingShop) -> Void {
      {
        $0.database = Postgres(
          "database",
          version: version,
          databaseName: name,
          user: user,
          line: $0.line
        )
      }
    }
    let old = database(.v17, "shop", "owner")
    #expect(
      ChangeTrial.render(database(.v18, "shop", "owner"), from: old) == [
        "render/postgres-version-changed +0 error database 'database' goes from Postgres 17 to 18, "
          + "and no Blueprint upgrades a database"
      ]
    )
    #expect(
      ChangeTrial.render(database(.v17, "store", "owner"), from: old) == [
        "render/database-identity +0 error database 'database' is called 'store' inside the server, "
          + "where Render has made 'shop'"
      ]
    )
    #expect(
      ChangeTrial.render(database(.v17, "shop", "admin"), from: old) == [
        "render/database-owner +0 error database 'database' is owned by 'admin', and Render has made "
          + "the user 'owner'"
      ]
    )
  }

  @Test("a legacy plan is left for good")
  func legacy() {
    func shop(_ line: UInt, _ plan: Blueprint.PostgresPlan) -> Environment {
      var shop = ChangingShop(line: line)
      let database = Postgres("database", line: line)
      shop.database = database
      return shop.render { edits, _ in
        edits.edit(database) {
          $0.plan = plan
          $0.diskSizeGB = nil
        }
      }
    }
    #expect(
      ChangeTrial { shop($0, .standard) }.findings { shop($0, "1c-2g") } == [
        "render/legacy-plan-left +0 warning database 'database' leaves legacy plan 'standard' for "
          + "'1c-2g', for good"
      ]
    )
    #expect(ChangeTrial { shop($0, "1c-4g") }.findings { shop($0, "1c-2g") } == [])
  }

  @Test("replicas that a list leaves out are destroyed, and kept where there is no list")
  func replicas() {
    func replicas(_ names: [String]) -> (inout ChangingShop) -> Void {
      {
        $0.database = Postgres(
          "database",
          size: .init(cpu: 1, memory: .gigabytes(2)),
          replicas: names.map { ReadReplica($0) },
          line: $0.line
        )
      }
    }
    #expect(
      ChangeTrial.render(replicas(["first"]), from: replicas(["first", "second"])) == [
        "render/replicas-removed +0 warning database 'database' no longer lists "
          + "'shop-second-prod', and Render destroys it at the next sync"
      ]
    )
    #expect(
      ChangeTrial.render(replicas([]), from: replicas(["first"])) == [
        "render/replicas-removed +0 warning database 'database' lists no replica any more, and "
          + "Render keeps and bills 'shop-first-prod'"
      ]
    )
    #expect(ChangeTrial.render(replicas(["first", "second"]), from: replicas(["first"])) == [])
  }

  @Test("another name is another resource, and what is gone stays at Render")
  func names() {
    #expect(
      ChangeTrial.render {
        $0.database = Postgres("orders", line: $0.line)
      } from: {
        $0.database = Postgres("database", line: $0.line)
      } == [
        "render/database-renamed +0 error database 'orders' is 'shop-orders-prod' at Render, where "
          + "it was 'shop-database-prod': Render makes an empty one, and keeps and bills the old"
      ]
    )
    #expect(
      ChangeTrial.render { $0.service = "web" } == [
        "render/service-renamed +0 warning service 'web' is 'shop-web-prod' at Render, where it was "
          + "'shop-api-prod': Render makes a new one under a new address, without secrets, and keeps "
          + "and bills the old"
      ]
    )
    #expect(
      ChangeTrial.render {
        $0.database = nil
        $0.cache = nil
      } from: {
        $0.database = Postgres("database", line: $0.line)
        $0.cache = KeyValue("cache", line: $0.line)
      } == [
        "render/removed-resources +1 warning 'shop-cache-prod' and 'shop-database-prod' are no longer "
          + "in the file, and Render keeps and bills them"
      ]
    )
  }

  @Test("an author who has done it at Render silences an error about a change, with the reason")
  func silenced() {
    func shop(_ line: UInt, _ version: Postgres.Version) -> Environment {
      var shop = ChangingShop(line: line)
      shop.database = Postgres(
        "database",
        version: version,
        rules: [.silence("render/postgres-version-changed", because: "upgraded in the Dashboard")],
        line: line
      )
      return shop.render()
    }
    #expect(ChangeTrial { shop($0, .v17) }.findings { shop($0, .v18) } == [])
    // Before and after the change the exception has nothing to silence, and may wait for it.
    #expect(Generation([shop(1, .v18)]).diagnostics.filter { $0.severity != .note } == [])
  }
}
