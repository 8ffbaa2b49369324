/// What opens the vendors' interfaces: the tokens of the shell that a command was started from.
package struct VendorAccess: Sendable {
  /// Where each vendor answers.
  package let addresses: VendorAddresses
  /// What carries requests.
  package let transport: any Transport
  /// What asks the product's own addresses.
  package let health: HealthProbe
  /// The shell's variables.
  private let variable: @Sendable (String) -> String?

  /// Takes tokens from variables.
  ///
  /// - Parameters:
  ///   - variable: The shell's variables.
  ///   - addresses: Where each vendor answers; a test names its own servers.
  ///   - transport: What carries requests.
  ///   - health: What asks the product's own addresses.
  package init(
    variables variable: @escaping @Sendable (String) -> String?,
    addresses: VendorAddresses = VendorAddresses(),
    transport: any Transport = RetryingTransport(
      CurlTransport(),
      pause: SystemTime.pause,
      now: SystemTime.now
    ),
    health: HealthProbe = .curl()
  ) {
    self.variable = variable
    self.addresses = addresses
    self.transport = transport
    self.health = health
  }

  /// Render's interface; nil without a key in `RENDER_API_KEY`.
  package func render() throws(VendorError) -> RenderClient? {
    guard let key = token("RENDER_API_KEY") else { return nil }
    return try opened(
      RenderClient(key: key, at: addresses.render, through: transport),
      "RENDER_API_KEY"
    )
  }

  /// Railway's interface; nil without a project's token in `RAILWAY_TOKEN`.
  package func railway() throws(VendorError) -> RailwayClient? {
    guard let token = token("RAILWAY_TOKEN") else { return nil }
    return try opened(
      RailwayClient(token: token, at: addresses.railway, through: transport),
      "RAILWAY_TOKEN"
    )
  }

  /// Vercel's interface; nil without a token in `VERCEL_TOKEN`.
  ///
  /// `VERCEL_ORG_ID` names the team, as it does for Vercel's command line.
  package func vercel() throws(VendorError) -> VercelClient? {
    guard let token = token("VERCEL_TOKEN") else { return nil }
    let team = variable("VERCEL_ORG_ID").flatMap { $0.hasPrefix("team_") ? $0 : nil }
    return try opened(
      VercelClient(token: token, team: team, at: addresses.vercel, through: transport),
      "VERCEL_TOKEN"
    )
  }

  private func token(_ name: String) -> SecretText? {
    guard let text = variable(name), !text.isEmpty else { return nil }
    return SecretText(text)
  }

  private func opened<Client>(_ client: Client?, _ name: String) throws(VendorError) -> Client {
    if let client { return client }
    throw VendorError(
      .unauthorized,
      "the value of \(name) holds a space, a line break or another character that no token has",
      help: "export it again, without quotation marks and spaces around it"
    )
  }
}
