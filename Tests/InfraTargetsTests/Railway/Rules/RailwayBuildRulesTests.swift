import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: builds")
struct RailwayBuildRulesTests {
  @Test("a Dockerfile lies inside its context")
  func context() {
    let line: UInt = #line + 1
    var api = Service("api", source: .dockerfile("docker/api.Dockerfile", context: "api"))
    #expect(
      railwayFindings("dockerfile-in-root", services: [api]) == [
        "\(line): error: the Dockerfile 'docker/api.Dockerfile' of service 'api' lies outside its "
          + "context 'api', and Railway would skip it"
      ]
    )
    api.source = .dockerfile("docker/api.Dockerfile")
    #expect(railwayFindings("dockerfile-in-root", services: [api]) == [])
  }

  @Test("a Dockerfile is built to its end")
  func stage() {
    let line: UInt = #line + 1
    var api = Service("api", source: .dockerfile("Dockerfile", stage: "run"))
    #expect(
      railwayFindings("last-stage", services: [api]) == [
        "\(line): error: service 'api' stops at build stage 'run', and Railway builds a Dockerfile "
          + "to its end"
      ]
    )
    api.source = .dockerfile("Dockerfile")
    #expect(railwayFindings("last-stage", services: [api]) == [])
  }

  @Test("a directory is in a language that Railpack builds")
  func runtime() {
    let line: UInt = #line + 1
    var api = Service("api", source: .directory("api", runtime: Runtime("swift")))
    #expect(
      railwayFindings("known-runtimes", services: [api]) == [
        "\(line): error: service 'api' needs the runtime 'swift', and Railpack builds node, python, "
          + "ruby, go, rust, elixir, deno, php, java, dotnet, gleam, cpp, shell"
      ]
    )
    api.source = .directory("api", runtime: .go)
    #expect(railwayFindings("known-runtimes", services: [api]) == [])
  }

  @Test("a version is asked for where a variable can ask for it")
  func version() {
    let line: UInt = #line + 1
    var api = Service("api", source: .directory(runtime: Runtime("php", version: "8.4")))
    #expect(
      railwayFindings("runtime-versions", services: [api]) == [
        "\(line): warning: service 'api' asks for version '8.4' of 'php', which Railpack reads from "
          + "the language's own files only"
      ]
    )
    api.source = .python(version: "3.14")
    #expect(railwayFindings("runtime-versions", services: [api]) == [])
  }

  @Test("an image whose name is a database's is pointed out")
  func databaseImage() {
    let line: UInt = #line + 1
    var api = Service("metrics", source: .image("oliver006/redis_exporter:v1.77.0"))
    #expect(
      railwayFindings("database-images", services: [api]) == [
        "\(line): warning: service 'metrics' runs 'oliver006/redis_exporter:v1.77.0', and Railway "
          + "takes every image with 'redis' in its name for a database"
      ]
    )
    api.source = .image("acme/metrics:1")
    #expect(railwayFindings("database-images", services: [api]) == [])
  }

  @Test("a ready image is neither built nor watched")
  func image() {
    let line: UInt = #line + 1
    var api = Service("api", source: .image("acme/api:1"), watching: ["api/**"])
    #expect(
      railwayFindings("images-are-ready", services: [api]) == [
        "\(line): warning: service 'api' runs the ready image 'acme/api:1', and no change of a path "
          + "deploys it"
      ]
    )
    api.watching = nil
    let plain = api
    let edit: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(plain) { $0.build?.builder = .railpack }
    }
    #expect(
      railwayFindings("images-are-ready", services: [api], on: target) == [
        "\(edit): warning: service 'api' runs a ready image and says how to build one, which deploys "
          + "it anew at every apply"
      ]
    )
    #expect(railwayFindings("images-are-ready", services: [api]) == [])
  }

  @Test("a registry's password moves to the setup sheet")
  func registry() {
    let line: UInt = #line + 1
    var api = Service("api", source: .image("acme/api:1", credential: "acme"))
    #expect(
      railwayFindings("registry-credentials", services: [api]) == [
        "\(line): note: the registry credential 'acme' of service 'api' moves to the setup sheet"
      ]
    )
    api.source = .image("acme/api:1")
    #expect(railwayFindings("registry-credentials", services: [api]) == [])
  }

  @Test("a watch pattern that takes out comes after one that takes in")
  func watching() {
    let api = Service("api", source: .node("api"), watching: WatchPaths([], ignoring: ["*.md"]))
    #expect(railwayFindings("watch-order", services: [api]) == [])
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) { $0.build?.watchPatterns = ["!/docs/**", "/**"] }
    }
    #expect(
      railwayFindings("watch-order", services: [api], on: target) == [
        "\(line): warning: service 'api' takes '!/docs/**' out before any pattern takes it in"
      ]
    )
  }

  @Test("a builder of an edit is one that Railway knows")
  func builder() {
    let api = Service("api", source: .node("api"))
    let line: UInt = #line + 2
    let target = Railway.railway {
      $0.edit(api) { $0.build?.builder = "dockerfile" }
    }
    #expect(
      railwayFindings("known-builders", services: [api], on: target) == [
        "\(line): error: service 'api' is built by 'dockerfile', and Railway knows RAILPACK, "
          + "DOCKERFILE, NIXPACKS, HEROKU, PAKETO"
      ]
    )
    let legal = Railway.railway { $0.edit(api) { $0.build?.builder = .dockerfile } }
    #expect(railwayFindings("known-builders", services: [api], on: legal) == [])
  }

  @Test("a site that a process serves sends its own headers")
  func serving() {
    let line: UInt = #line + 1
    var shop = StaticSite("shop", directory: "shop", serve: SiteServer("npm start", port: 3000))
    shop.headers = [ResponseHeader("X-Frame-Options", "DENY")]
    shop.rewrites = [.singlePage]
    #expect(
      railwayFindings("serve-routing", sites: [shop]) == [
        "\(line): warning: static site 'shop' has headers and rewrites, and on Railway its own "
          + "process answers every request"
      ]
    )
    shop.serve = nil
    #expect(railwayFindings("serve-routing", sites: [shop]) == [])
  }

  @Test("a static site says where its files lie, and is built where an image is")
  func sites() {
    let line: UInt = #line + 1
    var docs = StaticSite("docs", directory: "docs", build: "make", output: nil)
    #expect(
      railwayFindings("site-builds", sites: [docs]) == [
        "\(line): error: static site 'docs' does not say where its files lie, and Railway knows no "
          + "framework's folder"
      ]
    )
    docs.output = "public"
    #expect(railwayFindings("site-builds", sites: [docs]) == [])
    docs.runtime = Runtime("zig")
    #expect(
      railwayFindings("site-builds", sites: [docs]) == [
        "\(line): error: static site 'docs' is built with 'zig', for which there is no official image"
      ]
    )
    docs.runtime = Runtime("node", version: ">=20 <23")
    #expect(
      railwayFindings("site-builds", sites: [docs]) == [
        "\(line): error: static site 'docs' asks for version '>=20 <23' of 'node', which is no tag "
          + "of an image"
      ]
    )
    docs.build = nil
    #expect(railwayFindings("site-builds", sites: [docs]) == [])
  }

  @Test("what nginx cannot serve is an error")
  func routing() {
    let line: UInt = #line + 1
    var docs = StaticSite("docs", directory: "docs")
    docs.rewrites = [Rewrite("/api/*", to: "https://api.example.com/*")]
    #expect(
      railwayFindings("site-routing", sites: [docs]) == [
        "\(line): error: static site 'docs' has rewrite 1, which nginx cannot serve: the destination "
          + "'https://api.example.com/*' is on another host, which nginx does not fetch"
      ]
    )
    docs.rewrites = [.singlePage]
    #expect(railwayFindings("site-routing", sites: [docs]) == [])
  }
}
