public import InfraContract

/// An entry of a manifest as its platform knows it, with what the platform does not let go of.
///
/// A platform says the few things that a later change of them would be about: names, kinds, plans,
/// sizes of disks, regions, versions. They are kept beside the manifests and compared with those of
/// an earlier revision.
public struct RecordedEntry: Sendable, Hashable {
  /// Something that the entry says.
  public struct Fact: Sendable, Hashable {
    /// What it is about, such as `region`: one word.
    public let key: String

    /// The value; several words stand with a space between them.
    public let value: String
  }

  /// What it is in the words of the platform, such as `database`: one word.
  public let kind: String

  /// The name at the platform, which is the identity there.
  public let name: String

  /// What it says, in the order in which it was added.
  public private(set) var facts: [Fact] = []

  /// The resource that it was made from.
  public let resource: ResourceID?

  /// The line to blame for it.
  public let site: CallSite?

  /// Names an entry that says nothing yet.
  public init(_ kind: String, _ name: String, of resource: ResourceID?, at site: CallSite?) {
    self.kind = kind
    self.name = Self.onOneLine(name)
    self.resource = resource
    self.site = site
    facts.reserveCapacity(6)
  }

  /// Adds what it says; nothing where there is no value.
  public mutating func add(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    facts.append(Fact(key: key, value: Self.onOneLine(value)))
  }

  /// Adds a list of words; nothing where it is empty.
  public mutating func add(_ key: String, words: [String]) {
    add(key, String(joining: words.lazy.map(Self.asOneWord), separator: " "))
  }

  /// What it says under a key.
  public subscript(key: String) -> String? { facts.first { $0.key == key }?.value }

  /// The words that it says under a key.
  public func words(_ key: String) -> [String] {
    (self[key] ?? "").split(separator: " ").map(String.init)
  }

  /// The entry as sentences name it.
  public var title: String { resource?.title ?? "\(kind) '\(name)'" }

  /// Tabs and line breaks separate what a record holds.
  private static func onOneLine(_ text: String) -> String {
    if text.withBytes({ bytes in bytes.allSatisfy { $0 >= 0x20 } }) { return text }
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// Spaces separate the words of a list.
  private static func asOneWord(_ text: String) -> String {
    if text.withBytes({ bytes in bytes.allSatisfy { $0 != 0x20 } }) { return text }
    return String(decoding: text.utf8.map { $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
  }
}
