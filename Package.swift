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
    // The page of `infra dev`, for an executable target of a dependent.
    .library(name: "InfraPage", targets: ["InfraPage"]),
  ],
  // What a package that says `traits: []` does without, and does not fetch.
  traits: [
    .trait(name: "DevelopmentPage", description: "The page of infra dev, and its server"),
    .default(enabledTraits: ["DevelopmentPage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // The page's.
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    // The backend's. Traits are off where they would link all of Foundation.
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      exact: "2.28.1",
      traits: []
    ),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: [
    .target(name: "InfraContract", swiftSettings: strict),
    .target(
      name: "InfraKit",
      dependencies: ["InfraContract"],
      path: "Sources/Infra",
      exclude: [
        "CLI", "Dev", "Disk", "Graph", "Page", "Reading", "Release", "Secrets", "Serialization",
        "Targets", "Vendors", "Views",
      ],
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
      name: "InfraDisk",
      dependencies: ["CSHA256"],
      path: "Sources/Infra/Disk",
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraCLITests",
      dependencies: [
        "InfraCLI",
        "InfraContract",
        "InfraKit",
        "InfraTargets",
        "InfraVendors",
        "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "InfraSecrets",
      dependencies: ["InfraContract", "InfraDisk", "InfraKit"],
      path: "Sources/Infra/Secrets",
      swiftSettings: strict
    ),
    .target(
      name: "InfraDev",
      dependencies: ["InfraContract", "InfraDisk", "InfraKit", "InfraSecrets"],
      path: "Sources/Infra/Dev",
      swiftSettings: strict
    ),
    .target(
      name: "InfraRelease",
      dependencies: [
        "InfraContract", "InfraDev", "InfraDisk", "InfraKit", "InfraSecrets", "InfraTargets",
      ],
      path: "Sources/Infra/Release",
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraReleaseTests",
      dependencies: ["InfraDev", "InfraKit", "InfraRelease", "TestSupport"],
      swiftSettings: strict
    ),
    // What the tests run in the place of a person's own `infra`.
    .executableTarget(
      name: "infra-dev-fixture",
      dependencies: ["InfraCLI", "InfraKit", "InfraTargets"],
      path: "Tests/InfraDevFixture",
      swiftSettings: authors
    ),
    .testTarget(
      name: "InfraDevTests",
      dependencies: [
        "InfraContract",
        "InfraDev",
        "InfraDisk",
        "InfraKit",
        "InfraSecrets",
        "InfraTargets",
        "TestSupport",
        "infra",
        "infra-dev-fixture",
      ],
      swiftSettings: strict
    ),
    // `infra` with servers of the tests in the place of the vendors.
    .executableTarget(
      name: "infra-vendors-fixture",
      dependencies: ["InfraCLI", "InfraKit", "InfraTargets", "InfraVendors"],
      path: "Tests/InfraVendorsFixture",
      swiftSettings: authors
    ),
    .testTarget(
      name: "InfraVendorsTests",
      dependencies: [
        "InfraSerialization",
        "InfraVendors",
        "TestSupport",
        "infra-vendors-fixture",
      ],
      exclude: ["Servers"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraSecretsTests",
      dependencies: ["InfraContract", "InfraDisk", "InfraKit", "InfraSecrets", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraDiskTests",
      dependencies: ["InfraDisk"],
      swiftSettings: strict
    ),
    .target(
      name: "InfraVendors",
      dependencies: [
        "InfraContract", "InfraDisk", "InfraKit", "InfraSerialization", "InfraTargets",
      ],
      path: "Sources/Infra/Vendors",
      swiftSettings: strict
    ),
    .target(
      name: "InfraCLI",
      dependencies: [
        "CMalloc",
        "InfraContract",
        "InfraDev",
        "InfraDisk",
        "InfraKit",
        "InfraRelease",
        "InfraSecrets",
        "InfraSerialization",
        "InfraTargets",
        "InfraVendors",
        "InfraViews",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Infra/CLI",
      swiftSettings: strict
    ),
    .target(
      name: "InfraGraph",
      path: "Sources/Infra/Graph",
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraGraphTests",
      dependencies: ["InfraGraph"],
      swiftSettings: strict
    ),
    .target(
      name: "InfraViews",
      dependencies: ["InfraContract", "InfraGraph", "InfraKit"],
      path: "Sources/Infra/Views",
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraViewsTests",
      dependencies: [
        "InfraContract", "InfraGraph", "InfraKit", "InfraTargets", "InfraViews", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "InfraPage",
      dependencies: [
        "InfraGraph",
        .product(
          name: "FlyingFox",
          package: "FlyingFox",
          condition: .when(traits: ["DevelopmentPage"])
        ),
        .product(
          name: "FlyingSocks",
          package: "FlyingFox",
          condition: .when(traits: ["DevelopmentPage"])
        ),
      ],
      path: "Sources/Infra/Page",
      resources: [
        .embedInCode("Assets/app.js"),
        .embedInCode("Assets/icon.svg"),
        .embedInCode("Assets/index.html"),
        .embedInCode("Assets/style.css"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InfraPageTests",
      dependencies: ["InfraPage", "TestSupport", "infra-page"],
      exclude: ["page.test.mjs"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "infra-page",
      dependencies: ["InfraPage"],
      path: "Sources/Page",
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
      name: "EnvironmentsTests",
      dependencies: ["InfraKit", "TestSupport", "environments", "infra"],
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

    // What Swift has no names for: the processor's instructions for SHA-256.
    .target(name: "CSHA256"),
    .target(name: "BackendContract", dependencies: ["InfraContract"], swiftSettings: strict),
    .systemLibrary(name: "CLibpq"),
    .systemLibrary(name: "CMalloc"),
    .executableTarget(
      name: "backend",
      dependencies: [
        "BackendContract",
        "CLibpq",
        "CMalloc",
        "InfraContract",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      path: "Sources/Backend",
      exclude: ["README.md"],
      resources: [
        .embedInCode("Migrations/0001_accounts.sql"),
        .embedInCode("Migrations/0002_tickets.sql"),
        .embedInCode("Migrations/0003_escalation.sql"),
        .embedInCode("Migrations/0004_job_format.sql"),
      ],
      swiftSettings: strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]
    ),
    .testTarget(
      name: "BackendTests",
      dependencies: [
        "BackendContract",
        "InfraContract",
        "InfraKit",
        "InfraReading",
        "InfraSerialization",
        "TestSupport",
        "backend",
        "infra-dev-fixture",
        "environments",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
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
        "InfraRelease",
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
