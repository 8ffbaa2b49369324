import InfraReading
import InfraSerialization
import Testing

struct OpenFieldsTests {
  struct Extras: OpenFields, Equatable, ExpressibleByDictionaryLiteral {
    var fields: OrderedMap<AnyValue>
    init(fields: OrderedMap<AnyValue>) { self.fields = fields }
    init(dictionaryLiteral elements: (String, AnyValue)...) { fields = OrderedMap(elements) }
    static func claims(_ name: String) -> Bool { name.hasPrefix("x-") }
  }

  struct Thing: Codable, Equatable {
    var name = "a"
    var extras: Extras = [:]
    var size = 1
    var parts: [Thing] = []
  }

  @Test("open fields stand among the declared ones, where they are declared")
  func writing() throws {
    #expect(try YAML.encode(Thing()) == "name: a\nsize: 1\n")
    let inner = Thing(extras: ["x-list": ["b", 2]])
    let thing = Thing(extras: ["x-two": ["k": true]], parts: [inner])
    #expect(
      try YAML.encode(thing) == """
        name: a

        x-two:
          k: true

        size: 1

        parts:
          - name: a
            x-list:
              - b
              - 2
            size: 1

        """
    )
    #expect(try JSON.encode(inner).contains("\"x-list\": [\"b\", 2],\n  \"size\": 1"))
  }

  @Test("open fields are read from among the declared ones, and others stay unknown")
  func reading() throws {
    let text = "name: b\nx-one: [1]\ny: 2\nparts:\n  - {name: c, size: 3, x-two: null}\nsize: 4\n"
    let reading = try Reader.decode(Thing.self, yaml: text)
    let part = Thing(name: "c", extras: ["x-two": .null], size: 3)
    #expect(reading.value == Thing(name: "b", extras: ["x-one": [1]], size: 4, parts: [part]))
    #expect(reading.unknownKeys.map(\.path) == ["y"])
  }
}
