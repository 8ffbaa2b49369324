/// Draws of chance that a seed repeats: SplitMix64 (Steele, Lea and Flood, 2014).
struct Draw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// Whether something happens that does so in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  /// One of some items, of which there must be one.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...items.count - 1)] }

  /// A value in so many of a hundred cases, else nil.
  mutating func maybe<Item>(_ percent: Int, _ make: (inout Draw) -> Item) -> Item? {
    chance(percent) ? make(&self) : nil
  }

  /// So many items as a range allows.
  mutating func list<Item>(_ range: ClosedRange<Int>, _ make: (inout Draw, Int) -> Item) -> [Item] {
    (0..<number(range)).map { make(&self, $0) }
  }
}
