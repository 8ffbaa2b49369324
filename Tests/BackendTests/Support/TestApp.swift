import Foundation
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

import BackendContract

@testable import backend

/// The service in the test's own process, on a database of its own and a free port.
struct TestApp: Sendable {
  let port: Int
  let databaseName: String
  let server: PostgresServer
  let services: Services
  let settings: ServeSettings
  let log: CollectedOutput

  static let origin = "https://app.helpdesk.example"

  /// The settings of a process with these variables on top of the required ones.
  static func settings(
    url: String,
    _ further: [String: String] = [:]
  ) throws -> ServeSettings {
    var variables = [
      "DATABASE_URL": url, "FRONTEND_URL": origin, "PORT": "1",
      "JWT_ACCESS_SECRET": String(repeating: "access", count: 6),
      "JWT_REFRESH_SECRET": String(repeating: "refresh", count: 6),
    ]
    variables.merge(further) { $1 }
    return ServeSettings(try Variables(of: ServeVariables.self, in: variables))
  }

  /// Runs the service for as long as the body runs.
  static func run<Value>(
    on server: PostgresServer? = nil,
    database existing: String? = nil,
    migrate: Bool = true,
    variables: [String: String] = [:],
    limits: RequestDeadlines.Limits = .init(),
    _ body: (TestApp) async throws -> Value
  ) async throws -> Value {
    let server = try server ?? PostgresServer.shared.get()
    let name = try existing ?? server.makeDatabase()
    var settings = try Self.settings(url: server.url(name), variables)
    settings.port = 0
    let log = CollectedOutput()
    let logger = Logger(label: "test") { label in
      LineLogHandler(label: label, level: .trace, form: .json) { line in
        log.append(ArraySlice(line.readableBytesView))
      }
    }
    var configuration = DatabaseConfiguration(url: settings.databaseURL)
    configuration.size = settings.poolSize
    // On a busy machine a test may not get on for longer than a program should wait for Postgres.
    configuration.statementTimeout = .seconds(60)
    let database = try Database(configuration, logger: logger)
    if migrate { _ = try await Migrator(database, logger: logger).deploy() }
    let services = await Services(
      settings,
      database: database,
      passwords: PasswordHasher(cost: .init(logarithm: 4, blockSize: 1, parallelism: 1)),
      logger: logger
    )
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let application = ServeCommand.application(
      services,
      settings,
      limits: limits,
      logger: logger
    ) { listening.yield($0) }
    let group = ServiceGroup(
      configuration: .init(services: [database, application], logger: logger)
    )
    let running = Task { try await group.run() }
    var iterator = ports.makeAsyncIterator()
    guard let port = await iterator.next() else {
      throw PostgresServer.Failure(description: "the service does not listen")
    }
    let app = TestApp(
      port: port,
      databaseName: name,
      server: server,
      services: services,
      settings: settings,
      log: log
    )
    let result: Result<Value, any Error>
    do { result = .success(try await body(app)) } catch { result = .failure(error) }
    await group.triggerGracefulShutdown()
    try await running.value
    return try result.get()
  }

  /// Makes a request; a body is sent as JSON.
  func send(
    _ method: String,
    _ path: String,
    token: String? = nil,
    headers: [(String, String)] = [],
    _ body: String? = nil
  ) async throws -> Answer {
    var all = headers
    if let token { all.append(("Authorization", "Bearer \(token)")) }
    if body != nil, !headers.contains(where: { $0.0 == "Content-Type" }) {
      all.append(("Content-Type", "application/json"))
    }
    return try await RawHTTP.send(
      method,
      path,
      port: port,
      headers: all,
      body: body.map { [UInt8]($0.utf8) }
    )
  }

  /// One person who is signed in.
  struct Person: Sendable {
    let id: String
    let email: String
    let access: String
    let refresh: String
  }

  static let password = "correct horse battery"

  /// Registers somebody, gives them a role, and signs them in.
  func person(_ role: String = "requester") async throws -> Person {
    let email = "\(UUID().uuidString.lowercased())@example.com"
    let created = try await send(
      "POST",
      "/auth/register",
      #"{"email":"\#(email)","password":"\#(Self.password)","name":"A person"}"#
    )
    guard created.status == 201, let id = created.json["id"] as? String else {
      throw PostgresServer.Failure(description: "registering: \(created)")
    }
    if role != "requester" {
      _ = try await services.accounts.setRole(role, of: id)
    }
    return try await logIn(email, id: id)
  }

  /// Signs somebody in.
  func logIn(_ email: String, id: String = "") async throws -> Person {
    let session = try await send(
      "POST",
      "/auth/login",
      #"{"email":"\#(email)","password":"\#(Self.password)","delivery":"body"}"#
    )
    guard let access = session.json["accessToken"] as? String,
      let refresh = session.json["refreshToken"] as? String
    else { throw PostgresServer.Failure(description: "logging in: \(session)") }
    return Person(id: id, email: email, access: access, refresh: refresh)
  }

  /// Opens a ticket and returns its identifier.
  func ticket(_ person: Person, dueAt: String? = nil) async throws -> String {
    let due = dueAt.map { #","dueAt":"\#($0)""# } ?? ""
    let answer = try await send(
      "POST",
      "/tickets",
      token: person.access,
      #"{"title":"Printer","description":"on fire"\#(due)}"#
    )
    guard let id = answer.json["id"] as? String else {
      throw PostgresServer.Failure(description: "opening a ticket: \(answer)")
    }
    return id
  }
}
