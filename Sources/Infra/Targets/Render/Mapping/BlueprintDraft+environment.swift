import InfraKit

extension BlueprintDraft {
  static func previews(_ previews: Previews) -> Blueprint.Previews {
    let generation: Blueprint.PreviewGeneration =
      switch previews.trigger {
      case .never: .off
      case .onRequest: .manual
      case .always: .automatic
      }
    return Blueprint.Previews(generation: generation, expireAfterDays: previews.daysKept)
  }

  /// Puts everything into an environment of a project, where Render has protection and isolation.
  ///
  /// An application is the project. What stays outside of one has neither.
  mutating func group() {
    let wanted = part.plan.environment
    guard wanted.isProtected || wanted.isIsolated, blueprint != Blueprint() else { return }
    var environment = Blueprint.Environment(name: wanted.name)
    swap(&environment.databases, &blueprint.databases)
    swap(&environment.envVarGroups, &blueprint.envVarGroups)
    swap(&environment.services, &blueprint.services)
    if wanted.isIsolated { environment.networking = .init(isolation: .enabled) }
    if wanted.isProtected { environment.permissions = .init(protection: .enabled) }
    var project = Blueprint.Project(name: part.application.name)
    project.environments = [environment]
    blueprint.projects.append(project)
  }
}
