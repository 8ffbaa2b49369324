// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that `swift run infra` never builds it.
let package = Package(
  name: "generator-benchmark",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "infra", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "synthetic",
      dependencies: [
        .product(name: "InfraKit", package: "infra"),
        .product(name: "InfraCLI", package: "infra"),
      ],
      path: "Sources/Synthetic",
      swiftSettings: [.treatAllWarnings(as: .error)]
    )
  ],
  swiftLanguageModes: [.v6]
)
