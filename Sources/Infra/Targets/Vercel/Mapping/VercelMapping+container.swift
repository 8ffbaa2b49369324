import InfraContract
import InfraKit
import InfraSerialization

extension VercelMapping {
  /// A service as a project with one container; nil, with findings, where Vercel cannot run it.
  ///
  /// Vercel runs a container as a function: it answers requests, scales from zero, keeps nothing and
  /// is built from a Dockerfile in its own directory
  /// (vercel.com/docs/functions/container-images, 2026-07-01).
  mutating func project(_ service: Service) -> VercelProject? {
    reportLimits(of: service)
    guard let source = containerSource(of: service) else { return nil }
    let path = RelativePath.normalized(source.path)
    let directory = RelativePath.directory(of: path)
    var project = VercelProject(
      service,
      rootDirectory: directory,
      domains: service.domains,
      of: target,
      in: part
    )
    // It stands alone in its project, and names there have no digits.
    let name = VercelFacts.isServiceName(service.name) ? service.name : "container"
    var container = VercelConfig.Service(root: ".")
    container.runtime = .container
    container.entrypoint = path.split(separator: "/").last.map(String.init)
    container.command = service.command.map { command in
      switch command {
      case .shell(let line): .left(line)
      case .exec(let words): .right(words)
      }
    }
    container.devCommand = service.dev?.start.shellText
    container.ignoreCommand = ignoreCommand(
      service.watching,
      in: project.rootDirectory,
      limit: VercelFacts.serviceCommandLength.value,
      service
    )
    project.config.services = [name: container]
    // A service is private until a rewrite leads to it.
    project.config.rewrites = [
      VercelConfig.Rewrite(source: "/(.*)", destination: .right(.init(name)))
    ]
    if let size = service.size { mapSize(size, of: service, &project) }
    if let limit = service.limit { mapLimit(limit, of: service, &project) }
    keepOut(besides: service.allowedAddresses, of: service, &project)
    let port: Variables = service.port.map { ["PORT": $0.value] } ?? [:]
    project.variables = variables(of: service, project, besides: port.entries)
    return project
  }

  private mutating func containerSource(of service: Service) -> DockerfileSource? {
    guard case .dockerfile(let source) = service.source else {
      report(
        VercelRules.containerSource,
        service,
        "runs on Vercel as a container, which is built from a Dockerfile and nothing else",
        help: "write source: .dockerfile(\"\(service.name)/Dockerfile\", context: "
          + "\"\(service.name)\")"
      )
      return nil
    }
    let path = RelativePath.normalized(source.path)
    let directory = RelativePath.directory(of: path)
    if RelativePath.normalized(source.context) != directory {
      report(
        VercelRules.containerContext,
        service,
        "is built in '\(source.context)', and Vercel builds '\(path)' in its own directory, "
          + "'\(directory)'",
        help: "put the Dockerfile into '\(source.context)'"
      )
    }
    if let stage = source.stage {
      report(
        VercelRules.containerContext,
        service,
        "stops its build at stage '\(stage)', and Vercel builds the last one",
        help: "give it a Dockerfile that ends with that stage"
      )
    }
    if !source.arguments.isEmpty {
      let names = source.arguments.entries.map { "'\($0.name)'" }.joined(separator: ", ")
      report(
        VercelRules.containerContext,
        service,
        "has build arguments (\(names)), which Vercel cannot pass",
        help: "write their values into the Dockerfile"
      )
    }
    if !source.secrets.isEmpty {
      let names = source.secrets.map { "'\($0.name)'" }.joined(separator: ", ")
      report(
        VercelRules.containerContext,
        service,
        "is built with secrets (\(names)), which Vercel cannot mount",
        help: "build without them, or let another target host it"
      )
    }
    return source
  }

