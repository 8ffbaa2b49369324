import InfraContract
import InfraKit

extension BlueprintDraft {
  /// What to build and how to run it, before it is known which shape of entry it goes into.
  struct BuildSettings {
    var runtime = Blueprint.Runtime.docker
    var image: Blueprint.Image?
    var rootDir: String?
    var dockerCommand: String?
    var dockerContext: String?
    var dockerfilePath: String?
    var buildCommand: String?
    var startCommand: String?
    var preDeployCommand: String?
    /// Variables that the build needs besides the resource's own.
    var extra: Variables = [:]

    /// Whether Render builds something from Git, so that branches and deploy triggers have a meaning.
    var isFromGit: Bool { image == nil }
  }
}

extension BlueprintDraft {
  /// What to build and how to run it.
  mutating func settings(
    _ source: Source,
    command: Command?,
    release: Command?,
    of resource: some Resource
  ) -> BuildSettings {
    var settings = BuildSettings()
    switch source {
    case .directory(let directory):
      fill(&settings, directory, of: resource)
      settings.startCommand = command?.forRenderShell
      settings.preDeployCommand = release?.forRenderShell
    case .dockerfile(let docker):
      settings.dockerfilePath = RelativePath.normalized(docker.path)
      settings.dockerContext = RelativePath.normalized(docker.context)
      // Render hands every variable of a service to its build as an argument.
      settings.extra = docker.arguments
      if !docker.secrets.isEmpty {
        let names = docker.secrets.map { "'\($0.name)'" }.joined(separator: ", ")
        report(
          RenderRules.buildSecretFiles,
          "\(resource.id.title) is built with secrets (\(names)), which are secret files at Render",
          help: "follow the setup sheet",
          about: resource
        )
      }
      if let stage = docker.stage {
        report(
          RenderRules.lastStage,
          "\(resource.id.title) is built up to stage '\(stage)', and Render always builds the last",
          help: "make it the last stage of a Dockerfile of its own",
          about: resource
        )
      }
    case .image(let image):
      settings.runtime = .image
      settings.image = Blueprint.Image(
        url: image.reference,
        creds: image.credential.map { Blueprint.RegistryCredential($0) }
      )
    }
    if case .directory = source { return settings }
    settings.dockerCommand = command?.forRenderContainer
    settings.preDeployCommand = release?.forRenderContainer
    return settings
  }

  private mutating func fill(
    _ settings: inout BuildSettings,
    _ directory: DirectorySource,
    of resource: some Resource
  ) {
    settings.runtime = runtime(directory.runtime, of: resource)
    settings.rootDir = rootDirectory(directory.path)
    settings.buildCommand = directory.build?.forRenderShell
    settings.extra = version(directory.runtime, of: resource)
  }

  /// The directory of a source, or nil for the repository's root.
  func rootDirectory(_ path: String) -> String? {
    let path = RelativePath.normalized(path)
    return path == "." ? nil : path
  }

  private mutating func runtime(
    _ runtime: Runtime,
    of resource: some Resource
  ) -> Blueprint.Runtime {
    let word = Blueprint.Runtime(rawValue: runtime.name)
    let known = RenderFacts.nativeRuntimes.value
    if !known.contains(word) {
      report(
        RenderRules.runtimeKnown,
        "\(resource.id.title) runs from a directory with runtime '\(runtime.name)', which Render "
          + "does not build",
        help: "use a Dockerfile, or one of " + known.map(\.rawValue).joined(separator: ", "),
        about: resource
      )
    }
    return word
  }

  /// The variable that chooses the version of a runtime.
  mutating func version(_ runtime: Runtime, of resource: some Resource) -> Variables {
    guard let version = runtime.version else { return [:] }
    let word = Blueprint.Runtime(rawValue: runtime.name)
    if let key = RenderFacts.versionVariable(of: word) { return [key: Value(version)] }
    report(
      RenderRules.runtimeVersion,
      "\(resource.id.title) asks for \(runtime.name) \(version), and Render has no variable that "
        + "chooses it",
      help: "name the version in a file of the repository, as render.com/docs/language-support "
        + "tells, and leave it out here",
      about: resource
    )
    return [:]
  }
}
