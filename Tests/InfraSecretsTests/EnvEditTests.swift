import Testing

@testable import InfraSecrets

@Suite("Changing values of a .env")
struct EnvEditTests {
  @Test("a value changes where it stands, and all else stays as it is")
  func change() throws {
    let text = "# head\nA=1\n\nexport B='x\ny' # why\nC: 3\n"
    let changed = try EnvEdit.applying([("B", "it's\nnew"), ("D", "4")], to: text)
    #expect(changed == "# head\nA=1\n\nB=\"it's\nnew\"\nC: 3\nD=4\n")
    #expect(try EnvFile(changed)["B"] == "it's\nnew")
  }

  @Test("a name is taken away with every line of it")
  func remove() throws {
    let text = "A=1\nB=2\nA='3\n4'\nC=5"
    #expect(try EnvEdit.applying([("A", nil)], to: text) == "B=2\nC=5")
    #expect(try EnvEdit.applying([("Z", nil)], to: text) == text)
  }

  @Test("of two lines with one name the later counts, and is the one that changes")
  func twice() throws {
    #expect(try EnvEdit.applying([("A", "3")], to: "A=1\nA=2\n") == "A=1\nA=3\n")
  }

  @Test("two values exchange at once", arguments: ["a b", "$x", "\"", "'", "\\", "ü", "#1"])
  func exchange(value: String) throws {
    let text = EnvText.assignment("A", value) + "\nB=2\n"
    let file = try EnvFile(EnvEdit.applying([("A", "2"), ("B", value)], to: text))
    #expect(file["A"] == "2")
    #expect(file["B"] == value)
  }

  @Test("a file without a last line break gets one")
  func noEnd() throws {
    #expect(try EnvEdit.applying([("B", "2")], to: "A=1") == "A=1\nB=2\n")
  }
}
