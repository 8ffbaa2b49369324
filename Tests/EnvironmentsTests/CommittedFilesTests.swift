import Foundation
import InfraKit
import TestSupport
import Testing
import environments

@Suite("The committed files of this repository")
struct CommittedFilesTests {
  static let generation = Generation(Environment.all)

  @Test("no environment has an error or a warning")
  func sound() {
    let serious = Self.generation.diagnostics.filter { $0.severity != .note }
    #expect(serious.map(\.message) == [])
  }

  @Test("every file is committed as the description says")
  func current() throws {
    for environment in Self.generation.environments {
      #expect(!environment.files.isEmpty)
      for file in environment.files {
        let committed = try String(contentsOf: PackageRoot.file(file.path), encoding: .utf8)
        #expect(committed == file.contents, "\(file.path): run swift run infra generate")
      }
    }
  }

  @Test("two processes write the same bytes", .needsProgram("diff"))
  func processes() async throws {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = PackageRoot.file(".build/debug/infra")
    try #require(
      FileManager.default.isExecutableFile(atPath: program.path),
      "swift test builds the infra program"
    )
    for name in ["first", "second"] {
      let result = try await ChildProcess(
        program.path,
        ["generate", "--output", folder.appending(path: name).path]
      ).run()
      #expect(result.status == 0, "\(result.errors)")
    }
    let difference = try await ChildProcess(
      "diff",
      ["-r", folder.appending(path: "first").path, folder.appending(path: "second").path]
    ).run()
    #expect(difference.status == 0, "\(difference.output)")
  }

  @Test("prod is what was asked for: two backends, one worker, two domains")
  func prod() throws {
    let prod = try #require(Self.generation.environments.first { $0.name == "prod" })
    let render = try #require(prod.files.first { $0.path == "render.yaml" }).contents
    #expect(render.contains("numInstances: 2\n"))
    #expect(render.contains("preDeployCommand: backend migrate deploy\n"))
    #expect(render.contains("- api.helpdesk.example\n"))
    #expect(render.contains("value: https://app.helpdesk.example\n"))
    let worker = try #require(render.components(separatedBy: "- type: worker").last)
    #expect(worker.contains("numInstances: 1\n"))
    #expect(!worker.contains("JWT"))
  }

  @Test("no committed file holds a value of a local .env")
  func secrets() throws {
    // Whoever runs the tests may have an .env; its values must be in no generated file.
    guard let text = try? String(contentsOf: PackageRoot.file(".env"), encoding: .utf8) else {
      return
    }
    let values = text.split(separator: "\n").compactMap { line -> Substring? in
      let parts = line.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && parts[0].hasSuffix("SECRET") ? parts[1] : nil
    }
    for file in Self.generation.environments.flatMap(\.files) {
      for value in values where file.contents.contains(value) {
        Issue.record("\(file.path) holds a value of .env")
      }
    }
  }
}
