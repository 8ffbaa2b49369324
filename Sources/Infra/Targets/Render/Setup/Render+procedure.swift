import InfraContract
public import InfraKit

extension Render {
  /// How a secret's variables are changed in Render's Dashboard, which shows nothing that it is not
  /// asked to show; its command line has no command for variables.
  public func procedure(
    _ part: HostedPart,
    to change: SecretChange,
    in places: [SecretPlace]
  ) -> Procedure? {
    var draft = BlueprintDraft(part, self)
    draft.map()
    draft.apply(edits)
    let readers = places.compactMap { place -> String? in
      guard case .service(let index)? = draft.places[place.resource] else { return nil }
      return draft.blueprint.services[index].name
    }
    if readers.isEmpty { return nil }
    let keepers = Self.keepers(of: places, draft)
    let pages = keepers.map { "`\($0)`" }.joined(separator: " and ")
    let how: String
    switch change {
    case .set(let variable, .generated):
      how =
        "Nothing is typed: the push of `\(file(of: part))` with `\(variable)` in it makes Render "
        + "generate the value, and deploys. Where the variable is there already: open \(pages) in "
        + "the Dashboard, Environment, Edit, and choose Generate beside `\(variable)`."
    case .set(let variable, .provided(let whereabouts)):
      how =
        "In the Dashboard open \(pages), Environment, Edit, and give `\(variable)` its value. Where "
        + "it comes from: \(whereabouts)."
    case .exchange(let one, let other):
      how =
        "In the Dashboard open \(pages), Environment, Edit, and exchange the values of `\(one)` and "
        + "`\(other)` before you save once."
    case .remove(let variable):
      how =
        "In the Dashboard open \(pages), Environment, Edit, and delete `\(variable)`: a sync leaves "
        + "what is gone from the file."
    }
    return Procedure(
      [.text(how + " Choose Save, rebuild and deploy; deploy other readers too.")],
      check: "the newest deploy of "
        + Self.unique(readers).map { "`\($0)`" }.joined(separator: ", ")
        + " is live, and began after the change."
    )
  }

  /// The services and groups whose page has the variables; others refer to them.
  private static func keepers(of places: [SecretPlace], _ draft: BlueprintDraft) -> [String] {
    var names: [String] = []
    for place in places where place.isKept {
      guard case .service(let index)? = draft.places[place.resource] else { continue }
      let service = draft.blueprint.services[index]
      let isOwn = service.envVars.contains {
        if case .direct(let variable) = $0 { variable.key == place.variable } else { false }
      }
      let group = draft.blueprint.allGroups.first { group in
        group.envVars.contains { $0.key == place.variable }
      }
      names.append(isOwn ? service.name : group?.name ?? service.name)
    }
    return unique(names)
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
