import InfraContract
import InfraKit
import InfraSerialization

extension ComposeMapping {
  /// A site as a service: its own process where it has one, else nginx with its built files.
  mutating func map(_ site: StaticSite) {
    let variables = part.variables(of: site)
    // Of a site of plain files, and of names that bundlers publish, the model has said so.
    let arguments = arguments(variables, of: site) { name in
      !site.isOnlyFiles && PublicPrefix.of(name) == nil
    }
    var service = ComposeFile.Service()
    let ports: [ComposeVariable]
    if let server = site.serve {
      ports = mapProcess(site, server, arguments, &service)
    } else {
      ports = mapFiles(site, arguments, &service)
    }
    // What cannot be built has a finding of its own.
    if service.build != nil {
      service.develop = develop(
        of: site.directory,
        watching: site.watching,
        ignoring: (site.build == nil ? [] : [site.output].compactMap(\.self).map { "\($0)/" })
          + ["node_modules/"]
      )
    }
    if !ports.isEmpty {
      // A page that was built for another port is another image: see ComposeSite.
      var tag: ComposeText = ""
      for (index, port) in ports.enumerated() { tag += (index == 0 ? "" : "-") + ComposeText(port) }
      let project = ComposeVariable("COMPOSE_PROJECT_NAME")
      service.image = "\(project)-\(site.name):\(tag)"
      service.pullPolicy = .never
    }
    add(site.name, service, for: site)
    var wishes: [String] = []
    if !site.domains.isEmpty {
      wishes.append("domains (\(site.domains.map(\.name).joined(separator: ", ")))")
    }
    if !site.allowedAddresses.isEmpty { wishes.append("addresses that may connect") }
    reportWishes(wishes, of: site)
  }

  private mutating func mapProcess(
    _ site: StaticSite,
    _ server: SiteServer,
    _ arguments: ComposePairs?,
    _ service: inout ComposeFile.Service
  ) -> [ComposeVariable] {
    let names = part.variables(of: site).map(\.name)
    if let runtime = runtime(site.runtime, of: site) {
      let lines = runtime.image(build: site.build, arguments: names)
      let ignoring = site.build == nil ? [] : [site.output].compactMap(\.self)
      var own = build(
        RelativePath.normalized(site.directory),
        lines,
        runtime,
        for: site,
        ignoring: ignoring
      )
      own.args = arguments
      service.build = .right(own)
    }
    service.command = words(server.command)
    service.environment = environment(of: site, port: server.port)
    service.healthcheck = Self.siteHealth(server.port.number)
    service.initProcess = true
    service.ports = published(site.id, target: server.port.number)
    if !site.headers.isEmpty || !site.redirects.isEmpty || !site.rewrites.isEmpty {
      report(
        ComposeRules.siteRouting,
        site,
        "has headers, redirects or rewrites and serves itself, so its process must send them",
        help: "set them in the framework's own configuration, or serve files without 'serve'"
      )
    }
    return Self.ports(in: arguments)
  }

  private mutating func mapFiles(
    _ site: StaticSite,
    _ arguments: ComposePairs?,
    _ service: inout ComposeFile.Service
  ) -> [ComposeVariable] {
    guard let output = site.output else {
      report(
        ComposeRules.siteOutput,
        site,
        "names neither the directory of its built files nor a process that serves it",
        help: "write output: \"dist\", or serve: SiteServer(\"npm start\", port: 3000)"
      )
      return []
    }
    var headers = ComposeHeaders(besides: arguments)
    let configuration = configuration(of: site, &headers)
    let folder = part.directory + "/" + site.name
    companion(folder + "/nginx.conf", configuration)

    let names = part.variables(of: site).map(\.name)
    var lines: [String] = []
    if site.build != nil, let runtime = runtime(site.runtime, of: site) {
      lines += ["FROM \(runtime.image) AS build", "WORKDIR /site"]
      lines += runtime.steps(build: site.build, arguments: names) + [""]
      let built = output == "." ? "/site" : "/site/\(RelativePath.normalized(output))"
      lines += [
        "FROM \(NginxSite.image)", "COPY --from=build \(built) \(ComposeSite.documentRoot)",
      ]
    } else {
      let files = RelativePath.normalized(output)
      lines += ["FROM \(NginxSite.image)", "COPY \(files) \(ComposeSite.documentRoot)"]
    }
    lines += headers.dockerfileLines
    let runtime = ComposeRuntime(site.runtime) ?? ComposeRuntime(.node)
    if let runtime {
      let ignoring = site.build == nil || output == "." ? [] : [output]
      var own = build(
        RelativePath.normalized(site.directory),
        lines,
        runtime,
        for: site,
        ignoring: ignoring
      )
      own.args = arguments
      for (name, value) in headers.arguments.entries {
        if own.args == nil { own.args = [:] }
        own.args?[name] = .text(value)
      }
      service.build = .right(own)
    }
    service.healthcheck = Self.siteHealth(ComposeSite.port)
    service.ports = published(site.id, target: ComposeSite.port)
    var mount = ComposeFile.Mount(
      .bind,
      source: project.written(folder + "/nginx.conf"),
      target: ComposeText(ComposeSite.configuration)
    )
    mount.readOnly = true
    mount.bind = .init(createHostPath: false)
    service.volumes = [.right(mount)]
    return Self.ports(in: service.build?.right?.args)
  }

  private static func siteHealth(_ port: Int) -> ComposeFile.Healthcheck {
    .init(
      test: .right(probe(port, "/")),
      interval: "5s",
      timeout: "5s",
      retries: 3,
      startPeriod: "30s"
    )
  }

  /// The variables that build arguments depend on, each once.
  private static func ports(in arguments: ComposePairs?) -> [ComposeVariable] {
    guard case .map(let map)? = arguments else { return [] }
    var ports: [ComposeVariable] = []
    for case .text(let text) in map.values {
      for variable in text.variables where !ports.contains(variable) {
        if case .text = variable.fallback { ports.append(variable) }
      }
    }
    return ports
  }
}
