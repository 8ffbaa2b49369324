/// A Dockerfile, as far as a description can disagree with it.
///
/// It follows https://docs.docker.com/reference/dockerfile (read 2026-11-24) and passes over what it
/// does not know: the builder is who judges a Dockerfile.
struct Dockerfile {
  /// One instruction, with its continued lines joined.
  struct Instruction {
    /// The keyword in capitals.
    let keyword: String
    /// What follows it.
    let text: String
    /// Where it begins, from 1.
    let line: Int
  }

  /// What an image is made of.
  struct Image {
    /// The image that it starts from.
    let base: String
    /// What is done to that.
    let instructions: [Instruction]
  }

  /// What stands between one `FROM` and the next.
  private struct Stage {
    let base: String
    let name: String?
    var instructions: [Instruction] = []
  }

  private var stages: [Stage] = []

  /// Reads a text.
  init(_ text: String) {
    for instruction in Self.instructions(of: text) {
      if instruction.keyword == "FROM" {
        let words = instruction.text.split(separator: " ").map(String.init)
          .filter { !$0.hasPrefix("--") }
        let isNamed = words.count >= 3 && words[1].lowercased() == "as"
        stages.append(Stage(base: words.first ?? "", name: isNamed ? words[2] : nil))
      } else if !stages.isEmpty {
        stages[stages.count - 1].instructions.append(instruction)
      }
    }
  }

  /// The names of the stages that have one.
  var stageNames: [String] { stages.compactMap(\.name) }

  /// What makes the image of a stage, or of the last one; nil where there is no such stage.
  ///
  /// Its own instructions stand behind those of the stages that it is built on.
  func image(ofStage name: String?) -> Image? {
    var index = stages.indices.last
    if let name {
      index = stages.firstIndex { $0.name?.lowercased() == name.lowercased() }
      if index == nil, let number = Int(name), stages.indices.contains(number) { index = number }
    }
    guard var index else { return nil }
    var found = stages[index].instructions
    while let earlier = stages[..<index].lastIndex(where: {
      $0.name?.lowercased() == stages[index].base.lowercased()
    }) {
      found = stages[earlier].instructions + found
      index = earlier
    }
    return Image(base: stages[index].base, instructions: found)
  }

  /// The words of an instruction in either of its forms: `["a", "b"]` and `a b`.
  static func words(of text: String) -> [String] {
    guard text.hasPrefix("[") else { return text.split(separator: " ").map(String.init) }
    // Between quotes stands every second part.
    return text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func instructions(of text: String) -> [Instruction] {
    var found: [Instruction] = []
    var open = ""
    var start = 0
    var marker: String?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = trimmed(raw)
      if let end = marker {
        if line == end { marker = nil }
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if open.isEmpty { start = index + 1 }
      guard !line.hasSuffix("\\") else {
        open += line.dropLast() + " "
        continue
      }
      open += line
      let parts = open.split(separator: " ", maxSplits: 1)
      let rest = parts.count > 1 ? trimmed(parts[1]) : ""
      found.append(Instruction(keyword: parts[0].uppercased(), text: rest, line: start))
      marker = heredoc(in: rest)
      open = ""
    }
    return found
  }

  /// The word that ends a text that begins here, as in `RUN <<EOF`.
  private static func heredoc(in text: String) -> String? {
    guard let mark = text.firstRange(of: "<<") else { return nil }
    let rest = text[mark.upperBound...].drop { "-\"'".contains($0) }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return word.isEmpty ? nil : String(word)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest).replacing("\t", with: " ")
  }
}
