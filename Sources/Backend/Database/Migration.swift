import Crypto

/// One step of the schema: a file of SQL that is applied once and never changed afterwards.
struct Migration: Sendable, Equatable {
  /// The file's name without its ending, such as `0001_accounts`; names sort in order.
  let name: String

  /// The statements.
  let sql: String

  /// What tells an edited file from the applied one: the SHA-256 digest in hexadecimal.
  let checksum: String

  /// Takes a file's contents.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.sql = String(decoding: bytes, as: UTF8.self)
    self.checksum = SHA256.hash(data: bytes).hexadecimal
  }

  /// All steps, in order; a test compares the list with the folder.
  static let all: [Migration] = [
    Migration(name: "0001_accounts", bytes: PackageResources._001_accounts_sql),
    Migration(name: "0002_tickets", bytes: PackageResources._002_tickets_sql),
    Migration(name: "0003_escalation", bytes: PackageResources._003_escalation_sql),
    Migration(name: "0004_job_format", bytes: PackageResources._004_job_format_sql),
  ]
}

extension Sequence<UInt8> {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    var text = ""
    for byte in self {
      let digits = String(byte, radix: 16)
      text += digits.count == 1 ? "0" + digits : digits
    }
    return text
  }
}
