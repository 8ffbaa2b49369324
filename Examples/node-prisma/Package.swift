// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "node-prisma",
  platforms: [.macOS(.v15)],
  dependencies: [
    // In a repository of your own: .package(url: "…/infra", exact: "…", traits: [])
    .package(name: "infra", path: "../..", traits: [])
  ],
  targets: [
    .target(
      name: "environments",
      dependencies: [.product(name: "InfraKit", package: "infra")],
      path: "environments"
    ),
    .executableTarget(
      name: "infra",
      dependencies: ["environments", .product(name: "InfraCLI", package: "infra")],
      path: "infra"
    ),
    .testTarget(
      name: "EnvironmentsTests",
      dependencies: ["environments", .product(name: "InfraKit", package: "infra")]
    ),
  ]
)
