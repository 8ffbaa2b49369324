import InfraContract
import InfraKit
import InfraSerialization

extension ComposeMapping {
  /// Where a service's image comes from.
  enum Origin {
    case build(ComposeFile.Build)
    case image(ComposeText)
    case nothing
  }

  func apply(_ origin: Origin, to service: inout ComposeFile.Service) {
    switch origin {
    case .build(let build): service.build = .right(build)
    case .image(let image): service.image = image
    case .nothing: break
    }
  }

  /// Where the image of a resource comes from; what stands in the way is reported.
  mutating func build(
    of resource: some Resource,
    _ source: Source,
    command: Command?
  ) -> Origin {
    switch source {
    case .image(let image):
      if let credential = image.credential {
        report(
          ComposeRules.registryLogin,
          resource,
          "is pulled with credential '\(credential)', which Docker keeps and no file",
          help: "log in once with: docker login"
        )
      }
      return .image(ComposeText(image.reference))
    case .dockerfile(let source):
      var build = ComposeFile.Build(
        context: project.written(source.context),
        dockerfile: ComposeText(RelativePath.path(from: source.context, to: source.path))
      )
      build.target = source.stage.map { ComposeText($0) }
      build.args = arguments(source.arguments.entries, of: resource) { _ in false }
      if !source.secrets.isEmpty { build.secrets = source.secrets.map { granted($0) } }
      return .build(build)
    case .directory(let source):
      if command == nil {
        report(
          ComposeRules.startCommand,
          resource,
          "runs from directory '\(source.path)' and has no command to start it",
          help: "give it a command"
        )
      }
      guard let runtime = runtime(source.runtime, of: resource) else { return .nothing }
      let lines = runtime.image(build: source.build, arguments: [])
      return .build(build(RelativePath.normalized(source.path), lines, runtime, for: resource))
    }
  }

  /// A secret of `.env` that a build may mount under its name.
  private mutating func granted(_ secret: Secret) -> Either<ComposeText, ComposeFile.Grant> {
    var own = ComposeFile.Secret()
    own.environment = ComposeText(variable(of: secret).name)
    project.file.secrets[secret.name] = own
    return .left(ComposeText(secret.name))
  }

  /// Build arguments, which stay readable in the image: no secret may be among them.
  ///
  /// `isOurs` says whether a secret under a name is for this target to refuse: of most the model has
  /// already said so.
  mutating func arguments(
    _ entries: [Variables.Entry],
    of resource: some Resource,
    where isOurs: (_ name: String) -> Bool
  ) -> ComposePairs? {
    var pairs: OrderedMap<ComposeScalar> = [:]
    for entry in entries {
      let place = "build argument '\(entry.name)' of \(resource.id.title)"
      if let secret = entry.value.secrets.first {
        if isOurs(entry.name) {
          findings.report(
            ComposeRules.noSecretsInBuilds,
            "\(place) holds secret '\(secret.name)', which anybody could read in the image",
            help: "read it from the service that has it, which the site's process asks",
            at: entry.site ?? resource.site,
            about: resource.id
          )
        }
        continue
      }
      pairs[entry.name] = .text(
        text(of: entry.value, place, at: entry.site ?? resource.site, about: resource.id)
      )
    }
    return pairs.isEmpty ? nil : .map(pairs)
  }

  /// The image of a runtime; nil, with a finding, where there is none.
  mutating func runtime(_ runtime: Runtime, of resource: some Resource) -> ComposeRuntime? {
    if let known = ComposeRuntime(runtime) { return known }
    let names = ComposeRuntime.names.map { "'\($0)'" }.joined(separator: ", ")
    let isKnown = ComposeRuntime.names.contains(runtime.name)
    report(
      ComposeRules.knownRuntime,
      resource,
      isKnown
        ? "asks for version '\(runtime.version ?? "")' of \(runtime.name), which is no image's tag"
        : "needs the runtime '\(runtime.name)', and Compose has images for \(names)",
      help: isKnown
        ? "write a version such as \"\(ComposeRuntime.standardVersion(of: runtime.name))\""
        : "write source: .dockerfile(\"\(resource.id.name)/Dockerfile\", context: "
          + "\"\(resource.id.name)\")"
    )
    return nil
  }

  /// The build of a directory by a Dockerfile that is generated for it.
  mutating func build(
    _ directory: String,
    _ lines: [String],
    _ runtime: ComposeRuntime,
    for resource: some Resource,
    ignoring: [String] = []
  ) -> ComposeFile.Build {
    let folder = part.directory + "/" + resource.id.name
    let header = part.header.map { "# \($0)\n" }.joined() + "\n"
    let ignored = ignoring + runtime.leftBehind + [".git", ".env", ".env.*"]
    companion(folder + "/Dockerfile", header + lines.joined(separator: "\n") + "\n")
    companion(
      folder + "/Dockerfile.dockerignore",
      header + ignored.map { $0.hasPrefix("**/") ? $0 : "**/" + $0 }.joined(separator: "\n") + "\n"
    )
    return .init(
      context: project.written(directory),
      dockerfile: ComposeText(RelativePath.path(from: directory, to: folder + "/Dockerfile"))
    )
  }

  /// Adds a file beside the Compose file.
  mutating func companion(_ path: String, _ contents: String) {
    project.companions.append(GeneratedFile(path: path, contents: contents, site: part.site))
  }
}
