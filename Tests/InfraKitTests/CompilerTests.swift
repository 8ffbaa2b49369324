import Foundation
import TestSupport
import Testing

@Suite("What the compiler already refuses", .needsProgram("swiftc"))
struct CompilerTests {
  /// The modules that this very build made.
  private static var modules: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "Modules")
      .path
  }

  private static var isBuilt: Bool {
    FileManager.default.fileExists(atPath: modules + "/InfraKit.swiftmodule")
  }

  @Test(
    "each planted mistake is refused on its own line, and nothing else is",
    .enabled(if: isBuilt, "the modules of this build are not beside the tests")
  )
  func mistakes() async throws {
    let source = """
      import InfraContract
      import InfraKit
      func describe() {
        let database = Postgres("database")
        let secret = Secret("KEY", .generated(bytes: 32))
        var api = Service("api", source: .image("acme/api:1"), port: 80)
        let key: SecretKey = secret.value
        let text: SecretKey = "text" // refused: a secret is never text
        let bare: Secret = "KEY" // refused: a secret says where it comes from
        let url: PostgresURL = "postgres://localhost" // refused: a URL comes from a database
        api.variables["DATABASE_URL"] = database.url
        api.variables["DATABASE"] = database // refused: a resource is no value
        api.variables["NULL"] = "\\(database)" // refused: nor inside a string
        api.name = "other" // refused: names do not change
        api.helth = .http("/") // refused: no such field
        let page: WebOrigin = database.url // refused: not the right type
        _ = Application("shop", services: [database]) // refused: not the right list
        _ = (key, text, bare, url, page)
      }
      """
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Mistakes.swift")
    try source.write(to: file, atomically: true, encoding: .utf8)
    let result = try await ChildProcess(
      "swiftc",
      ["-typecheck", "-parse-as-library", "-swift-version", "6", "-I", Self.modules, file.path]
    )
    .run()
    let refused = Set(
      (result.errors + result.output).split(separator: "\n").compactMap { line -> Int? in
        guard line.hasPrefix(file.path + ":"), line.contains(": error: ") else { return nil }
        return Int(line.dropFirst(file.path.count + 1).prefix { $0 != ":" })
      }
    )
    let planted = Set(
      source.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { $0.element.contains("// refused") }.map { $0.offset + 1 }
    )
    #expect(refused == planted, "\(result.errors)")
  }
}
