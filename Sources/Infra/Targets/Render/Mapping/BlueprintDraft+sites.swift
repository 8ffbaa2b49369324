import InfraContract
import InfraKit

extension BlueprintDraft {
  /// Writes a site of plain files, or the process that serves it.
  mutating func map(_ site: StaticSite) {
    if let server = site.serve {
      map(site, servedBy: server)
      return
    }
    var entry = Blueprint.StaticService(
      name: name(site.name),
      staticPublishPath: site.output.map(RelativePath.normalized)
    )
    entry.buildCommand = site.build?.forRenderShell
    entry.buildFilter = site.watching.map(Self.filter)
    entry.headers = site.headers.compactMap { header(of: site, $0) }
    entry.routes = routes(of: site)
    entry.envVars = variables(of: site, .web, extra: version(site.runtime, of: site))
    entry.rootDir = rootDirectory(site.directory)
    entry.branch = options.branch
    entry.domains = site.domains.isEmpty ? nil : site.domains.map(\.name)
    entry.autoDeployTrigger = options.autoDeploy
    entry.ipAllowList = addresses(site.allowedAddresses)
    append(.site(entry), from: site)
  }

  private mutating func header(
    of site: StaticSite,
    _ header: ResponseHeader
  ) -> Blueprint.Header? {
    guard let value = text(of: header.value) else {
      report(
        RenderRules.knownHeaders,
        "header '\(header.name)' of \(site.id.title) has a value that is not known when the file "
          + "is written",
        help: "give the resource that it names a domain of its own, or write the value out",
        about: site
      )
      return nil
    }
    return Blueprint.Header(path: header.path.text, name: header.name, value: value)
  }

  private mutating func routes(of site: StaticSite) -> [Blueprint.Route] {
    // A static site answers no POST, so 308 and 301 come to the same.
    let temporary = site.redirects.filter { [.found, .temporary].contains($0.status) }
    if let first = temporary.first {
      report(
        RenderRules.permanentRedirects,
        "\(site.id.title) redirects '\(first.source)' with status \(first.status.rawValue)"
          + (temporary.count > 1 ? " (and \(temporary.count - 1) more)" : "")
          + ", and Render always sends 301, which browsers remember",
        help: "make it .permanent, or let a web service answer it",
        about: site
      )
    }
    let redirects = site.redirects.map {
      Blueprint.Route(type: .redirect, source: $0.source.text, destination: $0.destination)
    }
    let rewrites = site.rewrites.map {
      Blueprint.Route(type: .rewrite, source: $0.source.text, destination: $0.destination)
    }
    return redirects + rewrites
  }
}
