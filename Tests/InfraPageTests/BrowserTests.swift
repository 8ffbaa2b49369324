import Foundation
import TestSupport
import Testing

@testable import InfraPage

@Suite("The page in a real browser", .needsProgram("chromium"))
struct BrowserTests {
  @Test("states, the graph and logs are shown under the policy, and markup in a line stays text")
  func shown() async throws {
    let board = Board()
    try board.take(.plan(plan("api", "data")))
    try board.take(.log(line("<b id=\"planted\">bold</b> \u{1B}[32mgreen\u{1B}[0m done")))
    for name in ["api", "data"] {
      try board.take(.state(ResourceState(resource: name, state: .healthy, since: 1)))
    }
    try board.take(.ready(seconds: 2.5))
    let (pages, announce) = AsyncStream<String>.makeStream()
    let server = Task {
      defer { announce.finish() }
      try await PageServer(board: board, farewell: .seconds(60)).serve { announce.yield($0) }
    }
    var iterator = pages.makeAsyncIterator()
    let page = try #require(await iterator.next())
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // With a budget of virtual time the browser prints the document once its requests are done, and
    // the stream of events is done when the input ends.
    async let browser = ChildProcess(
      "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)",
        "--virtual-time-budget=2000", "--dump-dom", page,
      ],
      limit: .seconds(200)
    ).run()
    for _ in 0..<600 where board.readers == 0 { try await Task.sleep(for: .milliseconds(100)) }
    try await Task.sleep(for: .seconds(3))
    board.finish()
    let document = try await browser.output
    try await server.value
    #expect(document.contains(">infra dev has ended. The page shows what was last known.</p>"))
    #expect(document.contains(">2 of 2 healthy</span>"))
    #expect(document.contains("class=\"card service ok\" data-name=\"data\""))
    #expect(document.contains("&lt;b id=\"planted\"&gt;bold&lt;/b&gt;"))
    #expect(!document.contains("<b id"))
    #expect(document.contains("<span class=\"a-green\">green</span>"))
    #expect(document.contains("<li class=\"resource ok\">"))
  }
}
