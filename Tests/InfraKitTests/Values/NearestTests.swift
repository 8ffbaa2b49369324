import InfraKit
import Testing

@Suite("Suggestions for misspelt words")
struct NearestTests {
  private let names = ["dev", "staging", "prod", "DATABASE_URL", "FRONTEND_URL"]

  @Test(
    "the nearest word is found",
    arguments: [
      ("prd", "prod"), ("pord", "prod"), ("PROD", "prod"), ("stagging", "staging"),
      ("DATBASE_URL", "DATABASE_URL"), ("frontend-url", "FRONTEND_URL"), ("dve", "dev"),
    ]
  )
  func near(word: String, expected: String) {
    #expect(nearest(word, in: names) == expected)
  }

  @Test("a word that is far from all is left alone", arguments: ["", "x", "production", "COLOUR"])
  func far(word: String) {
    #expect(nearest(word, in: names) == nil)
  }

  @Test("of equally near words the first wins, and there may be none")
  func ties() {
    #expect(nearest("cat", in: ["bat", "hat"]) == "bat")
    #expect(nearest("cat", in: []) == nil)
  }
}
