public import InfraContract

/// An author's word on a rule at one resource or target: raise it to an error, or silence it.
///
/// Both need a reason, which reports print.
public struct RuleException: Sendable, Hashable {
  /// What happens to the rule's findings.
  public enum Effect: Sendable, Hashable {
    /// They count as errors.
    case raise
    /// They are not reported; the reason is.
    case silence
  }

  /// The rule's stable code, such as `render/disk-single-instance`.
  public let code: String

  /// What happens to the rule's findings.
  public let effect: Effect

  /// Why.
  public let reason: String

  /// Where the author said so.
  public let site: CallSite

  /// Makes every finding of a rule at this resource an error.
  public static func raise(
    _ code: String,
    because reason: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> RuleException {
    RuleException(
      code: code,
      effect: .raise,
      reason: reason,
      site: CallSite(file: file, line: line)
    )
  }

  /// Silences a rule's warnings and notes at this resource; errors cannot be silenced,
  /// but for those about changes since an earlier revision.
  public static func silence(
    _ code: String,
    because reason: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> RuleException {
    RuleException(
      code: code,
      effect: .silence,
      reason: reason,
      site: CallSite(file: file, line: line)
    )
  }
}
