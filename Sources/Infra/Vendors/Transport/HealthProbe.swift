/// Asks an address of the product itself whether it is well, through the program `curl`.
package struct HealthProbe: Sendable {
  /// The status that an address answers with; nil where none came in time.
  package let status: @Sendable (_ address: String) -> Int?

  /// Asks in a way of one's own; a test names its own servers.
  package init(status: @escaping @Sendable (_ address: String) -> Int?) { self.status = status }

  /// Asks once, for some seconds at most; no redirect is followed and no token goes along.
  package static func curl(limit seconds: Int = 10) -> HealthProbe {
    HealthProbe { address in
      // Nothing that would be a second line, or end the word, is an address.
      guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else {
        return nil
      }
      let isLocal = address.hasPrefix("http://127.0.0.1:")
      let lines = [
        "silent", "globoff", "output = \"/dev/null\"", "write-out = \"%{http_code}\"",
        "proto = \"=\(isLocal ? "http" : "https")\"", "connect-timeout = 5",
        "max-time = \(seconds)", "max-filesize = 33554432", "user-agent = \"infra\"",
        "url = \"\(address)\"",
      ]
      let input = lines.joined(separator: "\n") + (isLocal ? "\nnoproxy = \"*\"\n" : "\n")
      guard let run = CurlProcess.run(Array(input.utf8)), run.status == 0 else { return nil }
      return Int(String(decoding: run.output, as: UTF8.self))
    }
  }
}
