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

  /// The file.
  var file = ComposeFile()

  /// The path of the file as the author wrote it.
  let writtenPath: String

  /// The path of the file from the root.
  var path: String { RelativePath.place(writtenPath) }

  /// What each service of the file was made for; only looked up by name.
  var owners: [String: Owner] = [:]

  /// The line to blame for the file as a whole.
  var site: CallSite

  /// The files beside it: Dockerfiles and configurations.
  var companions: [GeneratedFile] = []

  /// The ports of the host, in the order of the file.
  var ports: [LocalPort] = [] {
    didSet { portsByResource = Dictionary(ports.map { ($0.id, $0) }) { first, _ in first } }
  }

  /// What `.env` must hold, in order of first use.
  private(set) var wanted: [WantedValue] = []

  private var portsByResource: [ResourceID: LocalPort] = [:]
  private var wantedPositions: [String: Int] = [:]

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

  /// What keeps apart the projects of one clone: beside the root, a file belongs to one environment.
  func suffix(in environment: String) -> String { directory == "." ? "" : "-" + environment }

  /// The variable of a host port.
  func port(of id: ResourceID) -> LocalPort? { portsByResource[id] }

  /// What `.env` must hold under a name.
  func wanted(_ name: String) -> WantedValue? { wantedPositions[name].map { wanted[$0] } }

  /// Asks for a value in `.env`, unless one of its name is asked for; answers what it holds now.
  mutating func want(_ value: WantedValue) -> WantedValue {
    if let earlier = wanted(value.name) { return earlier }
    wantedPositions[value.name] = wanted.count
    wanted.append(value)
    return value
  }

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

  /// The volume of a service's disk.
  static func volume(_ volume: Volume, of service: Service) -> String {
    "\(service.name)-\(volume.name)"
  }
}
