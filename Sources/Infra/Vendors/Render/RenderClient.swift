import InfraSerialization

/// Render's REST interface, as far as secrets and rollbacks need it.
///
/// api-docs.render.com/reference, read 2026-11-24, with the types of render-oss/sdk
/// (typescript/src/generated/schema.ts, 2026-08-21). Lists come in pages: each item is wrapped and
/// carries the cursor of the next page; a page that is not full is the last.
package struct RenderClient: Sendable {
  let connection: Connection
  /// How many items a page has at most; Render allows 1 to 100.
  let pageSize: Int

  /// Opens the interface; nil where the key holds what no header may.
  package init?(
    key: SecretText,
    at address: Address = .render,
    through transport: any Transport,
    pageSize: Int = 100
  ) {
    guard let endpoint = Endpoint("Render", address, token: key, named: "RENDER_API_KEY") else {
      return nil
    }
    connection = Connection(endpoint, transport)
    self.pageSize = pageSize
  }

  /// All items of a list, page after page.
  ///
  /// - Parameters:
  ///   - path: The list's path, with `?` and conditions where there are any.
  ///   - key: The key that an item is wrapped in.
  ///   - limit: How many are enough.
  /// - Returns: The items, without their wraps.
  /// - Throws: `VendorError`.
  func list(
    _ path: String,
    of key: String,
    limit: Int = .max
  ) throws(VendorError) -> [AnyValue] {
    var items: [AnyValue] = []
    var cursor: String?
    while items.count < limit {
      let joint = path.contains("?") ? "&" : "?"
      let request = Request(
        .get,
        "\(path)\(joint)limit=\(pageSize)"
          + (cursor.map { "&cursor=\(Request.escaped($0))" } ?? "")
      )
      guard let page = try connection.read(request).items else {
        throw Connection.unreadable("no list", request, connection.endpoint)
      }
      items += page.compactMap { $0[key] }
      let next = page.last?["cursor"]?.text
      guard page.count >= pageSize, let next, next != cursor else { break }
      cursor = next
    }
    return Array(items.prefix(limit))
  }
}

extension RenderClient {
  /// A service as Render knows it.
  package struct Service: Sendable, Hashable {
    /// The number, such as `srv-…`.
    package let id: String
    /// The name.
    package let name: String
    /// The kind, such as `web_service`.
    package let type: String
    /// Whether a push deploys it.
    package let autoDeploys: Bool
    /// Whether it is stopped.
    package let isSuspended: Bool
    /// The image that it runs, where it is built from none of our code.
    package let image: String?

    init?(_ value: AnyValue) {
      guard let id = value["id"]?.text, let name = value["name"]?.text else { return nil }
      self.id = id
      self.name = name
      type = value["type"]?.text ?? ""
      autoDeploys = value["autoDeploy"]?.text == "yes"
      isSuspended = value["suspended"]?.text == "suspended"
      image = value["imagePath"]?.text
    }
  }

  /// The services of some names, in the order of the names; those that there are not are left out.
  ///
  /// The condition `name` finds parts of names too, so all are listed once and compared exactly.
  package func services(named names: [String]) throws(VendorError) -> [Service] {
    let all = try list("/services?includePreviews=false", of: "service").compactMap(Service.init)
    return names.compactMap { name in all.first { $0.name == name } }
  }

  /// A service by its number.
  package func service(_ id: String) throws(VendorError) -> Service {
    let request = Request(.get, "/services/\(Request.escaped(id))")
    guard let service = Service(try connection.read(request)) else {
      throw Connection.unreadable("no service", request, connection.endpoint)
    }
    return service
  }

  /// Switches deploys by push on or off.
  package func setAutoDeploy(_ isOn: Bool, of service: String) -> Call {
    connection.call(
      Request(
        .patch,
        "/services/\(Request.escaped(service))",
        .plain(["autoDeploy": .string(isOn ? "yes" : "no")])
      )
    )
  }

  /// Stops a service; its address, data and settings stay.
  package func suspend(_ service: String) -> Call {
    connection.call(Request(.post, "/services/\(Request.escaped(service))/suspend"))
  }

  /// Lets a stopped service run again.
  package func resume(_ service: String) -> Call {
    connection.call(Request(.post, "/services/\(Request.escaped(service))/resume"))
  }
}
