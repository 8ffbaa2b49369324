// swift-tools-version: 6.2
import PackageDescription

/// What every module of ours is built with: the strict language, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Descriptions are written by people who should not have to think about import visibility.
let authors: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "infra",
  platforms: [.macOS(.v15)],
  // Executables stay undeclared: SwiftPM builds them here, and a dependent with its own `infra`
  // neither collides with ours nor fetches what only the backend needs.
  products: [
    .library(name: "InfraKit", targets: ["InfraContract", "InfraKit", "InfraTargets"]),
    .library(name: "InfraCLI", targets: ["InfraCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "InfraContract", swiftSettings: strict),
    .target(
      name: "InfraKit",
      dependencies: ["InfraContract"],
      path: "Sources/Infra",
      exclude: ["CLI", "Reading", "Serialization", "Targets"],
      swiftSettings: strict
    ),
    .target(
      name: "InfraSerialization",
      path: "Sources/Infra/Serialization",
      swiftSettings: strict
    ),
    .target(
      name: "InfraReading",
      dependencies: ["InfraSerialization", .product(name: "Yams", package: "Yams")],
      path: "Sources/Infra/Reading",
      swiftSettings: strict
    ),
    .target(
      name: "InfraTargets",
      dependencies: ["InfraContract", "InfraKit", "InfraSerialization"],
      path: "Sources/Infra/Targets",
      swiftSettings: strict
    ),
    .target(
      name: "InfraCLI",
      dependencies: [
        "InfraContract",
        "InfraKit",
        "InfraSerialization",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Infra/CLI",
      swiftSettings: strict
    ),
    .target(
      name: "environments",
      dependencies: ["BackendContract", "InfraKit", "InfraTargets"],
      path: "environments",
      swiftSettings: authors
    ),
    .executableTarget(
      name: "infra",
      dependencies: ["InfraCLI", "environments"],
      path: "Sources/Tool",
      swiftSettings: strict
    ),

    .testTarget(
      name: "InfraKitTests",
      dependencies: ["InfraContract", "InfraKit", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraReadingTests",
      dependencies: ["InfraReading", "InfraSerialization"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraSerializationTests",
      dependencies: [
        "InfraSerialization",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Readers"],
      swiftSettings: strict
    ),

    .target(name: "BackendContract", dependencies: ["InfraContract"], swiftSettings: strict),
    .executableTarget(
      name: "backend",
      dependencies: ["BackendContract"],
      path: "Sources/Backend",
      swiftSettings: strict
    ),

    .target(
      name: "TestSupport",
      path: "Tests/TestSupport",
      exclude: ["Scripts"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraTargetsTests",
      dependencies: [
        "InfraContract",
        "InfraKit",
        "InfraReading",
        "InfraSerialization",
        "InfraTargets",
        "TestSupport",
      ],
      exclude: ["Golden", "Oracles"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TestSupportTests",
      dependencies: ["TestSupport"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
