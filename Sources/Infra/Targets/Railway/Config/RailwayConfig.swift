public import InfraSerialization

/// A `railway.json`: how one service is built and deployed.
///
/// It creates nothing: no service, database, variable, domain or volume. Railway reads it for
/// services that already use one, until 2026-12-01, and refuses it to new ones
/// (docs.railway.com/config-as-code, 2026-08-21); `RailwayGraph` is what takes its place.
///
/// Every field may also be `null`, which falls back to the service's setting.
public struct RailwayConfig: Codable, Hashable, Sendable {
  /// The address of the vendor's schema, for editors.
  public var schema: String?

  /// How an image is made.
  public var build: Build?

  /// How the image is run.
  public var deploy: Deploy?

  /// What differs by environment, under the environment's name on Railway.
  ///
  /// `pr` stands for all environments of pull requests.
  public var environments: OrderedMap<Environment>?

  /// Creates an empty file.
  public init() {}

  /// What differs in one environment.
  public struct Environment: Codable, Hashable, Sendable {
    /// How an image is made there.
    public var build: Build?

    /// How the image is run there.
    public var deploy: Deploy?

    /// Creates an environment in which nothing differs.
    public init() {}
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case build, deploy, environments
  }
}
