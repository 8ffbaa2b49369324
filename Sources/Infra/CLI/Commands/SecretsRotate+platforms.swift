import InfraDisk
import InfraKit
import InfraSecrets
import InfraSerialization
import InfraTargets
import InfraVendors

extension SecretsRotate {
  /// The deployment whose platforms keep the secret; nil where this machine does, or where there are
  /// several and none is named.
  func remoteDeployment(_ inventory: SecretInventory) throws -> String? {
    let all = try inventory.environment.environment.deployments(deployment).map(\.name)
    return inventory.file == nil && all.count == 1 ? all[0] : nil
  }

  /// The options that a person adds where infra does the steps at platforms by itself.
  static func remoteOptions(_ rotation: Rotation, _ deployment: String?, isOnly: Bool) -> String? {
    let keepings = rotation.entry.keepings.filter { $0.deployment == deployment }
    guard let deployment, !keepings.isEmpty,
      keepings.allSatisfy({ $0.target is any InterfacedTarget })
    else { return nil }
    return (isOnly ? "" : "--deployment \(deployment) ") + "--apply"
  }

  /// Does a step at the platforms, and answers the rotation after it.
  func applyRemotely(
    _ step: RotationStep,
    of given: Rotation,
    _ root: String,
    _ context: Context
  ) throws -> Rotation {
    var rotation = given
    guard let name = try remoteDeployment(rotation.inventory) else {
      let all = rotation.inventory.environment.environment.deployments
      throw Failure.usage(
        "'\(environment)' has several deployments, and each keeps secrets of its own",
        help: "name one: --deployment \(all[0].name)"
      )
    }
    let handing = RemoteRotation.Handing(isFromInput: stdin, replaces: replace, isDry: dryRun)
    var remote = try RemoteRotation(rotation, name, in: context, root: root)
    let live = try remote.live()
    var values = RotationValues.none
    switch step {
    case .add: values = try remote.valuesToAdd(live, handing)
    case .verify: break
    case .exchange: values = try remote.valuesToExchange(live, handing)
    case .drop: if let objection = remote.objectionToDropping(live) { throw objection }
    }
    if dryRun {
      remote.show(try remote.steps(step, live, values, .map([:])))
      return rotation
    }
    if !values.next.isEmpty {
      // Which value it is must be known to the run that goes on, should this one be killed.
      try remember(values.next, &rotation, remote.digests, root)
      remote = try RemoteRotation(rotation, name, in: context, root: root)
    }
    let journal = try remote.journal(step, live)
    let steps = try remote.steps(step, try remote.live(), values, journal.facts)
    try remote.carryOut(steps, journal)
    rotation.state.mark(step, at: context.now())
    try keep(rotation, root)
    return rotation
  }

  private func remember(
    _ next: SecretText,
    _ rotation: inout Rotation,
    _ digests: SecretDigests,
    _ root: String
  ) throws {
    rotation.state.next = next.withText { digests.digest(of: $0) }
    try Failure.translating { () throws(SecretsProblem) in try digests.write(root: root) }
    try keep(rotation, root)
  }

  /// Keeps how far a rotation is.
  func keep(_ rotation: Rotation, _ root: String) throws {
    let state = rotation.state
    let key = stateKey(rotation.inventory)
    try Failure.translating { () throws(SecretsProblem) in
      try state.write(root: root, environment: environment, name: name, deployment: key)
    }
  }

  /// Notes in the committed record that a rotation is over.
  func noteEnd(of rotation: Rotation, _ root: String, _ context: Context) throws {
    guard rotation.inventory.file == nil, rotation.state.due == nil else { return }
    let key = stateKey(rotation.inventory)
    let path = try Failure.translating { () throws(SecretsProblem) in
      var log = try RotationLog(root: root, environment: environment)
      try log.note(name, key, at: context.now())
      return log.path
    }
    context.console.out(
      "noted in \(path), without a value: commit it, for 'infra release check' reads it\n"
    )
  }

  /// What the state is kept under besides environment and secret.
  func stateKey(_ inventory: SecretInventory) -> String? {
    inventory.environment.environment.deployments.count > 1 ? deployment : nil
  }
}
