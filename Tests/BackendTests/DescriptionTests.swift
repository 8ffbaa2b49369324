import Foundation
import TestSupport
import Testing

extension BackendSuite {
  /// The service against its own OpenAPI document.
  @Suite("the description of the API")
  struct DescriptionTests {
    @Test("schemathesis finds nothing, with all of its checks", .needsPython("schemathesis"))
    func conforms() async throws {
      try await TestApp.run { app in
        let admin = try await app.person("admin")
        _ = try await app.ticket(admin)
        let folder = try PackageRoot.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var command = [Python.program, "-I", "-m", "schemathesis.cli", "run"]
        command += ["http://127.0.0.1:\(app.port)/openapi.json", "--no-color"]
        // After fixed cases for every rule of the document it makes up others until the time is over.
        command += ["--checks", "all", "--max-time", "60", "--seed", "20261123"]
        command += ["--continue-on-failure", "--suppress-health-check", "all"]
        command += ["--header", "Authorization: Bearer \(admin.access)"]
        let ended = try await ChildProcess(command, directory: folder.path)
          .ended(within: .seconds(90))
        #expect(ended.status == 0, "\(ended.output)")
        #expect(try await app.send("GET", "/readyz").status == 200)
      }
    }
  }
}
