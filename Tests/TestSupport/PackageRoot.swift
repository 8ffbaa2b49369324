package import Foundation

/// Where this package and the reference data beside it lie.
package enum PackageRoot {
  /// The folder of `Package.swift`.
  package static let url = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file or folder of the package, by its path from the root.
  package static func file(_ path: String) -> URL {
    url.appending(path: path)
  }

  /// A new empty folder of the system's temporary space, for one test alone.
  package static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "infra-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}

/// The official schemas and the public manifests that lie beside the repository, where they do.
package enum SharedFiles {
  /// The folder, or nil where the repository was cloned alone.
  package static let url: URL? = {
    let folder = PackageRoot.url.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.appending(path: "schemas").path)
      ? folder : nil
  }()

  /// The public manifests of one platform, in the order of their names; empty without the folder.
  package static func corpus(_ platform: String) throws -> [URL] {
    guard let folder = url?.appending(path: "corpus/\(platform)") else { return [] }
    return try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
