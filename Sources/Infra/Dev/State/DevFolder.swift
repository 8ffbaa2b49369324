/// Where one environment's runs keep their data, logs and state: `.infra/dev/ENV`.
package struct DevFolder: Sendable {
  /// The root of the package.
  package let root: String

  /// The environment.
  package let environment: String

  /// Points at the folder of an environment.
  package init(root: String, environment: String) {
    self.root = root
    self.environment = environment
  }

  /// The path from the root.
  package var relativePath: String { ".infra/dev/\(environment)" }

  /// The absolute path.
  package var path: String { root + "/" + relativePath }

  /// The file that tells what runs.
  var state: String { path + "/state" }

  /// The file that one run at a time has locked.
  var lock: String { path + "/lock" }

  /// The log of a resource.
  func log(of name: String) -> String { "\(path)/logs/\(name).log" }

  /// The data of a resource.
  func data(of name: String) -> String { "\(path)/data/\(name)" }

  /// Makes the folder, of which git sees nothing.
  package func make() throws(DevProblem) {
    try LocalFiles.makeFolders(path + "/logs")
    let ignore = root + "/.infra/.gitignore"
    if !LocalFiles.exists(ignore) { try LocalFiles.write("*\n", to: ignore) }
  }
}
