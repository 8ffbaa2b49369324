import Foundation
import InfraSerialization
import TestSupport

@testable import InfraVendors

/// Servers that keep the secrets of two programs, and `infra` beside them.
final class VaultShop {
  let folder: URL
  let server: VendorServer
  /// Everything that was said so far.
  private(set) var said = ""

  init(_ state: AnyValue = VaultShop.state()) throws {
    folder = try PackageRoot.temporaryFolder()
    try "// a package".write(
      to: folder.appending(path: "Package.swift"),
      atomically: true,
      encoding: .utf8
    )
    server = try VendorServer(state)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Starts from the beginning.
  func reset(_ state: AnyValue = VaultShop.state()) async throws {
    try await server.reset(state)
    try? FileManager.default.removeItem(at: folder.appending(path: ".infra"))
  }

  /// Runs `infra secrets` with some arguments.
  func run(
    _ arguments: [String],
    input: String = "",
    dyingAt point: Int? = nil,
    more: [String: String] = [:]
  ) async throws -> ChildProcessResult {
    var variables: [String: String?] = ["FIXTURE_PORT": "\(server.port)", "NO_COLOR": "1"]
    variables["FIXTURE_SECRETS"] = "1"
    for (name, token) in World.tokens { variables[name] = token }
    variables["FIXTURE_DIES_AT"] = .some(point.map(String.init))
    for (name, value) in more { variables[name] = value }
    let result = try await ChildProcess(
      RollbackShop.program,
      ["secrets"] + arguments,
      input: input,
      in: folder,
      environment: variables
    ).run()
    said += result.output + result.errors
    return result
  }

  /// A step of the rotation of the one secret that signs.
  func rotate(
    _ environment: String = "vault",
    _ deployment: String,
    _ step: Int,
    _ more: String...,
    input: String = "",
    dyingAt point: Int? = nil
  ) async throws -> ChildProcessResult {
    var arguments = ["rotate", environment, "SESSION_KEY", "--step", "\(step)", "--apply"] + more
    if environment == "vault" { arguments += ["--deployment", deployment] }
    return try await run(arguments, input: input, dyingAt: point)
  }

  /// The secrets of a service of Render's or Railway's, without what else is there.
  func held(_ platform: String, _ name: String) async throws -> [String: String] {
    let state = try await server.control()["state"] ?? .null
    if platform == "vercel" {
      let list = state["vercel"]?["projects"]?.items?.first { $0["name"]?.text == name }?["env"]
      var found: [String: String] = [:]
      for entry in list?.items ?? [] where entry["key"]?.text?.contains("_KEY") == true {
        found[entry["key"]?.text ?? ""] = entry["value"]?.text
      }
      return found
    }
    let services = state[platform]?["services"]?.items ?? []
    var found: [String: String] = [:]
    for entry in services.first(where: { $0["name"]?.text == name })?["variables"]?.entries ?? []
    where entry.key.contains("_KEY") {
      found[entry.key] = entry.value.text
    }
    return found
  }

  /// What the servers host, and what lies below `.infra`.
  struct Snapshot {
    let state: AnyValue
    let files: URL?
  }

  /// Remembers how things are.
  func snapshot() async throws -> Snapshot {
    let own = folder.appending(path: ".infra")
    let state = try await server.control()["state"] ?? .null
    guard FileManager.default.fileExists(atPath: own.path) else {
      return Snapshot(state: state, files: nil)
    }
    let copy = folder.appending(path: "kept")
    try? FileManager.default.removeItem(at: copy)
    try FileManager.default.copyItem(at: own, to: copy)
    return Snapshot(state: state, files: copy)
  }

  /// Makes things as they were.
  func restore(_ snapshot: Snapshot) async throws {
    try await reset(snapshot.state)
    guard let files = snapshot.files else { return }
    try FileManager.default.copyItem(at: files, to: folder.appending(path: ".infra"))
  }

  /// What is on the disk below `.infra`.
  func kept() throws -> String {
    let names = FileManager.default.enumerator(atPath: folder.appending(path: ".infra").path)
    var text = ""
    while let name = names?.nextObject() as? String {
      let file = folder.appending(path: ".infra/\(name)")
      text += (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }
    return text
  }

  /// A world in which both programs run everywhere.
  ///
  /// - Parameter empty: Whether no secret is set yet.
  /// - Returns: The state of the servers.
  static func state(empty: Bool = false) -> AnyValue {
    // More than one page, wherever there are pages.
    let filling = (0..<120).map { ("FILLER_\($0)", AnyValue.string("x")) }
    let keys: [(String, AnyValue)] =
      empty ? [] : [("SESSION_KEY", "the-key-that-signs"), ("MAIL_KEY", "the-key-of-mail")]
    func render(_ name: String, _ type: String, _ variables: [(String, AnyValue)]) -> AnyValue {
      [
        "id": .string("srv-\(name)"), "name": .string("vault-\(name)-vault"),
        "type": .string(type), "autoDeploy": "yes", "suspended": "not_suspended",
        "variables": .map(OrderedMap(filling + variables)),
        "deploys": [
          [
            "id": .string("dep-\(name)"), "status": "live", "commit": .string(World.new),
            "createdAt": "2",
          ]
        ],
      ]
    }
    func railway(_ name: String) -> AnyValue {
      [
        "id": .string("service-\(name)"), "name": .string(name), "sealed": [],
        "variables": .map(OrderedMap(filling + keys)),
        "deployments": [
          [
            "id": .string("\(name)-1"), "status": "SUCCESS", "commit": .string(World.new),
            "kept": true,
          ]
        ],
      ]
    }
    let entries: [AnyValue] = (filling + keys).enumerated().map { index, entry in
      [
        "id": .string("env-\(index)"), "key": .string(entry.0), "value": entry.1,
        "target": ["production"], "type": "sensitive", "updatedAt": 1,
      ]
    }
    return [
      "tokens": [
        "render": "rnd_token-of-render", "railway": "token-of-railway",
        "vercel": "token-of-vercel",
      ],
      "render": [
        "retention": 5, "groups": [],
        "services": .list([
          render("keeper", "web_service", keys),
          // What refers to another service has no variable of its own.
          render("guardian", "background_worker", []),
        ]),
      ],
      "railway": [
        "environment": ["id": "environment-1", "name": "vault"],
        "services": .list([railway("keeper"), railway("guardian")]),
      ],
      "vercel": [
        "projects": [
          [
            "id": "prj_keeper", "name": "cells-keeper", "plan": "pro", "production": "dpl_1",
            "env": .list(entries), "request": .null,
            "deployments": [
              [
                "id": "dpl_1", "url": "dpl_1.vercel.app", "state": "READY", "target": "production",
                "commit": .string(World.new), "created": 1,
              ]
            ],
          ]
        ]
      ],
    ]
  }
}
