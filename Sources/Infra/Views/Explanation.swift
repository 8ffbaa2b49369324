package import InfraContract
package import InfraKit

/// Where each variable of a resource comes from, and what each target makes of it.
package struct Explanation: Sendable {
  /// Where a value comes from.
  package enum Origin: String, Sendable {
    /// Text of the description.
    case literal
    /// A property of another resource.
    case reference
    /// A secret.
    case secret
    /// Several of these in one text.
    case composed
    /// The program's own default, which the description leaves as it is.
    case contractDefault = "contract default"
    /// The platform, such as PORT.
    case platform
    /// A target, or an author's edit of its manifest.
    case target
    /// Nothing: the program works without it.
    case unset
  }

  /// What the line is that is known of a variable.
  package enum Place: String, Sendable {
    /// The line that set it.
    case own = "set at"
    /// The line at which a contract was filled; a property may have been assigned elsewhere since.
    case contract = "filled at"
    /// The declaration around it.
    case declaration = "declared at"
  }

  /// What an author's edit of a manifest changed of a variable.
  package struct Edited: Sendable, Equatable {
    /// The line: the edit's own, or the nearest that is known.
    package let site: CallSite
    /// Whether it is the very line of the edit.
    package let isExact: Bool
    /// What the target makes of the variable without the edit, such as `literal: 1`.
    package let before: String
  }

  /// What one target makes of a variable.
  package struct Delivered: Sendable, Equatable {
    /// The deployment.
    package let deployment: String
    /// The platform.
    package let platform: String
    /// The way: literal, reference, generated, kept, setup step, or absent.
    package let form: String
    /// The words of the manifest, or of the step.
    package let text: String
    /// What an author's edit changed; nil where the target does as it is described.
    package let edited: Edited?
  }

  /// One variable.
  package struct Variable: Sendable {
    /// The name.
    package let name: String
    /// What it is for, where a contract says so.
    package let purpose: String?
    /// Whether it must be there, where a contract says so: required, optional, defaulted, platform.
    package let presence: String?
    /// Where its value comes from.
    package let origin: Origin
    /// The value in the words of the description; nil for what it does not set.
    package let value: String?
    /// What is known about a secret or a default.
    package let remark: String?
    /// The shared set that it comes from.
    package let shared: String?
    /// The line that is known of it.
    package let site: CallSite?
    /// What that line is.
    package let place: Place
    /// What each target makes of it.
    package let deliveries: [Delivered]
  }

  /// The environment.
  package let environment: String
  /// The resource.
  package let resource: ResourceID
  /// Where the resource was declared.
  package let site: CallSite
  /// The variables, those that the description sets first.
  package let variables: [Variable]

  /// Explains the variables of a resource.
  ///
  /// - Parameters:
  ///   - resource: The resource.
  ///   - environment: The environment that lists it.
  ///   - deployments: The deployments to look at, worked out.
  package init(_ resource: any Configured, in environment: Environment, deployments: [Plan]) {
    self.environment = environment.name
    self.resource = resource.id
    site = resource.site
    let reader = VariableReader(resource, deployments: deployments)
    variables = reader.variables
  }
}
