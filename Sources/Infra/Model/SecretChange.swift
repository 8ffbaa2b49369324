public import InfraContract

/// A variable of a resource that has a secret in it, and what a target makes of it.
public struct SecretPlace: Sendable, Hashable {
  /// The secret.
  public let secret: Secret

  /// The resource that reads it.
  public let resource: ResourceID

  /// The variable.
  public let variable: String

  /// How its value reaches the process; nil where the target says nothing.
  public let form: Delivery.Form?

  /// Describes a place.
  public init(_ secret: Secret, _ resource: ResourceID, _ variable: String, _ form: Delivery.Form?)
  {
    self.secret = secret
    self.resource = resource
    self.variable = variable
    self.form = form
  }

  /// Whether the value is kept here, and not read from another place that keeps it.
  package var isKept: Bool {
    if case .reference = form { false } else { true }
  }
}

/// A change of a secret's value at a platform.
public enum SecretChange: Sendable, Hashable {
  /// A variable gets a new value: so many random bytes, or one that a person has.
  case set(_ variable: String, Secret.Origin)

  /// Two variables exchange their values, as the signer of a rotation is switched.
  case exchange(String, String)

  /// A variable is taken away.
  case remove(String)
}

/// How a person makes a change, with a check that it worked.
public struct Procedure: Sendable, Hashable {
  /// How to do it, in the form of the setup sheet.
  public let blocks: [SetupStep.Block]

  /// How to see that it worked.
  public let check: String

  /// Describes a procedure.
  public init(_ blocks: [SetupStep.Block], check: String) {
    self.blocks = blocks
    self.check = check
  }
}
