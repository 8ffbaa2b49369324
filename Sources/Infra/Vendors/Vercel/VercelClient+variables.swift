import InfraSerialization

extension VercelClient {
  /// A variable of a project.
  package struct Variable: Sendable, Hashable {
    /// The number.
    package let id: String
    /// The name.
    package let name: String
    /// The environments that get it, such as `production`.
    package let targets: [String]
    /// The branch that it is for, where it is for one.
    package let branch: String?
    /// Whether its value can never be read back.
    package let isSensitive: Bool
    /// When it was last set, in milliseconds since 1970: all that a sensitive one shows of a change.
    package let updatedAt: Int

    init?(_ value: AnyValue) {
      guard let id = value["id"]?.text, let name = value["key"]?.text else { return nil }
      self.id = id
      self.name = name
      let single = value["target"]?.text.map { [$0] }
      targets =
        (value["target"]?.items?.compactMap(\.text) ?? single ?? [])
        + (value["customEnvironmentIds"]?.items?.compactMap(\.text) ?? [])
      branch = value["gitBranch"]?.text
      isSensitive = value["type"]?.text == "sensitive"
      updatedAt = value["updatedAt"]?.whole ?? 0
    }
  }

  /// The variables of a project, without values: nothing here needs one.
  package func variables(of project: String) throws(VendorError) -> [Variable] {
    try list("/v10/projects/\(Request.escaped(project))/env", of: "envs")
      .compactMap(Variable.init)
  }

  /// Makes a variable, or sets the one of that name and those environments.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value.
  ///   - project: The project's number or name.
  ///   - targets: The environments that get it, such as `production`.
  ///   - branch: The branch that it is for, where it is for one of the previews.
  ///   - isSensitive: Whether nobody can read it back; not in `development`.
  /// - Returns: The call.
  package func setVariable(
    _ name: String,
    to value: SecretText,
    of project: String,
    targets: [String],
    branch: String? = nil,
    isSensitive: Bool
  ) -> Call {
    var content: [(name: String, content: Content)] = [
      ("key", .plain(.string(name))), ("value", .secret(value)),
      ("type", .plain(.string(isSensitive ? "sensitive" : "encrypted"))),
      ("target", .plain(.list(targets.map(AnyValue.string)))),
    ]
    if let branch { content.append(("gitBranch", .plain(.string(branch)))) }
    return connection.call(
      Request(
        .post,
        path("/v10/projects/\(Request.escaped(project))/env?upsert=true"),
        .map(content)
      )
    )
  }

  /// Gives a variable another value; its environments stay.
  package func changeVariable(_ id: String, to value: SecretText, of project: String) -> Call {
    connection.call(
      Request(
        .patch,
        path("/v9/projects/\(Request.escaped(project))/env/\(Request.escaped(id))"),
        .map([("value", .secret(value))])
      )
    )
  }

  /// Removes a variable.
  package func removeVariable(_ id: String, of project: String) -> Call {
    connection.call(
      Request(
        .delete,
        path("/v9/projects/\(Request.escaped(project))/env/\(Request.escaped(id))")
      )
    )
  }
}
