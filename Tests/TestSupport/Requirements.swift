package import Testing

/// What a test needs from the machine; where it is missing, the test says so and is skipped.
///
/// `scripts/test` installs all of it, so that nothing is skipped there.
extension Trait where Self == ConditionTrait {
  /// The official schemas and the corpus in `../shared`.
  package static var needsSharedFiles: Self {
    .enabled(if: SharedFiles.url != nil, "no ../shared (schemas, corpus) beside the repository")
  }

  /// A Python that can import some modules.
  package static func needsPython(_ modules: String...) -> Self {
    let wanted = modules.isEmpty ? ["json"] : modules
    return .enabled("no Python with \(wanted.joined(separator: ", ")): run ./scripts/test") {
      await Python.missing(of: wanted).isEmpty
    }
  }

  /// A program in `PATH`.
  package static func needsProgram(_ name: String) -> Self {
    .enabled(if: ChildProcess.find(name) != nil, "no program '\(name)' in PATH: run ./scripts/test")
  }

  /// Node, to evaluate modules.
  package static var needsNode: Self { .needsProgram("node") }

  /// Docker with its Compose plugin.
  package static var needsDockerCompose: Self {
    .enabled("no 'docker compose' on this machine") {
      let result = try? await ChildProcess("docker", ["compose", "version"]).run()
      return result?.status == 0
    }
  }

  /// Everything that checking against a vendor's schema takes.
  package static var needsSchemaValidator: Self {
    .enabled("no ../shared/schemas, or no Python with jsonschema and PyYAML: run ./scripts/test") {
      guard SharedFiles.url != nil else { return false }
      return await Python.missing(of: ["jsonschema", "yaml"]).isEmpty
    }
  }
}
