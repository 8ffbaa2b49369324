import Foundation

/// The JavaScript engine that reads our modules as a platform would.
package enum Node {
  /// Evaluates an ES module and returns its default export as JSON.
  ///
  /// The module is a copy named `.mjs`, because Node 20 loads no `.ts`.
  package static func defaultExport(of module: String) async throws -> String {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "module.mjs")
    try Data(module.utf8).write(to: file)
    let code = """
      const { default: value } = await import(process.argv[1]);
      process.stdout.write(JSON.stringify(value));
      """
    let result = try await ChildProcess(
      "node",
      ["--input-type=module", "--eval", code, "--", file.absoluteString],
      environment: ["NODE_OPTIONS": nil]
    ).run()
    guard result.status == 0 else { throw ChildProcessError(description: result.errors) }
    return result.output
  }
}
