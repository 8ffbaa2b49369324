import InfraContract

/// What environments come to: files and findings, and nothing written anywhere.
///
/// The commands are made of it; an owner's own tests can ask it too:
///
/// ```swift
/// let generation = Generation([.prod])
/// #expect(!generation.hasErrors)
/// #expect(generation.files.contains { $0.path == "render.yaml" })
/// ```
public struct Generation: Sendable {
  /// The environments, in the author's order.
  package let environments: [EnvironmentOutput]

  /// Every finding after the author's exceptions, each once, sorted by file and line.
  public let diagnostics: [Diagnostic]

  /// The findings that an author silenced, with the reason.
  package let silenced: [SilencedFinding]

  let findings: [Diagnostic]

  /// Every file, each path once; none where an error stopped a deployment's targets.
  public var files: [GeneratedFile] {
    var seen: Set<String> = []
    return environments.flatMap(\.files).filter { seen.insert($0.path).inserted }
  }

  /// Whether any finding is an error: then nothing may be written.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Works out every environment.
  ///
  /// Rules about all environments together hold only when all of them are given.
  public init(_ environments: [Environment]) { self.init(environments, since: nil) }

  /// Works out every environment, with what is known of its surroundings: the past, to compare with,
  /// and which files there are.
  ///
  /// The past is asked for once, when the first environment is there to be compared with it.
  package init(
    _ environments: [Environment],
    since past: @autoclosure () -> Past?,
    exists: (_ path: String) -> Bool = { _ in false }
  ) {
    var outputs: [EnvironmentOutput] = []
    var all: [Diagnostic] = []
    var silenced: [SilencedFinding] = []
    var used: Set<RuleException> = []
    var known: Past??
    for environment in environments {
      var findings = Findings()
      let output = EnvironmentOutput(environment, &findings)
      outputs.append(output)
      // With errors, entries may be missing that would then look as if they had been removed.
      if !findings.hasErrors {
        let earlier: Past? = if let known { known } else { past() }
        known = .some(earlier)
        if let earlier { output.compare(with: earlier, &findings) }
      }
      output.reportRivals(where: exists, &findings)
      let judged = Exceptions(output).judge(findings.diagnostics, in: environment.name)
      all += judged.diagnostics
      silenced += judged.silenced
      used.formUnion(judged.silenced.map(\.exception))
    }
    var findings = Findings()
    for rule in ModelRules.workspace {
      let count = findings.diagnostics.count
      rule.check(outputs, &findings)
      if rule.isStructural, findings.diagnostics.count > count { break }
    }
    let shared = Exceptions.judge(findings.diagnostics, of: outputs)
    all += shared.diagnostics
    silenced += shared.silenced
    used.formUnion(shared.silenced.map(\.exception))
    var unused = Findings()
    // With errors, targets may not have been asked, and what is unused cannot be told.
    if !all.contains(where: { $0.severity == .error }) {
      UsedExceptions.check(outputs, used: used, &unused)
    }
    self.init(
      environments: outputs,
      findings: all + unused.diagnostics,
      silenced: silenced
    )
  }

  init(
    environments: [EnvironmentOutput],
    findings: [Diagnostic],
    silenced: [SilencedFinding]
  ) {
    self.environments = environments
    self.findings = findings
    self.silenced = silenced
    self.diagnostics = Self.sorted(findings)
  }

  /// The findings in order of file and line, each once: environments that share a resource share
  /// its mistakes.
  private static func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
    var seen: [Diagnostic: Int] = [:]
    var kept: [(file: String, line: UInt, position: Int, diagnostic: Diagnostic)] = []
    for finding in findings {
      var anywhere = finding
      anywhere.environments = []
      if let first = seen[anywhere] {
        for name in finding.environments where !kept[first].diagnostic.environments.contains(name) {
          kept[first].diagnostic.environments.append(name)
        }
        continue
      }
      seen[anywhere] = kept.count
      let file = finding.site?.file.description ?? ""
      kept.append((file, finding.site?.line ?? 0, kept.count, finding))
    }
    return kept.sorted { ($0.file, $0.line, $0.position) < ($1.file, $1.line, $1.position) }
      .map(\.diagnostic)
  }
}
