import InfraContract
import InfraKit
import InfraSerialization

extension RailwayMapping {
  mutating func map(_ site: StaticSite) {
    if let server = site.serve { serve(site, by: server) } else { serveFiles(of: site) }
  }

  /// A site that a process serves is a service like others: Railpack builds its directory.
  private mutating func serve(_ site: StaticSite, by server: SiteServer) {
    var own = RailwayGraph.Service(site.name, source: repository(root: site.directory))
    Self.open(&own)
    own.build?.buildCommand = site.build.map { Self.line($0, shell: true) }
    if let watching = site.watching { own.build?.watchPatterns = Self.patterns(watching) }
    if var deploy = own.deploy {
      deploy.startCommand = Self.line(server.command, shell: true)
      place(1, in: &deploy)
      own.deploy = deploy
    }
    let port = server.port.number
    connect(site.domains, port: port, to: &own)
    own.variables = variables(
      of: site,
      port: port,
      more: Self.runtimeVariables(of: site.runtime)
    )
    resources.append(.service(own))
  }

  /// A site of plain files is built by a generated Dockerfile and served by nginx; `RailwaySite`
  /// says why.
  private mutating func serveFiles(of site: StaticSite) {
    let folder = "\(part.directory)/\(site.name)"
    var own = RailwayGraph.Service(site.name, source: repository(root: "."))
    Self.open(&own)
    own.build?.builder = .dockerfile
    own.build?.dockerfilePath = "\(folder)/Dockerfile"
    if let watching = site.watching {
      own.build?.watchPatterns = Self.patterns(watching, besides: ["\(folder)/**"])
    }
    if var deploy = own.deploy {
      place(1, in: &deploy)
      own.deploy = deploy
    }
    connect(site.domains, port: RailwaySite.port, to: &own)
    var variables = variables(of: site, port: RailwaySite.port)
    let arguments = variables.keys.filter { $0 != "PORT" }
    let headers = headers(of: site, &variables)
    own.variables = variables
    resources.append(.service(own))

    var server = NginxSite()
    server.comment = part.header
    server.root = RailwaySite.documentRoot
    server.port = RailwaySite.port
    server.headers = headers.list
    server.redirects = site.redirects
    server.rewrites = site.rewrites
    let configuration = server.configuration()
    for fault in configuration.faults {
      findings.report(
        RailwayRules.siteRouting,
        "\(site.id.title) has \(fault.entry.title), which nginx cannot serve: \(fault.message)",
        help: "change it, or let another platform host the site",
        at: site.site,
        about: site.id
      )
    }
    let image = RailwayImage(
      site: site,
      folder: folder,
      comment: part.header,
      arguments: arguments,
      values: headers.values
    )
    if let fault = image.fault {
      findings.report(
        RailwayRules.siteBuilds,
        "\(site.id.title) \(fault.message)",
        help: fault.help,
        at: site.site,
        about: site.id
      )
      return
    }
    let files = [
      ("Dockerfile", image.text), ("Dockerfile.dockerignore", image.ignored),
      ("nginx.conf", configuration.text),
    ]
    for (name, text) in files {
      siteFiles.append(GeneratedFile(path: "\(folder)/\(name)", contents: text, site: site.site))
    }
  }

  /// The response headers, and the variables behind those that name an address known to Railway only.
  private mutating func headers(
    of site: StaticSite,
    _ variables: inout OrderedMap<RailwayGraph.Variable>
  ) -> (list: [NginxSite.Header], values: [String]) {
    var list: [NginxSite.Header] = []
    var values: [String] = []
    for header in site.headers {
      var pieces: [NginxText.Piece] = []
      for part in header.value.parts {
        switch part {
        case .literal(let text): pieces.append(.text(text))
        // A public file holds no secret: the model's rules have complained.
        case .secret: break
        case .reference(let reference):
          let own = Self.variable(for: reference)
          let value = whole(reference, own, of: site, at: site.site)
          if case .literal(let config) = value, let text = config.value,
            !RailwayText.hasReference(text)
          {
            pieces.append(.text(text))
            continue
          }
          // A variable of the build that holds the same address serves both.
          let name =
            value == .preserve
            ? own : variables.entries.first { $0.value == value }?.key ?? own
          if variables[name] == nil { variables[name] = value }
          if !values.contains(name) { values.append(name) }
          pieces.append(.variable(RailwayImage.serverVariable(name)))
        }
      }
      list.append(NginxSite.Header(header.name, pieces, on: header.path))
    }
    return (list, values)
  }

  /// The variable of a reference in a header, such as `HEADER_API_ORIGIN`.
  private static func variable(for reference: Reference) -> String {
    let name = reference.name.uppercased().map { $0 == "-" || $0 == "." ? "_" : $0 }
    return "HEADER_\(String(name))_\(reference.property.rawValue.uppercased())"
  }
}

extension NginxSite.Fault.Entry {
  /// The entry as sentences name it.
  fileprivate var title: String {
    switch self {
    case .header(let index): "header \(index + 1)"
    case .redirect(let index): "redirect \(index + 1)"
    case .rewrite(let index): "rewrite \(index + 1)"
    }
  }
}
