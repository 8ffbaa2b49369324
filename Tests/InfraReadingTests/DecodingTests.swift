import InfraReading
import InfraSerialization
import Testing

struct DecodingTests {
  @Test("what was written reads back equal, and missing lists and maps are empty")
  func roundTrip() throws {
    let shop = Shop(
      services: [
        Shop.Service(name: "api", plan: .free, ports: [80, 443], ratio: 0.5, isOpen: true),
        Shop.Service(name: "yes", variables: ["A": "1", "B": "x\ny\n"], build: .left(".")),
        Shop.Service(name: "", build: .right(Shop.Build(context: "c")), extra: ["a": [1, .null]]),
      ],
      version: .right("3.8")
    )
    let yaml = try Reader.decode(Shop.self, yaml: try YAML.encode(shop))
    #expect(yaml.value == shop)
    #expect(yaml.unknownKeys.isEmpty)
    let json = try Reader.decode(Shop.self, json: try JSON.encode(shop))
    #expect(json.value == shop)
    #expect(json.unknownKeys.isEmpty)
    #expect(try Reader.decode(Shop.self, yaml: "{}").value == Shop())
  }

  @Test("a list or map that is there but empty, or there without a value, is empty")
  func empty() throws {
    let text = "services:\n  - name: a\n    ports:\n    variables: {}\n"
    #expect(reading(yaml: text) == "services:\n  - name: a\n")
  }

  @Test(
    "an error names the line, the path, what was expected and what was found",
    arguments: [
      ("services: 3", "line 1: services: expected a list, found a number"),
      ("services:\n  - plan: free", "line 2: services[0]: 'name' is missing"),
      (
        "services:\n  - name: 8080",
        "line 2: services[0].name: expected text, found a number"
      ),
      ("services:\n  - name:", "line 2: services[0].name: expected text, found nothing"),
      (
        "services:\n  - name: a\n  - name: b\n    ports: [80, x]",
        "line 4: services[1].ports[1]: expected a whole number, found text"
      ),
      (
        "services:\n  - name: a\n    ports: [1.5]",
        "line 3: services[0].ports[0]: expected a whole number, found a number"
      ),
      (
        "services:\n  - name: a\n    isOpen: yes",
        "line 3: services[0].isOpen: expected true or false, found text"
      ),
      (
        "services:\n  - name: a\n    variables: {A: [1]}",
        "line 3: services[0].variables.A: expected text, found a list"
      ),
      (
        "services:\n  - name: a\n    plan: cheap",
        "line 3: services[0].plan: Cannot initialize Plan from invalid String value cheap"
      ),
      (
        "services:\n  - name: a\n    build: 1",
        "line 3: services[0].build: expected text or a map, found a number"
      ),
      (
        "services:\n  - name: a\n    build: {context: .}\n  - name: b\n    build:\n      arguments: []",
        "line 6: services[1].build: 'context' is missing"
      ),
      ("version: true", "line 1: version: expected a whole number or text, found true or false"),
      ("version: !mine null", "line 1: version: the tag !mine cannot be read here"),
      (
        "version: !reset null",
        "line 1: version: the tag !reset cannot be read here: merge the files first "
          + "(docker compose config)"
      ),
    ]
  )
  func errors(text: String, message: String) { #expect(reading(yaml: text) == message) }

  @Test("keys that no type knows are reported with path and line, in the file's order")
  func unknownKeys() {
    let text = """
      name: x
      services:
        - build: {context: ., argument: 1}
          nmae: a
          name: b
          variables: {ANY: "1"}
          extra: {any: {thing: 1}}
      verison: 2
      """
    #expect(
      reading(yaml: text)
        == "unknown: line 1: name, line 3: services[0].build.argument, "
        + "line 4: services[0].nmae, line 8: verison"
    )
  }

  @Test("a key is known if any container of its map knows it")
  func flattened() throws {
    struct Common: Decodable {
      var a: Int
    }
    struct Flat: Decodable {
      enum Keys: String, CodingKey { case b }
      let common: Common
      let b: Int
      init(from decoder: any Decoder) throws {
        common = try Common(from: decoder)
        b = try decoder.container(keyedBy: Keys.self).decode(Int.self, forKey: .b)
      }
    }
    let reading = try Reader.decode([Flat].self, json: #"[{"a": 1, "b": 2, "c": 3}]"#)
    #expect(reading.value[0].common.a == 1)
    #expect(reading.unknownKeys.map(\.path) == ["[0].c"])
  }

  @Test("what a failed attempt knew does not count")
  func attempts() throws {
    struct First: Decodable {
      var a: Int
      var b: Int
    }
    struct Second: Decodable {
      var a: Int
    }
    let text = #"{"x": {"a": 1, "b": "two"}}"#
    let reading = try Reader.decode(OrderedMap<Either<First, Second>>.self, json: text)
    #expect(reading.unknownKeys.map(\.description) == ["line 1: x.b"])
  }

  @Test(
    "numbers are read as they are spelt",
    arguments: [
      ("0440", 288), ("0o440", 288), ("0x1F", 31), ("+7", 7), ("-7", -7), ("1e3", 1000),
      ("2.0", 2), ("9223372036854775807", .max), ("08", 8),
    ]
  )
  func integers(text: String, value: Int) throws {
    #expect(try Reader.decode(Int.self, yaml: text).value == value)
  }

  @Test(
    "numbers that do not fit are errors",
    arguments: ["9223372036854775808", "1.5", ".inf", ".nan"]
  )
  func outOfRange(text: String) {
    #expect(throws: ReadingError.self) { try Reader.decode(Int.self, yaml: text) }
  }

  @Test("floating-point numbers")
  func doubles() throws {
    #expect(
      try Reader.decode([Double].self, yaml: "[.5, 1., -1.5e3, +2, 0x10, -.inf, .inf]").value
        == [0.5, 1, -1500, 2, 16, -.infinity, .infinity]
    )
    #expect(try Reader.decode(Double.self, yaml: ".nan").value.isNaN)
    #expect(throws: ReadingError.self) { try Reader.decode(Double.self, json: "1e400") }
  }

  @Test("other containers of Codable work as well")
  func containers() throws {
    struct Pair: Decodable {
      enum Keys: String, CodingKey { case list, map, none }
      var first: Int
      var isNil: Bool
      var inner: String
      var rest: [Int] = []
      init(from decoder: any Decoder) throws {
        let map = try decoder.container(keyedBy: Keys.self)
        var list = try map.nestedUnkeyedContainer(forKey: .list)
        first = try list.decode(Int.self)
        isNil = try list.decodeNil()
        inner = try list.nestedContainer(keyedBy: Keys.self).decode(String.self, forKey: .none)
        var more = try list.nestedUnkeyedContainer()
        while !more.isAtEnd { rest.append(try more.decode(Int.self)) }
        #expect(list.isAtEnd && list.count == 4)
        #expect(throws: ReadingError.self) { try list.decode(Int.self) }
        #expect(try map.superDecoder(forKey: .map).singleValueContainer().decode(Bool.self))
        #expect(list.codingPath.map(\.stringValue) == ["list"])
      }
    }
    let text = "list: [1, null, {none: x}, [2, 3]]\nmap: true\n"
    let pair = try Reader.decode(Pair.self, yaml: text).value
    #expect(pair.first == 1 && pair.isNil && pair.inner == "x" && pair.rest == [2, 3])
  }
}
