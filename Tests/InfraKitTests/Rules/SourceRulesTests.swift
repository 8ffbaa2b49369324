import InfraContract
import InfraKit
import Testing

@Suite("Sources, paths, commands and images")
struct SourceRulesTests {
  @Test(
    "an image has a name that can exist",
    arguments: [
      ("", "is empty"),
      ("https://ghcr.io/acme/api", "has a scheme"),
      ("api:#1", "has '#1' as its tag"),
      (
        "acme/API:1",
        "has 'API' in its name, which is not lower-case letters and digits with single dots, "
          + "underscores or hyphens between them"
      ),
      (
        "acme//api:1",
        "has '' in its name, which is not lower-case letters and digits with single dots, "
          + "underscores or hyphens between them"
      ),
      ("acme/api:", "has '' as its tag"),
      ("acme/api:-x", "has '-x' as its tag"),
      ("acme/api@sha256:12", "has 'sha256:12' as its digest"),
    ]
  )
  func image(reference: String, fault: String) {
    let line: UInt = #line + 1
    let api = Service("api", source: .image(reference))
    #expect(
      findings(services: [api]) == [
        Finding("legal-sources", line, "image '\(reference)' of service 'api' \(fault)")
      ]
    )
  }

  @Test(
    "an image with a version or a digest passes",
    arguments: [
      "postgres:17", "ghcr.io/acme/api:1.4.2", "localhost:5000/api:v1", "registry:5000/a/b_c:x",
      "api@sha256:" + String(repeating: "0f", count: 32),
      "ghcr.io/acme/api:latest@sha256:" + String(repeating: "0f", count: 32),
    ]
  )
  func pinned(reference: String) {
    #expect(findings(services: [Service("api", source: .image(reference))]) == [])
  }

  @Test("an image that moves is a warning")
  func moving() {
    let line: UInt = #line + 1
    let api = Service("api", source: .image("ghcr.io/acme/api"))
    let job = CronJob("job", source: .image("localhost:5000/api:latest"), schedule: .hourly())
    let rest = ": two deploys of one description can run two programs"
    #expect(
      findings(services: [api], jobs: [job]) == [
        Finding(
          "pinned-images",
          line,
          "image 'ghcr.io/acme/api' of service 'api' has no tag, which means 'latest'" + rest,
          .warning
        ),
        Finding(
          "pinned-images",
          line + 1,
          "image 'localhost:5000/api:latest' of cron job 'job' has the tag 'latest'" + rest,
          .warning
        ),
      ]
    )
  }

  @Test("runtimes, versions, stages and credentials have names that can exist")
  func names() {
    let line: UInt = #line + 1
    let a = Service("a", source: .directory(runtime: Runtime("no de")))
    let b = Service("b", source: .node(version: "2\n2"))
    let c = Service("c", source: .dockerfile("Dockerfile", stage: "-x"))
    let d = Service("d", source: .image("acme/api:1", credential: ""))
    let e = StaticSite("e", directory: "e", runtime: Runtime(""))
    #expect(
      findings(services: [a, b, c, d], sites: [e]) == [
        Finding("legal-sources", line, "runtime 'no de' of service 'a' is not a name"),
        Finding(
          "legal-sources",
          line + 1,
          "version '2\\n2' of runtime 'node' of service 'b' is not a version"
        ),
        Finding("legal-sources", line + 2, "build stage '-x' of service 'c' is not a name"),
        Finding("legal-sources", line + 3, "the registry credential of service 'd' is empty"),
        Finding("legal-sources", line + 4, "runtime '' of static site 'e' is not a name"),
      ]
    )
  }

  @Test("ranges of versions and named stages pass")
  func legalNames() {
    let a = Service("a", source: .node(version: ">=20 <23"))
    let b = Service("b", source: .dockerfile("docker/Dockerfile.api", stage: "build-1"))
    #expect(findings(services: [a, b]) == [])
  }

  @Test("no path leaves the repository")
  func paths() {
    let line: UInt = #line + 1
    let a = Service("a", source: .node("../other"))
    let b = Service("b", source: .dockerfile("/Dockerfile", context: ""))
    let c = Service("c", source: .dockerfile("docker/"), watching: ["a/../../b"])
    let d = StaticSite("d", directory: ".git/hooks", output: "/dist")
    let e = CronJob("e", source: .python("a\\b"), schedule: .hourly())
    #expect(
      findings(services: [a, b, c], sites: [d], jobs: [e]) == [
        Finding(
          "paths-stay-inside",
          line,
          "directory '../other' of service 'a' leaves the repository with '..'"
        ),
        Finding(
          "paths-stay-inside",
          line + 1,
          "Dockerfile '/Dockerfile' of service 'b' is absolute"
        ),
        Finding("paths-stay-inside", line + 1, "context '' of service 'b' is empty"),
        Finding(
          "paths-stay-inside",
          line + 2,
          "Dockerfile 'docker/' of service 'c' is a directory"
        ),
        Finding(
          "paths-stay-inside",
          line + 2,
          "watched path 'a/../../b' of service 'c' leaves the repository with '..'"
        ),
        Finding(
          "paths-stay-inside",
          line + 3,
          "directory '.git/hooks' of static site 'd' lies in .git"
        ),
        Finding("paths-stay-inside", line + 3, "output '/dist' of static site 'd' is absolute"),
        Finding(
          "paths-stay-inside",
          line + 4,
          "directory 'a\\b' of cron job 'e' has a control character or a backslash"
        ),
      ]
    )
  }

  @Test("paths inside the repository pass")
  func inside() {
    let a = Service(
      "a",
      source: .dockerfile("./docker/Dockerfile"),
      watching: WatchPaths(["Sources/**", "*.swift"], ignoring: ["**/*.md"])
    )
    let site = StaticSite("b", directory: ".", output: nil)
    #expect(findings(services: [a], sites: [site]) == [])
  }

  @Test("a command says what to run")
  func commands() {
    let line: UInt = #line + 1
    let a = Service("a", source: .node(build: "  "), command: "", release: [], dev: [""])
    let b = StaticSite("b", directory: "b", build: "x\u{0}y", serve: SiteServer("", port: 80))
    let c = CronJob("c", source: image, schedule: .hourly(), command: ["a", "\u{0}"])
    let d = Service("d", source: image, health: .command(""))
    #expect(
      findings(services: [a, d], sites: [b], jobs: [c]) == [
        Finding("legal-commands", line, "the build command of service 'a' is empty"),
        Finding("legal-commands", line, "the command of service 'a' is empty"),
        Finding("legal-commands", line, "the release command of service 'a' is empty"),
        Finding("legal-commands", line, "the dev command of service 'a' is empty"),
        Finding(
          "legal-commands",
          line + 1,
          "the build command of static site 'b' holds a NUL, which ends a word"
        ),
        Finding("legal-commands", line + 1, "the serve command of static site 'b' is empty"),
        Finding(
          "legal-commands",
          line + 2,
          "the command of cron job 'c' holds a NUL, which ends a word"
        ),
        Finding("legal-commands", line + 3, "the health command of service 'd' is empty"),
      ]
    )
  }

  @Test("one release command on several services is fine")
  func release() {
    let a = Service("a", source: InfraKitTests.image, release: ["migrate"])
    let b = Service("b", source: InfraKitTests.image, release: ["migrate"])
    #expect(findings(services: [a, b]) == [])
  }

  private var image: Source { InfraKitTests.image }
}
