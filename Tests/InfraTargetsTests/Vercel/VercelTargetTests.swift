import InfraContract
import InfraKit
import InfraTargets
import TestSupport
import Testing

@Suite("Vercel as a target")
struct VercelTargetTests {
  @Test(
    "the kitchen's files and setup sheets are the recorded ones",
    arguments: [("prod", VercelPlan.hobby), ("staging", .hobby), ("qa", .pro)]
  )
  func goldens(environment: String, plan: VercelPlan) throws {
    let generation = VercelKitchen().generation(environment, plan: plan)
    #expect(!generation.hasErrors, "\(generation.lines)")
    for file in generation.environments.flatMap(\.files) {
      let name = file.path.split(separator: "/").dropFirst().joined(separator: "/")
      try expectGolden(file.contents, "vercel/\(name)")
    }
    try expectGolden(
      generation.lines.joined(separator: "\n") + "\n",
      "vercel/\(environment)/findings.txt"
    )
  }

  @Test("the kitchen's files are valid", .needsSchemaValidator)
  func schema() async throws {
    let files = VercelKitchen().generation("prod").environments.flatMap(\.files)
      .filter { $0.path.hasSuffix("vercel.json") }
    #expect(files.count == 4)
    let errors = try await SchemaValidator(.vercel).errors(
      in: files.map { SchemaValidator.Document($0.path, $0.contents, .json) }
    )
    #expect(errors.flatMap(\.self) == [])
  }

  @Test("two runs give the same bytes")
  func deterministic() {
    let files = { VercelKitchen().generation("prod").environments.flatMap(\.files) }
    #expect(files() == files())
  }

  @Test("two environments that differ in variables and domains alone share one file")
  func shared() {
    let environment = { (name: String, domains: [Domain]) in
      var kitchen = VercelKitchen()
      kitchen.plain.domains = domains
      kitchen.plain.variables["NAME"] = Value(name)
      kitchen.plain.variables.set("API_URL", to: kitchen.api.origin)
      if domains.isEmpty { kitchen.api.domains = [] }
      return Environment(
        name,
        Application("shop", services: [kitchen.api], sites: [kitchen.plain]),
        on: .vercel(hosting: kitchen.plain, at: "vercel.json"),
        ElsewhereThanVercel()
      )
    }
    let generation = Generation([environment("prod", ["a.example"]), environment("staging", [])])
    #expect(!generation.hasErrors, "\(generation.lines)")
    let files = generation.environments.flatMap(\.files).filter { $0.path == "vercel.json" }
    #expect(files.count == 2)
    #expect(Set(files.map(\.contents)).count == 1)
  }
}
