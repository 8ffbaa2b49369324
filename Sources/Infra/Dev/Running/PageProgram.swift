#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the page's program is.
enum PageProgram {
  static let name = "infra-page"

  /// The program beside our own, or how the package builds it.
  static func find(root: String, path: String?) -> DevOptions.Page {
    guard let own = ownPath, let end = own.lastIndex(of: "/") else { return .none }
    let beside = String(own[...end]) + name
    let program = Program(arguments: [beside], folder: root)
    if LocalFiles.isExecutable(beside) { return .program(program) }
    guard LocalFiles.text(of: root + "/Package.swift")?.contains("\"\(name)\"") == true,
      LocalFiles.program("swift", path: path) != nil
    else { return .none }
    let configuration = own.contains("/release/") ? "release" : "debug"
    return .build(
      Program(
        arguments: ["swift", "build", "-c", configuration, "--product", name],
        folder: root
      ),
      program
    )
  }

  private static var ownPath: String? {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return LocalFiles.realPath(of: String(cString: buffer))
    #else
      return LocalFiles.realPath(of: "/proc/self/exe")
    #endif
  }
}
