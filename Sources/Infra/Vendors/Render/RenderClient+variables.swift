import InfraSerialization

/// A variable with a value that no output may show.
package struct KeptVariable: Sendable, Hashable {
  /// The name.
  package let name: String
  /// The value; nil where the vendor gives it to nobody.
  package let value: SecretText?
  /// The vendor's number of it, where it has one.
  package let id: String?
  /// When it was last set, where the vendor says so.
  package let updatedAt: String?

  init(_ name: String, _ value: SecretText?, id: String? = nil, updatedAt: String? = nil) {
    self.name = name
    self.value = value
    self.id = id
    self.updatedAt = updatedAt
  }
}

extension RenderClient {
  /// The variables of a service, with their values: Render can read all of them back.
  package func variables(of service: String) throws(VendorError) -> [KeptVariable] {
    try variables(below: "/services/\(Request.escaped(service))/env-vars")
  }

  /// Sets one variable of a service; the others stay.
  ///
  /// It counts from the next deploy on.
  package func setVariable(_ name: String, to value: SecretText, of service: String) -> Call {
    set("/services/\(Request.escaped(service))/env-vars/\(Request.escaped(name))", value)
  }

  /// Removes one variable of a service.
  package func removeVariable(_ name: String, of service: String) -> Call {
    connection.call(
      Request(
        .delete,
        "/services/\(Request.escaped(service))/env-vars/\(Request.escaped(name))"
      )
    )
  }

  /// The numbers of the environment groups, by name.
  package func groups() throws(VendorError) -> [(name: String, id: String)] {
    try list("/env-groups", of: "envGroup").compactMap { group in
      guard let name = group["name"]?.text, let id = group["id"]?.text else { return nil }
      return (name, id)
    }
  }

  /// The variables of a group, with their values.
  package func variables(ofGroup id: String) throws(VendorError) -> [KeptVariable] {
    let request = Request(.get, "/env-groups/\(Request.escaped(id))")
    guard let items = try connection.read(request)["envVars"]?.items else {
      throw Connection.unreadable("no list of variables", request, connection.endpoint)
    }
    return items.compactMap(Self.variable)
  }

  /// Sets one variable of a group; every service with the group gets it.
  package func setVariable(_ name: String, to value: SecretText, ofGroup id: String) -> Call {
    set("/env-groups/\(Request.escaped(id))/env-vars/\(Request.escaped(name))", value)
  }

  /// Removes one variable of a group.
  package func removeVariable(_ name: String, ofGroup id: String) -> Call {
    connection.call(
      Request(
        .delete,
        "/env-groups/\(Request.escaped(id))/env-vars/\(Request.escaped(name))"
      )
    )
  }

  private func variables(below path: String) throws(VendorError) -> [KeptVariable] {
    try list(path, of: "envVar").compactMap(Self.variable)
  }

  private func set(_ path: String, _ value: SecretText) -> Call {
    connection.call(Request(.put, path, .map([("value", .secret(value))])))
  }

  private static func variable(_ value: AnyValue) -> KeptVariable? {
    guard let name = value["key"]?.text else { return nil }
    return KeptVariable(name, value["value"]?.text.map(SecretText.init))
  }
}
