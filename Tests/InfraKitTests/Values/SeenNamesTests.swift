import InfraKit
import Testing

@Suite("Names that were met")
struct SeenNamesTests {
  @Test("each is new once, however many there are", arguments: [0, 1, 11, 12, 13, 100])
  func insert(count: Int) {
    var names = SeenNames(capacity: count)
    for number in 0..<count {
      #expect(!names.contains("N\(number)"))
      let isNew = names.insert("N\(number)")
      let isNewAgain = names.insert("N\(number / 2)")
      #expect(isNew && !isNewAgain)
    }
    for number in 0..<count { #expect(names.contains("N\(number)")) }
    #expect(!names.contains("OTHER"))
  }
}
