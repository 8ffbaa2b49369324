#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The user that servers run as: Postgres refuses to run as root.
enum LocalAccount {
  /// The user who runs `infra`.
  case own
  /// Another one, since the own one is root.
  case other(name: String, uid_t, gid_t, passesClosedFolders: Bool)

  /// The user for a server whose data lie in a folder.
  static func forServers(reaching folder: String) throws(DevProblem) -> LocalAccount {
    if geteuid() != 0 { return .own }
    for name in ["postgres", "nobody"] {
      guard let entry = getpwnam(name) else { continue }
      return .other(
        name: name,
        entry.pointee.pw_uid,
        entry.pointee.pw_gid,
        passesClosedFolders: !isOpen(to: folder)
      )
    }
    throw DevProblem(
      "Postgres does not run as root, and there is neither a user 'postgres' nor 'nobody'",
      help: "run infra as another user, or start Docker"
    )
  }

  /// Gives files to the user.
  func own(_ paths: [String]) throws(DevProblem) {
    guard case .other(let name, let user, let group, _) = self else { return }
    for path in paths where chown(path, user, group) != 0 {
      throw DevProblem(
        "cannot give '\(path)' to user '\(name)': \(String(cString: strerror(errno)))",
        help: "run infra as another user than root"
      )
    }
  }

  /// A program that the user runs.
  ///
  /// Where folders on the way to the data are root's alone, the server gets the right to pass
  /// them, and no other.
  func program(_ arguments: [String], folder: String) -> Program {
    guard case .other(_, let user, let group, let passes) = self else {
      return Program(arguments: arguments, folder: folder)
    }
    var prefix = ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups"]
    if passes { prefix += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"] }
    return Program(arguments: prefix + ["--"] + arguments, folder: folder)
  }

  /// Whether everybody can pass every folder above one.
  private static func isOpen(to folder: String) -> Bool {
    var path = folder
    while let end = path.lastIndex(of: "/"), end != path.startIndex {
      path = String(path[..<end])
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IXOTH == 0 { return false }
    }
    return true
  }
}
