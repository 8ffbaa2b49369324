import InfraSerialization
import Testing

struct LayoutTests {
  @Test("YAML looks as a careful person would write it")
  func yaml() throws {
    #expect(
      try YAML.encode(Kitchen.full, header: "From kitchen.swift.\n\nDo not edit.") == """
        # From kitchen.swift.
        #
        # Do not edit.

        $schema: https://example.com/kitchen.json
        name: kitchen
        version: 3

        tags:
          - a
          - "yes"
          - "1.10"

        oven: {}

        dishes:
          - name: soup
            price: 4.5
            hot: true
            steps:
              - boil
              - stir
            notes:
              salt: "no"
          - name: bread
            price: 2
            hot: false
            sides: []

        rooms:
          cellar:
          yard: {}
          attic:
            degrees: 200

        script: |
          #!/bin/sh
          set -e

          exec soup

        """
    )
  }

  @Test("JSON keeps a short list of plain values on one line")
  func json() throws {
    #expect(
      try JSON.encode(Kitchen.full) == #"""
        {
          "$schema": "https://example.com/kitchen.json",
          "name": "kitchen",
          "version": 3,
          "tags": ["a", "yes", "1.10"],
          "oven": {},
          "dishes": [
            {
              "name": "soup",
              "price": 4.5,
              "hot": true,
              "steps": ["boil", "stir"],
              "notes": {
                "salt": "no"
              }
            },
            {
              "name": "bread",
              "price": 2,
              "hot": false,
              "sides": []
            }
          ],
          "rooms": {
            "cellar": null,
            "yard": {},
            "attic": {
              "degrees": 200
            }
          },
          "script": "#!/bin/sh\nset -e\n\nexec soup\n"
        }

        """#
    )
  }

  @Test("JavaScript is one literal, with commas that keep a diff to its line")
  func javaScript() throws {
    let value: OrderedMap<AnyValue> = [
      "name": "shop", "on-call": ["a", "b"], "__proto__": 1, "2x": .null, "$ref": true,
      "nested": [[1, 2], [:]],
    ]
    #expect(
      try JavaScript.exportDefault(value, header: "Ends */ here.\u{2028}Not code.") == """
        // Ends */ here.
        // Not code.

        export default {
          name: "shop",
          "on-call": ["a", "b"],
          ["__proto__"]: 1,
          "2x": null,
          $ref: true,
          nested: [
            [1, 2],
            {},
          ],
        };

        """
    )
  }

  @Test("a list that does not fit on one line gets a line for each item")
  func longList() throws {
    let words = (1...12).map { "word\($0)" }
    let text = try JSON.encode(["words": words] as OrderedMap)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 16)
    #expect(lines[2] == #"    "word1","#)
    #expect(lines[13] == #"    "word12""#)
  }

  @Test("lists of lists and lists at the root are compact")
  func nestedLists() throws {
    let value: AnyValue = [["a", ["b", "c"]], ["x": [["x": 1, "z": 2]]], [], [:], .null]
    #expect(
      try YAML.encode(value) == """
        - - a
          - - b
            - c
        - x:
            - x: 1
              z: 2
        - []
        - {}
        - null

        """
    )
  }

  @Test("only sections of several lines are parted by an empty line")
  func separation() throws {
    let value: OrderedMap<AnyValue> = [
      "a": 1, "b": 2, "c": [1], "d": [:], "e": 3, "f": ["x": 1], "g": ["z": 2],
    ]
    #expect(
      try YAML.encode(value) == """
        a: 1
        b: 2

        c:
          - 1

        d: {}
        e: 3

        f:
          x: 1

        g:
          z: 2

        """
    )
  }

  @Test(
    "numbers are numbers to every reader",
    arguments: zip(
      [0.1, 2, -3, 1e-5, 1e300, 1.5e-7, -0.0, 0x1p53],
      ["0.1", "2", "-3", "1.0e-05", "1.0e+300", "1.5e-07", "-0.0", "9007199254740992.0"]
    )
  )
  func numbers(value: Double, text: String) throws {
    #expect(try YAML.encode(value) == text + "\n")
    #expect(try JSON.encode(value) == text + "\n")
  }
}
