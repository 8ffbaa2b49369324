import ArgumentParser
import Foundation
import InfraContract
import InfraKit
import InfraVendors
import Synchronization
import TestSupport

@testable import InfraCLI

/// A target that writes one file per service, so that commands can be tested without a platform.
struct Notebook: Target {
  let platform = Platform("notebook", title: "Notebook")
  var hosting: [ResourceID]?
  let hostableKinds: Set<ResourceKind> = Set(ResourceKind.allCases)
  let site: CallSite? = CallSite()
  var rules: [RuleException] = []
  var severity: Severity?
  var text = "replicas: 1\n"

  static let catalog = Severity.allCases.map {
    Rule("notebook/\($0.rawValue)", $0, "A notebook has nothing to say.")
  }

  func emit(_ part: HostedPart) -> Emission {
    var emission = Emission()
    for service in part.services {
      emission.files.append(
        GeneratedFile(
          path: "\(part.directory)/\(service.name).yaml",
          contents: text,
          site: service.site
        )
      )
    }
    if let severity, let rule = Self.catalog.first(where: { $0.severity == severity }) {
      emission.findings.report(rule, "the page is full", help: "turn it", at: site)
    }
    return emission
  }
}

/// A folder with a package in it, environments, and everything that a command said.
final class Scene: Sendable {
  let folder: URL
  private let said = Mutex((out: "", err: ""))
  private let day = Mutex(Day.today)
  /// The moment at which commands run, in seconds since 1970.
  let seconds = Mutex(1_800_000_000)
  /// What opens the platforms' interfaces; no token unless a test has one.
  let vendors = Mutex(VendorAccess(variables: { _ in nil }))

  /// The day on which commands run.
  var today: Day {
    get { day.withLock { $0 } }
    set { day.withLock { $0 = newValue } }
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("infra-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "// a package".write(
      to: folder.appendingPathComponent("Package.swift"),
      atomically: true,
      encoding: .utf8
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var out: String { said.withLock { $0.out } }
  var err: String { said.withLock { $0.err } }

  /// Runs a command line and returns its exit code.
  func run(
    _ arguments: String...,
    in place: URL? = nil,
    environments: [Environment],
    answering questions: Questions = .scripted(input: "")
  ) -> Int32 {
    run(arguments, in: place, environments: environments, answering: questions)
  }

  /// Runs a command line and returns its exit code.
  func run(
    _ arguments: [String],
    in place: URL? = nil,
    environments: [Environment],
    answering questions: Questions = .scripted(input: "")
  ) -> Int32 {
    said.withLock { $0 = ("", "") }
    defer { read(".env").map { MadeValues.note(file: $0) } }
    let console = Console(
      outputHasColour: false,
      errorHasColour: false,
      out: { [self] text in said.withLock { $0.out += text } },
      err: { [self] text in said.withLock { $0.err += text } }
    )
    do {
      let context = Context(
        environments: environments,
        console: console,
        questions: questions,
        directory: (place ?? folder).path,
        today: today,
        now: { [self] in seconds.withLock { $0 } },
        vendors: vendors.withLock { $0 }
      )
      switch try Infra.command(for: arguments) {
      case .ours(var run): try run.run(in: context)
      case .parsers(var command): try command.run()
      }
      return 0
    } catch let failure as Failure {
      console.complain(failure)
      return failure.exitCode.rawValue
    } catch {
      console.err(RootCommand.fullMessage(for: error))
      return RootCommand.exitCode(for: error).rawValue
    }
  }

  func write(_ text: String, to path: String) throws {
    let place = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: folder.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent(path),
      withIntermediateDirectories: true
    )
  }

  func read(_ path: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  var files: [String] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return found.filter { $0.contains(".") && !$0.hasPrefix(".infra") }.sorted()
  }
}

extension Questions {
  /// No person, and this on standard input.
  static func scripted(input: String) -> Questions {
    Questions(
      canAsk: false,
      ask: { _ in nil },
      askHidden: { _ in nil },
      input: { Array(input.utf8) }
    )
  }

  /// A person who gives one answer to everything.
  static func person(_ answer: String) -> Questions {
    Questions(canAsk: true, ask: { _ in answer }, askHidden: { _ in answer }, input: { [] })
  }
}

/// Two environments of a small shop.
func shop(_ targets: Notebook = Notebook(), prod: Notebook? = nil) -> [Environment] {
  let api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"), port: 8080)
  let application = Application("shop", services: [api])
  return [
    Environment("dev", application, on: targets),
    Environment("prod", application, on: prod ?? targets),
  ]
}
