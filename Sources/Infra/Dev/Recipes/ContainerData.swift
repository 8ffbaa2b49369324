import InfraDisk
import InfraKit

/// A database or a cache in a container, with its data in a named volume.
struct ContainerData {
  /// The program that speaks to the engine: `docker` or `podman`.
  let engine: String
  /// The start of every container's and volume's name.
  let prefix: String
  /// Where programs run.
  let folder: String

  /// The start of names: the project's, with the environment where it is not in there already.
  static func prefix(_ project: String, _ environment: String) -> String {
    project.hasSuffix("-" + environment) ? project : "\(project)-\(environment)"
  }

  /// The label of a volume that says for whom its data were made.
  private static let label = "infra.identity"

  /// How a database is brought up.
  ///
  /// A volume outlives the clone that made it, and another clone of the same name has another
  /// password, which the data do not take.
  func recipe(_ database: Postgres, _ values: LocalValues) throws(DevProblem) -> Recipe {
    let user = LocalNames.user(database)
    let name = LocalNames.database(database)
    let port = values.ports[database.id] ?? 0
    let password = values.stored(LocalNames.password(of: database))
    let identity = Digest(of: Array("\(user) \(name) \(password)".utf8)).description
    let volume = self.name(of: database.id)
    if let made = self.identity(of: volume), made != identity {
      throw DevProblem(
        "the data of \(database.id.title) in volume \(volume) were made for another user, "
          + "database or password, such as by another clone in a folder of this name",
        help: "set another \(EnvironmentFile.projectVariable) in .env to have both, put the old "
          + "values back, or delete the data: swift run infra dev reset"
      )
    }
    return recipe(
      database.id,
      .database,
      image: ServerImages.postgres(database.version),
      port: port,
      inside: LocalPort.postgres,
      volume: ServerImages.dataDirectory(of: database.version),
      // The client passes on what it has itself: no value is among its arguments.
      variables: [
        "POSTGRES_USER=\(user)", "POSTGRES_DB=\(name)",
        "POSTGRES_PASSWORD=\(password)",
      ],
      arguments: [],
      label: "\(Self.label)=\(identity)",
      question: .postgres(port: port, user: user, database: name)
    )
  }

  /// How a cache is brought up.
  func recipe(_ cache: KeyValue, _ values: LocalValues) -> Recipe {
    let port = values.ports[cache.id] ?? 0
    return recipe(
      cache.id,
      .cache,
      image: ServerImages.keyValue,
      port: port,
      inside: LocalPort.keyValue,
      volume: "/data",
      variables: [],
      arguments: ["valkey-server"] + ServerImages.flags(of: cache),
      label: "infra.cache=\(cache.name)",
      question: .redis(port: port)
    )
  }

  /// For whom a volume was made; nil where there is none, or it does not say.
  private func identity(of volume: String) -> String? {
    let format = "{{index .Labels \"\(Self.label)\"}}"
    let said = Child.output(of: [engine, "volume", "inspect", "--format", format, volume])
    return said.flatMap { Digest(hexadecimal: String($0.prefix { $0 != "\n" }))?.description }
  }

  /// The volume and the container of a resource.
  func name(of id: ResourceID) -> String { "\(prefix)-\(id.name)" }

  private func recipe(
    _ id: ResourceID,
    _ kind: Recipe.Kind,
    image: String,
    port: Int,
    inside: Int,
    volume: String,
    variables: [String],
    arguments: [String],
    label: String,
    question: Check.Question
  ) -> Recipe {
    let name = name(of: id)
    let names = variables.map { String($0.prefix { $0 != "=" }) }
    var run = [engine, "run", "--rm", "--name", name]
    run += ["--publish", "127.0.0.1:\(port):\(inside)", "--volume", "\(name):\(volume)"]
    run += names.flatMap { ["--env", $0] } + [image] + arguments
    // A container of that name is what a run left that could not clean up after itself.
    let fetching = """
      "$1" rm -f "$2" >/dev/null 2>&1
      "$1" volume inspect "$2" >/dev/null 2>&1 || "$1" volume create --label "$4" "$2" || exit
      "$1" image inspect "$3" >/dev/null 2>&1 || "$1" pull "$3"
      """
    return Recipe(
      id: id,
      kind: kind,
      steps: [
        .run(
          OneShot(
            purpose: .prepare,
            title: "fetching \(image)",
            program: Program(
              arguments: ["/bin/sh", "-c", fetching, "sh", engine, name, image, label],
              folder: folder
            )
          )
        ),
        .serve(
          Program(arguments: run, folder: folder, variables: variables),
          Check(question: question)
        ),
      ],
      port: port,
      address: "localhost:\(port)",
      ending: .program(
        Program(arguments: [engine, "stop", "-t", "5", name], folder: folder)
      ),
      grace: .seconds(8),
      command: run.joined(separator: " "),
      container: name,
      remark: "\(image) by \(engine), with data in volume \(name)"
    )
  }
}
