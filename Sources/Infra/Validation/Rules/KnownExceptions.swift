import InfraContract

/// An exception names a rule that exists and may be silenced, and says why.
///
/// Resources are shared by environments, so a code counts as known when any environment's targets
/// have it; a platform that no environment uses cannot be asked.
enum KnownExceptions: WorkspaceRule {
  static let rule = Rule(
    "model/known-exceptions",
    .error,
    "An exception names a rule that exists, gives a reason, and silences no error."
  )

  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings) {
    let exceptions = environments.exceptions
    // To make the texts of all rules takes longer than a small environment does.
    if exceptions.isEmpty { return }
    let catalog = RuleCatalog(environments)
    for (exception, resource) in exceptions {
      guard let (fault, help) = fault(of: exception, catalog) else { continue }
      let holders = environments.filter { output in
        [output].exceptions.contains { $0.0 == exception }
      }
      findings.report(
        rule,
        fault,
        help: help,
        at: exception.site,
        about: resource,
        in: holders.map(\.name)
      )
    }
  }

  static func fault(
    of exception: RuleException,
    _ catalog: RuleCatalog
  ) -> (message: String, help: String)? {
    let code = exception.code
    guard let rule = catalog[code] else {
      let guess = catalog.nearest(to: code)
      if guess == nil, catalog.mayBelongElsewhere(code) { return nil }
      return (
        "no rule has the code \(Wording.quote(code))",
        guess.map { "did you mean '\($0)'?" } ?? "take the code from the finding itself"
      )
    }
    if exception.reason.utf8.allSatisfy({ $0 == 0x20 }) {
      return ("'\(code)' has an exception without a reason", "say why: reports print it")
    }
    if exception.effect == .silence, !rule.canBeSilenced {
      return (
        "'\(code)' is an error, which cannot be silenced: \(rule.demand)",
        "mend what it finds, and remove this"
      )
    }
    return nil
  }
}

/// Every rule that findings can come from, by its code.
struct RuleCatalog {
  private var rules: [String: Rule] = [:]
  private var names: [String: [String]] = [:]
  private var owners: [String] = []
  private var seen: Set<String> = []

  init(_ environments: [EnvironmentOutput]) {
    add(ModelRules.catalog)
    add(TemplateRules.catalog)
    for target in environments.flatMap(\.environment.deployments).flatMap(\.targets)
    where seen.insert(target.platform.name).inserted {
      add(type(of: target).catalog)
    }
  }

  private mutating func add(_ catalog: [Rule]) {
    for rule in catalog where rules.updateValue(rule, forKey: rule.code) == nil {
      let (owner, name) = Self.parts(rule.code)
      if names[owner] == nil { owners.append(owner) }
      names[owner, default: []].append(name)
    }
  }

  subscript(code: String) -> Rule? { rules[code] }

  /// The code that a misspelt one most likely means: each half is compared by itself, since long
  /// equal halves would make everything look near.
  func nearest(to code: String) -> String? {
    let (owner, name) = Self.parts(code)
    guard let known = InfraKit.nearest(owner, in: owners),
      let rest = InfraKit.nearest(name, in: names[known] ?? [])
    else { return nil }
    return "\(known)/\(rest)"
  }

  /// Whether a code has the form of one, and its platform is none that is used here.
  func mayBelongElsewhere(_ code: String) -> Bool {
    let (owner, name) = Self.parts(code)
    return Label.isLegal(owner) && Label.isLegal(name) && names[owner] == nil
  }

  /// What stands before and behind the first slash.
  private static func parts(_ code: String) -> (owner: String, name: String) {
    let parts = code.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
  }
}

extension [EnvironmentOutput] {
  /// The exceptions of all resources and targets, each line once.
  var exceptions: [(RuleException, ResourceID?)] {
    var found: [(RuleException, ResourceID?)] = []
    var seen: Set<RuleException> = []
    func see(_ resources: [some Resource]) {
      for index in resources.indices {
        for exception in resources[index].rules where seen.insert(exception).inserted {
          found.append((exception, resources[index].id))
        }
      }
    }
    for environment in flatMap(\.environment.variants) {
      see(environment.application.services)
      see(environment.application.sites)
      see(environment.application.jobs)
      see(environment.application.databases)
      see(environment.application.caches)
      for exception in environment.deployments.flatMap(\.targets).flatMap(\.rules)
      where seen.insert(exception).inserted {
        found.append((exception, nil))
      }
    }
    return found
  }
}
