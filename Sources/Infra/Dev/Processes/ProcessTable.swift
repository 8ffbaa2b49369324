#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraDisk

/// The processes of this machine.
package enum ProcessTable {
  /// When a process was started, in the system's own words; nil where there is none.
  ///
  /// A number is used again after a while, and after a start of the machine; with this it is
  /// known whether it still means the same process. One that has ended and waits to be noticed
  /// counts as gone.
  static func birth(of pid: pid_t) -> String? {
    #if canImport(Darwin)
      var info = proc_bsdinfo()
      let size = Int32(MemoryLayout<proc_bsdinfo>.size)
      guard proc_pidinfo(pid, PROC_PIDTBSDINFO, 0, &info, size) == size else { return nil }
      return "\(info.pbi_start_tvsec).\(info.pbi_start_tvusec)"
    #else
      // The name of the program stands in parentheses and may hold anything, even those.
      guard let text = LocalFiles.text(of: "/proc/\(pid)/stat"),
        let end = text.lastIndex(of: ")")
      else { return nil }
      let fields = text[text.index(after: end)...].split(separator: " ")
      guard fields.count > 19, fields[0] != "Z" else { return nil }
      return "\(boot)-\(fields[19])"
    #endif
  }

  /// Whether a group has a member that has not ended; the system's own answer counts those that
  /// only wait for their parent to notice, and a parent that is no more never does.
  static func hasMembers(group: pid_t) -> Bool {
    #if canImport(Darwin)
      return true
    #else
      return LocalFiles.names(in: "/proc").contains { name in
        guard Int(name) != nil, let text = LocalFiles.text(of: "/proc/\(name)/stat"),
          let end = text.lastIndex(of: ")")
        else { return false }
        let fields = text[text.index(after: end)...].split(separator: " ")
        return fields.count > 2 && fields[2] == "\(group)" && fields[0] != "Z" && fields[0] != "X"
      }
    #endif
  }

  #if !canImport(Darwin)
    /// The identity of this start of the machine.
    private static let boot = (LocalFiles.text(of: "/proc/sys/kernel/random/boot_id") ?? "")
      .prefix(8)
  #endif

  /// The variables that this process was started with, as `NAME=value`.
  package static var ownEnvironment: [String] {
    #if canImport(Darwin)
      var result: [String] = []
      var next = _NSGetEnviron().pointee
      while let entry = next.pointee {
        result.append(String(cString: entry))
        next += 1
      }
      return result
    #else
      return environment(of: "self")
    #endif
  }

  /// The processes that were started with a variable, however far from their parents they went.
  ///
  /// Only Linux tells; elsewhere those of the groups that are known are all.
  static func started(with variable: String) -> [pid_t] {
    #if canImport(Darwin)
      return []
    #else
      let own = getpid()
      return LocalFiles.names(in: "/proc").compactMap { pid_t($0) }.filter {
        $0 != own && environment(of: "\($0)").contains(variable) && birth(of: $0) != nil
      }
    #endif
  }

  #if !canImport(Darwin)
    private static func environment(of process: String) -> [String] {
      guard let bytes = try? LocalFileSystem().read("/proc/\(process)/environ") else { return [] }
      return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  #endif
}
