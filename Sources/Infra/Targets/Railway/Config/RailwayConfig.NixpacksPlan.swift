public import InfraSerialization

extension RailwayConfig {
  /// A plan for Nixpacks, the builder before Railpack.
  ///
  /// The schema leaves its fields open; those that it does not name are kept as they are.
  public struct NixpacksPlan: Hashable, Sendable {
    /// The language providers.
    public var providers: [String]?

    /// The phases of the build, by name.
    public var phases: OrderedMap<Phase>?

    /// The fields that the schema does not name.
    public var others: OrderedMap<AnyValue> = [:]

    /// Creates an empty plan.
    public init() {}

    /// One phase of a build.
    public struct Phase: Codable, Hashable, Sendable {
      /// The phase's own name.
      public var name: String?
      /// The phases that come before it.
      public var dependsOn: [String]?
      /// The commands.
      public var cmds: [String]?
      /// Packages of Nix.
      public var nixPkgs: [String]?
      /// Libraries of Nix.
      public var nixLibs: [String]?
      /// Packages of apt.
      public var aptPkgs: [String]?
      /// Overlays of Nix.
      public var nixOverlays: [String]?
      /// The revision of Nix's packages.
      public var nixPkgsArchive: String?
      /// The files that the phase sees; all where it is absent.
      public var includedFiles: [String]?
      /// Directories kept from one build to the next.
      public var cacheDirectories: [String]?
      /// Additions to the path.
      public var paths: [String]?

      /// Creates an empty phase.
      public init() {}
    }
  }
}

extension RailwayConfig.NixpacksPlan: Codable {
  private enum CodingKeys: String, CodingKey {
    case providers, phases
  }

  /// Decodes the named fields, and the rest as they are.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    providers = try container.decodeIfPresent([String].self, forKey: .providers)
    phases = try container.decodeIfPresent(OrderedMap<Phase>.self, forKey: .phases)
    let all = try decoder.container(keyedBy: OpenFieldName.self)
    for field in all.allKeys where CodingKeys(stringValue: field.stringValue) == nil {
      others[field.stringValue] = try all.decode(AnyValue.self, forKey: field)
    }
  }

  /// Encodes the named fields, then the rest.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(providers, forKey: .providers)
    try container.encodeIfPresent(phases, forKey: .phases)
    if others.isEmpty { return }
    var all = encoder.container(keyedBy: OpenFieldName.self)
    for (name, value) in others.entries {
      try all.encode(value, forKey: OpenFieldName(stringValue: name))
    }
  }
}
