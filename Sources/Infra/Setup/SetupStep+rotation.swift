import InfraContract

extension SetupStep {
  /// How the secrets that a deployment keeps get other values; nil where it keeps none.
  ///
  /// The order is also told in words, as a sheet has to do without the tool that wrote it.
  static func rotation(of stores: [SecretStore], in environment: String) -> SetupStep? {
    let names = Set(stores.map(\.secret.name))
    var places: [(name: String, at: [String])] = []
    var indices: [String: Int] = [:]
    for store in stores where !isSecondValue(store.secret.name, among: names) {
      if let index = indices[store.secret.name] {
        if !places[index].at.contains(store.place) { places[index].at.append(store.place) }
      } else {
        indices[store.secret.name] = places.count
        places.append((store.secret.name, [store.place]))
      }
    }
    guard let first = places.first?.name else { return nil }
    let command = "`swift run infra secrets rotate \(environment) "
    return SetupStep(
      .rotation,
      "Rotate a secret of \(environment)",
      [
        .text("Each command prints the steps in their order, and how far they are:"),
        .table(
          ["Secret", "Kept in", "Command"],
          places.map { place in
            [
              String(joining: ["`", place.name, "`"]), place.at.joined(separator: ", "),
              String(joining: [command, place.name, "`"]),
            ]
          }
        ),
        .text(
          "By hand, for a program that also verifies with a second value, here that of `\(first)` as "
            + "`\(first)_PREVIOUS`; any other order logs people out:"
        ),
        .list([
          "First, add the next value as the second one wherever the first is kept, and deploy.",
          "Then see that every instance runs with both.",
          "Then exchange the two values, and deploy: the next one signs, the old one still verifies.",
          "Last, when nothing that the old value signed is valid any more, remove the second one.",
        ]),
        .text(
          "Where a program takes one value only, what the old one signed ends with it. A value that "
            + "another service gave is made anew there first, and the old one withdrawn last."
        ),
      ],
      check: "what was signed before is accepted until the last step, and refused after it."
    )
  }

  private static func isSecondValue(_ name: String, among names: Set<String>) -> Bool {
    let suffix = "_PREVIOUS"
    return name.hasSuffix(suffix) && names.contains(String(name.dropLast(suffix.count)))
  }
}
