import BackendContract
import Foundation
import InfraContract
import InfraKit
import TestSupport
import Testing
import environments

extension BackendSuite {
  /// The program against the files that deploy it.
  @Suite("what the manifests give")
  struct DeploymentTests {
    /// An environment with one of its deployments.
    struct Place: Sendable, CustomTestStringConvertible {
      let environment: Environment
      let deployment: Int

      var testDescription: String {
        "\(environment.name), \(environment.deployments[deployment].name)"
      }

      /// All that `environments/` describes.
      static let all = Environment.all.flatMap { environment in
        environment.deployments.indices.map { Place(environment: environment, deployment: $0) }
      }
    }

    @Test(
      "is what each process reads, all of it and nothing else",
      .needsNode,
      arguments: Place.all
    )
    func contract(_ place: Place) async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      let local = try LocalValues(server, database: name, port: freePort())
      let generation = Generation([place.environment])
      #expect(!generation.hasErrors)
      var processes: [DeployedProcess] = []
      for file in generation.environments[0].deployments[place.deployment].files {
        processes += try await DeployedProcess.read(file, local)
      }
      let commands = Set(processes.map { $0.command.joined(separator: " ") })
      #expect(commands == ["backend migrate deploy", "backend serve", "backend worker"])
      #expect(processes.count == 3)

      for process in processes {
        switch process.command.last {
        case "deploy":
          try await release(process)
          if place.environment.name == "dev" {
            // Compose runs it as a process of its own, which needs no key of a token.
            #expect(Set(process.variables.keys) == ["DATABASE_URL", "LOG_LEVEL"])
          }
        case "serve":
          try await check(process, place.environment.application.contract("backend serve"))
        default:
          try await check(process, place.environment.application.contract("backend worker"))
          #expect(!process.variables.keys.contains { $0.contains("JWT") || $0 == "PORT" })
        }
      }
      try await start(processes.filter { $0.command.last != "deploy" }, local)
    }

    /// The release command is told where the database is and brings it up to date.
    private func release(_ process: DeployedProcess) async throws {
      let arguments = Array(process.command.dropFirst())
      for field in MigrateVariables.fields where field.presence == .required {
        #expect(process.variables[field.name] != nil)
      }
      let ended = try await Binary.run(arguments, process.variables)
      #expect(ended.status == 0, "\(ended.output)")
      #expect(ended.output.contains("applied: 0001_accounts"))
      #expect(try await Binary.run(["migrate", "check"], process.variables).status == 0)
    }

    /// What the program says it reads is what the manifest gives and what the description leaves
    /// at its default; without any one of what it needs it ends as 78 and names it.
    private func check(_ process: DeployedProcess, _ contract: FilledContract) async throws {
      let arguments = Array(process.command.dropFirst()) + ["--check"]
      let ended = try await Binary.run(arguments, process.variables)
      #expect(ended.status == 0, "\(ended.output)")
      var reads: [String: Set<String>] = [:]
      for line in ended.output.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        try #require(words.count == 2, "\(line)")
        reads[words[0], default: []].insert(words[1])
      }
      #expect(reads["given"] == Set(process.variables.keys))
      let standard = contract.fields.filter { $0.value == nil && $0.presence != .platform }
      #expect(reads["unset", default: []] == Set(standard.map(\.name)))
      for field in contract.fields where field.presence == .required {
        var variables = process.variables
        variables[field.name] = nil
        let ended = try await Binary.run(arguments, variables)
        #expect(ended.status == 78)
        #expect(ended.output.contains("\(field.name) is missing"))
      }
    }

    /// Both processes run with exactly these variables, and end when they are told to.
    private func start(_ processes: [DeployedProcess], _ local: LocalValues) async throws {
      let running = try processes.map {
        try Binary.start(Array($0.command.dropFirst()), $0.variables)
      }
      defer { for child in running { child.signal(SIGKILL) } }
      try await waitUntilReady(local.port)
      for child in running {
        #expect(!child.hasEnded, "\(child.output)")
        child.signal(SIGTERM)
        #expect(try await child.ended(within: .seconds(10)).status == 0)
      }
    }
  }
}

extension Application {
  /// How the description fills the contract of a process.
  fileprivate func contract(_ process: String) throws -> FilledContract {
    try #require(services.flatMap(\.contracts).first { $0.process == process })
  }
}