  private mutating func reportLimits(of service: Service) {
    if service.isWorker {
      report(
        VercelRules.noWorkers,
        service,
        "listens on no port, and Vercel runs only what answers requests",
        help: "let another target of the deployment host it"
      )
    } else if service.access == .private {
      report(
        VercelRules.noWorkers,
        service,
        "is private, and a project on Vercel is in nobody's private network",
        help: "let the target that hosts its callers host it, or make it public"
      )
    }
    if let reason = service.soleInstance {
      report(
        VercelRules.noSoleInstance,
        service,
        "may run only once (\(reason)), and Vercel runs as many instances as requests need",
        help: "let another target host it, or move what must not run twice out of it"
      )
    }
    if let release = service.release {
      report(
        VercelRules.noReleaseCommand,
        service,
        "has the release command '\(release.shellText)', and Vercel has no step for one",
        help: "run it in CI before the deploy, and take it out of the service on Vercel"
      )
    }
    for volume in service.volumes {
      report(
        VercelRules.noVolumes,
        service,
        "has volume '\(volume.name)', and nothing on Vercel outlives a request",
        help: "keep the files in an object store, or let another target host the service"
      )
    }
    if let health = service.health {
      let what =
        switch health.probe {
        case .http(let path): "'\(path)'"
        case .command(let command): "'\(command.shellText)'"
        }
      report(
        VercelRules.noHealthChecks,
        service,
        "is checked by \(what), which Vercel never asks",
        help: "let a monitor ask it, and silence this here"
      )
    }
    if service.instances > 1 || service.scaling != nil {
      report(
        VercelRules.ownScaling,
        service,
        "says how many instances run, which Vercel decides by itself, from zero up",
        help: "silence this here if that is enough"
      )
    }
    if let grace = service.shutdownGrace {
      report(
        VercelRules.shortShutdown,
        service,
        "may take \(grace.components.seconds) seconds to end, and Vercel waits half a second",
        help: "finish work within the request"
      )
    }
    if let first = service.startsAfter.first {
      report(
        VercelRules.noStartOrder,
        service,
        "starts after \(first.resource.title), and Vercel starts it when a request comes",
        help: "let the program wait for what it needs"
      )
    }
  }

  private mutating func mapSize(
    _ size: Size,
    of service: Service,
    _ project: inout VercelProject
  ) {
    let wanted = [
      size.cpu.map { $0 == 1 ? "one core" : "\($0) cores" }, size.memory.map { "\($0) of memory" },
    ].compactMap(\.self).joined(separator: " and ")
    project.settings.append(
      "**Functions → Function CPU and Memory**: the smallest that has \(wanted)."
    )
    report(
      VercelRules.ownSizes,
      service,
      "needs \(wanted), which is a setting of the Vercel project",
      help: "follow the setup sheet"
    )
  }

  private mutating func mapLimit(
    _ limit: Size,
    of service: Service,
    _ project: inout VercelProject
  ) {
    let most = [
      limit.cpu.map { $0 == 1 ? "one core" : "\($0) cores" },
      limit.memory.map { "\($0) of memory" },
    ].compactMap(\.self).joined(separator: " and ")
    project.settings.append(
      "**Functions → Function CPU and Memory**: one that has no more than \(most)."
    )
    report(
      VercelRules.ownSizes,
      service,
      "may use \(most), which is a setting of the Vercel project",
      help: "follow the setup sheet"
    )
  }

  private mutating func report(
    _ rule: Rule,
    _ service: Service,
    _ what: String,
    help: String
  ) {
    findings.report(
      rule,
      "\(service.id.title) \(what)",
      help: help,
      at: service.site,
      about: service.id
    )
  }
}

extension VercelFacts {
  /// Whether the file takes a name for a service: lower-case letters with hyphens and underscores
  /// between them (vercel.com/docs/services/config-reference, 2026-06-30).
  static func isServiceName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard (1...serviceNameLength.value).contains(bytes.count),
      let first = bytes.first, let last = bytes.last
    else { return false }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return letters.contains(first) && letters.contains(last)
      && bytes.allSatisfy {
        letters.contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}
