import InfraContract
import InfraKit
import InfraSecrets

extension SecretInventory {
  /// The secrets, for people.
  func text(colour: Bool) -> String {
    var text = Paint.bold(environment.name, colour)
    text += "  \(Paint.dim(environment.environment.site.description, colour))\n"
    if entries.isEmpty { return text + "\nIt reads no secrets.\n" }
    for entry in entries { text += "\n" + paragraph(entry, colour) }
    return text
  }

  private func paragraph(_ entry: Entry, _ colour: Bool) -> String {
    var text = Paint.bold(entry.name, colour)
    if let site = entry.secret?.site { text += "  \(Paint.dim(site.description, colour))" }
    text += "\n"
    var rows: [(String, String)] = [("origin", entry.origin.words)]
    if let purpose = entry.purpose { rows.append(("is", purpose)) }
    for (index, use) in entry.uses.enumerated() {
      rows.append((index == 0 ? "read by" : "", use.words))
    }
    if let file = entry.file { rows.append(("kept in", file)) }
    for keeping in entry.keepings {
      let name =
        environment.deployments.count == 1
        ? keeping.platform.title : "\(keeping.deployment), \(keeping.platform.title)"
      for (index, place) in keeping.places.enumerated() {
        rows.append((index == 0 ? name : "", place.words))
      }
    }
    rows.append(("rotation", rotation(entry)))
    let width = rows.map { $0.0.count }.max() ?? 0
    for (name, words) in rows {
      let space = String(repeating: " ", count: width - name.count)
      // Colour takes no columns, so it is put in once the lines are broken.
      let head = "  \(name)\(space)  "
      let lines = Paragraph.wrapped(
        words,
        first: head,
        rest: String(repeating: " ", count: head.count)
      )
      text += "  \(Paint.dim(name, colour))" + lines.dropFirst(2 + name.count)
    }
    return text
  }

  /// The secret that another one is the second value of.
  func first(of entry: Entry) -> String? {
    entries.first { Overlap.second(of: $0.name) == entry.name }?.name
  }

  /// Whether a secret can rotate without anybody's notice.
  func rotation(_ entry: Entry) -> String {
    if let first = first(of: entry) { return "the second value of \(first)" }
    return switch Overlap(entry, in: self) {
    case .described: "with an overlap, through \(Overlap.second(of: entry.name))"
    case .left(let processes):
      "with an overlap once \(Overlap.second(of: entry.name)) of "
        + processes.map { "'\($0)'" }.joined(separator: " and ") + " is described"
    case .none: "without an overlap"
    }
  }
}

extension SecretInventory.Use {
  fileprivate var words: String {
    if let manner { return "\(resource.title) as \(manner)" }
    return "\(resource.title) as \(variable)"
  }
}

extension SecretPlace {
  fileprivate var words: String { "\(resource.title), \(variable): \(delivered.text)" }

  /// The way and the words of the manifest.
  fileprivate var delivered: (form: String, text: String) {
    switch form {
    case .literal(let text)?: ("literal", "a text of \(text.count) characters")
    // What a person reads in the place of a missing value says nothing of where it comes from.
    case .reference(let text)?:
      ("reference", Wording.printable(text.replacing(/:\?[^}]*\}/, with: "}")))
    case .generated(let text)?: ("generated", "the platform makes it: \(Wording.printable(text))")
    case .kept(let text)?: ("kept", Wording.printable(text))
    case .asked(let text)?: ("setup step", Wording.printable(text))
    case nil: ("absent", "not set")
    }
  }
}

/// The secrets, as data.
struct InventoryRecord: Encodable {
  let environment: String
  let secrets: [SecretRecord]?

  struct SecretRecord: Encodable {
    let name: String
    let origin: String
    let bytes: Int?
    let whereabouts: String?
    let purpose: String?
    let file: String?
    let line: Int?
    let keptIn: String?
    let signsForSeconds: Int?
    let rotation: String
    let readers: [ReaderRecord]?
    let targets: [PlaceRecord]?
  }

  struct ReaderRecord: Encodable {
    let kind: String
    let name: String
    let variable: String
  }

  struct PlaceRecord: Encodable {
    let deployment: String
    let platform: String
    let kind: String
    let name: String
    let variable: String
    let form: String
    let text: String
  }

  init(_ inventory: SecretInventory) {
    environment = inventory.environment.name
    secrets = inventory.entries.map { entry in
      var bytes: Int?
      var whereabouts: String?
      var origin = "generated"
      switch entry.origin {
      case .generated(let count): bytes = count
      case .provided(let place):
        origin = "provided"
        whereabouts = place
      }
      return SecretRecord(
        name: entry.name,
        origin: origin,
        bytes: bytes,
        whereabouts: whereabouts,
        purpose: entry.purpose,
        file: entry.secret?.site.file.description,
        line: entry.secret.map { Int($0.site.line) },
        keptIn: entry.file,
        signsForSeconds: entry.secret?.signsFor.map { Int($0.components.seconds) },
        rotation: inventory.rotation(entry),
        readers: entry.uses.map {
          ReaderRecord(
            kind: $0.resource.kind.title,
            name: $0.resource.name,
            variable: $0.variable
          )
        },
        targets: entry.keepings.flatMap { keeping in
          keeping.places.map { place in
            PlaceRecord(
              deployment: keeping.deployment,
              platform: keeping.platform.title,
              kind: place.resource.kind.title,
              name: place.resource.name,
              variable: place.variable,
              form: place.delivered.form,
              text: place.delivered.text
            )
          }
        }
      )
    }
  }
}
