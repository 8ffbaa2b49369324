import InfraSerialization
import TestSupport
import Testing

@testable import InfraVendors

@Suite("Transport", .needsPython(), .needsProgram("curl"))
struct TransportTests {
  @Test("a call that was refused with 429 is made again after the pause that was asked for")
  func refusedForNow() async throws {
    let server = try VendorServer()
    let pauses = Pauses()
    let client = try #require(try server.access(pauses: pauses).render())
    try await server.fail([
      [
        "match": "PATCH", "kind": "refuse", "status": 429, "times": 1,
        "headers": ["Retry-After": "7"],
      ],
      [
        "match": "PATCH", "kind": "refuse", "status": 429, "times": 1,
        "headers": ["Ratelimit-Reset": "45"],
      ],
      [
        "match": "PATCH", "kind": "refuse", "status": 429, "times": 1,
        "headers": ["Ratelimit-Reset": "1000000030"],
      ],
      [
        "match": "PATCH", "kind": "refuse", "status": 429, "times": 1,
        "headers": ["Retry-After": "Sun, 09 Sep 2001 01:47:00 GMT"],
      ],
    ])
    _ = try client.setAutoDeploy(false, of: "srv-api").make(through: client.connection.transport)
    #expect(pauses.all == [.seconds(7), .seconds(45), .seconds(30), .seconds(20)])
    #expect(try await server.effects() == ["PATCH /render/v1/services/srv-api"])
    #expect(try client.service("srv-api").autoDeploys == false)
  }

  @Test("a vendor that asks for too long a pause is reported")
  func tooLong() async throws {
    let server = try VendorServer()
    let client = try #require(try server.access().render())
    try await server.fail([
      [
        "match": "/services", "kind": "refuse", "status": 429, "times": 9,
        "headers": ["Retry-After": "3600"],
      ]
    ])
    let error = #expect(throws: VendorError.self) { try client.service("srv-api") }
    #expect(error?.kind == .tooMany)
    #expect(try await server.log().count == 1)
  }

  @Test("a read is made again after a failure, and a call that changes something is not")
  func failures() async throws {
    let server = try VendorServer()
    let client = try #require(try server.access().render())
    try await server.fail([["match": "GET", "kind": "refuse", "status": 502, "times": 2]])
    #expect(try client.service("srv-api").name == "shop-api-prod")
    try await server.fail([["match": "GET", "kind": "drop-before"]])
    #expect(try client.service("srv-api").name == "shop-api-prod")

    for kind in ["fail-after", "drop-after", "drop-before"] {
      try await server.reset()
      try await server.fail([["match": "suspend", "kind": .string(kind)]])
      let call = client.suspend("srv-worker")
      let error = #expect(throws: VendorError.self) {
        try call.make(through: client.connection.transport)
      }
      #expect(error?.kind == .unknownOutcome)
      let calls = try await server.log().filter { $0["changes"]?.flag == true }
      #expect(calls.count == 1)
    }
  }

  @Test("where nothing listens, nothing was sent")
  func unreachable() throws {
    let address = try #require(Address("http://127.0.0.1:1/v1"))
    let pauses = Pauses()
    let access = VendorAccess(
      variables: { World.tokens[$0] },
      addresses: VendorAddresses(render: address),
      transport: RetryingTransport(CurlTransport(), pause: pauses.note, now: { 0 })
    )
    let client = try #require(try access.render())
    let error = #expect(throws: VendorError.self) { try client.service("srv-api") }
    #expect(error?.kind == .unreachable)
    #expect(pauses.all == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
  }

  @Test("no error holds a token or a value, also where a vendor repeats them")
  func silence() async throws {
    let server = try VendorServer()
    let client = try #require(try server.access().render())
    try await server.fail([
      [
        "match": "PUT", "kind": "refuse", "status": 400,
        "body": [
          "id": "bad-request", "message": "the value s3cret is bad for rnd_token-of-render",
        ],
      ],
      [
        "match": "PATCH", "kind": "refuse", "status": 400,
        "body": ["message": "rnd_token-of-render may not"],
      ],
    ])
    let transport = client.connection.transport
    let set = client.setVariable("KEY", to: SecretText("s3cret"), of: "srv-api")
    #expect(
      set.shown == "Render: PUT /services/srv-api/env-vars/KEY {\"value\":\"[redacted]\"}"
    )
    let first = try #require(throws: VendorError.self) { try set.make(through: transport) }
    #expect(first.message.contains("with 400 ('bad-request')"))
    let second = try #require(throws: VendorError.self) {
      try client.setAutoDeploy(true, of: "srv-api").make(through: transport)
    }
    #expect(second.message.contains("('[redacted] may not')"))
    for said in ["\(first)", "\(second)", "\(set)", "\(client)"] {
      #expect(!said.contains("s3cret") && !said.contains("token-of-render"))
    }
  }

  @Test("a token with a line break opens nothing")
  func headers() throws {
    let server = try VendorServer()
    for token in ["a\nX-Evil: 1", "a b", "a\r", "schlüssel"] {
      let access = try server.access(tokens: ["RENDER_API_KEY": token])
      let error = #expect(throws: VendorError.self) { try access.render() }
      #expect(error?.kind == .unauthorized)
      #expect(error.map { !"\($0)".contains(token) } == true)
    }
    #expect(try server.access(tokens: ["RENDER_API_KEY": ""]).render() == nil)
  }

  @Test("a wrong token is named by its variable")
  func unauthorized() throws {
    let server = try VendorServer()
    let tokens = ["RENDER_API_KEY": "x", "RAILWAY_TOKEN": "y", "VERCEL_TOKEN": "z"]
    let access = try server.access(tokens: tokens)
    let errors = [
      #expect(throws: VendorError.self) { try access.render()?.service("srv-api") },
      #expect(throws: VendorError.self) { try access.railway()?.scope() },
      #expect(throws: VendorError.self) { try access.vercel()?.project("shop-web") },
    ]
    for error in errors { #expect(error?.kind == .unauthorized) }
    #expect(errors[0]?.help.contains("RENDER_API_KEY") == true)
    #expect(errors[1]?.help.contains("RAILWAY_TOKEN") == true)
    #expect(errors[2]?.help.contains("VERCEL_TOKEN") == true)
  }

  @Test("only the vendors' own addresses and this machine can be named")
  func addresses() {
    #expect(Address("http://example.com") == nil)
    #expect(Address("http://127.0.0.1.example.com:80") == nil)
    #expect(Address("https://api.example.com/v1/") == nil)
    #expect(Address("http://127.0.0.1:8080/x")?.isLocal == true)
    #expect(Address("https://api.example.com/v1")?.isLocal == false)
  }

  @Test("dates of HTTP")
  func dates() {
    #expect(HTTPDate.seconds(of: "Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
    #expect(HTTPDate.seconds(of: "Thu, 01 Jan 1970 00:00:00 GMT") == 0)
    #expect(HTTPDate.seconds(of: "Thu, 29 Feb 2024 12:00:00 GMT") == 1_709_208_000)
    #expect(HTTPDate.seconds(of: "tomorrow") == nil)
  }
}
