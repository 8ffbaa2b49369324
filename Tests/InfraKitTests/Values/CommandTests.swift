import InfraContract
import InfraKit
import TestSupport
import Testing

@Suite("Commands")
struct CommandTests {
  @Test("a string is a line for the shell, an array a program with arguments")
  func forms() {
    let line: Command = "npm run build && true"
    let words: Command = ["node", "dist/index.js"]
    #expect(line == .shell("npm run build && true"))
    #expect(line.arguments == ["/bin/sh", "-c", "npm run build && true"])
    #expect(line.shellText == "npm run build && true")
    #expect(words == .exec(["node", "dist/index.js"]))
    #expect(words.arguments == ["node", "dist/index.js"])
    #expect(words.shellText == "node dist/index.js")
  }

  @Test("words that a shell would take apart are quoted")
  func quoting() {
    let command: Command = ["echo", "a b", "it's", "$HOME", "", "x=1,y%z@w+v:u/t.s-r_q"]
    #expect(
      command.shellText == "echo 'a b' 'it'\\''s' '$HOME' '' x=1,y%z@w+v:u/t.s-r_q"
    )
  }

  @Test("a shell reads every quoted word back unchanged")
  func roundTrip() async throws {
    var words = [
      "", " ", "'", "''", "a'b", "\"", "\\", "\\'", "$", "$HOME", "${A}", "$(id)", "`id`", "*", "~",
      "?", "[a]", "{a,b}", "a b", "a\tb", "a\nb", "a\n", "!", "!!", "#", "# a", ";", "&", "|", "<",
      ">", "(", ")", "-n", "--", "=", "a=b", "ü", "e\u{301}", "😀", "\u{2028}", "\r\n", "\u{1B}[0m",
    ]
    for byte in UInt8(1)...127 { words.append("x\(Unicode.Scalar(byte))y") }
    // Each word comes back with its length in front, so that no separator can hide a difference.
    let script = "for word; do printf '%s' \"$word\" | wc -c; printf '%s;' \"$word\"; done"
    let line = "set -- " + words.map(Command.quoted).joined(separator: " ") + "\n" + script
    let quoted = try await ChildProcess("/bin/sh", ["-c", line]).run()
    let separate = try await ChildProcess("/bin/sh", ["-c", script, "sh"] + words).run()
    #expect(quoted.status == 0)
    #expect(quoted.outputData == separate.outputData)
    #expect(quoted.outputData.count > words.count)
  }

  @Test("a command of blanks, of no words, or of an empty word is empty")
  func empty() {
    for command: Command in ["", " \t\n", [], [""]] { #expect(command.isEmpty) }
    for command: Command in ["a", " a", ["a"], ["a", ""]] { #expect(!command.isEmpty) }
  }
}
