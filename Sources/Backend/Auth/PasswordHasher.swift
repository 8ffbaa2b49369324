import Crypto
import CryptoExtras
import NIOPosix
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Turns passwords into what may be stored, and compares, on threads of its own.
final class PasswordHasher: Sendable {
  /// How much work one hash is.
  struct Cost: Sendable, Equatable {
    var logarithm: Int
    var blockSize: Int
    var parallelism: Int

    /// 16 MiB and five passes, one of the equivalent settings of OWASP's Password Storage Cheat
    /// Sheet (read 2026-11-23); the one that suits instances of 512 MiB.
    static let standard = Cost(logarithm: 14, blockSize: 8, parallelism: 5)
  }

  private let cost: Cost
  private let threads: NIOThreadPool
  private let waiting = Atomic<Int>(0)
  // Each waits in memory; beyond that a client is better told to come back.
  private static let limit = 64

  init(cost: Cost = .standard, threads count: Int = 2) {
    self.cost = cost
    threads = NIOThreadPool(numberOfThreads: count)
    threads.start()
  }

  deinit { threads.shutdownGracefully { _ in } }

  /// The text to store for a password: the parameters, the salt and the hash.
  func hash(_ password: String) async throws -> String {
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { [UInt8]($0) }
    let cost = self.cost
    let hash = try await run { try Self.derive(password, salt, cost) }
    let numbers = "\(cost.logarithm)$\(cost.blockSize)$\(cost.parallelism)"
    return "scrypt$\(numbers)$\(Base64URL.encode(salt))$\(Base64URL.encode(hash))"
  }

  /// Whether a password is the one that a stored text was made from.
  ///
  /// Without a stored text it does the same work and says no, so that the time does not tell
  /// whether an account exists.
  func verify(_ password: String, against stored: String?) async throws -> Bool {
    let parsed = stored.flatMap(Self.parse)
    let cost = parsed?.cost ?? self.cost
    let salt = parsed?.salt ?? [UInt8](repeating: 0, count: 16)
    let hash = try await run { try Self.derive(password, salt, cost) }
    guard let expected = parsed?.hash, expected.count == hash.count else { return false }
    return zip(expected, hash).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private func run(_ body: @escaping @Sendable () throws -> [UInt8]) async throws -> [UInt8] {
    guard waiting.add(1, ordering: .relaxed).newValue <= Self.limit else {
      waiting.subtract(1, ordering: .relaxed)
      throw Problem.overloaded
    }
    defer { waiting.subtract(1, ordering: .relaxed) }
    return try await threads.runIfActive(body)
  }

  private static func derive(
    _ password: String,
    _ salt: [UInt8],
    _ cost: Cost
  ) throws -> [UInt8] {
    try KDF.Scrypt.deriveKey(
      from: [UInt8](password.utf8),
      salt: salt,
      outputByteCount: 32,
      rounds: 1 << cost.logarithm,
      blockSize: cost.blockSize,
      parallelism: cost.parallelism
    ).withUnsafeBytes { [UInt8]($0) }
  }

  private static func parse(_ stored: String) -> (cost: Cost, salt: [UInt8], hash: [UInt8])? {
    let parts = stored.split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let logarithm = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      let salt = Base64URL.decode(parts[4]), let hash = Base64URL.decode(parts[5])
    else { return nil }
    let cost = Cost(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism)
    return (cost, salt, hash)
  }
}
