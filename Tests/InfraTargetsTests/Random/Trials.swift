import Foundation

/// How much a run tries, and from where.
enum Trials {
  /// A number of the process's environment, or a standard one.
  static func count(_ variable: String, or standard: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? standard
  }

  /// Where random trials start: the same in every run unless `INFRA_TEST_SEED` says otherwise.
  static let seed = UInt64(
    ProcessInfo.processInfo.environment["INFRA_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_124
  )

  /// Whether the test program is an executable that can start itself.
  static var canRestart: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }
}
