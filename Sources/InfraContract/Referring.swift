// A resource's property exists twice: typed (`PostgresURL`), for contracts, as a member of the
// resource itself; and as a plain `Value`, for variables, by these protocols. The type that is
// wanted picks one, and neither side needs a conversion at the call site.

/// Something with a Postgres connection URL.
public protocol PostgresReferring {
  /// The connection URL.
  var url: PostgresURL { get }
}

extension PostgresReferring {
  /// The connection URL, as the value of a variable.
  public var url: Value { (url as PostgresURL).value }
}

/// Something with a pooled Postgres connection URL.
public protocol PooledPostgresReferring {
  /// The connection URL through the pooler.
  var pooledURL: PostgresURL { get }
}

extension PooledPostgresReferring {
  /// The connection URL through the pooler, as the value of a variable.
  public var pooledURL: Value { (pooledURL as PostgresURL).value }
}

/// Something with a Redis-compatible connection URL.
public protocol RedisReferring {
  /// The connection URL.
  var url: RedisURL { get }
}

extension RedisReferring {
  /// The connection URL, as the value of a variable.
  public var url: Value { (url as RedisURL).value }
}

/// Something that the public reaches under a web origin.
public protocol OriginReferring {
  /// The public web origin.
  var origin: WebOrigin { get }
}

extension OriginReferring {
  /// The public web origin, as the value of a variable.
  public var origin: Value { (origin as WebOrigin).value }
}

/// Something that stands for a secret's value.
public protocol SecretReferring {
  /// The secret's value.
  var value: SecretKey { get }
}

extension SecretReferring {
  /// The secret, as the value of a variable.
  public var value: Value { (value as SecretKey).value }
}
