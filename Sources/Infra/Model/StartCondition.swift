/// Something that must have happened before a service starts.
///
/// Compose keeps the order; Render and Railway start services side by side and restart them, which
/// their notes say.
public struct StartCondition: Sendable, Hashable {
  /// What must have happened.
  public enum Event: Sendable, Hashable {
    /// The resource passes its health check.
    case healthy
    /// The service's release command has succeeded.
    case released
  }

  /// The resource.
  public let resource: ResourceID

  /// What must have happened to it.
  public let event: Event

  /// A service passes its health check.
  public static func healthy(_ service: Service) -> StartCondition {
    StartCondition(resource: service.id, event: .healthy)
  }

  /// A database accepts connections.
  public static func healthy(_ database: Postgres) -> StartCondition {
    StartCondition(resource: database.id, event: .healthy)
  }

  /// A cache accepts connections.
  public static func healthy(_ cache: KeyValue) -> StartCondition {
    StartCondition(resource: cache.id, event: .healthy)
  }

  /// A service's release command has succeeded.
  public static func released(_ service: Service) -> StartCondition {
    StartCondition(resource: service.id, event: .released)
  }
}
