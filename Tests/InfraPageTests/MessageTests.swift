import Foundation
import Testing

@testable import InfraPage

@Suite("The lines that the page is told")
struct MessageTests {
  @Test("each kind of message is read")
  func kinds() throws {
    let plan = try message(
      """
      {"type":"plan","environment":"dev","resources":[{"name":"backend","kind":"service",\
      "url":null,"port":8080,"command":"run","dependsOn":["database"],"references":["database"]}]}
      """
    )
    guard case .plan(let read) = plan else {
      Issue.record("no plan: \(plan)")
      return
    }
    #expect(read.environment == "dev")
    #expect(read.resources.first?.kind == .service)
    #expect(read.resources.first?.port == 8080)
    #expect(read.resources.first?.references == ["database"])
    #expect(
      try message(#"{"type":"state","resource":"a","state":"healthy","pid":7,"since":1.5}"#)
        == .state(ResourceState(resource: "a", state: .healthy, pid: 7, since: 1.5))
    )
    #expect(
      try message(#"{"type":"log","resource":"a","stream":"err","time":2,"text":"x","more":[1]}"#)
        == .log(LogLine(resource: "a", stream: .err, time: 2, text: "x"))
    )
    #expect(try message(#"{"type":"ready","seconds":3.2}"#) == .ready(seconds: 3.2))
  }

  @Test(
    "a line that is not a message is a fault that names the place and not the text",
    arguments: [
      ("hunter2", "it is not a JSON object"),
      ("[\"hunter2\"]", "'the line' is of the wrong type"),
      ("{\"type\":\"hunter2\"}", "type 'hunter2' is none of plan, state, log, ready"),
      ("{\"resource\":\"hunter2\"}", "'type' is missing"),
      (
        "{\"type\":\"state\",\"resource\":\"a\",\"state\":\"hunter2\"}",
        "'state' is none of the allowed words"
      ),
      ("{\"type\":\"log\",\"resource\":\"a\",\"stream\":\"out\",\"time\":1}", "'text' is missing"),
      ("{\"type\":\"ready\",\"seconds\":\"hunter2\"}", "'seconds' is of the wrong type"),
    ]
  )
  func faults(line: String, words: String) {
    #expect(throws: MessageFault(words)) { try message(line) }
  }

  @Test("a state of a resource that no plan lists is a fault")
  func unknownResource() throws {
    let board = Board()
    let state = Message.state(ResourceState(resource: "ghost", state: .healthy))
    #expect(throws: MessageFault("no plan lists resource 'ghost'")) { try board.take(state) }
  }

  private func message(_ line: String) throws -> Message { try Message(Data(line.utf8)) }
}

@Suite("Lines of standard input")
struct InputLinesTests {
  @Test("lines come whole however they are cut, and the last one without its end")
  func cut() {
    let text = "one\ntwo\n\nthrée"
    for size in 1...text.utf8.count {
      var lines = InputLines()
      var found: [String] = []
      let take = { (line: Data?) in
        found.append(line.map { String(decoding: $0, as: UTF8.self) } ?? "?")
      }
      var rest = Data(text.utf8)[...]
      while !rest.isEmpty {
        lines.append(Data(rest.prefix(size)), take)
        rest = rest.dropFirst(size)
      }
      lines.finish(take)
      #expect(found == ["one", "two", "", "thrée"])
    }
  }

  @Test("a line that is too long is left out, and the next one is not")
  func tooLong() {
    var lines = InputLines()
    var found: [Int?] = []
    let take = { (line: Data?) in found.append(line?.count) }
    for _ in 0..<3 { lines.append(Data(repeating: 0x61, count: InputLines.longest / 2), take) }
    lines.append(Data("\nabc\n".utf8), take)
    #expect(found == [nil, 3])
  }
}
