internal import CSHA256

/// The eight words that SHA-256 carries from block to block.
///
/// Every run digests every file that it makes, so this is written for speed: by the processor's own
/// instructions where it has them; else with words in local variables, whole lists of blocks at a
/// time, and no array inside the rounds.
struct SHA256State {
  private(set) var words: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// Takes in bytes, which are whole blocks of 64.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard csha256_is_available(), let start = bytes.baseAddress else {
      addInSwift(bytes)
      return
    }
    csha256_add(&words, start, bytes.count / 64)
  }

  /// Takes in bytes on any processor.
  mutating func addInSwift(_ bytes: UnsafeRawBufferPointer) {
    var state = (words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7])
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      Self.constants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: bytes.count &- 63, by: 64) {
          Self.prepare(schedule, from: bytes, at: start)
          Self.compress(&state, schedule, constants)
        }
      }
    }
    let (a, b, c, d, e, f, g, h) = state
    words = [a, b, c, d, e, f, g, h]
  }

  private typealias Words = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

  /// Spreads a block over the words of 64 rounds.
  @inline(__always)
  private static func prepare(
    _ schedule: UnsafeMutableBufferPointer<UInt32>,
    from bytes: UnsafeRawBufferPointer,
    at start: Int
  ) {
    for index in 0..<16 {
      let word = bytes.loadUnaligned(fromByteOffset: start &+ index &* 4, as: UInt32.self)
      schedule[index] = UInt32(bigEndian: word)
    }
    for index in 16..<64 {
      let early = schedule[index &- 15]
      let late = schedule[index &- 2]
      let first = turn(early, 7) ^ turn(early, 18) ^ (early &>> 3)
      let second = turn(late, 17) ^ turn(late, 19) ^ (late &>> 10)
      schedule[index] = schedule[index &- 16] &+ first &+ schedule[index &- 7] &+ second
    }
  }

  /// Runs the 64 rounds, eight at a time: after eight, every word is back in its own variable.
  @inline(__always)
  private static func compress(
    _ state: inout Words,
    _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d, e, f, g, h) = state
    for index in stride(from: 0, to: 64, by: 8) {
      round(a, b, c, &d, e, f, g, &h, schedule[index] &+ constants[index])
      round(h, a, b, &c, d, e, f, &g, schedule[index &+ 1] &+ constants[index &+ 1])
      round(g, h, a, &b, c, d, e, &f, schedule[index &+ 2] &+ constants[index &+ 2])
      round(f, g, h, &a, b, c, d, &e, schedule[index &+ 3] &+ constants[index &+ 3])
      round(e, f, g, &h, a, b, c, &d, schedule[index &+ 4] &+ constants[index &+ 4])
      round(d, e, f, &g, h, a, b, &c, schedule[index &+ 5] &+ constants[index &+ 5])
      round(c, d, e, &f, g, h, a, &b, schedule[index &+ 6] &+ constants[index &+ 6])
      round(b, c, d, &e, f, g, h, &a, schedule[index &+ 7] &+ constants[index &+ 7])
    }
    state = (
      state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f,
      state.6 &+ g, state.7 &+ h
    )
  }

  @inline(__always)
  private static func round(
    _ a: UInt32,
    _ b: UInt32,
    _ c: UInt32,
    _ d: inout UInt32,
    _ e: UInt32,
    _ f: UInt32,
    _ g: UInt32,
    _ h: inout UInt32,
    _ word: UInt32
  ) {
    // By 6, 11 and 25, and below by 2, 13 and 22: nested, a turn needs no copy of its word.
    let second = turn(turn(turn(e, 14) ^ e, 5) ^ e, 6)
    let left = h &+ second &+ (g ^ (e & (f ^ g))) &+ word
    let first = turn(turn(turn(a, 9) ^ a, 11) ^ a, 2)
    d = d &+ left
    h = left &+ first &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
    0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
    0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
    0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
