import InfraKit
import InfraSerialization

extension RailwayProject {
  /// What `railway.ts` says that an apply deletes, moves or refuses when it comes to say otherwise.
  var entries: [RecordedEntry] {
    graph.resources.compactMap { resource in
      switch resource {
      case .service(let service): entry(service)
      case .database(let database): entry(database)
      case .volume(let volume): entry(volume)
      case .bucket(let bucket): entry(bucket)
      case .group: nil
      }
    }
  }

  private func entry(_ service: RailwayGraph.Service) -> RecordedEntry {
    var entry = made("service", service.name, service.address)
    entry.add(
      "secrets",
      words: service.variables.entries.compactMap { $0.value == .preserve ? $0.key : nil }
    )
    return entry
  }

  private func entry(_ database: RailwayGraph.Database) -> RecordedEntry {
    var entry = made("database", database.name, database.address)
    entry.add("engine", database.engine.rawValue)
    let tag = database.image.split(separator: ":").dropFirst().last.map(String.init) ?? ""
    entry.add("version", String(tag.prefix { $0.isASCII && $0.isNumber }))
    let regions = database.deploy?.multiRegionConfig.keys ?? []
    entry.add("region", words: regions.sorted())
    return entry
  }

  private func entry(_ volume: RailwayGraph.Volume) -> RecordedEntry {
    var entry = made("volume", volume.name, volume.address)
    entry.add("size", volume.config.sizeMB.map { "\($0)" })
    entry.add("region", volume.config.region?.rawValue)
    return entry
  }

  private func entry(_ bucket: RailwayGraph.Bucket) -> RecordedEntry {
    var entry = made("bucket", bucket.name, bucket.address)
    entry.add("region", bucket.config.region?.rawValue)
    return entry
  }

  private func made(_ kind: String, _ name: String, _ address: String) -> RecordedEntry {
    let (id, site) = origin(address)
    return RecordedEntry(kind, name, of: id, at: site)
  }
}
