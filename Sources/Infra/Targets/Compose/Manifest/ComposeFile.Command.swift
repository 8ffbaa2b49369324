extension ComposeFile {
  /// A command line.
  public enum Command: Sendable, Hashable {
    /// The program and its arguments, taken as they are; an empty list is no command at all.
    case arguments([ComposeText])
    /// One text that Compose splits at spaces and quotes, without a shell.
    case line(ComposeText)
    /// The image's own, the same as leaving the field out.
    case inherited
  }
}

extension ComposeFile.Command: ExpressibleByArrayLiteral {
  /// Creates a command from its program and arguments.
  public init(arrayLiteral elements: ComposeText...) { self = .arguments(elements) }
}

extension ComposeFile.Command: Codable {
  /// Decodes nothing, a list, or a text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .inherited
    } else if let line = try? container.decode(ComposeText.self) {
      self = .line(line)
    } else {
      self = .arguments(try container.decode([ComposeText].self))
    }
  }

  /// Encodes whichever is held.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .arguments(let arguments): try container.encode(arguments)
    case .line(let line): try container.encode(line)
    case .inherited: try container.encodeNil()
    }
  }
}

extension KeyedDecodingContainer {
  /// Decodes a command that may be absent, keeping one that is there and says nothing.
  ///
  /// Synthesised code finds this overload; the general one takes `null` for an absent field.
  func decodeIfPresent(
    _ type: ComposeFile.Command.Type,
    forKey key: Key
  ) throws -> ComposeFile.Command? {
    contains(key) ? try decode(type, forKey: key) : nil
  }
}
