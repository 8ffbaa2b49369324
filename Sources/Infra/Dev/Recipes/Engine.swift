/// A container engine that answers.
enum Engine {
  /// The client of one that a person wants, or that is there; nil for the programs of this machine.
  static func chosen(
    _ choice: DevOptions.EngineChoice,
    path: String?,
    note: (String) -> Void
  ) throws(DevProblem) -> String? {
    if choice == .local { return nil }
    let clients = ["docker", "podman"].filter { LocalFiles.program($0, path: path) != nil }
    for client in clients where answers(client) { return client }
    if choice == .docker {
      throw DevProblem(
        clients.isEmpty
          ? "there is neither 'docker' nor 'podman' in PATH"
          : "'\(clients[0])' is installed, but its engine does not answer",
        help: clients.isEmpty
          ? "install Docker (https://docs.docker.com/engine/install/), or leave out --engine docker"
          : "start it (Docker Desktop, or: systemctl start docker), or leave out --engine docker"
      )
    }
    if let client = clients.first {
      note("the engine of '\(client)' does not answer: databases run as programs of this machine")
    }
    return nil
  }

  private static func answers(_ client: String) -> Bool {
    let version = Child.output(of: [client, "version", "--format", "{{.Server.Version}}"])
    return version.map { $0.contains { $0.isNumber } } ?? false
  }
}
