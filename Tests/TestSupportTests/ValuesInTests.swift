import Foundation
import TestSupport
import Testing

@Suite("scripts/values-in")
struct ValuesInTests {
  private let folder: URL

  init() throws { folder = try PackageRoot.temporaryFolder() }

  private func run(values: String?, log: String) async throws -> ChildProcessResult {
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "values")
    try values?.write(to: place, atomically: true, encoding: .utf8)
    let logged = folder.appending(path: "log")
    try log.write(to: logged, atomically: true, encoding: .utf8)
    return try await ChildProcess(
      PackageRoot.file("scripts/values-in").path,
      [place.path, logged.path]
    ).run()
  }

  @Test("finds a value in the middle of a line, names the line, and does not repeat the value")
  func finds() async throws {
    // Not one that is written down: this run's own log would be searched for it.
    let value = "0123456789abcdef" + "-planted"
    let result = try await run(values: "other\n\(value)\n", log: "a\nb\u{1B}[1m\(value)\u{1B}[0m\n")
    #expect(result.status == 1)
    #expect(result.errors.contains("log:2 holds a secret value that a test made"))
    #expect(!(result.errors + result.output).contains(value))
  }

  @Test("passes a log without one, and says how many it looked for")
  func passes() async throws {
    let result = try await run(values: "one-value\nanother-value\n", log: "a\nvalue\n")
    #expect(result.status == 0)
    #expect(result.output == "none of 2 values is in what the tests said\n")
  }

  @Test("refuses to pass where no value was written down")
  func empty() async throws {
    #expect(try await run(values: nil, log: "a\n").status == 2)
  }
}
