import ArgumentParser
import InfraContract
import InfraDisk
import InfraKit

/// The folder of the description, which has to be flat.
///
/// Swift names a file by its module and its own name alone: `environments/eu/prod.swift` is called
/// `environments/prod.swift`, in findings and in what is generated. Nobody could follow such a place, so
/// it is refused before any is printed.
enum FlatFolder {
  /// Refuses sources of the description in folders below those of the environments' modules.
  static func check(_ environments: [Environment], root: String) throws {
    let modules = Set(environments.map { $0.site.file.description.prefix { $0 != "/" } })
    let disk = LocalFileSystem()
    var faults: [Failure.Fault] = []
    for module in modules.sorted() {
      let paths = nested(in: String(module), below: root, disk)
      if paths.isEmpty { continue }
      let known = files(of: environments)
      for path in paths {
        let name = path.split(separator: "/").last ?? ""
        // A file that nothing is declared in may be left out of the module, and leads nobody astray.
        if !known.contains("\(module)/\(name)") { continue }
        faults.append(
          Failure.Fault(
            place: path,
            message: "this file is in a folder below '\(module)', and Swift calls it "
              + "'\(module)/\(name)', which is where errors would lead",
            help: "move it to \(module)/\(name)"
          )
        )
      }
    }
    if !faults.isEmpty { throw Failure(faults: faults, exitCode: ExitCode(1)) }
  }

  /// The files that declare environments and resources, as Swift calls them.
  private static func files(of environments: [Environment]) -> Set<String> {
    var files: Set<String> = []
    for environment in environments {
      files.insert(environment.site.file.description)
      for variant in environment.variants {
        files.formUnion(variant.application.resources.map(\.site.file.description))
      }
    }
    return files
  }

  /// The Swift files in folders of a folder; none where it is not there, as with another layout.
  private static func nested(
    in module: String,
    below root: String,
    _ disk: LocalFileSystem,
    isTop: Bool = true
  ) -> [String] {
    guard let names = try? disk.entries(of: "\(root)/\(module)") else { return [] }
    var found: [String] = []
    for name in names where !name.hasPrefix(".") {
      let path = "\(module)/\(name)"
      if name.hasSuffix(".swift") {
        if !isTop { found.append(path) }
      } else if !name.contains("."), (try? disk.status(of: "\(root)/\(path)"))??.kind == .directory
      {
        found += nested(in: path, below: root, disk, isTop: false)
      }
    }
    return found
  }
}
