import Foundation
import InfraSerialization
import Testing
import Yams

/// What other people's readers make of our text.
struct ReadersAgreeTests {
  struct Awkward: Encodable {
    struct Item: Encodable {
      var text: String
      var after = true
    }

    var list: [String]
    var values: OrderedMap<String>
    var keys: OrderedMap<Int>
    var items: [Item]
    var lists: [[String]]
    var last = "end"

    init(_ strings: [String] = AwkwardStrings.all, keys: [String] = AwkwardStrings.keys) {
      list = strings
      values = OrderedMap(strings.enumerated().map { ("k\($0)", $1) })
      self.keys = OrderedMap(keys.enumerated().map { ($1, $0) })
      items = strings.map { Item(text: $0) }
      lists = strings.map { [$0] }
    }
  }

  @Test("Yams reads every awkward string as it was written")
  func yams() throws {
    // Yams drops a byte order mark at the start of any text, escaped or not, and takes two
    // spellings of one character for the same key.
    let strings = AwkwardStrings.all.filter { $0.unicodeScalars.first != "\u{FEFF}" }
    var seen: Set<String> = []
    let keys = strings.filter { $0.utf8.count <= 150 && seen.insert($0).inserted }
    let text = try YAML.encode(Awkward(strings, keys: keys))
    let root = try #require(try Yams.compose(yaml: text)?.mapping)
    func expectSame(_ what: String, _ found: [Node]?, _ expected: [String]) {
      #expect(found?.count == expected.count, "\(what)")
      for (node, text) in zip(found ?? [], expected) {
        #expect(
          node.tag.description == "tag:yaml.org,2002:str",
          "\(what): \(text.debugDescription)"
        )
        #expect(Array((node.string ?? "").utf8) == Array(text.utf8), "\(what)")
      }
    }
    expectSame("list", root["list"]?.sequence?.map(\.self), strings)
    expectSame("values", root["values"]?.mapping?.values.map(\.self), strings)
    expectSame("keys", root["keys"]?.mapping?.keys.map(\.self), keys)
    expectSame("items", root["items"]?.sequence?.compactMap { $0["text"] }, strings)
  }

  @Test("PyYAML, with and without libyaml, reads every awkward string as it was written")
  func python() throws {
    guard try run(["python3", "-c", "import yaml"]).status == 0 else {
      print("SKIPPED: python3 with PyYAML is missing; the YAML was not read back by it")
      return
    }
    try withFiles { folder in
      let result = try run(["python3", reader("read.py"), folder.path])
      #expect(result.status == 0, "\(result.output)")
      if !result.output.isEmpty { print(result.output) }
    }
  }

  @Test("Node reads JSON and modules as they were written")
  func node() throws {
    guard try run(["node", "--version"]).status == 0 else {
      print("SKIPPED: node is missing; JSON and JavaScript were not read back by it")
      return
    }
    try withFiles { folder in
      let result = try run(["node", reader("read.mjs"), folder.path])
      #expect(result.status == 0, "\(result.output)")
    }
  }

  private func withFiles(_ body: (URL) throws -> Void) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "awkward-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let header = "Ends */ here, </script> <!-- and \u{2028}there, \r\n\r'''\" \u{0}\u{FEFF}."
    func write(_ text: String, _ name: String) throws {
      try text.write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }
    try write(try YAML.encode(Awkward(), header: header), "awkward.yaml")
    try write(try JSON.encode(Awkward()), "awkward.json")
    try write(try JavaScript.exportDefault(Awkward(), header: header), "awkward.mjs")
    try write(hex(AwkwardStrings.all), "strings.hex")
    try write(hex(AwkwardStrings.keys), "keys.hex")
    try body(folder)
  }

  /// The strings in a form that no writer of ours has touched.
  private func hex(_ strings: [String]) -> String {
    strings.map { $0.utf8.map { String(format: "%02x", $0) }.joined() + "\n" }.joined()
  }

  private func reader(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Readers/\(name)").path
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
