import InfraKit

extension RenderFacts {
  /// The exact paths at which no disk can be mounted; paths inside them are allowed.
  static let forbiddenMountPaths = Fact(
    "names",
    "paths that no disk is mounted at",
    [
      "/", "/opt", "/opt/render", "/opt/render/project", "/opt/render/project/src", "/home",
      "/home/render", "/etc", "/etc/secrets",
    ],
    disks
  )

  /// The variables that Render sets itself, which other services may refer to.
  static let injectedVariables = Fact(
    "names",
    "variables that Render sets",
    [
      "IS_PULL_REQUEST", "PORT", "RENDER", "RENDER_CPU_COUNT", "RENDER_DISCOVERY_SERVICE",
      "RENDER_EXTERNAL_HOSTNAME", "RENDER_EXTERNAL_URL", "RENDER_GIT_BRANCH", "RENDER_GIT_COMMIT",
      "RENDER_INSTANCE_ID", "RENDER_SERVICE_ID", "RENDER_SERVICE_NAME", "RENDER_SERVICE_TYPE",
      "WEB_CONCURRENCY",
    ],
    environment
  )

  /// The variable that chooses the version of a native runtime, where Render has one.
  static func versionVariable(of runtime: Blueprint.Runtime) -> String? {
    switch runtime {
    case .node: "NODE_VERSION"
    case .python: "PYTHON_VERSION"
    case .elixir: "ELIXIR_VERSION"
    case .rust: "RUSTUP_TOOLCHAIN"
    default: nil
    }
  }
}
