import InfraKit

/// A cache by the Valkey or Redis server of this machine.
struct LocalCache {
  /// The server.
  let server: String

  /// Finds the server.
  init?(path: String?) {
    let names = ["valkey-server", "redis-server"]
    guard let server = names.lazy.compactMap({ LocalFiles.program($0, path: path) }).first else {
      return nil
    }
    self.server = server
  }

  /// How the cache is brought up, with its data in a folder.
  func recipe(
    _ cache: KeyValue,
    _ values: LocalValues,
    folder: String
  ) throws(DevProblem) -> Recipe {
    try LocalFiles.makeFolders(folder)
    let port = values.ports[cache.id] ?? 0
    var arguments = [server, "--port", "\(port)", "--bind", "127.0.0.1", "--dir", folder]
    arguments += ServerImages.flags(of: cache)
    return Recipe(
      id: cache.id,
      kind: .cache,
      steps: [
        .serve(
          Program(arguments: arguments, folder: folder),
          Check(question: .redis(port: port))
        )
      ],
      port: port,
      address: "localhost:\(port)",
      command: arguments.joined(separator: " ")
    )
  }
}
