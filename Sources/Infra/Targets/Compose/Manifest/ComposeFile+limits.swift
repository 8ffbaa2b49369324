public import InfraSerialization

// Ranges and words of compose-spec.json (github.com/compose-spec/compose-go, 2026-06-29).

extension ComposeSetting {
  /// The value, unless it is text.
  var number: Value? { if case .value(let value) = self { value } else { nil } }
}

extension ComposeFile.Service: Constrained {
  /// The numbers that are out of range, and lists that name something twice.
  public var faults: [String] {
    [
      FormatLimits.least("cpu_count", cpuCount?.number, 0),
      FormatLimits.range("cpu_percent", cpuPercent?.number, 0...100),
      FormatLimits.range("oom_score_adj", oomScoreAdj?.number, -1000...1000),
      FormatLimits.unique("cap_add", capAdd),
      FormatLimits.unique("cap_drop", capDrop),
      FormatLimits.unique("dns_opt", dnsOpt),
      FormatLimits.unique("external_links", externalLinks),
      FormatLimits.unique("links", links),
      FormatLimits.unique("security_opt", securityOpt),
      FormatLimits.unique("volumes_from", volumesFrom),
      FormatLimits.unique("profiles", profiles),
      FormatLimits.unique("expose", expose),
      FormatLimits.unique("group_add", groupAdd),
    ].compactMap(\.self) + twice("ports", ports) + twice("volumes", volumes)
      + otherGPUs
  }

  private var otherGPUs: [String] {
    guard case .left(let text)? = gpus, text.written != "all" else { return [] }
    return ["'gpus' is '\(text.written)', and 'all' or a list of devices is allowed"]
  }

  private func twice(_ name: String, _ items: [some Hashable]?) -> [String] {
    guard let items, Set(items).count < items.count else { return [] }
    return ["'\(name)' has an entry twice"]
  }
}

extension ComposePairs: Constrained {
  /// A list that has an entry twice.
  public var faults: [String] {
    guard case .list(let items) = self else { return [] }
    return FormatLimits.unique("the list", items).map { [$0] } ?? []
  }
}

extension ComposeFile.Mount.Bind: Constrained {
  /// The words that the schema does not take.
  public var faults: [String] {
    var faults: [String] = []
    if let word = recursive?.written,
      !["enabled", "disabled", "writable", "readonly"].contains(word)
    {
      faults.append(
        "'recursive' is '\(word)', and not one of enabled, disabled, writable, readonly"
      )
    }
    if let word = selinux?.written, !["z", "Z"].contains(word) {
      faults.append("'selinux' is '\(word)', and not one of z, Z")
    }
    return faults
  }
}

extension ComposeFile.Mount.Tmpfs: Constrained {
  /// The numbers that are out of range.
  public var faults: [String] {
    [FormatLimits.least("size", size?.number, 0)].compactMap(\.self)
  }
}
