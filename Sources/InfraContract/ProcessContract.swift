/// The variables that one process of a program reads, declared by the program itself.
///
/// The description fills a contract through its initialiser, so that a missing, misspelt or wrongly
/// typed variable does not compile. The program reads the same declaration when it starts, and
/// reports every fault at once.
public protocol ProcessContract: Sendable {
  /// The process as a person starts it, such as `backend serve`.
  static var process: String { get }

  /// The variables, in the order in which manifests list them.
  static var fields: [ContractField<Self>] { get }

  /// Where the description filled the contract.
  var site: CallSite { get }

  /// Why this process must run in a single instance, or nil when any number may run.
  var soleInstanceReason: String? { get }

  /// The process that has to run beside this one, or nil when it gets along alone.
  var companion: Companion? { get }

  /// The newest form of queued jobs that this process writes and reads, or nil when it has no queue.
  ///
  /// A worker leaves jobs of newer forms alone, so that a release says before it is made whether
  /// workers of two versions understand each other.
  var queueFormat: Int? { get }
}

/// A process that has to run beside another one.
public struct Companion: Sendable, Hashable {
  /// The process, such as `backend worker`.
  public let process: String

  /// Whether one service runs it, and no second one.
  public let isAlone: Bool

  /// The variables that both must be given alike.
  public let sharing: [String]

  /// Why it has to run, to follow a colon.
  public let reason: String

  /// Names a process that has to run.
  public init(_ process: String, isAlone: Bool, sharing: [String], because reason: String) {
    self.process = process
    self.isAlone = isAlone
    self.sharing = sharing
    self.reason = reason
  }
}

extension ProcessContract {
  /// Any number of instances may run unless a contract says otherwise.
  public var soleInstanceReason: String? { nil }

  /// Most processes get along alone.
  public var companion: Companion? { nil }

  /// Most processes have no queue.
  public var queueFormat: Int? { nil }

  /// The faults in the variables that a process was started with, all of them, in order.
  ///
  /// An optional variable that is empty counts as absent, so that a secret can be switched off
  /// without being removed.
  public static func faults(in lookup: (String) -> String?) -> [ContractFault] {
    fields.compactMap { field in
      guard let text = lookup(field.name), !(text.isEmpty && field.presence != .required) else {
        return field.presence == .required ? ContractFault(field, .missing) : nil
      }
      return field.accepts(text) ? nil : ContractFault(field, .malformed)
    }
  }
}

/// One variable of a contract: its name, what it is for, and what it may hold.
public struct ContractField<Process>: Sendable {
  /// The variable's name.
  public let name: String

  /// What the variable is for: one sentence.
  public let purpose: String

  /// Whether the variable must be there.
  public let presence: ContractPresence

  /// What a well-formed text looks like.
  public let expectation: String

  /// Whether a text is well formed.
  public let accepts: @Sendable (String) -> Bool

  /// Whether only a secret may fill it.
  public let isSecret: Bool

  /// What a description gives the variable: nil for one that it leaves out.
  public let value: @Sendable (Process) -> Value?

  /// Declares a variable that the process cannot start without.
  public static func required<Held: VariableType>(
    _ name: String,
    _ purpose: String,
    _ get: @escaping @Sendable (Process) -> Held
  ) -> ContractField {
    ContractField(
      name: name,
      purpose: purpose,
      presence: .required,
      expectation: Held.expectation,
      accepts: { Held.accepts($0) },
      isSecret: Held.isSecret,
      value: { get($0).value }
    )
  }

  /// Declares a variable that may be absent; an empty one counts as absent.
  public static func optional<Held: VariableType>(
    _ name: String,
    _ purpose: String,
    _ get: @escaping @Sendable (Process) -> Held?
  ) -> ContractField {
    ContractField(
      name: name,
      purpose: purpose,
      presence: .optional,
      expectation: Held.expectation,
      accepts: { Held.accepts($0) },
      isSecret: Held.isSecret,
      value: { get($0)?.value }
    )
  }

  /// Declares a variable with a default; manifests carry it only where it differs from that.
  public static func defaulted<Held: VariableType>(
    _ name: String,
    _ purpose: String,
    _ standard: Held,
    _ get: @escaping @Sendable (Process) -> Held
  ) -> ContractField {
    let text = standard.value.literal ?? ""
    return ContractField(
      name: name,
      purpose: purpose,
      presence: .defaulted(text),
      expectation: Held.expectation,
      accepts: { Held.accepts($0) },
      isSecret: Held.isSecret,
      value: { process in
        let value = get(process).value
        return value.literal == text ? nil : value
      }
    )
  }

  /// Declares a variable that the platform sets and the description therefore never does.
  public static func platform<Held: VariableType>(
    _ name: String,
    _ purpose: String,
    as type: Held.Type
  ) -> ContractField {
    ContractField(
      name: name,
      purpose: purpose,
      presence: .platform,
      expectation: Held.expectation,
      accepts: { Held.accepts($0) },
      isSecret: Held.isSecret,
      value: { _ in nil }
    )
  }
}

/// Whether a variable of a contract must be there.
public enum ContractPresence: Sendable, Hashable {
  /// The process cannot start without it.
  case required
  /// The process works without it.
  case optional
  /// The process takes this text where the variable is absent.
  case defaulted(String)
  /// The platform sets it, such as PORT.
  case platform
}

/// A variable that is missing or malformed when a process starts.
///
/// It never holds the value.
public struct ContractFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The ways in which a variable can be wrong.
  public enum Kind: Sendable, Hashable {
    /// It is absent or empty.
    case missing
    /// Its text is not of the expected form.
    case malformed
  }

  /// The variable's name.
  public let name: String

  /// What the variable is for.
  public let purpose: String

  /// What a well-formed text looks like.
  public let expectation: String

  /// What is wrong.
  public let kind: Kind

  /// Creates a fault of a contract's variable.
  public init(_ field: ContractField<some Any>, _ kind: Kind) {
    self.name = field.name
    self.purpose = field.purpose
    self.expectation = field.expectation
    self.kind = kind
  }

  /// The fault as one line, without the value.
  public var description: String {
    switch kind {
    case .missing: "\(name) is missing: \(purpose) Expected \(expectation)."
    case .malformed: "\(name) is malformed: expected \(expectation). \(purpose)"
    }
  }
}
