import InfraContract
import InfraKit

/// What Vercel demands, and what it cannot do.
enum VercelRules {
  /// Every rule: first what the mapping finds, then what the finished projects are held to.
  static var catalog: [Rule] {
    ownRules + environmentRules + siteRules + containerRules + projectRules.map(\.rule)
      + changes.map(\.rule)
  }

  /// What every finished project is held to, after the author's edits.
  static let projectRules =
    fileRules + routingRules + functionRules + scheduleRules + serviceRules + variableRules

  /// Checks what the mapping and the author's edits have made.
  static func check(
    _ projects: [VercelProject],
    of target: Vercel,
    chosen site: CallSite,
    _ findings: inout Findings
  ) {
    checkPlace(of: projects, target, site, &findings)
    for project in projects {
      for rule in projectRules { rule.check(project, &findings) }
    }
  }

  private static let ownRules = [hostedEdits, writable, oneFile, fileName, soleConfiguration]

  static let hostedEdits = Rule(
    "vercel/hosted-edits",
    .error,
    "An edit is about something that this target hosts."
  )

  static let writable = Rule(
    "vercel/writable",
    .error,
    "Every value of a file can be written as JSON."
  )

  static let oneFile = Rule(
    "vercel/one-file",
    .error,
    "A place and a project's name are given where a target hosts one resource."
  )

  static let fileName = Rule(
    "vercel/file-name",
    .error,
    "The file is called vercel.json and lies in the repository.",
    page: "https://vercel.com/docs/project-configuration/vercel-json",
    checked: "2026-08-25"
  )

  private static func checkPlace(
    of projects: [VercelProject],
    _ target: Vercel,
    _ site: CallSite,
    _ findings: inout Findings
  ) {
    if projects.count > 1, target.path != nil || target.project != nil {
      let names = projects.map { "'\($0.id.name)'" }.joined(separator: ", ")
      findings.report(
        oneFile,
        (target.path != nil ? "at:" : "project:") + " names one place for the \(projects.count) "
          + "resources that this target hosts: \(names)",
        help: "give each a target of its own, such as .vercel(hosting: \(projects[0].id.name), …)",
        at: site
      )
    }
    guard let path = target.path else { return }
    if let fault = RelativePath.fault(path) {
      findings.report(
        fileName,
        "at: is '\(path)', which \(fault)",
        help: "write a path from the repository's root",
        at: site
      )
    } else if RelativePath.normalized(path).split(separator: "/").last != "vercel.json" {
      findings.report(
        fileName,
        "at: is '\(path)', and Vercel reads a file called vercel.json",
        help: "write at: \"\(projects.first?.expectedPath ?? "vercel.json")\"",
        at: site
      )
    }
  }
}
