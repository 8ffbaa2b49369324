public import InfraContract

/// How bad a finding is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Something moved to the setup sheet.
  case note
  /// Something would be weaker than asked.
  case warning
  /// Something would be missing, or a platform would refuse it: nothing is written.
  case error

  /// Whether one severity is milder than another.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A finding about a description: what is wrong, where, and one way to mend it.
public struct Diagnostic: Sendable, Hashable {
  /// The rule that found it.
  public let rule: Rule

  /// How bad it is, after the author's exceptions.
  public var severity: Severity

  /// What is wrong: one sentence that quotes names, the value found and the values allowed.
  public let message: String

  /// One way to mend it.
  public let help: String?

  /// The line that caused it; nil where it is not known.
  public let site: CallSite?

  /// The resource that it is about, which decides whose exceptions hold.
  public let resource: ResourceID?

  /// The environments that it was found in; empty where it is about what several have together.
  public internal(set) var environments: [String]

  /// Whether it says something of one of some environments.
  func isAbout(_ names: [String]) -> Bool {
    environments.isEmpty || environments.contains(where: names.contains)
  }
}

/// A fact that descriptions must meet, with a stable code.
public struct Rule: Sendable, Hashable {
  /// What a rule needs to see besides the description.
  public enum Need: Sendable, Hashable {
    /// Nothing.
    case description
    /// The manifests of an earlier revision.
    case history
    /// The date of the day.
    case today
    /// Files that the author wrote.
    case disk
  }

  /// The stable code, such as `render/disk-single-instance`.
  public let code: String

  /// How bad a finding is unless the author says otherwise.
  public let severity: Severity

  /// The fact that the rule demands, as one sentence.
  public let demand: String

  /// The vendor's page that it comes from; nil for a rule of our own.
  public let page: String?

  /// The day on which the page was last read, as `2026-11-23`; nil for a rule of our own.
  public let checked: String?

  /// What the rule needs to see besides the description.
  public let needs: Need

  /// Declares a rule.
  public init(
    _ code: String,
    _ severity: Severity,
    _ demand: String,
    page: String? = nil,
    checked: String? = nil,
    needs: Need = .description
  ) {
    self.code = code
    self.severity = severity
    self.demand = demand
    self.page = page
    self.checked = checked
    self.needs = needs
  }

  /// Whether an author may silence it.
  ///
  /// Errors stand, but for those about changes: the author may have done at the platform what no
  /// file shows.
  public var canBeSilenced: Bool { severity != .error || needs == .history }
}

/// The findings of a run, as rules report them.
public struct Findings: Sendable {
  /// What was found, in the order in which it was found.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Starts without findings.
  public init() {}

  /// Adds a finding.
  ///
  /// Control characters of names and values that it quotes are shown, not passed on.
  public mutating func report(
    _ rule: Rule,
    _ message: String,
    help: String? = nil,
    at site: CallSite?,
    about resource: ResourceID? = nil
  ) {
    report(rule, message, help: help, at: site, about: resource, in: [])
  }

  /// Adds a finding of a rule about all environments that holds in some of them only.
  mutating func report(
    _ rule: Rule,
    _ message: String,
    help: String?,
    at site: CallSite?,
    about resource: ResourceID?,
    in environments: [String]
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule,
        severity: rule.severity,
        message: Wording.printable(message),
        help: help.map { Wording.printable($0, keepingLines: true) },
        site: site,
        resource: resource,
        environments: environments
      )
    )
  }

  /// Whether any finding is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package mutating func append(_ other: Findings) { diagnostics += other.diagnostics }
}
