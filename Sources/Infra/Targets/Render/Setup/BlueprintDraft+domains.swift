import InfraContract
import InfraKit

extension BlueprintDraft {
  /// A step for each resource with domains of its own.
  var domains: [SetupStep] {
    blueprint.allServices.compactMap { service in
      switch service {
      case .server(let server):
        step(server.name, server.domains ?? [], path: server.healthCheckPath ?? "/")
      case .site(let site): step(site.name, site.domains ?? [], path: "/")
      case .cron, .keyValue, .workflow: nil
      }
    }
  }

  private func step(_ name: String, _ domains: [String], path: String) -> SetupStep? {
    if domains.isEmpty { return nil }
    let rows = domains.map { domain in
      // Two labels are a root domain, which most DNS providers give no CNAME.
      let isRoot = domain.split(separator: ".").count <= 2
      return [
        "`\(domain)`", isRoot ? "ALIAS or ANAME, else A" : "CNAME",
        isRoot
          ? "the name or address under Settings > Custom Domains"
          : "the `onrender.com` name under Settings > Custom Domains",
      ]
    }
    var blocks: [SetupStep.Block] = [
      .text(
        "At the DNS provider, set these records, and remove AAAA records of the same names: "
          + "Render answers over IPv4."
      ),
      .table(["Name", "Record", "Value"], rows),
    ]
    let partners = domains.compactMap(Self.partner)
    if !partners.isEmpty {
      let names = partners.map { "`\($0)`" }.joined(separator: ", ")
      blocks.append(.text("Render adds \(names) with a redirect: give it a record too."))
    }
    let others = domains.dropFirst().filter { $0 != Self.partner(domains[0]) }
    if !others.isEmpty {
      let names = others.map { "`\($0)`" }.joined(separator: ", ")
      blocks.append(
        .text(
          "Every name answers alike, and Render redirects none but a root and its `www.`: to "
            + "send visitors of \(names) on to `\(domains[0])`, do it at the DNS provider."
        )
      )
    }
    blocks.append(
      .commands(domains.map { "curl -fsSI \(Command.quoted("https://\($0)\(path)"))" })
    )
    return SetupStep(
      .domains,
      "Render: point the domains of `\(name)` to it",
      blocks,
      check: "Custom Domains says Verified with a certificate, and each command above prints a "
        + "status below 400."
    )
  }

  /// The name that Render adds to a root domain or to its `www.`, with a redirect.
  ///
  /// render.com/docs/blueprint-spec, read 2026-09-05.
  private static func partner(_ domain: String) -> String? {
    if domain.hasPrefix("www.") { return String(domain.dropFirst(4)) }
    return domain.split(separator: ".").count == 2 ? "www.\(domain)" : nil
  }
}
