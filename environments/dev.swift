import InfraKit
import InfraTargets

extension Environment {
  /// A developer's machine: everything in Docker Compose, reachable on 127.0.0.1 only.
  public static var dev: Environment {
    var helpdesk = Helpdesk()
    helpdesk.settings.logLevel = .debug
    return Environment(
      "dev",
      helpdesk.application,
      on: .compose(at: "docker-compose.yml") { [helpdesk] in $0.harden(helpdesk) }
    )
  }
}

extension ComposeEdits {
  /// Keeps the processes of the backend's image, which write to no disk, from doing so.
  mutating func harden(_ helpdesk: Helpdesk) {
    edit(helpdesk.backend) { $0.readOnly = true }
    edit(helpdesk.worker) { $0.readOnly = true }
    editRelease(of: helpdesk.backend) { $0.readOnly = true }
  }
}
