import InfraSerialization

extension RailwayClient {
  /// The variables of a service as they are written, references and all.
  ///
  /// Sealed ones are left out by Railway: they can be set, and never be read back.
  package func variables(
    of service: String,
    in scope: Scope
  ) throws(VendorError) -> [KeptVariable] {
    let data = try query(
      "variables",
      "query ($project: String!, $environment: String!, $service: String) { variables("
        + "projectId: $project, environmentId: $environment, serviceId: $service, "
        + "unrendered: true) }",
      [
        "project": .string(scope.project), "environment": .string(scope.environment),
        "service": .string(service),
      ]
    )
    return (data["variables"]?.entries ?? []).map { entry in
      KeptVariable(entry.key, entry.value.text.map(SecretText.init))
    }
  }

  /// Sets variables of a service in one call; the others stay.
  ///
  /// - Parameters:
  ///   - values: The variables with their values.
  ///   - service: The service's number.
  ///   - scope: The project and environment.
  ///   - deploying: Whether Railway deploys the service at once; else the values count from the
  ///     next deployment on.
  /// - Returns: The call.
  package func setVariables(
    _ values: [(name: String, value: SecretText)],
    of service: String,
    in scope: Scope,
    deploying: Bool
  ) -> Call {
    mutation(
      "variableCollectionUpsert",
      "mutation ($input: VariableCollectionUpsertInput!) { variableCollectionUpsert("
        + "input: $input) }",
      [
        (
          "input",
          .map([
            ("projectId", .plain(.string(scope.project))),
            ("environmentId", .plain(.string(scope.environment))),
            ("serviceId", .plain(.string(service))),
            ("variables", .map(values.map { ($0.name, .secret($0.value)) })),
            ("replace", .plain(.bool(false))),
            ("skipDeploys", .plain(.bool(!deploying))),
          ])
        )
      ]
    )
  }

  /// Removes a variable of a service.
  package func removeVariable(_ name: String, of service: String, in scope: Scope) -> Call {
    mutation(
      "variableDelete",
      "mutation ($input: VariableDeleteInput!) { variableDelete(input: $input) }",
      [
        (
          "input",
          .plain([
            "projectId": .string(scope.project), "environmentId": .string(scope.environment),
            "serviceId": .string(service), "name": .string(name),
          ])
        )
      ]
    )
  }
}
