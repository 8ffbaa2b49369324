import Synchronization

/// Names for requests, to find them in logs.
enum RequestName {
  // Where the count starts is random, so that two processes, or two lives of one, share no names.
  private static let count = Atomic<UInt64>(.random(in: .min ... .max))

  /// Sixteen digits that no other request has and that tell nothing about how many there were.
  static func make() -> String {
    var bits = mix(count.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue)
    return String(unsafeUninitializedCapacity: 16) { bytes in
      for index in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: bits & 15)
        bytes[index] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        bits >>= 4
      }
      return 16
    }
  }

  /// SplitMix64's finaliser (Steele, Lea and Flood, 2014): one to one, so no name comes twice.
  private static func mix(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
