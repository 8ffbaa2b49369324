import InfraSerialization

// The schema leaves a few objects open. Their declared fields come first, the other entries after
// them, in the order in which they were read.

extension OrderedMap where Element == AnyValue {
  /// The entries of a map that no declared field bears.
  fileprivate init(_ decoder: any Decoder, besides keys: [some CodingKey]) throws {
    self = try OrderedMap(from: decoder)
    for key in keys { self[key.stringValue] = nil }
  }
}

extension VercelConfig.Git {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case deploymentEnabled, exclusivity
  }

  /// Decodes the declared fields and keeps what else is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    deploymentEnabled = try container.decodeIfPresent(
      Either<Bool, OrderedMap<Bool>>.self,
      forKey: .deploymentEnabled
    )
    exclusivity = try container.decodeIfPresent(VercelConfig.Exclusivity.self, forKey: .exclusivity)
    others = try OrderedMap(decoder, besides: CodingKeys.allCases)
  }

  /// Encodes the declared fields, then what else is there.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(deploymentEnabled, forKey: .deploymentEnabled)
    try container.encodeIfPresent(exclusivity, forKey: .exclusivity)
    try others.encode(to: encoder)
  }
}

extension VercelConfig.Exclusivity {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case teams
  }

  /// Decodes the declared fields and keeps what else is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    teams = try container.decodeIfPresent([String].self, forKey: .teams)
    others = try OrderedMap(decoder, besides: CodingKeys.allCases)
  }

  /// Encodes the declared fields, then what else is there.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(teams, forKey: .teams)
    try others.encode(to: encoder)
  }
}

extension VercelConfig.GitHub {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case autoAlias, autoJobCancelation, enabled, silent
  }

  /// Decodes the declared fields and keeps what else is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    autoAlias = try container.decodeIfPresent(Bool.self, forKey: .autoAlias)
    autoJobCancelation = try container.decodeIfPresent(Bool.self, forKey: .autoJobCancelation)
    enabled = try container.decodeIfPresent(Bool.self, forKey: .enabled)
    silent = try container.decodeIfPresent(Bool.self, forKey: .silent)
    others = try OrderedMap(decoder, besides: CodingKeys.allCases)
  }

  /// Encodes the declared fields, then what else is there.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(autoAlias, forKey: .autoAlias)
    try container.encodeIfPresent(autoJobCancelation, forKey: .autoJobCancelation)
    try container.encodeIfPresent(enabled, forKey: .enabled)
    try container.encodeIfPresent(silent, forKey: .silent)
    try others.encode(to: encoder)
  }
}

extension VercelConfig.Transform.Target {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case key
  }

  /// Decodes the declared fields and keeps what else is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    key = try container.decode(VercelConfig.Match.self, forKey: .key)
    others = try OrderedMap(decoder, besides: CodingKeys.allCases)
  }

  /// Encodes the declared fields, then what else is there.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key, forKey: .key)
    try others.encode(to: encoder)
  }
}

extension VercelConfig.Schedule {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case schedule, timezone, jitter, function, path, requestMethod, topic
  }

  /// Decodes the declared fields and keeps what else is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    schedule = try container.decode(String.self, forKey: .schedule)
    timezone = try container.decodeIfPresent(String.self, forKey: .timezone)
    jitter = try container.decodeIfPresent(Int.self, forKey: .jitter)
    function = try container.decodeIfPresent(String.self, forKey: .function)
    path = try container.decodeIfPresent(String.self, forKey: .path)
    requestMethod = try container.decodeIfPresent(String.self, forKey: .requestMethod)
    topic = try container.decodeIfPresent(String.self, forKey: .topic)
    others = try OrderedMap(decoder, besides: CodingKeys.allCases)
  }

  /// Encodes the declared fields, then what else is there.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schedule, forKey: .schedule)
    try container.encodeIfPresent(timezone, forKey: .timezone)
    try container.encodeIfPresent(jitter, forKey: .jitter)
    try container.encodeIfPresent(function, forKey: .function)
    try container.encodeIfPresent(path, forKey: .path)
    try container.encodeIfPresent(requestMethod, forKey: .requestMethod)
    try container.encodeIfPresent(topic, forKey: .topic)
    try others.encode(to: encoder)
  }
}
