import InfraContract
public import InfraKit

/// What an author changes by hand in `vercel.json` files, addressed by the description's own values.
///
/// Changes are made in the order in which they are written, before Vercel's rules are checked.
public struct VercelEdits {
  private var projects: [VercelProject]
  private var findings = Findings()

  init(_ projects: [VercelProject]) { self.projects = projects }

  /// Changes the `vercel.json` of a site.
  public mutating func edit(
    _ site: StaticSite,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout VercelConfig) -> Void
  ) { edit(site.id, CallSite(file: file, line: line), change) }

  /// Changes the `vercel.json` of a service that runs as a container.
  public mutating func edit(
    _ service: Service,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ change: (inout VercelConfig) -> Void
  ) { edit(service.id, CallSite(file: file, line: line), change) }

  private mutating func edit(
    _ id: ResourceID,
    _ site: CallSite,
    _ change: (inout VercelConfig) -> Void
  ) {
    guard let position = projects.firstIndex(where: { $0.id == id }) else {
      findings.report(
        VercelRules.hostedEdits,
        "\(id.title) is edited for Vercel, which does not host it in this deployment",
        help: "remove the edit, or let this target host it",
        at: site,
        about: id
      )
      return
    }
    change(&projects[position].config)
    projects[position].manifestSite = site
  }

  /// The projects as the author's changes leave them, and what is wrong with the changes.
  var result: (projects: [VercelProject], findings: Findings) { (projects, findings) }
}
