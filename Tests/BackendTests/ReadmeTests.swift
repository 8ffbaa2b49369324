import BackendContract
import Foundation
import InfraContract
import TestSupport
import Testing

extension BackendSuite {
  /// What people are told to type.
  @Suite("the words about running it")
  struct ReadmeTests {
    @Test("the lines of the README do what it says", .needsProgram("openssl"))
    func walk() async throws {
      let readme = try String(
        contentsOf: PackageRoot.file("Sources/Backend/README.md"),
        encoding: .utf8
      )
      let blocks = readme.components(separatedBy: "```sh\n").dropFirst()
        .compactMap { $0.components(separatedBy: "```").first }
      try #require(blocks.count == 5)
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      let port = try freePort()
      // The lines are as they stand; what is built already runs, on this test's database and port.
      func here(_ lines: String) -> String {
        let own = lines.replacing("8080", with: "\(port)").replacing(
          "postgres://helpdesk:password@127.0.0.1:5432/helpdesk",
          with: server.url(name)
        )
        return """
          set -eu
          export PORT=\(port)
          swift() { shift 2; case $1 in serve) exec '\(Binary.path)' "$@"; esac; '\(Binary.path)' "$@"; }
          \(own)
          """
      }
      let serving = try ChildProcess(["bash", "-c", here(blocks[0])])
      defer { serving.signal(SIGKILL) }
      try await waitUntilReady(port)
      let walk = try await ChildProcess(["bash", "-c", here(blocks[1...3].joined())]).ended()
      #expect(walk.status == 0, "\(walk.output)")
      #expect(walk.output.contains(#""email":"ada@example.com""#))
      #expect(walk.output.contains(#"{"items":[{"id":"#))
      #expect(walk.output.contains(#""escalationLevel":3"#))
      for level in 1...3 { #expect(walk.output.contains(#""level":\#(level)"#)) }
      serving.signal(SIGTERM)
      #expect(try await serving.ended().status == 0)
    }

    @Test("the example of a file of variables names every one, with its default")
    func example() async throws {
      let text = try String(contentsOf: PackageRoot.file("templates/.env.example"), encoding: .utf8)
      var given: [String: String] = [:]
      var standard: [String: String] = [:]
      for line in text.split(separator: "\n") {
        guard let match = line.wholeMatch(of: /(#?)([A-Z_]+)=(.*)/) else { continue }
        if match.1.isEmpty {
          given[String(match.2)] = String(match.3)
        } else {
          standard[String(match.2)] = String(match.3)
        }
      }
      for field in ServeVariables.fields {
        switch field.presence {
        case .required: #expect(given[field.name] != nil, "\(field.name)")
        case .optional: #expect(standard[field.name] == "", "\(field.name)")
        case .defaulted(let text): #expect(standard[field.name] == text, "\(field.name)")
        case .platform: #expect(standard[field.name] == ServeVariables.Standard.port.value.literal)
        }
      }
      // The others are those of the Compose file, which the same file serves.
      let compose = try String(contentsOf: PackageRoot.file("docker-compose.yml"), encoding: .utf8)
      let fields = Set(ServeVariables.fields.map(\.name))
      for name in Set(given.keys).union(standard.keys).subtracting(fields) {
        #expect(compose.contains("${\(name)"), "\(name)")
      }
      let filled = given.map { ($0, $1.isEmpty ? String(repeating: $0, count: 8) : $1) }
      let variables = Dictionary(uniqueKeysWithValues: filled)
      #expect(try await Binary.run(["serve", "--check"], variables).status == 0)
    }
  }
}
