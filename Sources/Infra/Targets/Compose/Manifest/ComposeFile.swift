public import InfraSerialization

/// A Compose file, with every field of the Compose specification in its documented order.
///
/// Fields: `schema/compose-spec.json` of compose-spec/compose-go, last changed 2026-06-29; order: the
/// specification's chapters, checked 2026-11-23. Text is ``ComposeText``, so that a dollar from
/// Swift can never start a variable.
public struct ComposeFile: Sendable, Equatable, Codable {
  /// Text, or a list of texts.
  public typealias TextOrList = Either<ComposeText, [ComposeText]>

  /// The version that old files state; Compose warns about it.
  public var version: ComposeText?
  /// The project's name, which is fixed in the file unless a variable is in it.
  public var name: ComposeText?
  /// Entries that start with `x-`.
  public var extensions: Extensions = [:]
  /// Other Compose files to take in.
  public var include: [Either<ComposeText, Include>]?
  /// The containers to run, by host name.
  public var services: OrderedMap<Service> = [:]
  /// The networks, besides the one that every project has.
  public var networks: OrderedMap<Network?>?
  /// The named volumes.
  public var volumes: OrderedMap<Volume?>?
  /// The files that services may read at `/run/secrets`.
  public var secrets: OrderedMap<Secret>?
  /// The files that services may read at a path of their choice.
  public var configs: OrderedMap<Config>?
  /// The AI models that services may call.
  public var models: OrderedMap<Model>?

  /// Creates an empty file.
  public init() {}
}

extension ComposeFile {
  /// Entries that start with `x-`, which Compose keeps and ignores.
  ///
  /// Text in them is written as it stands: Compose looks for variables there too.
  public struct Extensions: OpenFields, Hashable, ExpressibleByDictionaryLiteral {
    /// The entries, in order.
    public private(set) var fields: OrderedMap<AnyValue>

    /// Creates entries from what a decoder found.
    public init(fields: OrderedMap<AnyValue>) { self.fields = fields }

    /// Creates entries, in the order of the literal.
    public init(dictionaryLiteral elements: (String, AnyValue)...) {
      self.fields = OrderedMap(elements)
    }

    /// The value of an entry; setting nil removes it.
    public subscript(name: String) -> AnyValue? {
      get { fields[name] }
      set { fields[name] = newValue }
    }

    /// Whether a name starts with `x-`.
    public static func claims(_ name: String) -> Bool { name.utf8.starts(with: "x-".utf8) }
  }

  /// A Compose file that is taken in, with its own folder and variables.
  public struct Include: Sendable, Equatable, Codable {
    /// The file, or several that are merged first.
    public var path: TextOrList?
    /// The folder that its relative paths start from.
    public var projectDirectory: ComposeText?
    /// The files with its variables.
    public var envFile: TextOrList?

    /// Takes in a file.
    public init(path: TextOrList? = nil) { self.path = path }

    private enum CodingKeys: String, CodingKey {
      case path
      case projectDirectory = "project_directory"
      case envFile = "env_file"
    }
  }
}
