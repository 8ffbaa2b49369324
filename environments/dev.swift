import InfraKit
import InfraTargets

extension Environment {
  /// A developer's machine: everything in Docker Compose, reachable on 127.0.0.1 only.
  public static var dev: Environment {
    var helpdesk = Helpdesk()
    helpdesk.settings.logLevel = .debug
    return Environment("dev", helpdesk.application, on: .compose(at: "docker-compose.yml"))
  }
}
