import InfraContract
import InfraKit
import InfraSerialization

extension VercelMapping {
  /// A site as a project.
  mutating func project(_ site: StaticSite) -> VercelProject {
    var project = VercelProject(
      site,
      rootDirectory: site.directory,
      domains: site.domains,
      of: target,
      in: part
    )
    mapBuild(of: site, &project)
    mapRouting(of: site, &project)
    project.config.ignoreCommand = ignoreCommand(
      site.watching,
      in: project.rootDirectory,
      limit: VercelFacts.commandLength.value,
      site
    ).map { .value($0) }
    mapRuntime(of: site, &project)
    keepOut(besides: site.allowedAddresses, of: site, &project)
    project.variables = variables(of: site, project)
    return project
  }

  /// Says where a person keeps out all addresses but some.
  mutating func keepOut(
    besides ranges: [AddressRange],
    of resource: some Resource,
    _ project: inout VercelProject
  ) {
    if ranges.isEmpty { return }
    let list = ranges.map { "`\($0.cidr)`" }.joined(separator: ", ")
    project.settings.append(
      "**Firewall → Configure → New Rule**: if IP Address is not any of \(list), then Deny."
    )
    findings.report(
      VercelRules.addressesByHand,
      "\(resource.id.title) may be reached from \(ranges.map(\.cidr).joined(separator: ", ")) only, "
        + "which no vercel.json can say",
      help: "follow the setup sheet: until then every address is let in",
      at: resource.site,
      about: resource.id
    )
  }

  private func mapBuild(of site: StaticSite, _ project: inout VercelProject) {
    project.config.buildCommand = site.build.map { .value($0.shellText) }
    project.config.devCommand = site.dev.map { .value($0.start.shellText) }
    // A site without a directory of its own for built files has a framework, which Vercel detects.
    guard let output = site.output else { return }
    project.config.framework = .null
    project.config.outputDirectory = .value(RelativePath.normalized(output))
    if site.build == nil {
      // Else a package.json that happens to lie there would be installed and built: an empty
      // command skips the step (vercel.com/docs/project-configuration/vercel-json, 2026-08-25).
      project.config.buildCommand = ""
      project.config.installCommand = ""
    }
  }

  private mutating func mapRouting(of site: StaticSite, _ project: inout VercelProject) {
    for redirect in site.redirects {
      let path = VercelPath(redirect.source)
      var own = VercelConfig.Redirect(
        source: path.source(for: redirect.destination),
        destination: path.filled(redirect.destination)
      )
      switch redirect.status {
      case .permanent: own.permanent = true
      case .temporary: own.permanent = false
      case .movedPermanently, .found: own.statusCode = redirect.status.rawValue
      }
      project.config.redirects.append(own)
    }
    for rewrite in site.rewrites {
      let path = VercelPath(rewrite.source)
      project.config.rewrites.append(
        VercelConfig.Rewrite(
          source: path.source(for: rewrite.destination),
          destination: .left(path.filled(rewrite.destination))
        )
      )
    }
    var last: PathPattern?
    for header in site.headers {
      guard let value = text(of: header, site) else { continue }
      let own = VercelConfig.Header(header.name, value)
      if let last, last == header.path, let end = project.config.headers?.indices.last {
        project.config.headers?[end].headers.append(own)
      } else {
        let source = VercelPath(header.path).sourceWithoutNames
        project.config.headers.append(VercelConfig.HeaderRule(source: source, headers: [own]))
      }
      last = header.path
    }
  }

  /// The text of a header; nil, with a finding, where it is not known when the file is written or
  /// may not be known.
  private mutating func text(of header: ResponseHeader, _ site: StaticSite) -> String? {
    var text = ""
    for piece in pieces(of: header.value) {
      switch piece {
      case .text(let known): text += known
      // The model refuses it for every platform.
      case .secret: return nil
      case .asked(let reference, _), .unsupported(let reference, _):
        let words = reference.words
        findings.report(
          VercelRules.headerText,
          "header '\(header.name)' of \(site.id.title) needs the \(words), which is not known "
            + "when vercel.json is written",
          help: "give \(reference.resource) a domain, or write the header's value out",
          at: site.site,
          about: site.id
        )
        return nil
      }
    }
    return text
  }

  private mutating func mapRuntime(of site: StaticSite, _ project: inout VercelProject) {
    guard site.runtime.name == "node" else {
      guard site.build != nil else { return }
      findings.report(
        VercelRules.buildRuntime,
        "the build of \(site.id.title) needs \(site.runtime.name)"
          + (site.runtime.version.map { " \($0)" } ?? "")
          + ", and Vercel promises nothing but Node.js in its builds",
        help: "let the build command install what it needs, or build with Node.js",
        at: site.site,
        about: site.id
      )
      return
    }
    guard let version = site.runtime.version else { return }
    project.settings.append(
      "**Build and Deployment → Node.js Version**: `\(version)`. An `engines.node` in "
        + "`\(RelativePath.joined(project.rootDirectory, "package.json"))` wins over it."
    )
    findings.report(
      VercelRules.nodeVersion,
      "\(site.id.title) asks for Node.js \(version), which is a setting of the Vercel project",
      help: "follow the setup sheet, or say it as \"engines\" in the site's package.json",
      at: site.site,
      about: site.id
    )
  }
}
