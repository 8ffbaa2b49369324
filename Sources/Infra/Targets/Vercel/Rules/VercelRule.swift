import InfraContract
import InfraKit

/// A demand on a project, with what tells whether it is met.
struct VercelRule: Sendable {
  /// What is reported: a message, and one way to mend it.
  typealias Report = (_ message: String, _ help: String) -> Void

  let rule: Rule
  private let examine: @Sendable (VercelProject, Report) -> Void

  init(
    _ code: String,
    _ severity: Severity,
    _ demand: String,
    _ source: VercelFacts.Source,
    _ examine: @escaping @Sendable (VercelProject, Report) -> Void
  ) {
    rule = Rule(
      "vercel/\(code)",
      severity,
      demand,
      page: "https://\(source.page)",
      checked: source.date
    )
    self.examine = examine
  }

  /// Reports where a project does not meet the demand, at the line that made its file what it is.
  func check(_ project: VercelProject, _ findings: inout Findings) {
    examine(project) { message, help in
      findings.report(rule, message, help: help, at: project.manifestSite, about: project.id)
    }
  }
}

extension VercelFacts {
  static let configuration = Source(
    "vercel.com/docs/project-configuration/vercel-json",
    "2026-08-25"
  )
  static let routeSchemas = Source(
    "github.com/vercel/vercel/blob/main/packages/routing-utils/src/schemas.ts",
    "2026-08-03"
  )
  static let commandLineChecks = Source(
    "github.com/vercel/vercel/blob/main/packages/cli/src/util/validate-config.ts",
    "2026-08-03"
  )
  static let environmentPages = Source("vercel.com/docs/deployments/environments", "2026-08-31")
  static let cronPages = Source("vercel.com/docs/cron-jobs", "2026-01-28")
}
