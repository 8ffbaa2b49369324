/// The facts that the owner's own files must agree with: Dockerfiles and `.env.example`.
///
/// Whoever can read the disk looks for them; declared here, their codes are known to exceptions.
package enum TemplateRules {
  /// A Dockerfile that the description names is there, with the folder that it is built in.
  package static let file = Rule(
    "templates/dockerfile-present",
    .error,
    "A Dockerfile and the folder that it is built in are there.",
    needs: .disk
  )

  /// A stage that the description names is in the Dockerfile.
  package static let stage = Rule(
    "templates/dockerfile-stage",
    .error,
    "A build stage that the description names is in the Dockerfile.",
    needs: .disk
  )

  /// The Dockerfile speaks of the port that the service listens on.
  package static let port = Rule(
    "templates/dockerfile-port",
    .warning,
    "What a Dockerfile says of a port is the port that the service listens on.",
    needs: .disk
  )

  /// The Dockerfile's own health check asks for the path that platforms ask for.
  package static let health = Rule(
    "templates/dockerfile-health",
    .warning,
    "A Dockerfile's HEALTHCHECK asks for the path of the service's health check.",
    needs: .disk
  )

  /// The image has the programs that the description runs, and runs them once.
  package static let command = Rule(
    "templates/dockerfile-command",
    .warning,
    "The program of a command is in the image, and its entry point does not add it again.",
    needs: .disk
  )

  /// Something keeps secrets out of what is sent to the builder.
  package static let context = Rule(
    "templates/dockerignore-present",
    .warning,
    "A .dockerignore keeps .env and other files out of what a Dockerfile is built from.",
    needs: .disk
  )

  /// `.env.example` names what is read, and all that must be given.
  package static let example = Rule(
    "templates/env-example",
    .warning,
    ".env.example names variables that something reads, and all that must be given.",
    needs: .disk
  )

  /// All of them.
  package static let catalog = [file, stage, port, health, command, context, example]
}
