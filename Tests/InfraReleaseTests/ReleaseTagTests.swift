import Foundation
import InfraRelease
import TestSupport
import Testing

@Suite("tags of releases")
struct ReleaseTagTests {
  @Test("versions are read and ordered as semver.org says")
  func order() throws {
    // The example of semver.org 2.0.0, 11.4.
    let texts = [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
      "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.2.9", "1.2.10", "1.10.0", "2.0.0",
    ]
    let versions = try texts.map { try #require(ReleaseVersion($0)) }
    #expect(versions.shuffled().sorted() == versions)
    #expect(versions.map(\.description) == texts)
  }

  @Test(
    "anything else is no version",
    arguments: [
      "", "v", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.-3", "1.2.3-", "1.2.3-a..b", "1.2.3-01",
    ]
  )
  func illegal(_ text: String) { #expect(ReleaseVersion(text) == nil) }

  @Test("git's tags come in the order of their versions, with the commits behind them")
  func list() async throws {
    let repository = try await Repository()
    try await repository.commit("a", ["file": "1"])
    try await repository.git("tag", "v1.9.0")
    try await repository.commit("b", ["file": "2"])
    try await repository.git("tag", "--annotate", "--message", "the tenth", "v1.10.0")
    for name in ["v1.10.1-rc.1", "version", "v1", "1.11.0"] {
      try await repository.git("tag", name)
    }

    let tags = try ReleaseTags(in: repository.path)
    #expect(tags.all.map(\.name) == ["v1.9.0", "v1.10.0", "v1.10.1-rc.1"])
    #expect(tags.newest(2).map(\.name) == ["v1.10.0", "v1.9.0"])
    let head = try await repository.git("rev-parse", "HEAD")
    let newest = try #require(tags.newest(1).first)
    #expect(newest.commit == head)
    #expect(newest.isAnnotated)
    #expect(try ReleaseTags.message(of: newest, in: repository.path).hasPrefix("the tenth\n"))
    #expect(tags.release(before: newest)?.name == "v1.9.0")
    #expect(tags.tag("1.9.0")?.name == "v1.9.0")
  }

  @Test("without a repository git's own words are the problem")
  func nowhere() throws {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: ReleaseProblem.self) { try ReleaseTags(in: folder.path) }
  }
}
