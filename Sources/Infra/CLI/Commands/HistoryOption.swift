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

  /// What the environments come to, compared with the revision, beside the files that there are.
  func generation(in context: Context) throws -> Generation {
    let past = try past(of: context.environments, in: context)
    let root = try? Root.find(from: context.directory)
    return Generation(context.environments, since: past) { path in
      guard let root else { return false }
      let status = try? LocalFileSystem().status(of: "\(root)/\(path)")
      return status != nil
    }
  }

  /// The records of the revision; nil where there are none to be had.
  ///
  /// Git alone is asked, never the work tree: a run that has written the new files must not forget
  /// what the old ones said.
  private func past(of environments: [Environment], in context: Context) throws -> Past? {
    guard let root = try? Root.find(from: context.directory) else { return none("", context) }
    let revision = GitRevision(against ?? "HEAD", root: root)
    switch revision.contents(of: Past.paths(of: environments)) {
    case .noCheckout: return none("'\(root)' is in no git checkout", context)
    case .noRevision:
      guard let against else { return nil }
      throw Failure.usage(
        "git knows no revision '\(against)' here",
        help: "fetch it first (in GitHub Actions: fetch-depth: 0), or name another"
      )
    case .files(let files):
      if files.isEmpty { return none("'\(revision.name)' has no record of any manifest", context) }
      return Past(files.mapValues { String(decoding: $0, as: UTF8.self) })
    }
  }

  private func none(_ reason: String, _ context: Context) -> Past? {
    if against != nil {
      let why = reason.isEmpty ? "there is no Package.swift here" : reason
      context.console.err("note: nothing is compared with '\(against ?? "")': \(why)\n")
    }
    return nil
  }
}
