import InfraContract
import InfraDisk
import InfraKit

/// Compares the owner's own files with the description; it never writes them.
///
/// A repository need not have any: only what the description names must be there.
struct Templates {
  /// The text of a file from the repository's root; nil where there is none.
  let read: (String) -> String?

  /// Whether a folder is there.
  let hasFolder: (String) -> Bool

  /// Where a `.env.example` may lie.
  static let examples = ["templates/.env.example", ".env.example"]

  /// Everything in which an environment and the owner's files disagree.
  func findings(in output: EnvironmentOutput, of all: [EnvironmentOutput]) -> Findings {
    var findings = Findings()
    let application = output.environment.application
    let generated = Set(output.files.map(\.path))
    for service in application.services {
      guard case .dockerfile(let source) = service.source,
        let check = check(service, source, generated, &findings)
      else { continue }
      if let port = service.port { check.port(port.number, &findings) }
      if service.port != nil, case .http(let path)? = service.health?.probe {
        check.health(path, &findings)
      }
      if let command = service.command {
        check.command(command, called: "command", &findings)
      }
      if let release = service.release {
        check.command(release, called: "release command", &findings)
      }
    }
    for job in application.jobs {
      guard case .dockerfile(let source) = job.source,
        let check = check(job, source, generated, &findings), let command = job.command
      else { continue }
      check.command(command, called: "command", &findings)
    }
    checkExamples(output, all, &findings)
    return findings
  }

  private func check(
    _ resource: any Resource,
    _ source: DockerfileSource,
    _ generated: Set<String>,
    _ findings: inout Findings
  ) -> DockerfileCheck? {
    let path = RelativePath.normalized(source.path)
    let context = RelativePath.normalized(source.context)
    // Paths that leave the repository have a rule of their own.
    guard RelativePath.fault(source.path) == nil, RelativePath.fault(source.context) == nil,
      !generated.contains(path)
    else { return nil }
    guard let text = read(path) else {
      findings.report(
        TemplateRules.file,
        "there is no '\(path)', which \(resource.id.title) is built from",
        help: "write that Dockerfile, or correct the path, which counts from the repository's root",
        at: resource.site,
        about: resource.id
      )
      return nil
    }
    guard hasFolder(context) else {
      findings.report(
        TemplateRules.file,
        "there is no folder '\(context)', which \(resource.id.title) is built in",
        help: "correct the context, which counts from the repository's root",
        at: resource.site,
        about: resource.id
      )
      return nil
    }
    // BuildKit alone looks beside the Dockerfile; every builder looks into the context.
    let ignore = RelativePath.joined(context, ".dockerignore")
    if read(ignore) == nil, read(path + ".dockerignore") == nil {
      findings.report(
        TemplateRules.context,
        "there is no '\(ignore)', so all of '\(context)' is sent to what builds "
          + "\(resource.id.title), with any .env in it",
        help: "write one that names what the Dockerfile needs",
        at: resource.site,
        about: resource.id
      )
    }
    return DockerfileCheck(resource, source, text, &findings)
  }

  /// One such file serves all environments, whatever they have in common or for themselves.
  private func checkExamples(
    _ output: EnvironmentOutput,
    _ all: [EnvironmentOutput],
    _ findings: inout Findings
  ) {
    let texts = Self.examples.compactMap { path in read(path).map { (path, $0) } }
    // What all environments read is gathered for each of them: only where there is such a file.
    if texts.isEmpty { return }
    let check = ExampleCheck(all)
    if check.isEmpty { return }
    for (path, text) in texts {
      check.check(text, at: path, site: output.environment.application.site, &findings)
    }
  }
}

extension Templates {
  /// Looks at the files below a folder.
  init(root: String) {
    let disk = LocalFileSystem()
    read = { path in
      (try? disk.read("\(root)/\(path)")).map { String(decoding: $0, as: UTF8.self) }
    }
    hasFolder = { path in
      let real = try? disk.realPath(of: "\(root)/\(path)")
      return real.flatMap { try? disk.status(of: $0) }?.kind == .directory
    }
  }
}
