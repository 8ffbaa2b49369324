import Foundation
import TestSupport
import Testing

@Suite("Test support")
struct TestSupportTests {
  @Test("a child process reads standard input and its three results are captured")
  func capture() async throws {
    let result = try await ChildProcess(
      "sh",
      ["-c", "cat; echo $A >&2; exit 3"],
      input: "in",
      environment: ["A": "b"]
    )
    .run()
    #expect(result.status == 3)
    #expect(result.output == "in")
    #expect(result.errors == "b\n")
  }

  @Test("more output than a pipe holds does not stop a child process")
  func muchOutput() async throws {
    let result = try await ChildProcess("sh", ["-c", "head -c 1000000 /dev/zero"]).run()
    #expect(result.outputData.count == 1_000_000)
  }

  @Test("a child process that does not end is an error")
  func limit() async throws {
    let endless = ChildProcess("sleep", ["60"], limit: .milliseconds(200))
    await #expect(throws: ChildProcessError.self) { try await endless.run() }
  }

  @Test("a program that is not there is an error that names it")
  func absent() async throws {
    let error = await #expect(throws: ChildProcessError.self) {
      try await ChildProcess("no-such-program").run()
    }
    #expect(error?.description == "no program 'no-such-program' in PATH")
  }

  @Test("the default export of a module is read as JSON", .needsNode)
  func module() async throws {
    let text = try await Node.defaultExport(of: "export default { a: [1, \"\\u2028\"] };")
    #expect(text == "{\"a\":[1,\"\u{2028}\"]}")
  }

  @Test("the validator answers for each manifest in order", .needsSchemaValidator)
  func validate() async throws {
    let answers = try await SchemaValidator(.vercel).errors(in: [
      .init("good", "{\"cleanUrls\": true}", .json),
      .init("bad", "{\"cleanUrls\": 1}", .json),
      .init("broken", "{", .json),
      .init("yaml", "cleanUrls: true", .yaml),
    ])
    #expect(answers[0] == [])
    #expect(answers[1] == ["bad: at cleanUrls: 1 is not of type 'boolean'"])
    #expect(answers[2].count == 1)
    #expect(answers[3] == [])
  }

  @Test("a difference shows the changed lines with two lines of context")
  func lines() {
    let shown = difference(from: "1\n2\n3\n4\n5\n6", to: "1\n2\n3\n4\nfive\n6")
    #expect(shown == " 3\n 4\n-5\n+five\n 6")
  }
}
