import InfraKit

extension Recipe {
  /// A service or a site as a program of this machine.
  init(_ process: DevProcess, _ values: LocalValues, root: String) {
    let folder = process.directory == "." ? root : root + "/" + process.directory
    func program(_ command: Command, _ variables: [DevVariable]) -> Program {
      Program(
        arguments: command.arguments,
        folder: folder,
        variables: variables.map { "\($0.name)=\(values.text(of: $0.parts))" }
      )
    }
    var steps: [Step] = []
    if let build = process.build {
      steps.append(
        .build(
          Build(
            program: program(build, process.buildsWithVariables ? process.variables : []),
            title: build.shellText
          )
        )
      )
    }
    if !process.waits.isEmpty { steps.append(.wait(process.waits)) }
    if let release = process.release {
      steps.append(
        .run(
          OneShot(
            purpose: .release,
            title: release.shellText,
            program: program(release, process.releaseVariables)
          )
        )
      )
    }
    let port = values.ports[process.id]
    steps.append(
      .serve(
        program(process.start, process.variables),
        Check(
          question: Self.question(
            process.readiness,
            port: port ?? 0,
            program: { program($0, process.variables) }
          ),
          interval: process.interval,
          timeout: process.timeout,
          retries: process.retries,
          limit: process.limit
        )
      )
    )
    self.init(
      id: process.id,
      kind: process.id.kind == .site ? .site : port == nil ? .worker : .service,
      steps: steps,
      port: port,
      address: port.map { "http://localhost:\($0)" },
      grace: process.grace,
      command: process.start.shellText,
      dependsOn: process.waits.map(\.resource.name).uniqued,
      references: process.variables.flatMap(\.parts).compactMap(\.resource).filter {
        $0 != process.id.name
      }.uniqued
    )
    smoke = process.smoke.map {
      OneShot(purpose: .smoke, title: $0.shellText, program: program($0, process.variables))
    }
  }

  private static func question(
    _ readiness: DevProcess.Readiness,
    port: Int,
    program: (Command) -> Program
  ) -> Check.Question {
    switch readiness {
    case .http(let path, let statuses): .http(port: port, path: path, statuses)
    case .listens: .listens(port: port)
    case .command(let command): .program(program(command))
    case .lasts: .lasts(.milliseconds(300))
    }
  }
}

extension DevText {
  /// The resource that it leads to.
  fileprivate var resource: String? {
    if case .port(let id) = self { id.name } else { nil }
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
