import Foundation
import InfraSerialization
import Synchronization
import TestSupport

@testable import InfraVendors

/// The vendors on this machine: a program that this starts, and that ends with it.
final class VendorServer: Sendable {
  let port: Int
  private let process: Process

  init(_ state: AnyValue = World.state()) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = PackageRoot.file("Tests/InfraVendorsTests/Servers/vendors.py").path
    process.arguments = [Python.program, "-I", "-B", script]
    let (input, output) = (Foundation.Pipe(), Foundation.Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data((state.line + "\n").utf8))
    try input.fileHandleForWriting.close()
    let first = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(first.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      kill(process.processIdentifier, SIGKILL)
      throw Broken("the servers did not start: '\(first)'")
    }
    self.port = port
    self.process = process
  }

  deinit {
    // Not SIGTERM: a thread of the tests may have it blocked, and what it starts inherits that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  var addresses: VendorAddresses {
    get throws {
      func address(_ path: String) throws -> Address {
        guard let address = Address("http://127.0.0.1:\(port)\(path)") else {
          throw Broken("no address of this machine")
        }
        return address
      }
      return VendorAddresses(
        render: try address("/render/v1"),
        railway: try address("/railway"),
        vercel: try address("/vercel")
      )
    }
  }

  /// State and log.
  func control(_ path: String = "", _ body: AnyValue? = nil) async throws -> AnyValue {
    var arguments = ["-qsS", "http://127.0.0.1:\(port)/control\(path)"]
    if body != nil { arguments += ["--data-binary", "@-"] }
    let run = try await ChildProcess("curl", arguments, input: body?.line ?? "").run()
    guard let value = JSONText.value(of: Array(run.outputData)) else {
      throw Broken("no answer of the servers: \(run.errors)")
    }
    return value
  }

  func fail(_ faults: [AnyValue]) async throws { _ = try await control("/faults", .list(faults)) }
  func reset(_ state: AnyValue = World.state()) async throws {
    _ = try await control("/state", state)
  }

  /// The calls that changed something, as `METHOD /path`, in order.
  func effects() async throws -> [String] {
    try await log().filter { $0["effect"]?.flag == true }.compactMap { $0["call"]?.text }
  }

  /// All requests.
  func log() async throws -> [AnyValue] { try await control()["log"]?.items ?? [] }

  /// An access with the right tokens, whose pauses are noted and not made.
  func access(
    tokens: [String: String] = World.tokens,
    pauses: Pauses = Pauses(),
    policy: RetryPolicy = RetryPolicy()
  ) throws -> VendorAccess {
    VendorAccess(
      variables: { tokens[$0] },
      addresses: try addresses,
      transport: RetryingTransport(
        CurlTransport(limit: 20),
        policy: policy,
        pause: { pauses.note($0) },
        now: { 1_000_000_000 }
      )
    )
  }
}

/// What a test could not even begin with.
struct Broken: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}

/// Pauses that were asked for.
final class Pauses: Sendable {
  private let list = Mutex<[Duration]>([])
  func note(_ pause: Duration) { list.withLock { $0.append(pause) } }
  var all: [Duration] { list.withLock { $0 } }
}

/// What the vendors host at the start: a product at v1.1.0, with v1.0.0 one deploy ago.
enum World {
  static let old = String(repeating: "a", count: 40)
  static let new = String(repeating: "b", count: 40)
  static let tokens = [
    "RENDER_API_KEY": "rnd_token-of-render", "RAILWAY_TOKEN": "token-of-railway",
    "VERCEL_TOKEN": "token-of-vercel",
  ]

  static func state(
    old: String = World.old,
    new: String = World.new,
    retention: Int = 5,
    plan: String = "hobby"
  ) -> AnyValue {
    [
      "tokens": [
        "render": "rnd_token-of-render", "railway": "token-of-railway",
        "vercel": "token-of-vercel",
      ],
      "render": [
        "retention": .integer(retention),
        "groups": [["id": "evg-1", "name": "shared", "variables": ["LEVEL": "info"]]],
        "services": .list([
          service("shop-api-prod", "srv-api", "web_service", old, new),
          service("shop-worker-prod", "srv-worker", "background_worker", old, new),
          service("other-api", "srv-other", "web_service", old, new),
        ]),
      ],
      "railway": [
        "environment": ["id": "environment-1", "name": "production"],
        "services": .list([
          railway("api", "service-api", old, new), railway("worker", "service-worker", old, new),
          railway("web", "service-web", old, new),
        ]),
      ],
      "vercel": [
        "projects": [
          [
            "id": "prj_web", "name": "shop-web", "plan": .string(plan), "production": "dpl_2",
            "env": [], "request": .null,
            "deployments": [
              deployment("dpl_2", new, 2), deployment("dpl_1", old, 1),
              deployment("dpl_0", String(repeating: "c", count: 40), 0),
            ],
          ]
        ]
      ],
    ]
  }

  private static func service(
    _ name: String,
    _ id: String,
    _ type: String,
    _ old: String,
    _ new: String
  ) -> AnyValue {
    [
      "id": .string(id), "name": .string(name), "type": .string(type), "autoDeploy": "yes",
      "suspended": "not_suspended", "variables": ["KEY": "value-of-today", "OTHER": "x"],
      "deploys": [
        ["id": .string("dep-\(id)-2"), "status": "live", "commit": .string(new), "createdAt": "2"],
        [
          "id": .string("dep-\(id)-1"), "status": "deactivated", "commit": .string(old),
          "createdAt": "1",
        ],
        [
          "id": .string("dep-\(id)-0"), "status": "build_failed", "commit": .string(old),
          "createdAt": "0",
        ],
      ],
    ]
  }

  private static func railway(_ name: String, _ id: String, _ old: String, _ new: String)
    -> AnyValue
  {
    [
      "id": .string(id), "name": .string(name), "sealed": ["SEALED"],
      "variables": ["KEY": "value-of-today", "SEALED": "never-shown", "RAILWAY_X": "1"],
      "deployments": [
        ["id": .string("\(id)-2"), "status": "SUCCESS", "commit": .string(new), "kept": true],
        [
          "id": .string("\(id)-1"), "status": "REMOVED", "commit": .string(old), "kept": true,
          "variables": ["KEY": "value-of-today", "SEALED": "never-shown", "RAILWAY_X": "0"],
        ],
      ],
    ]
  }

  private static func deployment(_ id: String, _ commit: String, _ created: Int) -> AnyValue {
    [
      "id": .string(id), "url": .string("\(id).vercel.app"), "state": "READY",
      "target": "production", "commit": .string(commit), "created": .integer(created),
    ]
  }
}
