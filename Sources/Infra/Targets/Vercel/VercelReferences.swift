package import InfraContract
package import InfraKit

/// What a reference becomes on Vercel: the one table that the mapping follows and the documentation
/// prints.
///
/// `vercel.json` has no words for another project's properties, so a reference is a text that is
/// known beforehand, or a variable that a person sets.
package enum VercelReferences {
  /// The outcome for a property.
  ///
  /// - Parameters:
  ///   - property: What is asked for.
  ///   - kind: The kind of the provider.
  ///   - here: Whether Vercel hosts it in the same deployment.
  ///   - domain: Whether it has a domain of its own.
  /// - Returns: What becomes of it.
  package static func outcome(
    of property: Reference.Property,
    kind: Reference.Kind,
    here: Bool,
    domain: Bool
  ) -> ReferenceOutcome {
    switch kind {
    case .service, .site:
      switch property {
      case .origin:
        domain ? .literal : .asked("the public address, `https://` and the host, without a path")
      case .publicHost:
        domain ? .literal : .asked("the public host name, without `https://`")
      case .host, .port, .privateOrigin:
        // Secure Compute and bindings join parts of Vercel only
        // (vercel.com/docs/services/bindings, 2026-07-15).
        .unsupported("a project on Vercel is in nobody's private network")
      case .url, .pooledURL, .user, .password, .database:
        .unsupported("only databases and caches have one")
      }
    case .postgres, .replica, .keyValue:
      // Vercel hosts none, so it is elsewhere always, and its properties are for its own network.
      .unsupported("a project on Vercel is in nobody's private network")
    }
  }
}
