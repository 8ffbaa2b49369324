import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets
import InfraSerialization
import InfraTargets
import InfraVendors

/// Gives the platforms of a deployment the secrets that they do not have yet.
///
/// What is there stays. The live state is read first, so a run that was stopped goes on where it was
/// when the command is given again.
struct SecretSetting {
  let inventory: SecretInventory
  let deployment: String
  let context: Context
  let root: String

  /// Sets what is missing, and says so; what is only to be said is said with every value a word.
  func run(dryRun: Bool, givenOnInput: Bool) throws {
    var steps: [Step] = []
    var values: [(name: String, value: SecretText)] = []
    var isEmpty = true
    let given = try givenOnInput ? input() : nil
    for entry in inventory.entries {
      guard let secret = entry.secret else { continue }
      let places = places(of: entry)
      let spots = places.settable
      for place in places.byHand {
        context.console.out(
          "\(entry.name): '\(place.variable)' of \(place.resource.title) is set by hand, as SETUP.md "
            + "says\n"
        )
      }
      if spots.isEmpty {
        isEmpty = isEmpty && places.byHand.isEmpty
        continue
      }
      isEmpty = false
      let remotes = try Failure.calling { () throws(VendorError) in try spots.map(open) }
      let live = try Failure.calling { () throws(VendorError) in
        try remotes.map { remote throws(VendorError) in try remote.live() }
      }
      let missing = zip(remotes, live).filter { $0.1 == nil }.map(\.0)
      if missing.isEmpty {
        context.console.out("\(entry.name) is there\n")
        continue
      }
      let value: SecretText
      if let readable = live.compactMap(\.self).compactMap(\.value).first {
        // All readers of a secret have one value.
        value = readable
      } else if !places.made.isEmpty {
        value = try made(places.made, for: missing[0])
      } else if live.contains(where: { $0 != nil }) {
        throw Failure.io(
          "\(missing[0].title) is missing, and the other places that have it show it to nobody",
          help: "set it by hand, or remove it everywhere, and run this again"
        )
      } else {
        value = dryRun ? SecretText("") : try self.value(of: secret, given)
      }
      values.append((entry.name, value))
      steps += missing.map { Self.step($0, value) }
    }
    if dryRun {
      for case .call(let call, _, _) in steps.map(\.action) {
        context.console.out(call.shown + "\n")
      }
      return
    }
    if isEmpty {
      context.console.out(
        "there is nothing to set: the platforms make every secret by themselves\n"
      )
    }
    if !steps.isEmpty { try carryOut(steps) }
    try Failure.translating { () throws(SecretsProblem) in
      var digests = try SecretDigests(root: root)
      for (name, value) in values {
        value.withText { digests.note(inventory.environment.name, name, $0) }
      }
      if !values.isEmpty { try digests.write(root: root) }
    }
  }

  private typealias Spot = (place: SecretPlace, address: InterfaceAddress)

  /// What holds a secret in the deployment.
  private struct Places {
    /// The variables that hold it and nothing else, and that no platform fills by itself.
    var settable: [Spot] = []
    /// The variables that a platform fills with a value that it makes.
    var made: [Spot] = []
    /// What no interface reaches, or what holds more than the secret.
    var byHand: [SecretPlace] = []
  }

  private func places(of entry: SecretInventory.Entry) -> Places {
    var places = Places()
    for keeping in entry.keepings where keeping.deployment == deployment {
      let target = keeping.target as? any InterfacedTarget
      for place in keeping.places {
        let address = target?.address(keeping.part, of: place.resource)
        if case .generated? = place.form {
          if let keeper = target?.keeper(keeping.part, of: place) {
            places.made.append((place, keeper))
          }
        } else if !inventory.isAlone(place) {
          // Within a text a platform may refer to a variable of the same resource that is the secret.
          let isBeside = keeping.places.contains {
            $0.resource == place.resource && inventory.isAlone($0)
          }
          if !isBeside { places.byHand.append(place) }
        } else if place.isKept {
          if let address {
            places.settable.append((place, address))
          } else {
            places.byHand.append(place)
          }
        }
      }
    }
    return places
  }

  /// The value that a platform has made, for a reader on another one.
  private func made(_ spots: [Spot], for reader: RemoteVariable) throws -> SecretText {
    for spot in spots {
      let live = try Failure.calling { () throws(VendorError) in try open(spot).live() }
      if let value = live?.value { return value }
    }
    throw Failure.io(
      "\(reader.title) waits for the value that \(spots[0].place.resource.title) gets from its "
        + "platform, which is not there to be read yet",
      help: "do the first deploy there, and run this again"
    )
  }

  private func open(_ spot: Spot) throws(VendorError) -> RemoteVariable {
    try RemoteVariable(
      spot.place.variable,
      of: spot.place.resource,
      at: spot.address,
      through: context.vendors
    )
  }

  /// A new value: made by chance, typed without being shown, or read.
  private func value(of secret: Secret, _ given: EnvFile?) throws -> SecretText {
    if let text = given?[secret.name], !text.isEmpty { return SecretText(text) }
    switch secret.origin {
    case .generated(let bytes):
      return SecretText(EnvironmentDraft.hexadecimal(SystemRandom.bytes(bytes)))
    case .provided:
      guard context.questions.canAsk,
        let answer = context.questions.askHidden("\(secret.name), \(secret.origin.words): "),
        !answer.isEmpty
      else {
        throw Failure.io(
          "there is no value for \(secret.name), \(secret.origin.words)",
          help: "type it at a terminal, or hand it in as NAME=value: … --apply --stdin < values"
        )
      }
      return SecretText(answer)
    }
  }

  private func input() throws -> EnvFile {
    guard let text = String(validating: context.questions.input(), as: UTF8.self) else {
      throw Failure.usage("standard input is not UTF-8 text")
    }
    do { return try EnvFile(text) } catch {
      throw Failure.usage("standard input:\(error.line): \(error.message)", help: error.help)
    }
  }

  private static func step(_ remote: RemoteVariable, _ value: SecretText) -> Step {
    Step(
      "set \(remote.title)",
      "set \(remote.title)",
      check: "the platform lists the variable",
      .call(
        remote.set(value),
        .harmless("the variable is not there, and nothing has read it"),
        state: { _ throws(VendorError) in try remote.live() == nil ? .notYet : .done }
      )
    )
  }

  private func carryOut(_ steps: [Step]) throws {
    try context.carryOut(steps, try journal(), whenDone: "was there")
  }

  private func journal() throws(Failure) -> Journal {
    let name = "secrets-\(inventory.environment.name)-\(deployment)"
    do throws(ApplyProblem) {
      if Journal.isUnfinished(name, in: root) { return try Journal.resume(name, in: root) }
      return try Journal.start(name, in: root, facts: .map([:]))
    } catch {
      throw Failure.toRunAgain(error)
    }
  }
}

extension Failure {
  /// Runs a body that asks a vendor, and makes its error one to report.
  static func calling<Result>(
    _ body: () throws(VendorError) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure.io(error.message, help: error.help) }
  }
}
