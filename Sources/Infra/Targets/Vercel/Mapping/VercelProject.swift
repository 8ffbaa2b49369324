import InfraContract
import InfraKit

/// A Vercel project: what one site or container becomes.
struct VercelProject {
  /// The resource.
  let id: ResourceID

  /// The project's name on Vercel.
  let name: String

  /// The environment of the project.
  let environment: VercelEnvironment

  /// What the team pays for.
  let plan: VercelPlan

  /// The project's Root Directory, from the repository's root.
  let rootDirectory: String

  /// The place of the file, from the repository's root.
  let path: String

  /// The resource's own line.
  let site: CallSite

  /// The line that findings about the file point at: the last edit's, else the resource's.
  var manifestSite: CallSite

  /// The content of the file.
  var config = VercelConfig()

  /// The variables, in order.
  var variables: [VercelVariable] = []

  /// The domains.
  let domains: [Domain]

  /// What the project's dashboard has to be told.
  var settings: [String] = []

  init(
    _ resource: some Configured,
    rootDirectory: String,
    domains: [Domain],
    of target: Vercel,
    in part: HostedPart
  ) {
    id = resource.id
    name = target.project ?? "\(part.application.name)-\(resource.id.name)"
    environment = target.environment ?? VercelEnvironment(for: part.environment, on: target.plan)
    plan = target.plan
    self.rootDirectory = RelativePath.normalized(rootDirectory)
    path =
      target.path.map(RelativePath.normalized)
      ?? "\(part.directory)/\(resource.id.name)/vercel.json"
    site = resource.site
    manifestSite = resource.site
    self.domains = domains
    config.schema = "https://openapi.vercel.sh/vercel.json"
  }

  /// The only place in which Vercel looks for the file.
  var expectedPath: String { RelativePath.joined(rootDirectory, "vercel.json") }

  /// The place in which Vercel keeps its secrets, unique over all platforms.
  var secretPlace: String { "Vercel project '\(name)', \(environment.title)" }
}
