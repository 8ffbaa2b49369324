/// A secret's name and where its value comes from, and never the value itself.
///
/// Each environment has its own value. Manifests ask the platform to make or keep it; development
/// reads it from a git-ignored `.env`.
public struct Secret: Sendable, Hashable {
  /// Where the value of a secret comes from.
  public enum Origin: Sendable, Hashable {
    /// Random bytes that a platform, or `infra secrets init`, makes once per environment.
    case generated(bytes: Int)

    /// A value that a person gets from somewhere, told in a few words.
    case provided(String)
  }

  /// The name, which is also the usual name of the variable, such as `JWT_ACCESS_SECRET`.
  public let name: String

  /// Where the value comes from.
  public let origin: Origin

  /// How long something that is signed with it stays valid, such as a token; nil where nothing is,
  /// or nobody said.
  ///
  /// A rotation keeps the old value for that long: `infra secrets rotate` refuses to drop it sooner.
  public let signsFor: Duration?

  /// Where the secret was declared.
  public let site: CallSite

  /// Declares a secret.
  public init(
    _ name: String,
    _ origin: Origin,
    signsFor: Duration? = nil,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.origin = origin
    self.signsFor = signsFor
    self.site = CallSite(file: file, line: line)
  }

  /// The secret as the value of a variable.
  public var value: SecretKey { SecretKey(Value([.secret(self)])) }

  /// Whether two declarations name the same secret with the same origin.
  public static func == (left: Secret, right: Secret) -> Bool {
    left.name == right.name && left.origin == right.origin
  }

  /// Feeds the name and the origin to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(origin)
  }
}

extension Secret: SecretReferring {}
