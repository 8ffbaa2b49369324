import InfraReading
import InfraSerialization

/// A manifest of a few shapes, to read mistakes from.
struct Shop: Codable, Equatable {
  struct Service: Codable, Equatable {
    var name: String
    var plan: Plan?
    var ports: [Int] = []
    var ratio: Double?
    var isOpen: Bool?
    var variables: OrderedMap<String> = [:]
    var build: Either<String, Build>?
    var extra: AnyValue?
  }

  struct Build: Codable, Equatable {
    var context: String
    var arguments: [String] = []
  }

  enum Plan: String, Codable {
    case free
    case paid
  }

  var services: [Service] = []
  var version: Either<Int, String>?
}

/// The value that a text reads as, or its error in one line.
func reading(yaml text: String) -> String {
  do {
    let reading = try Reader.decode(Shop.self, yaml: text)
    guard reading.unknownKeys.isEmpty else {
      return "unknown: " + reading.unknownKeys.map(\.description).joined(separator: ", ")
    }
    return try YAML.encode(reading.value)
  } catch {
    return String(describing: error)
  }
}

func parsing(yaml text: String, limits: ReadingLimits = .standard) -> String {
  do {
    return try JSON.encode(Plain(try Reader.node(yaml: text, limits: limits)))
  } catch {
    return String(describing: error)
  }
}

func parsing(json text: String, limits: ReadingLimits = .standard) -> String {
  do {
    return try JSON.encode(Plain(try Reader.node(json: text, limits: limits)))
  } catch {
    return String(describing: error)
  }
}

/// A source node as data, to look at.
struct Plain: Encodable {
  let node: SourceNode

  init(_ node: SourceNode) { self.node = node }

  func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    if let tag = node.tag {
      try single.encode("\(tag)")
      return
    }
    switch node.content {
    case .scalar(.null): try single.encodeNil()
    case .scalar(.bool(let value)): try single.encode(value)
    case .scalar(.number(let text)): try single.encode("number \(text)")
    case .scalar(.text(let text)): try single.encode(text)
    case .list(let items): try single.encode(items.map(Plain.init))
    case .map(let entries):
      try single.encode(OrderedMap(entries.map { ($0.key, Plain($0.value)) }))
    }
  }
}
