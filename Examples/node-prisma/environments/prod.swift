import InfraKit
import InfraTargets

extension Environment {
  /// Production, in two ways: Render with Vercel, or Railway for everything.
  public static var prod: Environment {
    let product = Product(jobs: .worker)
    return Environment(
      "prod",
      product.application,
      deployments: [
        Deployment(
          "render-vercel",
          on: .render(region: .frankfurt, at: "render.yaml") {
            // Migrations run as part of the start command here: a plan without a pre-deploy step
            // is enough, and the backend has one instance.
            $0.edit(product.backend) {
              $0.preDeployCommand = nil
              $0.startCommand = "npx prisma migrate deploy && node dist/index.js"
            }
          },
          .vercel(hosting: product.frontend, at: "frontend/vercel.json")
        ),
        Deployment("railway", on: .railway(region: .europeWest)),
      ]
    )
  }
}
