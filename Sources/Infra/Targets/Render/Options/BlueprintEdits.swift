import InfraContract
public import InfraKit

/// Changes to a `render.yaml` that the model has no word for.
///
/// Resources are addressed by value, so a misspelt one does not compile. The changes are made after
/// the mapping and before the rules, which see the file as it will be written.
public struct BlueprintEdits: Sendable {
  enum Change: Sendable {
    case server(@Sendable (inout Blueprint.ServerService) -> Void)
    case site(@Sendable (inout Blueprint.StaticService) -> Void)
    case cron(@Sendable (inout Blueprint.CronService) -> Void)
    case keyValue(@Sendable (inout Blueprint.KeyValueService) -> Void)
    case database(@Sendable (inout Blueprint.Database) -> Void)
  }

  struct Edit: Sendable {
    let resource: ResourceID
    let change: Change
    let site: CallSite
  }

  private(set) var edits: [Edit] = []
  private(set) var wholes: [@Sendable (inout Blueprint) -> Void] = []

  init() {}

  /// Changes the entry of a service.
  public mutating func edit(
    _ service: Service,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.ServerService) -> Void
  ) {
    add(service.id, .server(change), file, line)
  }

  /// Changes the entry of a static site.
  public mutating func edit(
    _ site: StaticSite,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.StaticService) -> Void
  ) {
    add(site.id, .site(change), file, line)
  }

  /// Changes the entry of a site that a process serves, which Render runs as a web service.
  public mutating func editServer(
    of site: StaticSite,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.ServerService) -> Void
  ) {
    add(site.id, .server(change), file, line)
  }

  /// Changes the entry of a cron job.
  public mutating func edit(
    _ job: CronJob,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.CronService) -> Void
  ) {
    add(job.id, .cron(change), file, line)
  }

  /// Changes the entry of a key-value store.
  public mutating func edit(
    _ cache: KeyValue,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.KeyValueService) -> Void
  ) {
    add(cache.id, .keyValue(change), file, line)
  }

  /// Changes the entry of a database.
  public mutating func edit(
    _ database: Postgres,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.Database) -> Void
  ) {
    add(database.id, .database(change), file, line)
  }

  /// Changes the whole file, after the changes to its entries.
  public mutating func editBlueprint(_ change: @escaping @Sendable (inout Blueprint) -> Void) {
    wholes.append(change)
  }

  private mutating func add(
    _ resource: ResourceID,
    _ change: Change,
    _ file: StaticString,
    _ line: UInt
  ) {
    edits.append(Edit(resource: resource, change: change, site: CallSite(file: file, line: line)))
  }
}
