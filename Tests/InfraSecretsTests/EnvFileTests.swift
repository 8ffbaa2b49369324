import Foundation
import TestSupport
import Testing

@testable import InfraSecrets

@Suite(".env as Docker Compose reads it")
struct EnvFileTests {
  /// Lines that Compose reads, and what it makes of the name A.
  static let readings: [(String, String?)] = [
    ("A=plain # comment", "plain"), ("A=a#b", "a#b"), ("A= # c", "# c"), ("A=#c", "#c"),
    ("A=  spaced  ", "spaced"), ("A", nil), ("export A = x", "x"), ("A: yaml", "yaml"),
    ("A='a\\\\b'", "a\\\\b"), ("A='it\\'s'", "it's"), ("A='a\\nb'", "a\\nb"), ("A='$B'", "$B"),
    ("A=\"a\\b\\$x\\\"q\"", "a\u{08}$x\"q"), ("A=\"x\ny\"", "x\ny"), ("A=\"a\\nb\\t\"", "a\nb\t"),
    ("A=\"\\0101\\c\\07\"", "A\\c\\7"), ("A=\"a\r\nb\"", "a\r\nb"), ("A=x\r", "x"), ("A=", ""),
    ("A='x' trailing", "x"), ("A=$$", "$"), ("A=$1x", "$1x"), ("A=$ x", "$ x"),
    ("B=b\nA=a\\$B", "a\\b"), ("B=b\nA=${B}${B}-$", "bb-$"), ("A=${N:-d e}", "d e"),
    ("B=\nA=${B-x}", ""), ("B=\nA=${B:-x}", "x"), ("B=b\nA=${B:+plus}", "plus"),
    ("B=b\nA=${N:-${B:-n}}", "b"), ("A=${N:-$$x}", "$x"), ("A=${N:-{a}}", "{a}"),
    ("A=${N+x}", ""), ("A=a$$b$${A}", "a$b${A}"), ("# A=1\n\n  A=2\n#\n", "2"),
    ("A=1\nA=2", "2"), ("\u{FEFF}A=x", "x"), ("A=\"x\"B=2", "x"), ("A=`a`", "`a`"),
  ]

  /// Lines that it refuses, and how we say so.
  static let refusals = [
    ("B=1\nA C=1", 2, "has a space in the name of a variable"),
    ("A='x\ny", 1, "the value of A starts with ' and no other one ends it"),
    ("A?=1", 1, "has '?' in the name of a variable"),
    ("A=${x", 1, "the value of A has '${' without the '}' that ends it"),
    ("A=${1}", 1, "the value of A has '${' without the name of a variable after it"),
    ("A=${a b}", 1, "the value of A has '${a' with something after the name that means nothing"),
    ("A=${N:?gone}", 1, "the value of A needs N, which is not set"),
    ("=x", 1, "has a value without a name"),
  ]

  /// Values that are easily damaged on the way.
  static let awkward = [
    "p$$wd", "a #b", "#", "it's", "say \"hi\"", "both ' and \"", "back\\slash", "end\\", "\\'",
    "\\\"", "two\nlines", "tab\there", "${NOT}", "$HOME", " space around ", "", "=", "é ✓ 🎟️", "\\n",
    "\r\n", "`date`", "a;b&c|d", "!x", "%41", "\\\\\\", "'", "\"", "$'", "\n\n#x\n",
  ]

  @Test("reads values as Compose does", arguments: readings)
  func reading(text: String, value: String?) throws {
    #expect(try EnvFile(text)["A"] == value)
  }

  @Test("refuses what Compose refuses, and names the line but no value", arguments: refusals)
  func refusal(text: String, line: Int, message: String) throws {
    let problem = #expect(throws: EnvProblem.self) { try EnvFile(text) }
    #expect(problem?.line == line)
    #expect(problem?.message == message)
  }

  @Test("takes variables from the shell before the lines above")
  func shell() throws {
    let file = try EnvFile("B=file\nA=$B\nC\nD") { ["B": "shell", "C": "c"][$0] }
    #expect(file["A"] == "shell")
    #expect(file["C"] == "c")
    #expect(file["D"] == nil)
  }

  @Test("writes every value so that it is read back as it was", arguments: awkward)
  func roundTrip(value: String) throws {
    let file = try EnvFile("B=1\n" + EnvText.assignment("A", value) + "\nC=2\n")
    #expect(file["A"] == value)
    #expect(file["C"] == "2")
  }

  @Test("agrees with the real Docker Compose", .needsDockerCompose)
  func oracle() async throws {
    // Each case has names of its own in one file, so that one run of Compose tells them all.
    var text = ""
    var expected: [String: String] = [:]
    for (index, reading) in Self.readings.enumerated() where !reading.0.hasPrefix("\u{FEFF}") {
      if reading.0 == "A=a$$b$${A}" { continue }
      let line = reading.0.replacing(/\b([ABN])\b(?=[=:} \-+]|$)/) { "\($0.1)\(index)" }
        .replacing("$B", with: "$B\(index)").replacing("$B\(index)\(index)", with: "$B\(index)")
      text += line + "\n"
      let own = try EnvFile(line)
      for entry in own.entries { expected[entry.name] = own[entry.name] }
    }
    for (index, value) in Self.awkward.enumerated() {
      text += EnvText.assignment("W\(index)", value) + "\n"
      expected["W\(index)"] = value
    }
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = expected.keys.sorted().map { "      \($0): ${\($0)}" }.joined(separator: "\n")
    try "services:\n  a:\n    image: x\n    environment:\n\(names)\n"
      .write(to: folder.appending(path: "compose.yaml"), atomically: true, encoding: .utf8)
    try text.write(to: folder.appending(path: ".env"), atomically: true, encoding: .utf8)
    let result = try await ChildProcess(
      "docker",
      ["compose", "config", "--format", "json"],
      in: folder
    ).run()
    try #require(result.status == 0, "\(result.errors)")
    let project = try JSONDecoder().decode(Project.self, from: result.outputData)
    let values = try #require(project.services["a"]?.environment)
    for (name, value) in expected {
      #expect(values[name]?.replacing("$$", with: "$") == value, "\(name)")
    }
    #expect(expected.count > 60)
  }

  struct Project: Decodable {
    struct Service: Decodable { let environment: [String: String] }
    let services: [String: Service]
  }
}
