import InfraContract
import InfraKit

/// A Compose file in the making, with what its rules and setup steps need to know.
struct ComposeProject {
  /// What an entry of the file was made for.
  struct Owner: Hashable {
    /// The resource.
    let id: ResourceID
    /// The line to blame: the resource's own, or the author's last edit.
    var site: CallSite
  }

  /// A port of the host.
  struct HostPort {
    /// The resource that it leads to.
    let id: ResourceID
    /// The variable that moves it.
    let variable: String
    /// Where it is unless moved.
    let number: Int
  }

  /// A value that people put into `.env`.
  struct Wanted: Hashable {
    enum Origin: Hashable {
      /// Random bytes, in hexadecimal digits.
      case generated(bytes: Int)
      /// What a person gets from somewhere.
      case provided(String)
    }

    /// The variable.
    let name: String
    /// Where the value comes from.
    let origin: Origin
    /// What it is, to follow a dash.
    let purpose: String
  }

  /// The file.
  var file = ComposeFile()

  /// The path of the file as the author wrote it.
  let writtenPath: String

  /// The path of the file from the root.
  var path: String { RelativePath.normalized(writtenPath) }

  /// What each service of the file was made for; only looked up by name.
  var owners: [String: Owner] = [:]

  /// The line to blame for the file as a whole.
  var site: CallSite

  /// The files beside it: Dockerfiles and configurations.
  var companions: [GeneratedFile] = []

  /// The ports of the host, in the order of the file.
  var ports: [HostPort] = []

  /// What `.env` must hold, in order of first use.
  var wanted: [Wanted] = []

  init(path: String, site: CallSite) {
    self.writtenPath = path
    self.site = site
  }

  /// The directory of the file, from which its relative paths start.
  var directory: String { RelativePath.directory(of: path) }

  /// How Compose is called from the root: it finds a file of a usual name there by itself.
  var command: String {
    let usual = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"]
    return usual.contains(path) ? "docker compose" : "docker compose -f \(Command.quoted(path))"
  }

  /// The path of the file with the values that are not committed.
  var environmentFile: String { RelativePath.joined(directory, ".env") }

  /// The variable of a host port.
  func port(of id: ResourceID) -> HostPort? { ports.first { $0.id == id } }

  /// A path from the root, as the file writes it: with a leading `./` or `../`.
  func written(_ path: String) -> ComposeText {
    let relative = RelativePath.path(from: directory, to: path)
    return relative == "." || relative.hasPrefix("../") || relative == ".."
      ? ComposeText(relative) : ComposeText("./" + relative)
  }
}

/// Names that are made of resources' names.
enum ComposeNames {
  /// The service that runs a release command once.
  static func release(of service: Service) -> String { service.name + "-release" }

  /// The variable of `.env` for something of a resource, such as `API_PORT`.
  static func variable(_ name: String, _ what: String) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): text.unicodeScalars.append(.init(byte - 0x20))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        text.unicodeScalars.append(.init(byte))
      default: text += "_"
      }
    }
    if let first = text.utf8.first, !ComposeVariable.isNameStart(first) { text = "_" + text }
    return text + "_" + what
  }

  /// The variable for a property of a resource, such as `API_ORIGIN`.
  static func variable(_ reference: Reference) -> String {
    let property =
      switch reference.property {
      case .origin: "ORIGIN"
      case .publicHost: "PUBLIC_HOST"
      case .host: "HOST"
      case .port: "PORT"
      case .privateOrigin: "PRIVATE_ORIGIN"
      case .url: "URL"
      case .pooledURL: "POOLED_URL"
      case .user: "USER"
      case .password: "PASSWORD"
      case .database: "DATABASE"
      }
    return variable(reference.name, property)
  }

  /// The volume of a service's disk.
  static func volume(_ volume: Volume, of service: Service) -> String {
    "\(service.name)-\(volume.name)"
  }

  /// The name of the database inside the server where the author leaves it out.
  static func database(_ database: Postgres) -> String {
    database.databaseName ?? String(database.name.map { $0 == "-" ? "_" : $0 })
  }

  /// The user that owns the database where the author leaves it out.
  static func user(_ database: Postgres) -> String { database.user ?? self.database(database) }
}
