import InfraContract
import InfraKit

extension BlueprintDraft {
  /// Makes the author's changes: first to the entries, then to the whole file.
  mutating func apply(_ edits: BlueprintEdits) {
    for edit in edits.edits { apply(edit) }
    for change in edits.wholes { change(&blueprint) }
  }

  private mutating func apply(_ edit: BlueprintEdits.Edit) {
    guard let place = places[edit.resource] else {
      findings.report(
        RenderRules.editsHosted,
        "the edit is of \(edit.resource.title), which Render does not host in deployment "
          + "'\(part.deployment)'",
        help: "remove the edit, or let this target host \(edit.resource.title)",
        at: edit.site,
        about: edit.resource
      )
      return
    }
    let before = name(at: place)
    let fits: Bool
    switch place {
    case .database(let index):
      fits = Self.change(&blueprint.databases[index], by: edit.change)
    case .service(let index):
      fits = Self.change(&blueprint.services[index], by: edit.change)
    }
    if !fits {
      findings.report(
        RenderRules.editsHosted,
        "the edit takes \(edit.resource.title) for another kind of entry than Render runs it as",
        help: "a site with serve: is a web service (editServer(of:)); one without is a static "
          + "site (edit)",
        at: edit.site,
        about: edit.resource
      )
    }
    let after = name(at: place)
    if before != after { origins[after] = origins.removeValue(forKey: before) }
  }

  private func name(at place: Place) -> String {
    switch place {
    case .service(let index): blueprint.services[index].name
    case .database(let index): blueprint.databases[index].name
    }
  }

  private static func change(
    _ database: inout Blueprint.Database,
    by change: BlueprintEdits.Change
  ) -> Bool {
    guard case .database(let change) = change else { return false }
    change(&database)
    return true
  }

  private static func change(
    _ service: inout Blueprint.Service,
    by change: BlueprintEdits.Change
  ) -> Bool {
    switch (service, change) {
    case (.server(var entry), .server(let change)):
      change(&entry)
      service = .server(entry)
    case (.site(var entry), .site(let change)):
      change(&entry)
      service = .site(entry)
    case (.cron(var entry), .cron(let change)):
      change(&entry)
      service = .cron(entry)
    case (.keyValue(var entry), .keyValue(let change)):
      change(&entry)
      service = .keyValue(entry)
    default: return false
    }
    return true
  }
}
