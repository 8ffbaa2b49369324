import InfraContract
import InfraKit
import InfraTargets
import Testing

@Suite("The other platforms' rules about changes")
struct OtherChangesTests {
  private func railway(
    line: UInt = #line,
    _ change: (inout ChangingShop) -> Void,
    from prepare: (inout ChangingShop) -> Void = { _ in }
  ) -> [String] {
    ChangeTrial.trial(line: line, change, from: prepare) { shop in
      shop.environment(on: .railway(region: .europeWest, line: shop.line + 1))
    }
  }

  private func database(
    _ name: String,
    _ version: Postgres.Version = .v17
  ) -> (inout ChangingShop) -> Void {
    { $0.database = Postgres(name, version: version, line: $0.line) }
  }

  @Test("Railway deletes what leaves the file, or has another name there")
  func railwayDeletes() {
    #expect(railway { _ in } == [])
    #expect(
      railway(database("orders"), from: database("database")) == [
        "railway/database-renamed +0 error database 'orders' is called 'orders', where it was "
          + "'database': an apply deletes 'database' with its data and makes an empty one"
      ]
    )
    #expect(
      railway({ $0.database = nil }, from: database("database")) == [
        "railway/removed-resources +1 warning database 'database' is no longer in railway.ts, and an "
          + "apply deletes it with all that it holds"
      ]
    )
    #expect(railway(database("database")) == [])
    #expect(
      railway { $0.service = "web" } == [
        "railway/service-renamed +0 warning service 'web' is called 'web', where it was 'api': an "
          + "apply deletes 'api' with its secrets and domains and makes another"
      ]
    )
  }

  @Test("Railway's databases do not change their major version by file")
  func railwayVersion() {
    #expect(
      railway(database("database", .v18), from: database("database", .v17)) == [
        "railway/database-version-changed +0 error database 'database' goes from major version 17 to "
          + "18, whose image does not start on the other's data"
      ]
    )
    #expect(railway(database("database", .v18), from: database("database", .v18)) == [])
  }

  @Test("Railway copies disks to another region, and refuses to move a bucket")
  func railwayRegions() {
    func shop(_ line: UInt, _ region: RailwayRegion, _ bucket: String) -> Environment {
      var shop = ChangingShop(line: line)
      shop.database = Postgres("database", line: line)
      return shop.environment(
        on: .railway(region: region, line: line + 1) {
          $0.editProject(line: line + 2) { project in
            project.resources.append(
              .bucket(RailwayGraph.Bucket("files", region: .init(rawValue: bucket)))
            )
          }
        }
      )
    }
    #expect(
      ChangeTrial { shop($0, .europeWest, "ams") }.findings { shop($0, .usWest, "ams") } == [
        "railway/region-changed +0 warning database 'database' moves from 'europe-west4-drams3a' to "
          + "'us-west2': an apply stops it while its disk is copied"
      ]
    )
    #expect(
      ChangeTrial { shop($0, .europeWest, "ams") }.findings { shop($0, .europeWest, "sjc") } == [
        "railway/bucket-region +2 error bucket 'files' moves from 'ams' to 'sjc', and Railway refuses"
      ]
    )
  }

  @Test("Railway's volumes grow, keep their names and outlive the file")
  func railwayVolumes() {
    func volume(_ name: String, _ size: Int? = nil) -> (inout ChangingShop) -> Void {
      { $0.volumes = [Volume(name, at: "/data", size: size.map { .gigabytes($0) })] }
    }
    #expect(
      railway({ $0.volumes = [] }, from: volume("data")) == [
        "railway/volume-left +1 warning volume 'api-data' is no longer in railway.ts, and Railway "
          + "detaches, keeps and bills it"
      ]
    )
    #expect(
      railway(volume("files"), from: volume("data")) == [
        "railway/volume-detached +0 warning volume 'api-files' takes the place of 'api-data': the service "
          + "starts with an empty disk, and Railway keeps and bills the old one"
      ]
    )
    #expect(railway(volume("data"), from: volume("data")) == [])
    func shop(_ line: UInt, _ size: Int) -> Environment {
      var shop = ChangingShop(line: line)
      shop.volumes = [Volume("data", at: "/data")]
      return shop.environment(
        on: .railway(line: line + 1) {
          $0.editProject(line: line + 2) { project in
            for index in project.resources.indices {
              guard case .volume(var volume) = project.resources[index] else { continue }
              volume.config.sizeMB = size
              project.resources[index] = .volume(volume)
            }
          }
        }
      )
    }
    #expect(
      ChangeTrial { shop($0, 2000) }.findings { shop($0, 1000) } == [
        "railway/volume-shrunk +0 error the volume of service 'api' shrinks from 2000 to 1000 MB, "
          + "which an apply treats as destructive"
      ]
    )
    #expect(ChangeTrial { shop($0, 1000) }.findings { shop($0, 2000) } == [])
  }

  @Test("Railway keeps no secret that the file no longer names, and has none that it names first")
  func railwaySecrets() {
    let key = Secret("MAIL_KEY", .provided("the mail provider"))
    let with: (inout ChangingShop) -> Void = { $0.variables = ["MAIL_KEY": key.value] }
    #expect(
      railway(with) == [
        "railway/secrets-added +0 warning service 'api' reads 'MAIL_KEY' anew, and an apply only keeps "
          + "what is already there"
      ]
    )
    #expect(
      railway({ $0.variables = [:] }, from: with) == [
        "railway/secrets-deleted +0 warning service 'api' no longer reads 'MAIL_KEY', and an apply "
          + "deletes what Railway keeps there"
      ]
    )
    #expect(railway(with, from: with) == [])
  }

  @Test("Vercel does not follow a project's name, directory or environment")
  func vercel() {
    func shop(
      _ line: UInt,
      project: String? = nil,
      directory: String = "web",
      environment: VercelEnvironment? = nil
    ) -> Environment {
      var shop = ChangingShop(line: line)
      let site = StaticSite("web", directory: directory, output: "dist", line: line)
      shop.site = site
      let api = Service("api", source: .dockerfile("Dockerfile"), port: 8080, line: line)
      return Environment(
        "prod",
        Application("shop", services: [api], sites: [site]),
        on: .vercel(
          hosting: site,
          environment: environment,
          project: project,
          at: "\(directory)/vercel.json",
          line: line + 1
        ),
        .railway(hosting: api)
      )
    }
    let old = ChangeTrial { shop($0) }
    #expect(old.findings { shop($0) } == [])
    #expect(
      old.findings { shop($0, project: "storefront") } == [
        "vercel/project-renamed +0 warning static site 'web' is project 'storefront', where it was "
          + "'shop-web': Vercel makes a new project, without variables and domains"
      ]
    )
    #expect(
      old.findings { shop($0, directory: "apps/web") } == [
        "vercel/root-moved +0 warning static site 'web' moves from 'web' to 'apps/web', and Vercel goes "
          + "on building the old directory"
      ]
    )
    #expect(
      old.findings { shop($0, environment: .preview(branch: "next")) } == [
        "vercel/environment-moved +0 warning static site 'web' moves from production to preview "
          + "of branch 'next', where none of its variables are set"
      ]
    )
  }

  @Test("Vercel goes on serving a project that is no longer described")
  func vercelProjectLeft() {
    func shop(_ names: [String], _ line: UInt) -> Environment {
      let sites = names.map { StaticSite($0, directory: $0, output: "dist", line: line) }
      return Environment("prod", Application("shop", sites: sites), on: .vercel, line: line)
    }
    let old = ChangeTrial { shop(["web", "docs"], $0) }
    #expect(
      old.findings { shop(["web"], $0) } == [
        "vercel/project-left +0 warning project 'shop-docs' is no longer described, and Vercel goes on "
          + "serving it"
      ]
    )
    #expect(old.findings { shop(["web", "docs"], $0) } == [])
  }

  @Test("a developer's volume remembers how its database was made")
  func compose() {
    func compose(
      line: UInt = #line,
      _ change: (inout ChangingShop) -> Void,
      from prepare: (inout ChangingShop) -> Void
    ) -> [String] {
      ChangeTrial.trial(line: line, change, from: prepare) { shop in
        shop.environment(on: .compose(line: shop.line + 1), name: "dev")
      }
    }
    #expect(
      compose(database("database", .v18), from: database("database", .v17)) == [
        "compose/database-version +0 warning database 'database' goes from Postgres 17 to 18, which "
          + "does not start on the old volume"
      ]
    )
    #expect(
      compose(database("orders"), from: database("database")) == [
        "compose/database-renamed +0 warning database 'orders' takes the place of 'database': it "
          + "starts on an empty volume, and the old one stays"
      ]
    )
    #expect(
      compose {
        $0.database = Postgres("database", databaseName: "b", user: "y", line: $0.line)
      } from: {
        $0.database = Postgres("database", databaseName: "a", user: "x", line: $0.line)
      } == [
        "compose/database-made +0 warning database 'database' is called 'b' inside the server, and a "
          + "volume that exists goes on holding 'a'",
        "compose/database-owner +0 warning database 'database' is owned by 'y', and a volume that "
          + "exists goes on knowing 'x'",
      ]
    )
    #expect(compose(database("database"), from: database("database")) == [])
  }
}
