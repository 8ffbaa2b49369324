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

  /// Evaluates many ES modules in one process, and returns their default exports as JSON.
  package static func defaultExports(of modules: [String]) async throws -> [String] {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, module) in modules.enumerated() {
      try Data(module.utf8).write(to: folder.appending(path: "\(index).mjs"))
    }
    let code = """
      for (let index = 0; index < Number(process.argv[2]); index++) {
        const { default: value } = await import(`${process.argv[1]}/${index}.mjs`);
        process.stdout.write(JSON.stringify(value) + "\\n");
      }
      """
    let result = try await ChildProcess(
      "node",
      ["--input-type=module", "--eval", code, "--", folder.path, String(modules.count)],
      environment: ["NODE_OPTIONS": nil]
    ).run()
    guard result.status == 0 else { throw ChildProcessError(description: result.errors) }
    return result.output.split(separator: "\n").map(String.init)
  }
}
