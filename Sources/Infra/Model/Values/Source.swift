public import InfraContract

/// Where a process runs from: a directory with a runtime, a Dockerfile, or an image.
public enum Source: Sendable, Hashable {
  /// A directory of source code that the platform builds with a runtime it knows.
  case directory(DirectorySource)

  /// A Dockerfile.
  case dockerfile(DockerfileSource)

  /// A prebuilt image, such as `ghcr.io/acme/api:1.4.2`.
  case image(ImageSource)

  /// A directory that a runtime of the platform builds.
  public static func directory(
    _ path: String = ".",
    runtime: Runtime,
    build: Command? = nil
  ) -> Source {
    .directory(DirectorySource(path: path, runtime: runtime, build: build))
  }

  /// A Node.js directory.
  public static func node(_ path: String = ".", version: String? = nil, build: Command? = nil)
    -> Source
  { .directory(path, runtime: Runtime("node", version: version), build: build) }

  /// A Python directory.
  public static func python(_ path: String = ".", version: String? = nil, build: Command? = nil)
    -> Source
  { .directory(path, runtime: Runtime("python", version: version), build: build) }

  /// A Dockerfile, by its path from the repository's root, with the directory that it is built in.
  public static func dockerfile(
    _ path: String,
    context: String = ".",
    stage: String? = nil,
    arguments: Variables = [:],
    secrets: [Secret] = []
  ) -> Source {
    .dockerfile(
      DockerfileSource(
        path: path,
        context: context,
        stage: stage,
        arguments: arguments,
        secrets: secrets
      )
    )
  }

  /// A prebuilt image with its tag or digest.
  ///
  /// `credential` names a registry credential that the platform keeps.
  public static func image(_ reference: String, credential: String? = nil) -> Source {
    .image(ImageSource(reference: reference, credential: credential))
  }
}

/// A directory of source code with the runtime that builds and runs it.
public struct DirectorySource: Sendable, Hashable {
  /// The path from the repository's root.
  public var path: String
  /// The runtime.
  public var runtime: Runtime
  /// The build command, run inside the directory.
  public var build: Command?
}

/// A Dockerfile with what it is built from.
public struct DockerfileSource: Sendable, Hashable {
  /// The path of the Dockerfile from the repository's root.
  public var path: String
  /// The directory that is sent to the builder, from the repository's root.
  public var context: String
  /// The stage to stop at; nil for the last.
  public var stage: String?
  /// Build arguments.
  ///
  /// They end up in the image's history: never a secret.
  public var arguments: Variables
  /// Secrets that the build may read and no image keeps, each mounted under its name:
  /// `RUN --mount=type=secret,id=NAME`.
  public var secrets: [Secret]
}

/// A prebuilt image.
public struct ImageSource: Sendable, Hashable {
  /// The image with its tag or digest.
  public var reference: String
  /// The name of a registry credential that the platform keeps.
  public var credential: String?
}

/// A language runtime that a platform builds without a Dockerfile.
///
/// The set is open; a platform that lacks a runtime says so.
public struct Runtime: Sendable, Hashable {
  /// The name, such as `node`.
  public let name: String

  /// The version asked for; nil for the platform's own choice.
  public var version: String?

  /// Names a runtime.
  public init(_ name: String, version: String? = nil) {
    self.name = name
    self.version = version
  }

  /// Node.js.
  public static let node = Runtime("node")
  /// Python.
  public static let python = Runtime("python")
  /// Ruby.
  public static let ruby = Runtime("ruby")
  /// Go.
  public static let go = Runtime("go")
  /// Rust.
  public static let rust = Runtime("rust")
  /// Elixir.
  public static let elixir = Runtime("elixir")
}
