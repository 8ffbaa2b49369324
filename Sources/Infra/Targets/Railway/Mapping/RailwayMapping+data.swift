import InfraContract
import InfraKit
import InfraSerialization

extension RailwayMapping {
  mutating func map(_ database: Postgres) {
    add(.postgres(database.name, major: database.version.rawValue))
  }

  mutating func map(_ cache: KeyValue) {
    add(.redis(cache.name))
  }

  /// Adds a database; its user, password, disk and variables are Railway's to make.
  private mutating func add(_ database: RailwayGraph.Database) {
    var database = target.region.map { database.located(in: $0) } ?? database
    database.deploy = database.deploy ?? RailwayGraph.Deploy()
    database.networking = database.networking ?? RailwayGraph.Networking()
    resources.append(.database(database))
  }
}
