import InfraContract
import InfraKit
import InfraSecrets
import InfraTargets

/// Where the two values of a rotation are at the platforms of a deployment.
struct RotationSpots {
  /// What keeps both values.
  private(set) var keepers: [(address: InterfaceAddress, first: String, second: String)] = []
  /// What runs with them.
  private(set) var readers: [InterfaceAddress] = []

  /// Finds them; what only a person can change keeps `infra` from changing anything.
  init(_ rotation: Rotation, _ deployment: String) throws {
    let entry = rotation.entry
    let second = rotation.inventory.entry(rotation.second)
    for keeping in entry.keepings where keeping.deployment == deployment {
      guard let target = keeping.target as? any InterfacedTarget else {
        throw Self.byHand(rotation, "\(keeping.platform.title) has no interface that infra calls")
      }
      for place in keeping.places {
        let spot = "'\(place.variable)' of \(place.resource.title)"
        guard let address = target.address(keeping.part, of: place.resource) else {
          throw Self.byHand(rotation, "\(spot) is where no interface reaches it by name")
        }
        guard rotation.inventory.isAlone(place) else {
          throw Self.byHand(rotation, "\(spot) holds more than the secret")
        }
        let other = Self.other(of: place, second, rotation, deployment)
        if other == nil, rotation.state.done[.exchange] == nil {
          throw Failure.io(
            "\(place.resource.title) reads \(place.variable) and no \(rotation.second): once another "
              + "one signs with the next value, it would refuse what that signed",
            help: "give it both in the description, and run: "
              + "swift run infra generate \(rotation.environment)"
          )
        }
        if !readers.contains(address) { readers.append(address) }
        guard place.isKept, let keeper = target.keeper(keeping.part, of: place),
          !keepers.contains(where: { $0.address == keeper })
        else { continue }
        keepers.append((keeper, place.variable, other ?? Self.guess(place, rotation)))
      }
    }
    if keepers.isEmpty {
      throw Self.byHand(rotation, "nothing in deployment '\(deployment)' keeps \(rotation.name)")
    }
  }

  /// The variable of the second value beside a place.
  private static func other(
    of place: SecretPlace,
    _ second: SecretInventory.Entry?,
    _ rotation: Rotation,
    _ deployment: String
  ) -> String? {
    second?.keepings.filter { $0.deployment == deployment }.flatMap(\.places)
      .first { $0.resource == place.resource }?.variable
  }

  /// What it was called before the description dropped it.
  private static func guess(_ place: SecretPlace, _ rotation: Rotation) -> String {
    Overlap.second(of: place.variable)
  }

  private static func byHand(_ rotation: Rotation, _ why: String) -> Failure {
    Failure.io(
      "\(why), so infra changes nothing there",
      help: "do the steps by hand: swift run infra secrets rotate \(rotation.environment) "
        + "\(rotation.name); and say so with --step N --done"
    )
  }
}

extension SecretInventory {
  /// Whether a variable holds a secret and nothing else.
  func isAlone(_ place: SecretPlace) -> Bool {
    let application = environment.environment.application
    guard let reader = application.configured.first(where: { $0.id == place.resource }) else {
      return false
    }
    let entries = reader.shared.flatMap(\.variables.entries) + reader.variables.entries
    return entries.last { $0.name == place.variable }?.value.parts.count == 1
  }
}
