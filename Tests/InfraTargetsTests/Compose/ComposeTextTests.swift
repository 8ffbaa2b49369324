import InfraReading
import InfraSerialization
import TestSupport
import Testing

@testable import InfraTargets

@Suite("Text of a Compose file")
struct ComposeTextTests {
  @Test(
    "text from Swift is literal: every dollar is doubled",
    arguments: [
      ("plain", "plain"), ("$", "$$"), ("$HOME", "$$HOME"), ("${A:-b}", "$${A:-b}"), ("$$", "$$$$"),
      ("$2b$10$e\u{301}", "$$2b$$10$$e\u{301}"), ("$\u{301}", "$$\u{301}"), ("", ""),
    ]
  )
  func literals(text: String, written: String) {
    #expect(ComposeText(text).written == written)
    #expect(ComposeText(stringLiteral: text).written == written)
    #expect(ComposeText(written: written).literal == text)
  }

  @Test("a variable is put in by type, and literal text around it stays literal")
  func interpolation() {
    let port = ComposeVariable("BACKEND_PORT", default: "8080")
    let text: ComposeText = "http://localhost:\(port)/$a\("$b")\(7)"
    #expect(text.written == "http://localhost:${BACKEND_PORT:-8080}/$$a$$b7")
    #expect(text.literal == nil)
    #expect(text.variables == [port])
    #expect(
      text.parts == [.literal("http://localhost:"), .variable(port), .literal("/$a$b7")]
    )
    let nested = ComposeVariable("URL", default: "redis://\(ComposeVariable("HOST"))")
    #expect(ComposeText(nested).written == "${URL:-redis://${HOST}}")
    #expect(ComposeText(nested).variables == [nested, ComposeVariable("HOST")])
  }

  @Test("a message cannot end the variable early")
  func messages() {
    let variable = ComposeVariable("KEY", required: "get ${it} at\nhttps://a.example/{id}")
    let text = ComposeText(variable)
    #expect(text.written == "${KEY:?get $$(it) at https://a.example/(id)}")
    #expect(
      text.parts == [
        .variable(ComposeVariable("KEY", required: "get $(it) at https://a.example/(id)"))
      ]
    )
  }

  @Test(
    "what Compose would refuse has no pieces",
    arguments: ["${", "${}", "${1A}", "${A", "${A B}", "a${A:", "${A:=b}", "${-a}"]
  )
  func refused(written: String) {
    #expect(ComposeText(written: written).parts == nil)
    #expect(ComposeText(written: written).variables == [])
  }

  @Test(
    "every form of a variable is known",
    arguments: [
      "$A", "${A}", "${A:-b}", "${A-b}", "${A:?b}", "${A?b}", "${A:+b}", "${A+b}", "x$A", "$A.b",
    ]
  )
  func forms(written: String) {
    #expect(ComposeText(written: written).variables.map(\.name) == ["A"])
  }

  @Test("Compose reads every awkward text as it was meant", .needsDockerCompose)
  func oracle() async throws {
    var generator = SeededNumbers(seed: 17)
    let pieces = [
      "$", "$$", "{", "}", "${", "A", "a", "_", "1", ":", "-", "?", "+", " ", "\"", "'", "\\", "#",
      "\n", "\t", "é", "\u{2028}", "%", "=", "é$", "{}", "0", "yes",
    ]
    var texts = [
      "", "$", "5$ a", "yes", "1.20", "~", "a: b", "- a", "!reset", "*a", "&a", "@", "`",
    ]
    texts += (0..<400).map { _ in
      (0..<Int.random(in: 1...8, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined()
    }
    var service = ComposeFile.Service()
    service.image = "none"
    service.environment = .map(
      OrderedMap(texts.enumerated().map { ("V\($0)", .text(ComposeText($1))) })
    )
    let written = ["$A", "${A}", "a$1", "$", "${A:-b{c}d}", "${B:-x$$y}", "${B:-${A}}", "a$$$A"]
    let expected = ["v", "v", "a$1", "$", "v", "x$y", "v", "a$v"]
    service.command = .arguments(written.map { ComposeText(written: $0) })
    var file = ComposeFile()
    file.services["a"] = service

    let result = try await ChildProcess(
      "docker",
      ["compose", "--project-name", "a", "--file", "-", "config", "--format", "json"],
      input: try YAML.encode(file),
      environment: ["A": "v", "B": nil]
    ).run()
    #expect(result.status == 0, "\(result.errors)")
    let read = try Reader.decode(ComposeFile.self, json: result.output).value.services["a"]
    for (index, text) in texts.enumerated() {
      #expect(read?.environment?["V\(index)"] == .text(ComposeText(text)))
    }
    #expect(read?.command == .arguments(expected.map { ComposeText($0) }))
  }
}

/// The same numbers in every run.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
