import InfraContract
public import InfraKit

extension Railway {
  /// How a secret's variables are changed by Railway's command line.
  public func procedure(
    _ part: HostedPart,
    to change: SecretChange,
    in places: [SecretPlace]
  ) -> Procedure? {
    var mapping = RailwayMapping(part, self)
    mapping.mapEverything()
    let project = mapping.finished()
    let services = places.compactMap { place in
      let address = RailwayEdits.address(of: place.resource)
      return project.services.first { $0.address == address }?.name
    }
    if services.isEmpty { return nil }
    return RailwaySetup(project).procedure(change, of: services)
  }
}

extension RailwaySetup {
  /// The last command of each service has no `--skip-deploys`, so that Railway deploys with it.
  fileprivate func procedure(_ change: SecretChange, of services: [String]) -> Procedure {
    switch change {
    case .set(let variable, .generated(let bytes)):
      let lines =
        ["value=$(openssl rand -hex \(bytes))"]
        + services.map { set(variable, of: $0, deploying: true) } + ["unset value"]
      return Procedure([.commands(lines)], check: deployed(services))
    case .set(let variable, .provided(let whereabouts)):
      let lines = typed(
        variable,
        hidden: true,
        services.map { set(variable, of: $0, deploying: true) }
      )
      return Procedure(
        [
          .text("Where it comes from: \(whereabouts). It is read without being shown."),
          .commands(lines),
        ],
        check: deployed(services)
      )
    case .exchange(let one, let other):
      return Procedure(
        [
          .text("A sealed variable cannot be read: there, type both values in its settings."),
          .commands(services.flatMap { exchange(one, other, of: $0) }),
        ],
        check: deployed(services)
      )
    case .remove(let variable):
      return Procedure(
        [
          .commands(
            ["railway environment \(environment)"]
              + services.flatMap { service in
                [
                  "railway variable delete \(variable) \(flags(service))",
                  "railway redeploy --service \(service) --yes",
                ]
              }
          )
        ],
        check: deployed(services)
      )
    }
  }

  private func exchange(_ one: String, _ other: String, of service: String) -> [String] {
    [
      "{",
      "  first=$(\(read(one, of: service)))",
      "  second=$(\(read(other, of: service)))",
      "  [ -n \"$first\" ] && [ -n \"$second\" ] &&",
      "  printf %s \"$first\" | railway variable set \(other) --stdin --skip-deploys "
        + "\(flags(service)) &&",
      "  printf %s \"$second\" | railway variable set \(one) --stdin \(flags(service))",
      "  unset first second",
      "}",
    ]
  }

  private func read(_ variable: String, of service: String) -> String {
    "railway variable list --kv \(flags(service)) | sed -n 's/^\(variable)=//p'"
  }

  private func deployed(_ services: [String]) -> String {
    "`railway service status --all` shows "
      + services.map { "`\($0)`" }.joined(separator: ", ")
      + " as `SUCCESS`, with a deployment that began after the change."
  }
}
