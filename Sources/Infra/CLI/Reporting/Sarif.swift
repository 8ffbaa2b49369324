import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets

/// Findings as a log of the Static Analysis Results Interchange Format, version 2.1.0.
///
/// The names and the required ones among them are those of the specification
/// (docs.oasis-open.org/sarif/sarif/v2.1.0, of 2020-03-27).
struct Sarif: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ generation: Generation, _ drift: [Drift], in context: Context) {
    let sources = Sources(of: generation.diagnostics, context.environments, in: context.directory)
    var run = Run()
    for diagnostic in generation.diagnostics {
      run.add(diagnostic, near: generation.all, sources)
    }
    for finding in generation.silenced {
      run.add(finding.diagnostic, near: generation.all, sources, silencedBy: finding.exception)
    }
    for drift in drift { run.add(drift, below: sources.prefix) }
    runs = [run]
  }

  init(_ leaks: [LeakFinding], below prefix: String) {
    var run = Run()
    for leak in leaks { run.add(leak, below: prefix) }
    runs = [run]
  }

  struct Run: Encodable {
    var tool = Tool()
    var columnKind = "unicodeCodePoints"
    var results: [Result]? = []
    private var positions: [String: Int] = [:]

    init() {}

    enum CodingKeys: String, CodingKey {
      case tool, columnKind, results
    }
  }

  struct Tool: Encodable {
    var driver = Driver()
  }

  struct Driver: Encodable {
    var name = "infra"
    var rules: [ReportingDescriptor]? = []
  }

  struct ReportingDescriptor: Encodable {
    let id: String
    let shortDescription: Message
    let helpUri: String?
    let defaultConfiguration: Configuration
  }

  struct Configuration: Encodable {
    let level: String
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    var locations: [Location]?
    var relatedLocations: [Location]?
    var suppressions: [Suppression]?
  }

  struct Message: Encodable {
    let text: String
  }

  struct Location: Encodable {
    var physicalLocation: PhysicalLocation
    var message: Message?
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    var region: Region?
  }

  struct ArtifactLocation: Encodable {
    let uri: String
    let uriBaseId = "%SRCROOT%"

    enum CodingKeys: String, CodingKey {
      case uri, uriBaseId
    }
  }

  struct Region: Encodable {
    let startLine: Int
    var startColumn: Int?
    var endColumn: Int?
  }

  struct Suppression: Encodable {
    let kind: String
    let justification: String
  }
}

extension Severity {
  /// The level as SARIF spells it.
  fileprivate var level: String { rawValue }
}

extension Sarif.Run {
  fileprivate mutating func add(
    _ diagnostic: Diagnostic,
    near environments: [Environment],
    _ sources: Sources,
    silencedBy exception: RuleException? = nil
  ) {
    let rule = diagnostic.rule
    let index = position(
      of: Sarif.ReportingDescriptor(
        id: rule.code,
        shortDescription: Sarif.Message(text: rule.demand),
        helpUri: rule.page,
        defaultConfiguration: Sarif.Configuration(level: rule.severity.level)
      )
    )
    var result = Sarif.Result(
      ruleId: rule.code,
      ruleIndex: index,
      level: diagnostic.severity.level,
      message: Sarif.Message(
        text: diagnostic.message + (diagnostic.help.map { "\nHelp: \($0)" } ?? "")
      )
    )
    if let site = diagnostic.site {
      var region = Sarif.Region(startLine: Int(site.line))
      if let spot = Spot(diagnostic, in: sources), spot.length > 0 {
        region.startColumn = spot.codePoints.lowerBound
        region.endColumn = spot.codePoints.upperBound
      }
      result.locations = [Self.location(site.file.description, region, sources.prefix)]
    }
    if let near = NearAssignment(diagnostic, in: environments, sources) {
      var location = Self.location(near.file, Sarif.Region(startLine: near.line), sources.prefix)
      location.message = Sarif.Message(text: "set near here")
      result.relatedLocations = [location]
    }
    if let exception {
      result.suppressions = [
        Sarif.Suppression(kind: "inSource", justification: exception.reason)
      ]
    }
    results?.append(result)
  }

  fileprivate mutating func add(_ leak: LeakFinding, below prefix: String) {
    let code = "secrets/\(leak.kind.rawValue)"
    let index = position(
      of: Sarif.ReportingDescriptor(
        id: code,
        shortDescription: Sarif.Message(text: leak.kind.demand),
        helpUri: nil,
        defaultConfiguration: Sarif.Configuration(level: "error")
      )
    )
    // A path of the past is one of the checkout already.
    let region = leak.line.map { Sarif.Region(startLine: $0) }
    results?.append(
      Sarif.Result(
        ruleId: code,
        ruleIndex: index,
        level: "error",
        message: Sarif.Message(text: leak.message + "\nHelp: \(leak.help)"),
        locations: leak.path.map {
          [Self.location($0, region, leak.commit == nil ? prefix : "")]
        }
      )
    )
  }

  fileprivate mutating func add(_ drift: Drift, below prefix: String) {
    let index = position(
      of: Sarif.ReportingDescriptor(
        id: "check/\(drift.kind.rawValue)",
        shortDescription: Sarif.Message(text: "Every generated file is as described."),
        helpUri: nil,
        defaultConfiguration: Sarif.Configuration(level: "error")
      )
    )
    let line = drift.kind == .stale ? drift.change.firstDifferingLine : nil
    results?.append(
      Sarif.Result(
        ruleId: "check/\(drift.kind.rawValue)",
        ruleIndex: index,
        level: "error",
        message: Sarif.Message(text: drift.sentence + "\nHelp: run 'swift run infra generate'"),
        locations: [
          Self.location(drift.change.path, line.map { Sarif.Region(startLine: $0) }, prefix)
        ]
      )
    )
  }

  /// Where a rule stands in the list, to which it is added at first use.
  private mutating func position(of rule: Sarif.ReportingDescriptor) -> Int {
    if let known = positions[rule.id] { return known }
    let position = positions.count
    positions[rule.id] = position
    tool.driver.rules?.append(rule)
    return position
  }

  private static func location(
    _ path: String,
    _ region: Sarif.Region?,
    _ prefix: String
  ) -> Sarif.Location {
    Sarif.Location(
      physicalLocation: Sarif.PhysicalLocation(
        artifactLocation: Sarif.ArtifactLocation(uri: uri(Annotations.path(path, below: prefix))),
        region: region
      )
    )
  }

  /// A path as a relative reference, with what is no letter of one escaped.
  private static func uri(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var uri = ""
    for byte in path.utf8 {
      if plain.contains(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
