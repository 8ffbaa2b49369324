import InfraContract

/// No value holds a character that its place cannot carry.
///
/// A process's environment ends each variable with a NUL (POSIX.1-2024, Base Definitions, 8.1); a
/// line break in a header would start another header (RFC 9110, 5.5).
struct LegalValues: SettingRule {
  static let rule = Rule(
    "model/legal-values",
    .error,
    "Variables hold no NUL, and headers hold no control character."
  )

  static let isStructural = true

  init(_ application: Application) {}

  func check(_ setting: Setting, _ findings: inout Findings) {
    let isHeader = if case .header = setting.place { true } else { false }
    for case .literal(let text) in setting.value.parts {
      let fault = text.withBytes { bytes in
        bytes.first { isHeader ? Self.isControl($0) : $0 == 0 }
      }
      guard let byte = fault else { continue }
      findings.report(
        Self.rule,
        isHeader
          ? "\(setting.phrase) with the control character \(Self.name(byte)) in its value"
          : "\(setting.phrase) to a text with a NUL, which ends a variable",
        help: isHeader ? "write the value on one line" : "encode the bytes, for example as base64",
        at: setting.site,
        about: setting.reader
      )
      return
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09) || byte == 0x7F
  }

  private static func name(_ byte: UInt8) -> String {
    switch byte {
    case 0x0A: "LF"
    case 0x0D: "CR"
    default: "0x" + String(byte, radix: 16, uppercase: true)
    }
  }
}
