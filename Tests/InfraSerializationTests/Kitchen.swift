import InfraSerialization

/// A manifest of every shape that a vendor's format has.
struct Kitchen: Codable, Equatable {
  struct Dish: Codable, Equatable {
    var name: String
    var price: Double?
    var hot = false
    var steps: [String] = []
    var notes: OrderedMap<String> = [:]
    var sides: [String]?
  }

  struct Oven: Codable, Equatable {
    var degrees: Int?
  }

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name
    case version
    case tags
    case oven
    case dishes
    case rooms
    case script
  }

  var schema: String?
  var name = "kitchen"
  var version: Int?
  var tags: [String] = []
  var oven = Oven()
  var dishes: [Dish] = []
  var rooms: OrderedMap<Oven?> = [:]
  var script: String?

  static let full = Kitchen(
    schema: "https://example.com/kitchen.json",
    version: 3,
    tags: ["a", "yes", "1.10"],
    dishes: [
      Dish(name: "soup", price: 4.5, hot: true, steps: ["boil", "stir"], notes: ["salt": "no"]),
      Dish(name: "bread", price: 2, sides: []),
    ],
    rooms: ["cellar": nil, "yard": Oven(), "attic": Oven(degrees: 200)],
    script: "#!/bin/sh\nset -e\n\nexec soup\n"
  )
}
