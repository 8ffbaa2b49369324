import InfraContract
import InfraKit
import InfraSerialization

/// What Vercel makes of what it hosts.
struct VercelMapping {
  let part: HostedPart
  let target: Vercel
  var findings = Findings()

  init(_ part: HostedPart, _ target: Vercel) {
    self.part = part
    self.target = target
  }

  func emission() -> Emission {
    var mapping = self
    var edits = VercelEdits(mapping.projects())
    target.edit(&edits)
    let (projects, complaints) = edits.result
    mapping.findings.append(complaints)
    VercelRules.check(projects, of: target, chosen: part.site, &mapping.findings)
    VercelRules.checkEnvironment(of: part, &mapping.findings)

    var emission = Emission()
    if !projects.isEmpty { emission.steps.append(VercelSetup.signIn) }
    emission.branch = projects.first?.environment.deployedBranch
    for project in projects {
      mapping.write(project, to: &emission)
      emission.entries.append(project.entry)
      emission.rivals += project.rivals
      emission.steps += VercelSetup(project, part).steps
      for variable in project.variables {
        for secret in variable.secrets {
          emission.stores.append(
            SecretStore(secret, in: project.secretPlace, site: variable.site)
          )
        }
      }
    }
    emission.findings = mapping.findings
    return emission
  }

  /// The projects after the author's changes.
  func finishedProjects() -> [VercelProject] {
    var mapping = self
    var edits = VercelEdits(mapping.projects())
    target.edit(&edits)
    return edits.result.0
  }

  private mutating func projects() -> [VercelProject] {
    var projects: [VercelProject] = []
    for site in part.sites { projects.append(project(site)) }
    for service in part.services {
      if let project = project(service) { projects.append(project) }
    }
    return projects
  }

  private mutating func write(_ project: VercelProject, to emission: inout Emission) {
    // A rule has complained about a place outside of the repository.
    if RelativePath.fault(project.path) != nil { return }
    do {
      let text = try JSON.encode(project.config)
      emission.files.append(
        GeneratedFile(
          path: project.path,
          contents: text,
          site: part.site,
          reader: project.path == project.expectedPath
            ? nil : "the copy at '\(project.expectedPath)' that Vercel reads"
        )
      )
    } catch {
      findings.report(
        VercelRules.writable,
        "'\(project.path)' cannot be written: \(error)",
        help: "change the value that this edit sets",
        at: project.manifestSite,
        about: project.id
      )
    }
  }
}
