import Foundation
import InfraKit
import InfraTargets
import Testing

@testable import environments

@Suite("Background jobs, in three forms")
struct BackgroundJobsTests {
  /// The product on one platform, in one of the forms.
  private func generation(
    _ jobs: BackgroundJobs,
    on target: any Target,
    _ change: (inout Product) -> Void = { _ in }
  ) -> Generation {
    var product = Product(jobs: jobs)
    change(&product)
    return Generation([Environment("trial", product.application, on: target)])
  }

  private func file(_ name: String, of generation: Generation) throws -> String {
    try #require(generation.files.first { $0.path.hasSuffix(name) }?.contents)
  }

  private func errors(_ generation: Generation) -> [String] {
    generation.diagnostics.filter { $0.severity == .error }.map(\.rule.code)
  }

  @Test("in process: there is no worker, and a second instance is an error")
  func inProcess() throws {
    let one = generation(.inProcess, on: .render(region: .frankfurt))
    #expect(errors(one) == [])
    #expect(try !file("render.yaml", of: one).contains("type: worker"))

    let two = generation(.inProcess, on: .render(region: .frankfurt)) { $0.backend.instances = 2 }
    #expect(errors(two) == ["model/sole-instance"])
    let error = try #require(two.diagnostics.first { $0.severity == .error })
    #expect(error.message.contains("its background jobs run in process"))
    #expect(error.site?.file.description == "environments/Product.swift")
  }

  @Test("a single worker: the backend may grow, the worker may not")
  func singleWorker() throws {
    let grown = generation(.worker, on: .render(region: .frankfurt)) { $0.backend.instances = 3 }
    #expect(errors(grown) == [])
    let manifest = try file("render.yaml", of: grown)
    #expect(manifest.components(separatedBy: "type: worker").count == 2)
    #expect(manifest.contains("numInstances: 3"))

    let workers = generation(.worker, on: .render(region: .frankfurt)) { $0.worker.instances = 2 }
    #expect(errors(workers) == ["model/sole-instance"])
  }

  @Test("a queue: any number of workers, and a store that forgets nothing")
  func queue() throws {
    let change: (inout Product) -> Void = {
      $0.backend.instances = 2
      $0.worker.instances = 4
    }
    let render = generation(.queue, on: .render(region: .frankfurt), change)
    #expect(errors(render) == [])
    let manifest = try file("render.yaml", of: render)
    #expect(manifest.contains("type: keyvalue"))
    #expect(manifest.contains("maxmemoryPolicy: noeviction"))
    #expect(manifest.components(separatedBy: "key: REDIS_URL").count == 3)

    let railway = generation(.queue, on: .railway, change)
    #expect(errors(railway) == [])
    #expect(try file("railway.ts", of: railway).contains("engine: \"redis\""))

    let compose = generation(.queue, on: .compose, change)
    #expect(errors(compose) == [])
    #expect(try file("docker-compose.yml", of: compose).contains("noeviction"))
  }
}
