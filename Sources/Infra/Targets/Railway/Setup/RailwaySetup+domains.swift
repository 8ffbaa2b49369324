import InfraContract
import InfraKit

extension RailwaySetup {
  /// What the public reaches, with its own domains and the port behind them.
  private var reached: [(name: String, domains: [Domain], port: Int, path: String)] {
    let services = part.services.filter(\.isPublic).compactMap { service in
      service.port.map { port -> (name: String, domains: [Domain], port: Int, path: String) in
        var path = "/"
        if case .http(let own)? = service.health?.probe { path = own }
        return (service.name, service.domains, port.number, path)
      }
    }
    let sites = part.sites.map { site in
      (
        name: site.name, domains: site.domains,
        port: site.serve?.port.number ?? RailwaySite.port, path: "/"
      )
    }
    return services + sites
  }

  /// Domains come before the first plan, which refuses a domain that is not registered.
  var domainRegistration: SetupStep? {
    var commands: [String] = []
    for one in reached {
      let flags = "--port \(one.port) \(flags(one.name))"
      if one.domains.isEmpty { commands.append("railway domain \(flags)") }
      for domain in one.domains { commands.append("railway domain \(domain) \(flags)") }
    }
    if commands.isEmpty { return nil }
    let hasOwn = reached.contains { !$0.domains.isEmpty }
    let hasGenerated = reached.contains { $0.domains.isEmpty }
    var text = ""
    if hasOwn {
      text += "Railway refuses a plan with a domain that it does not know yet. Each command with a "
      text += "domain prints the DNS records for it: keep them."
    }
    if hasGenerated {
      text += text.isEmpty ? "" : " "
      text += "A service without a domain of its own gets one below `up.railway.app`."
    }
    return SetupStep(
      .firstDeploy,
      "Railway: register the domains",
      [.text(text), .commands(commands)],
      check: "Each service's settings list its domain under Networking."
    )
  }

  /// The DNS records of each domain.
  var domainRecords: SetupStep? {
    let addresses = reached.flatMap { one in one.domains.map { $0.origin + one.path } }
    if addresses.isEmpty { return nil }
    return SetupStep(
      .domains,
      "Railway: point the domains to it",
      [
        .text(
          "At your DNS provider add **both** records that each `railway domain` command printed, the "
            + "CNAME and the TXT: without the TXT record Railway answers 404. Once they have spread:"
        ),
        .commands(addresses.map { "curl --fail --silent --show-error --output /dev/null \($0)" }),
      ],
      check: "Each command ends with status 0 and prints nothing."
    )
  }
}
