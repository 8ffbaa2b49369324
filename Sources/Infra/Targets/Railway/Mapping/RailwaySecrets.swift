import InfraContract
import InfraKit

/// The secrets of a project, in order of first use, with the variables that keep their values.
struct RailwaySecrets {
  /// A variable that keeps a secret's value.
  struct Place: Hashable {
    let service: String
    let variable: String
  }

  /// A secret with its variables.
  struct Use {
    let secret: Secret
    var places: [Place]
    /// The first line that makes it be kept.
    let site: CallSite
  }

  private(set) var uses: [Use] = []
  private var positions: [String: Int] = [:]

  mutating func add(_ secret: Secret, _ service: String, _ variable: String, _ site: CallSite) {
    let place = Place(service: service, variable: variable)
    guard let position = positions[secret.name] else {
      positions[secret.name] = uses.count
      uses.append(Use(secret: secret, places: [place], site: site))
      return
    }
    if !uses[position].places.contains(place) { uses[position].places.append(place) }
  }
}
