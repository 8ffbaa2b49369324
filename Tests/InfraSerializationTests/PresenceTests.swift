import InfraSerialization
import Testing

struct PresenceTests {
  struct Lists: Encodable {
    var plain: [String] = []
    var optional: [String]?
    var map: OrderedMap<String> = [:]
    var optionalMap: OrderedMap<String>?
  }

  struct Wrapped: Encodable {
    var lists = Lists()
    var other = Either<[String], OrderedMap<String>>.left([])
    var any = AnyValue.list([])
  }

  struct Silent: Encodable {
    func encode(to encoder: any Encoder) throws {}
  }

  @Test("an empty list or map is left out of a plain field and written in an optional one")
  func fields() throws {
    #expect(try JSON.encode(Lists()) == "{}\n")
    let empty = Lists(optional: [], optionalMap: [:])
    #expect(try YAML.encode(empty) == "optional: []\noptionalMap: {}\n")
    #expect(try YAML.encode([empty]) == "- optional: []\n  optionalMap: {}\n")
    let full = Lists(plain: ["a"], map: ["b": "c"])
    #expect(try YAML.encode(full) == "plain:\n  - a\n\nmap:\n  b: c\n")
  }

  @Test("an empty structure is written: a field is never dropped for what it holds")
  func structures() throws {
    #expect(try YAML.encode(Wrapped()) == "lists: {}\nother: []\nany: []\n")
    #expect(try YAML.encode(["a": Silent()] as OrderedMap) == "a: {}\n")
    #expect(try YAML.encode(Silent()) == "{}\n")
  }

  @Test("entries of a map and items of a list are data, empty or not")
  func data() throws {
    #expect(
      try YAML.encode(["a": [], "b": ["c"]] as OrderedMap<[String]>) == "a: []\n\nb:\n  - c\n"
    )
    #expect(try YAML.encode([[], ["a"]]) == "- []\n- - a\n")
    #expect(try JSON.encode([OrderedMap<String>]()) == "[]\n")
    #expect(try YAML.encode([nil, 1] as [Int?]) == "- null\n- 1\n")
  }
}
