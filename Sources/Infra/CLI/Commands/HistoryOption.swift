import ArgumentParser
import InfraDisk
import InfraKit

/// The revision that rules about changes compare with.
struct HistoryOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Say what platforms will do about changes since this git revision.",
      discussion: "HEAD unless given; in CI, the merge base with the main branch.",
      valueName: "revision"
    )
  )
  var against: String?

  /// What it asks for.
  var history: History { History(against: against) }
}

/// Comparing with the manifests of a revision.
struct History {
  /// The revision that a person named; nil for HEAD.
  var against: String?

  /// What the environments come to, compared with the revision, beside the files that there are.
  ///
  /// Git is asked first and heard last: it looks while everything else is worked out.
  func generation(in context: Context) throws -> Generation {
    let root = try? Root.find(from: context.directory)
    if let root { try FlatFolder.check(context.environments, root: root) }
    let inquiry = root.map {
      GitRevision(against ?? "HEAD", root: $0).asking(for: Past.paths(of: context.environments))
    }
    func exists(_ path: String) -> Bool {
      guard let root else { return false }
      let status = try? LocalFileSystem().status(of: "\(root)/\(path)")
      return status != nil
    }
    if against == nil {
      return Generation(
        context.environments,
        since: inquiry.flatMap { Self.past($0.answer()) },
        exists: exists
      )
    }
    // A revision that a person names may be misspelt, which is said before anything else.
    let past = try named(inquiry?.answer(), root, in: context)
    return Generation(context.environments, since: past, exists: exists)
  }

  /// The records of a revision; nil where there are none to be had.
  ///
  /// Git alone is asked, never the work tree: a run that has written the new files must not forget
  /// what the old ones said.
  private static func past(_ answer: GitRevision.Answer) -> Past? {
    guard case .files(let files) = answer, !files.isEmpty else { return nil }
    return Past(files.mapValues { String(decoding: $0, as: UTF8.self) })
  }

  /// The records of the revision that a person named, who is told where there are none.
  private func named(
    _ answer: GitRevision.Answer?,
    _ root: String?,
    in context: Context
  ) throws -> Past? {
    let name = against ?? ""
    var reason: String?
    switch answer {
    case nil: reason = "there is no Package.swift here"
    case .noCheckout: reason = "'\(root ?? "")' is in no git checkout"
    case .noRevision:
      throw Failure.usage(
        "git knows no revision '\(name)' here",
        help: "fetch it first (in GitHub Actions: fetch-depth: 0), or name another"
      )
    case .files(let files):
      if files.isEmpty { reason = "'\(name)' has no record of any manifest" }
    }
    if let reason {
      context.console.err("note: nothing is compared with '\(name)': \(reason)\n")
    }
    return answer.flatMap(Self.past)
  }
}
