import InfraContract
import InfraKit
import InfraSerialization

extension ComposeMapping {
  /// The health check of a service.
  mutating func health(of service: Service) -> ComposeFile.Healthcheck? {
    guard let health = service.health else { return nil }
    var test: [ComposeText]
    switch health.probe {
    case .command(.exec(let words)): test = ["CMD"] + words.map { ComposeText($0) }
    case .command(.shell(let line)): test = ["CMD-SHELL", ComposeText(line)]
    case .http(let path):
      guard let port = service.port else {
        report(
          ComposeRules.healthPath,
          service,
          "is checked by HTTP and listens on no port",
          help: "give it a port, or check it by a command"
        )
        return nil
      }
      guard Self.isSafe(path) else {
        report(
          ComposeRules.healthPath,
          service,
          "is checked at '\(path)', which is not a path that a shell can be given",
          help: "use a path of letters, digits and / - _ . ~ ? = & % + , : @"
        )
        return nil
      }
      test = Self.probe(port.number, path)
    }
    return .init(
      test: .right(test),
      interval: Self.text(health.interval),
      timeout: Self.text(health.timeout),
      retries: .value(Double(health.retries)),
      startPeriod: Self.text(health.grace)
    )
  }

  /// A check by HTTP inside the container, with whichever program the image has.
  ///
  /// Images with Alpine inside have wget, those with Debian bash, which opens a connection by itself.
  static func probe(_ port: Int, _ path: String) -> [ComposeText] {
    let url = Command.quoted("http://127.0.0.1:\(port)\(path)")
    var format = ""
    for character in path { format += character == "%" ? "%%" : String(character) }
    let bash =
      "exec 3<>/dev/tcp/127.0.0.1/\(port) && printf \"GET \(format) HTTP/1.0\\r\\n"
      + "Host:localhost\\r\\n\\r\\n\" >&3 && grep -q \"^HTTP/1.. 2\" <&3"
    return ["CMD-SHELL", ComposeText("wget -q -O /dev/null \(url) || bash -c '\(bash)'")]
  }

  private static func isSafe(_ path: String) -> Bool {
    guard path.hasPrefix("/") else { return false }
    return path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/-_.~?=&%+,:@".utf8.contains(byte)
      }
    }
  }
}
