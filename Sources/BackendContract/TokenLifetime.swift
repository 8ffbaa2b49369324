/// How long tokens are valid, and so how long a rotation keeps the key that signed them.
public enum TokenLifetime {
  /// An access token.
  public static let access: Duration = .seconds(15 * 60)

  /// A refresh token.
  public static let refresh: Duration = .seconds(30 * 24 * 60 * 60)
}
