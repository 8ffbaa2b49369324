import Foundation
import TestSupport
import Testing

@Suite("The package")
struct PackageTests {
  @Test("no two paths or target names differ by case alone", .needsProgram("git"))
  func cases() async throws {
    let listing = try await ChildProcess("git", ["ls-files"]).run()
    try #require(listing.status == 0)
    let files = listing.output.split(separator: "\n").map(String.init)
    var paths: Set<String> = []
    for file in files {
      let parts = file.split(separator: "/")
      for count in 1...parts.count { paths.insert(parts.prefix(count).joined(separator: "/")) }
    }
    #expect(paths.count > 100)
    #expect(Self.collisions(Array(paths)) == [])

    let manifest = try String(contentsOf: PackageRoot.file("Package.swift"), encoding: .utf8)
    let names = manifest.matches(of: /arget\(\s*name: "([^"]+)"/).map { String($0.output.1) }
    #expect(names.contains("infra"))
    #expect(Self.collisions(Array(Set(names))) == [])
  }

  @Test("declared products are libraries only")
  func products() throws {
    let manifest = try String(contentsOf: PackageRoot.file("Package.swift"), encoding: .utf8)
    #expect(!manifest.contains(".executable("))
    #expect(manifest.contains(".library(name: \"InfraKit\""))
    #expect(manifest.contains(".library(name: \"InfraCLI\""))
  }

  @Test("every version is pinned exactly")
  func pins() throws {
    let manifest = try String(contentsOf: PackageRoot.file("Package.swift"), encoding: .utf8)
    let lines = manifest.split(separator: "\n").filter { $0.contains(".package(url:") }
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.contains("exact:") })
  }

  private static func collisions(_ names: [String]) -> [String] {
    Dictionary(grouping: names) { $0.lowercased() }.values
      .filter { $0.count > 1 }.flatMap { $0 }.sorted()
  }
}
