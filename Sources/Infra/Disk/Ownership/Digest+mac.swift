extension Digest {
  /// The keyed digest of bytes: HMAC with SHA-256, as RFC 2104 defines it.
  package init(of bytes: [UInt8], key: [UInt8]) {
    var block = key.count > 64 ? Digest(of: key).bytes : key
    block += repeatElement(0, count: 64 - block.count)
    let inner = Digest(of: block.map { $0 ^ 0x36 } + bytes)
    self.init(of: block.map { $0 ^ 0x5C } + inner.bytes)
  }

  /// The digest as 32 bytes.
  package var bytes: [UInt8] {
    let digits = Array(description.utf8).map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x61 + 10 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
