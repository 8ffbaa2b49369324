import Foundation
import InfraContract
import InfraKit
import TestSupport
import Testing

@testable import InfraTargets

@Suite("Railway: static sites")
struct RailwaySiteTests {
  private func files(_ site: StaticSite) -> [String: String] {
    let environment = Environment("prod", Application("shop", sites: [site]), on: .railway())
    let output = Generation([environment]).environments[0].deployments[0]
    let folder = "generated/prod/\(site.name)/"
    return Dictionary(
      uniqueKeysWithValues: output.files.filter { $0.path.hasPrefix(folder) }
        .map { (String($0.path.dropFirst(folder.count)), $0.contents) }
    )
  }

  /// The Dockerfile without the comment at its top.
  private func dockerfile(_ site: StaticSite) -> [String] {
    let text = files(site)["Dockerfile"] ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  @Test("a site is built with its variables, and served by nginx")
  func build() {
    let site = StaticSite(
      "docs",
      directory: "docs",
      runtime: Runtime("node", version: "24"),
      build: "npm ci && npm run build",
      output: "out/public",
      variables: ["TITLE": "Docs", "VERBOSE": true]
    )
    #expect(
      dockerfile(site) == [
        "FROM node:24-bookworm-slim AS build", "WORKDIR /site", "COPY docs/ ./", "ARG TITLE",
        "ARG VERBOSE", "RUN npm ci && npm run build", "FROM nginx:1.28",
        "COPY generated/prod/docs/nginx.conf /etc/nginx/conf.d/default.conf",
        "COPY --from=build /site/out/public/ /usr/share/nginx/html/",
      ]
    )
  }

  @Test("files that nothing builds are served as they are")
  func plain() {
    let site = StaticSite("docs", directory: ".", output: "public files")
    #expect(
      dockerfile(site) == [
        "FROM nginx:1.28", "COPY generated/prod/docs/nginx.conf /etc/nginx/conf.d/default.conf",
        #"COPY ["public files/", "/usr/share/nginx/html/"]"#,
      ]
    )
  }

  @Test("commands that a Dockerfile would take apart are handed over as words")
  func commands() {
    func run(_ command: Command) -> String? {
      let site = StaticSite("docs", directory: "docs", build: command)
      return dockerfile(site).first { $0.hasPrefix("RUN ") }
    }
    #expect(run("make \"$HOME\" && true") == #"RUN make "$HOME" && true"#)
    #expect(run(["make", "two words", "\\"]) == #"RUN ["make", "two words", "\\"]"#)
    #expect(run("make\nmake install") == #"RUN ["/bin/sh", "-c", "make\nmake install"]"#)
    #expect(run("cat <<END") == #"RUN ["/bin/sh", "-c", "cat <<END"]"#)
    #expect(run("--version") == #"RUN ["/bin/sh", "-c", "--version"]"#)
    #expect(run("[ -f x ]") == #"RUN ["/bin/sh", "-c", "[ -f x ]"]"#)
    #expect(run("make \\") == #"RUN ["/bin/sh", "-c", "make \\"]"#)
  }

  @Test("the builder sees the site and its configuration, and no .env")
  func ignored() {
    let site = StaticSite("docs", directory: "docs", build: "make")
    let lines = files(site)["Dockerfile.dockerignore"]?.split(separator: "\n")
    #expect(
      lines?.filter { !$0.hasPrefix("#") } == [
        "*", "!docs", "**/.git", "**/.env", "**/.env.*", "**/node_modules", "**/.next",
        "!generated/prod/docs/nginx.conf",
      ]
    )
    let root = files(StaticSite("docs", directory: ".", build: "make"))["Dockerfile.dockerignore"]
    #expect(root?.contains("\n*\n") == false)
  }

  @Test(
    "nginx takes the configuration, with an address that the image's build writes",
    .enabled(if: RunningNginx.program != nil, "no nginx on this machine: run ./scripts/test"),
    .needsProgram("sh")
  )
  func nginx() async throws {
    let output = RailwayKitchenTests.output
    func text(_ name: String) throws -> String {
      try #require(output.files.first { $0.path == "generated/prod/docs/\(name)" }).contents
    }
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let addresses = folder.appending(path: "addresses.conf").path
    let steps = try text("Dockerfile").split(separator: "\n")
      .filter { $0.hasPrefix("RUN printf ") }
      .map { $0.dropFirst("RUN ".count) }
      .joined(separator: "\n")
      .replacingOccurrences(of: "/etc/nginx/conf.d/addresses.conf", with: addresses)
    let written = try await ChildProcess(
      "sh",
      ["-eu"],
      input: steps + "\n",
      environment: ["PROXY_ORIGIN": "https://proxy.up.railway.app"]
    ).run()
    #expect(written.errors == "")
    #expect(
      try String(contentsOfFile: addresses, encoding: .utf8)
        == "map \"\" $env_proxy_origin { default \"https://proxy.up.railway.app\"; }\n"
    )
    let site = try text("nginx.conf")
    let main = """
      pid \(folder.path)/nginx.pid;
      error_log \(folder.path)/error.log;
      events {}
      http {
        access_log off;
        include \(addresses);
        include \(folder.path)/site.conf;
      }
      """
    try site.write(toFile: folder.path + "/site.conf", atomically: true, encoding: .utf8)
    try main.write(toFile: folder.path + "/nginx.conf", atomically: true, encoding: .utf8)
    let program = try #require(RunningNginx.program)
    let check = try await ChildProcess(
      program,
      ["-t", "-p", folder.path, "-c", folder.path + "/nginx.conf", "-e", folder.path + "/e.log"]
    ).run()
    #expect(check.status == 0, "\(check.errors)")
  }
}
