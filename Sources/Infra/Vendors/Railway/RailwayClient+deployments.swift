import InfraSerialization

extension RailwayClient {
  /// A deployment as Railway knows it.
  package struct Deployment: Sendable, Hashable {
    /// The number.
    package let id: String
    /// Railway's word for how far it is, such as `SUCCESS`.
    package let status: String
    /// The commit, where one was deployed.
    package let commit: String?
    /// Whether Railway still keeps its image.
    package let canRollBack: Bool
    /// When it was asked for.
    package let createdAt: String

    init?(_ value: AnyValue) {
      guard let id = value["id"]?.text, let status = value["status"]?.text else { return nil }
      self.id = id
      self.status = status
      commit = value["meta"]?["commitHash"]?.text
      canRollBack = value["canRollback"]?.flag ?? false
      createdAt = value["createdAt"]?.text ?? ""
    }

    /// Whether it is on its way.
    package var isUnderway: Bool {
      ["INITIALIZING", "BUILDING", "DEPLOYING", "WAITING", "QUEUED"].contains(status)
    }

    /// Whether it runs, or sleeps until it is needed.
    package var isLive: Bool { ["SUCCESS", "SLEEPING"].contains(status) }
  }

  private static let fields = "id status createdAt canRollback meta"

  /// The newest deployments of a service, newest first.
  package func deployments(
    of service: String,
    in scope: Scope,
    limit: Int
  ) throws(VendorError) -> [Deployment] {
    let data = try query(
      "deployments",
      "query ($input: DeploymentListInput!, $first: Int) { deployments(input: $input, "
        + "first: $first) { edges { node { \(Self.fields) } } } }",
      [
        "input": [
          "projectId": .string(scope.project), "environmentId": .string(scope.environment),
          "serviceId": .string(service),
        ],
        "first": .integer(limit),
      ]
    )
    return (data["deployments"]?["edges"]?.items ?? [])
      .compactMap { $0["node"].flatMap(Deployment.init) }
  }

  /// Runs the image of an earlier deployment again, with the variables that it had.
  ///
  /// docs.railway.com/deployments/deployment-actions, read 2026-11-24: "Both the Docker image and
  /// custom variables are restored". The answer is true and names no deployment.
  package func rollBack(to deployment: String) -> Call {
    mutation(
      "deploymentRollback",
      "mutation ($id: String!) { deploymentRollback(id: $id) }",
      [("id", .plain(.string(deployment)))]
    )
  }

  /// Runs a deployment's image again, with the variables of today.
  package func redeploy(_ deployment: String) -> Call {
    mutation(
      "deploymentRedeploy",
      "mutation ($id: String!) { deploymentRedeploy(id: $id, usePreviousImageTag: true) { id } }",
      [("id", .plain(.string(deployment)))],
      remembering: { $0["deploymentRedeploy"]?["id"]?.text }
    )
  }

  /// Builds a commit and deploys it, with the variables of today.
  package func deploy(_ service: String, commit: String, in scope: Scope) -> Call {
    mutation(
      "serviceInstanceDeployV2",
      "mutation ($service: String!, $environment: String!, $commit: String!) { "
        + "serviceInstanceDeployV2(serviceId: $service, environmentId: $environment, "
        + "commitSha: $commit) }",
      [
        ("service", .plain(.string(service))),
        ("environment", .plain(.string(scope.environment))),
        ("commit", .plain(.string(commit))),
      ],
      remembering: { $0["serviceInstanceDeployV2"]?.text }
    )
  }

  /// Stops a deployment's process; it can be run again.
  package func stop(_ deployment: String) -> Call {
    mutation(
      "deploymentStop",
      "mutation ($id: String!) { deploymentStop(id: $id) }",
      [("id", .plain(.string(deployment)))]
    )
  }
}
