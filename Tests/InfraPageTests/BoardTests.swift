import Foundation
import Testing

@testable import InfraPage

@Suite("What the page keeps")
struct BoardTests {
  @Test("memory is bounded by lines, by bytes, and by the length of one line")
  func bounded() {
    var log = LogBuffer(.init(lines: 100, bytes: 10_000, lineBytes: 500))
    for number in 1...5_000 {
      log.append(line(String(repeating: "x", count: number % 300)))
      #expect(log.count <= 100)
      #expect(log.bytes <= 10_000)
    }
    #expect(log.newest == 5_000)
    log.append(line(String(repeating: "ü", count: 100_000)))
    #expect(log.bytes <= 10_000)
    let last = log.lines(after: 5_000, atMost: 9).lines.first?.text ?? ""
    #expect(last.hasSuffix("ü…"))
    #expect(last.utf8.count <= 503)
  }

  @Test("lines are found by their number, and those that were given up are counted")
  func numbers() {
    var log = LogBuffer(.init(lines: 10, bytes: 1 << 20, lineBytes: 100))
    for number in 1...25 { log.append(line("\(number)")) }
    let all = log.lines(after: 0, atMost: 100)
    #expect(all.missed == 15)
    #expect(all.lines.map(\.text) == (16...25).map(String.init))
    let some = log.lines(after: 20, atMost: 2)
    #expect(some.missed == 0)
    #expect(some.lines.map(\.text) == ["21", "22"])
    #expect(log.lines(after: 25, atMost: 5).lines.isEmpty)
  }

  @Test("a reader gets what is newer than what it has, and nothing twice")
  func news() throws {
    let board = Board()
    try board.take(.plan(plan("api", "data")))
    try board.take(.state(ResourceState(resource: "data", state: .starting)))
    try board.take(.log(line("hello")))
    let first = board.news(after: .init())
    #expect(first.plan?.resources.count == 2)
    #expect(first.states.map(\.resource) == ["data"])
    #expect(first.lines.map(\.text) == ["hello"])
    #expect(board.news(after: first.cursor).isEmpty)
    try board.take(.state(ResourceState(resource: "data", state: .healthy)))
    let second = board.news(after: first.cursor)
    #expect(second.plan == nil)
    #expect(second.states.map(\.state) == [.healthy])
    #expect(second.lines.isEmpty)
  }

  @Test("a new plan takes the states of what it no longer lists away")
  func newPlan() throws {
    let board = Board()
    try board.take(.plan(plan("api", "old")))
    try board.take(.state(ResourceState(resource: "old", state: .healthy)))
    try board.take(.state(ResourceState(resource: "api", state: .healthy)))
    try board.take(.plan(plan("api")))
    #expect(board.news(after: .init()).states.map(\.resource) == ["api"])
  }

  @Test("a slow reader is told how many lines it missed, and ends when the input does")
  func slow() throws {
    let board = Board(.init(lines: 10, bytes: 1 << 20, lineBytes: 100))
    for number in 1...5 { try board.take(.log(line("\(number)"))) }
    let first = board.news(after: .init())
    #expect(first.cursor.line == 5)
    for number in 6...40 { try board.take(.log(line("\(number)"))) }
    board.finish()
    let second = board.news(after: first.cursor)
    #expect(second.missed == 25)
    #expect(second.lines.first?.text == "31")
    #expect(second.isFinished)
  }

  @Test("a number from nowhere starts from the oldest line")
  func nowhere() throws {
    let board = Board()
    try board.take(.log(line("a")))
    #expect(board.news(after: .init(version: 0, line: 999)).lines.map(\.text) == ["a"])
  }

  @Test("there is a place for so many readers and no more, and a place is free again")
  func seats() {
    let board = Board()
    var seats = (0..<Board.mostReaders).map { _ in board.seat() }
    #expect(seats.allSatisfy { $0 != nil })
    #expect(board.seat() == nil)
    seats.removeLast()
    #expect(board.seat() != nil)
    withExtendedLifetime(seats) {}
  }
}

func line(_ text: String) -> LogLine { LogLine(resource: "api", stream: .out, time: 1, text: text) }

func plan(_ names: String...) -> RunPlan {
  RunPlan(
    environment: "dev",
    resources: names.map { RunPlan.Resource(name: $0, kind: .service, references: names) }
  )
}
