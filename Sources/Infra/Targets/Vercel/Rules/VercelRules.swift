import InfraContract
import InfraKit

/// What Vercel demands, and what it cannot do.
enum VercelRules {
  /// Every rule, in the order of these files.
  static var catalog: [Rule] { ownRules + siteRules + containerRules }

  /// Checks what the mapping and the author's edits have made.
  static func check(_ projects: [VercelProject], of target: Vercel, _ findings: inout Findings) {
  }

  static let ownRules = [hostedEdits, writable]

  static let hostedEdits = Rule(
    "vercel/hosted-edits",
    .error,
    "An edit is about something that this target hosts."
  )

  static let writable = Rule(
    "vercel/writable",
    .error,
    "Every value of a file can be written as JSON."
  )
}
