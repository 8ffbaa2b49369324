public import InfraSerialization

/// What a team pays for, which decides what its projects may do.
public struct VercelPlan: Vocabulary {
  /// The name.
  public let rawValue: String
  /// Takes a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Free, and not for commercial use.
  public static let hobby: VercelPlan = "hobby"
  /// Paid by seat and use.
  public static let pro: VercelPlan = "pro"
  /// By contract.
  public static let enterprise: VercelPlan = "enterprise"
}
