import Foundation
import InfraSerialization
import TestSupport
import Testing

@testable import InfraVendors

/// `infra secrets init … --apply` against servers that behave as the platforms do.
@Suite(
  "infra secrets init --apply, with servers",
  .needsPython(),
  .needsProgram("curl"),
  .serialized
)
struct SecretsInitTests {
  static let input = "MAIL_KEY=a-key-of-mail-by-hand\n"

  struct Place: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let platform: String
    let service: String
    /// The call that sets one variable.
    let call: String
    /// How many are to be set; Render makes the others by itself.
    let count: Int
    var testDescription: String { platform }
  }

  static let places = [
    Place(
      arguments: ["init", "vault", "--deployment", "render"],
      platform: "render",
      service: "vault-keeper-vault",
      call: "PUT /render",
      count: 1
    ),
    Place(
      arguments: ["init", "vault", "--deployment", "railway"],
      platform: "railway",
      service: "keeper",
      call: "POST /railway/ variableCollectionUpsert",
      count: 5
    ),
    Place(
      arguments: ["init", "cells"],
      platform: "vercel",
      service: "cells-keeper",
      call: "POST /vercel/v10",
      count: 3
    ),
  ]

  @Test(
    "sets what is missing once: 429 and 5xx on the way, then nothing is left to do",
    arguments: places
  )
  func apply(place: Place) async throws {
    let shop = try VaultShop(VaultShop.state(empty: true))
    try await shop.server.fail([
      [
        "match": .string(place.call), "kind": "refuse", "status": 429,
        "headers": ["Retry-After": "1"],
      ],
      ["match": .string("/\(place.platform)/"), "kind": "refuse", "status": 502],
    ])
    let dry = try await shop.run(
      place.arguments + ["--apply", "--stdin", "--dry-run"],
      input: Self.input
    )
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.output.contains("[redacted]"))
    #expect(try await shop.server.effects() == [])
    let run = try await shop.run(place.arguments + ["--apply", "--stdin"], input: Self.input)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(try await shop.server.effects().count == place.count)
    let log = try await shop.server.log()
    for status in [429, 502] {
      #expect(log.contains { $0["status"]?.whole == status }, "\(status)")
    }
    let held = try await shop.held(place.platform, place.service)
    #expect(held["MAIL_KEY"] == "a-key-of-mail-by-hand")
    if place.platform != "render" {
      #expect(held["SESSION_KEY"]?.count == 64)
      #expect(held["SESSION_KEY"] != held["SESSION_KEY_PREVIOUS"])
    }
    let again = try await shop.run(place.arguments + ["--apply", "--stdin"], input: Self.input)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("MAIL_KEY is there\n"))
    #expect(try await shop.server.effects().count == place.count)
    let words = shop.said + (try shop.kept())
    for value in Array(held.values) + World.tokens.values { #expect(!words.contains(value)) }
  }

  @Test(
    "a run that fails in the middle, or loses an answer, is finished by the next",
    arguments: places
  )
  func partial(place: Place) async throws {
    let shop = try VaultShop(VaultShop.state(empty: true))
    for kind in ["refuse", "fail-after", "drop-before", "drop-after"] {
      try await shop.reset(VaultShop.state(empty: true))
      try await shop.server.fail([
        [
          "match": .string(place.call), "kind": .string(kind), "status": 500,
          "skip": .integer(place.count - 1),
        ]
      ])
      let first = try await shop.run(place.arguments + ["--apply", "--stdin"], input: Self.input)
      #expect(first.status == 1, "\(kind): \(first.output)")
      let second = try await shop.run(place.arguments + ["--apply", "--stdin"], input: Self.input)
      #expect(second.status == 0, "\(kind): \(second.output)\(second.errors)")
      // Each took effect once, whether its answer came or not.
      #expect(try await shop.server.effects().count == place.count, "\(kind)")
      #expect(
        try await shop.held(place.platform, place.service)["MAIL_KEY"] == "a-key-of-mail-by-hand",
        "\(kind)"
      )
    }
  }

  @Test("killed at any point and given again, all readers have one value")
  func killed() async throws {
    let shop = try VaultShop(VaultShop.state(empty: true))
    let arguments = ["init", "vault", "--deployment", "railway", "--apply", "--stdin"]
    var point = 1
    while true {
      try await shop.reset(VaultShop.state(empty: true))
      let run = try await shop.run(arguments, input: Self.input, dyingAt: point)
      if run.status == 0 { break }
      try #require(run.status == 128 + SIGKILL, "\(point): \(run.errors)")
      let again = try await shop.run(arguments, input: Self.input)
      #expect(again.status == 0, "\(point): \(again.output)\(again.errors)")
      let keeper = try await shop.held("railway", "keeper")
      let guardian = try await shop.held("railway", "guardian")
      #expect(keeper.count == 3 && guardian.count == 2, "\(point)")
      #expect(keeper["SESSION_KEY"] == guardian["SESSION_KEY"], "\(point)")
      #expect(keeper["SESSION_KEY_PREVIOUS"] == guardian["SESSION_KEY_PREVIOUS"], "\(point)")
      point += 1
    }
    #expect(point > 15)
  }
}
