import InfraKit
import Testing

@Suite("Values that another thread works out")
struct ConcurrentTests {
  @Test("are the same with a thread and without", arguments: [false, true])
  func same(isWorthwhile: Bool) {
    let sum = Concurrent(if: isWorthwhile) { (1...1000).reduce(0, +) }
    #expect(sum.value == 500_500)
    #expect(sum.value == 500_500)
  }

  @Test("may wait for others, more than there are processors")
  func nested() {
    @Sendable func count(_ depth: Int) -> Int {
      if depth == 0 { return 1 }
      let left = Concurrent(if: true) { count(depth - 1) }
      let right = Concurrent(if: true) { count(depth - 1) }
      return left.value + right.value
    }
    #expect(count(8) == 256)
  }
}
