import InfraContract

extension Render {
  /// How resources are called at Render.
  ///
  /// There a name is an identity: a file that names an existing service takes that service over,
  /// whatever made it. So names must differ between the applications and environments of a workspace.
  public struct Naming: Sendable, Hashable {
    enum Style: Sendable, Hashable {
      case qualified
      case plain
      case affixed(prefix: String, suffix: String)
    }

    let style: Style

    /// Application, resource and environment: `shop-api-prod`.
    public static let qualified = Naming(style: .qualified)

    /// The resource's own name, for a workspace that holds one environment of one application.
    public static let plain = Naming(style: .plain)

    /// The resource's own name between two texts, such as `acme-` and `-live`.
    public static func affixed(prefix: String = "", suffix: String = "") -> Naming {
      Naming(style: .affixed(prefix: prefix, suffix: suffix))
    }

    func name(of resource: String, application: String, environment: String) -> String {
      switch style {
      case .qualified:
        let isSame = resource.utf8.starts(with: application.utf8)
        let next = resource.utf8.dropFirst(application.utf8.count).first
        let repeats = isSame && (next == nil || next == UInt8(ascii: "-"))
        return repeats
          ? String(joining: [resource, "-", environment])
          : String(joining: [application, "-", resource, "-", environment])
      case .plain: return resource
      case .affixed(let prefix, let suffix): return prefix + resource + suffix
      }
    }
  }
}
