import Foundation
import InfraSerialization
import TestSupport

@testable import InfraVendors

/// A repository with two releases, servers that host the newer one, and the program beside them.
final class RollbackShop: Sendable {
  let folder: URL
  let server: VendorServer
  let old: String
  let new: String

  init(tags: [String] = ["v1.0.0", "v1.1.0"]) async throws {
    folder = try PackageRoot.temporaryFolder()
    try "// a package".write(
      to: folder.appending(path: "Package.swift"),
      atomically: true,
      encoding: .utf8
    )
    try await Self.git(["init", "-q", "-b", "main"], in: folder)
    try await Self.git(["add", "-A"], in: folder)
    var commits: [String] = []
    for tag in tags {
      try await Self.git(["commit", "-q", "--allow-empty", "-m", tag], in: folder)
      try await Self.git(["tag", "-a", tag, "-m", tag], in: folder)
      commits.append(try await Self.git(["rev-parse", "HEAD"], in: folder))
    }
    old = commits.dropLast().last ?? World.old
    new = commits.last ?? World.new
    server = try VendorServer(World.state(old: old, new: new))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  private static func git(_ arguments: [String], in folder: URL) async throws -> String {
    let settings = [
      "-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "tag.gpgsign=false",
    ]
    let run = try await ChildProcess("git", settings + arguments, in: folder).run()
    guard run.status == 0 else { throw Broken(run.errors) }
    return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func reset(retention: Int = 5, plan: String = "hobby") async throws {
    try await server.reset(World.state(old: old, new: new, retention: retention, plan: plan))
    try? FileManager.default.removeItem(at: folder.appending(path: ".infra"))
  }

  /// The program, built beside the tests.
  static let program = {
    let name = "infra-vendors-fixture"
    return PackageRoot.file(".build/debug/\(name)").path
  }()

  /// What the program gets of its surroundings.
  func variables(
    dyingAt point: Int? = nil,
    tokens: [String: String] = World.tokens,
    more: [String: String] = [:]
  ) -> [String: String?] {
    var result: [String: String?] = ["FIXTURE_PORT": "\(server.port)", "NO_COLOR": "1"]
    for name in World.tokens.keys { result[name] = .some(tokens[name]) }
    result["FIXTURE_DIES_AT"] = .some(point.map(String.init))
    for (name, value) in more { result[name] = value }
    return result
  }

  /// Runs the program.
  func run(
    _ arguments: String...,
    dyingAt point: Int? = nil,
    tokens: [String: String] = World.tokens,
    more: [String: String] = [:]
  ) async throws -> ChildProcessResult {
    try await ChildProcess(
      Self.program,
      ["rollback"] + arguments,
      in: folder,
      environment: variables(dyingAt: point, tokens: tokens, more: more)
    ).run()
  }

  func journal(_ deployment: String = "main") -> String {
    let file = folder.appending(path: ".infra/rollback-prod-\(deployment).journal")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// What the vendors host, without what every run numbers anew.
  func hosted() async throws -> [String] {
    let state = try await server.control()["state"] ?? .null
    var lines: [String] = []
    for service in state["render"]?["services"]?.items ?? [] {
      let live = service["deploys"]?.items?.filter { $0["status"]?.text == "live" } ?? []
      lines.append(
        "\(service["name"]?.text ?? "") \(service["autoDeploy"]?.text ?? "") "
          + "\(service["suspended"]?.text ?? "") "
          + live.compactMap { $0["commit"]?.text.map(release) }.joined(separator: ",")
      )
    }
    for service in state["railway"]?["services"]?.items ?? [] {
      let live = service["deployments"]?.items?.filter { $0["status"]?.text == "SUCCESS" } ?? []
      lines.append(
        "\(service["name"]?.text ?? "") "
          + live.compactMap { $0["commit"]?.text.map(release) }.joined(separator: ",")
          + " \(service["variables"]?["KEY"]?.text ?? "")"
      )
    }
    for project in state["vercel"]?["projects"]?.items ?? [] {
      let shown = project["deployments"]?.items?.first {
        $0["id"]?.text == project["production"]?.text
      }
      lines.append("web \(shown?["commit"]?.text.map(release) ?? "")")
    }
    return lines
  }

  private func release(_ commit: String) -> String {
    commit == old ? "old" : commit == new ? "new" : commit
  }
}
