import InfraKit
import InfraTargets

extension Environment {
  /// A developer's machine, with a Postgres of its own.
  public static var dev: Environment {
    var product = Product(jobs: .inProcess)
    // The schema may still change from minute to minute here, so it is pushed and not migrated.
    product.backend.release = "npx prisma db push"
    return Environment("dev", product.application, on: .compose(at: "docker-compose.yml"))
  }
}
