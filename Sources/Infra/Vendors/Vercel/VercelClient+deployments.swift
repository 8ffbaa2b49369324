import InfraSerialization

extension VercelClient {
  /// A deployment as Vercel knows it.
  package struct Deployment: Sendable, Hashable {
    /// The number, such as `dpl_…`.
    package let id: String
    /// Its own address, without a scheme.
    package let host: String
    /// `READY`, `ERROR`, `BUILDING`, `QUEUED`, `INITIALIZING` or `CANCELED`.
    package let state: String
    /// The commit, where git was the source.
    package let commit: String?
    /// `production`, or nil for a preview.
    package let target: String?
    /// Milliseconds since 1970.
    package let createdAt: Int

    init?(_ value: AnyValue) {
      guard let id = value["uid"]?.text ?? value["id"]?.text else { return nil }
      self.id = id
      host = value["url"]?.text ?? ""
      state = value["readyState"]?.text ?? value["state"]?.text ?? ""
      commit = value["meta"]?["githubCommitSha"]?.text ?? value["gitSource"]?["sha"]?.text
      target = value["target"]?.text
      createdAt = value["created"]?.whole ?? value["createdAt"]?.whole ?? 0
    }

    /// Whether it is on its way.
    package var isUnderway: Bool { ["BUILDING", "QUEUED", "INITIALIZING"].contains(state) }
  }

  /// The newest production deployments that can be used, newest first.
  package func productionDeployments(
    of project: String,
    limit: Int
  ) throws(VendorError) -> [Deployment] {
    try list(
      "/v6/deployments?projectId=\(Request.escaped(project))&target=production&state=READY",
      of: "deployments",
      limit: limit
    ).compactMap(Deployment.init)
  }

  /// A deployment by its number.
  package func deployment(_ id: String) throws(VendorError) -> Deployment {
    let request = Request(.get, path("/v13/deployments/\(Request.escaped(id))"))
    guard let deployment = Deployment(try connection.read(request)) else {
      throw Connection.unreadable("no deployment", request, connection.endpoint)
    }
    return deployment
  }

  /// Points the production domains at an earlier production deployment, without a build.
  ///
  /// On Hobby only the one before is allowed. Pushes are deployed no longer to the domains until
  /// something is promoted (vercel.com/docs/instant-rollback, 2026-02-26).
  package func rollBack(_ project: String, to deployment: String) -> Call {
    point(project, "/v1/projects/\(Request.escaped(project))/rollback", at: deployment)
  }

  /// Points the production domains at a deployment, and lets pushes do so again.
  package func promote(_ project: String, to deployment: String) -> Call {
    point(project, "/v10/projects/\(Request.escaped(project))/promote", at: deployment)
  }

  /// Builds an earlier deployment once more for production, with the variables of today.
  package func rebuild(_ deployment: String, of project: String) -> Call {
    connection.call(
      Request(
        .post,
        path("/v13/deployments?forceNew=1"),
        .plain([
          "name": .string(project), "deploymentId": .string(deployment), "target": "production",
        ])
      ),
      remembering: "id"
    )
  }

  private func point(_ project: String, _ start: String, at deployment: String) -> Call {
    connection.call(
      Request(.post, path("\(start)/\(Request.escaped(deployment))"), .plain(.map([:])))
    )
  }
}
