import InfraContract
import InfraKit

/// What `infra list` shows.
struct Listing: Encodable {
  let environments: [EnvironmentEntry]?

  struct EnvironmentEntry: Encodable {
    let name: String
    let application: String
    let source: String
    let deployments: [DeploymentEntry]?
  }

  struct DeploymentEntry: Encodable {
    let name: String
    let resources: [ResourceEntry]?
    let files: [String]?
  }

  struct ResourceEntry: Encodable {
    let kind: String
    let name: String
    let platform: String?
    let source: String
  }

  init(_ generation: Generation) {
    environments = generation.environments.map { output in
      EnvironmentEntry(
        name: output.name,
        application: output.environment.application.name,
        source: output.environment.site.description,
        deployments: output.deployments.map { deployment in
          let plan = deployment.plan
          return DeploymentEntry(
            name: plan.deployment.name,
            resources: plan.environment.application.resources.map { resource in
              let target = plan.place(resource.id)?.target
              return ResourceEntry(
                kind: resource.id.kind.title,
                name: resource.id.name,
                platform: target.map { plan.deployment.targets[$0].platform.title },
                source: resource.site.description
              )
            },
            files: deployment.files.map(\.path)
          )
        }
      )
    }
  }

  /// The listing for people, in columns.
  func text(colour: Bool) -> String {
    var text = ""
    for environment in environments ?? [] {
      if !text.isEmpty { text += "\n" }
      text += Paint.bold(environment.name, colour)
      text += "  \(environment.application), \(environment.source)\n"
      for deployment in environment.deployments ?? [] {
        text += "  deployment \(deployment.name)\n"
        let rows = (deployment.resources ?? []).map {
          [$0.kind, $0.name, $0.platform ?? "nowhere"]
        }
        for row in Columns.aligned(rows) { text += "    \(row)\n" }
        for file in deployment.files ?? [] {
          text += "    \(Paint.dim("writes", colour)) \(file)\n"
        }
      }
    }
    return text
  }
}

/// Text in columns.
enum Columns {
  /// The rows with every cell but the last padded to its column's width.
  static func aligned(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.count)
      }
    }
    return rows.map { row in
      row.enumerated().map { index, cell in
        index == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
      }.joined(separator: "  ")
    }
  }
}
