/// Hides the values of secrets in what programs say.
struct Redaction: Sendable {
  private let secrets: [(name: String, bytes: [UInt8])]

  /// Hides some values, each behind its name; the longest first, in case one is part of another.
  init(_ secrets: [(name: String, value: String)]) {
    // A value of several lines is looked for line by line, as logs are.
    self.secrets = secrets.flatMap { secret in
      secret.value.split(separator: "\n").filter { $0.utf8.count >= 6 }
        .map { (secret.name, Array($0.utf8)) }
    }
  }

  /// The line with the names of secrets in place of their values.
  func hidden(_ line: [UInt8]) -> [UInt8] {
    var line = line
    for secret in secrets where line.count >= secret.bytes.count {
      line = replaced(line, secret.bytes, by: Array("[\(secret.name)]".utf8))
    }
    return line
  }

  private func replaced(_ line: [UInt8], _ value: [UInt8], by name: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    var isFound = false
    while index < line.count {
      if line[index] == value[0], line.count - index >= value.count,
        line[index..<index + value.count].elementsEqual(value)
      {
        result += name
        index += value.count
        isFound = true
      } else {
        result.append(line[index])
        index += 1
      }
    }
    return isFound ? result : line
  }
}
