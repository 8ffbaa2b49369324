import InfraKit
import InfraSerialization

extension ComposeFile.Service {
  /// What a service waits for, whichever way it is written.
  var waits: [(name: String, condition: ComposeFile.Condition, isRequired: Bool)] {
    switch dependsOn {
    case .left(let map):
      map.entries.map { ($0.key, $0.value.condition ?? .started, $0.value.required ?? true) }
    case .right(let names): names.map { ($0.written, .started, true) }
    case nil: []
    }
  }
}

extension ComposeRules {
  /// What a service waits for is there, runs, and does not wait for it.
  enum DependenciesRun: ComposeRule {
    static let rule = Rule.compose(
      "dependencies-run",
      .error,
      "What a service waits for is in the file, runs with it and does not wait for it.",
      ComposePages.profiles
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      let services = project.file.services
      for (name, service) in services.entries {
        for wait in service.waits {
          guard let other = services[wait.name] else {
            if !wait.isRequired { continue }
            project.report(
              rule,
              name,
              "waits for '\(wait.name)', which is not in the file",
              help: "remove it from depends_on",
              &findings
            )
            continue
          }
          let own = Set((service.profiles ?? []).map(\.written))
          let others = (other.profiles ?? []).map(\.written)
          guard !others.isEmpty, own.isDisjoint(with: others) || own.isEmpty else { continue }
          project.report(
            rule,
            name,
            "waits for '\(wait.name)', which runs only with profile '\(others[0])'",
            help: "give '\(name)' that profile, or take it from '\(wait.name)'",
            &findings
          )
        }
      }
      for name in suspects(services) where reaches(name, from: name, services) {
        project.report(
          rule,
          name,
          "waits for itself through depends_on",
          help: "remove one depends_on of the circle",
          &findings
        )
      }
    }

    /// The services that may wait for themselves, in the order of the file: those that are left when
    /// all that wait for nothing are taken away, again and again.
    private static func suspects(_ services: OrderedMap<ComposeFile.Service>) -> [String] {
      var waiting: [String: Int] = [:]
      var waiters: [String: [String]] = [:]
      var free: [String] = []
      for (name, service) in services.entries {
        let waits = Set(service.waits.map(\.name)).filter { services[$0] != nil }
        for wait in waits { waiters[wait, default: []].append(name) }
        waiting[name] = waits.count
        if waits.isEmpty { free.append(name) }
      }
      while let name = free.popLast() {
        waiting[name] = nil
        for waiter in waiters[name] ?? [] {
          let rest = (waiting[waiter] ?? 0) - 1
          waiting[waiter] = rest
          if rest == 0 { free.append(waiter) }
        }
      }
      return waiting.isEmpty ? [] : services.keys.filter { waiting[$0] != nil }
    }

    private static func reaches(
      _ goal: String,
      from start: String,
      _ services: OrderedMap<ComposeFile.Service>
    ) -> Bool {
      var seen: Set<String> = []
      var open = [start]
      while let name = open.popLast() {
        for wait in services[name]?.waits ?? [] {
          if wait.name == goal { return true }
          if seen.insert(wait.name).inserted { open.append(wait.name) }
        }
      }
      return false
    }
  }

  /// Only what has a health check can become healthy.
  enum HealthConditions: ComposeRule {
    static let rule = Rule.compose(
      "health-conditions",
      .error,
      "A service that others wait for until it is healthy has a health check.",
      ComposePages.services
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        for wait in service.waits where wait.condition == .healthy {
          guard let other = project.file.services[wait.name] else { continue }
          let test = other.healthcheck?.test
          let isOff =
            other.healthcheck?.disable == .value(true) || test == .right(["NONE"])
          // An image may have a check of its own, which nothing here can see.
          if !isOff, test != nil || (other.image != nil && other.healthcheck != nil) { continue }
          project.report(
            rule,
            name,
            "waits until '\(wait.name)' is healthy, which has no health check",
            help: "give '\(wait.name)' one, or wait for .started",
            &findings
          )
        }
      }
    }
  }

  /// A check starts with the word that says how it is run; the schema takes any.
  enum HealthTests: ComposeRule {
    static let rule = Rule.compose(
      "health-tests",
      .error,
      "A health check is a line, or a list that starts with CMD, CMD-SHELL or NONE.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard case .right(let words)? = service.healthcheck?.test else { continue }
        let first = words.first?.written ?? ""
        if ["CMD", "CMD-SHELL", "NONE"].contains(first) { continue }
        project.report(
          rule,
          name,
          "has a health check that starts with '\(first)', not with CMD, CMD-SHELL or NONE",
          help: "put \"CMD\" first",
          &findings
        )
      }
    }
  }

  /// Durations are numbers with units; the schema takes any text.
  enum Durations: ComposeRule {
    static let rule = Rule.compose(
      "durations",
      .error,
      "A duration is numbers with units, such as 1m30s.",
      ComposePages.services
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        let health = service.healthcheck
        let fields = [
          ("stop_grace_period", service.stopGracePeriod), ("interval", health?.interval),
          ("timeout", health?.timeout), ("start_period", health?.startPeriod),
          ("start_interval", health?.startInterval),
        ]
        for (field, text) in fields {
          guard let literal = text?.literal, !isDuration(literal) else { continue }
          project.report(
            rule,
            name,
            "has '\(literal)' as \(field), which is no duration",
            help: "write numbers with units (h, m, s, ms), such as 1m30s",
            &findings
          )
        }
      }
    }

    private static func isDuration(_ text: String) -> Bool {
      var rest = Substring(text)
      if rest.isEmpty { return false }
      if rest == "0" { return true }
      while !rest.isEmpty {
        let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard Double(number) != nil else { return false }
        rest = rest.dropFirst(number.count)
        guard let unit = ["ms", "us", "µs", "ns", "h", "m", "s"].first(where: rest.hasPrefix)
        else { return false }
        rest = rest.dropFirst(unit.count)
      }
      return true
    }
  }
}
