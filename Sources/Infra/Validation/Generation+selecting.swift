extension Generation {
  /// The same for some environments only.
  ///
  /// A finding that concerns several environments stays: it may be theirs.
  package func selecting(_ names: [String]) -> Generation {
    Generation(
      environments: environments.filter { names.contains($0.name) },
      findings: findings.filter { $0.isAbout(names) },
      silenced: silenced.filter { $0.diagnostic.isAbout(names) }
    )
  }

  /// The same with what was found by looking at more than the description, environment by
  /// environment; the author's exceptions hold for it too.
  package func adding(_ find: (EnvironmentOutput) -> Findings) -> Generation {
    var all = findings
    var silenced = silenced
    for output in environments {
      let judged = Exceptions(output).judge(find(output).diagnostics, in: output.name)
      all += judged.diagnostics
      silenced += judged.silenced
    }
    return Generation(environments: environments, findings: all, silenced: silenced)
  }
}
