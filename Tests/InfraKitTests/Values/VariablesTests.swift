import InfraContract
import InfraKit
import Testing

@Suite("Lists of variables")
struct VariablesTests {
  @Test("a literal keeps its order and its repetitions")
  func literal() {
    let variables: Variables = ["B": "1", "A": 2, "B": "3"]
    #expect(variables.entries.map(\.name) == ["B", "A", "B"])
    #expect(variables.entries.allSatisfy { $0.site == nil })
    #expect(variables["B"] == "3")
    #expect(variables.count == 3)
  }

  @Test("setting a name replaces its value in place, and remembers the line")
  func set() {
    var variables: Variables = ["A": "1", "B": "2"]
    let line: UInt = #line + 1
    variables["A"] = "3"
    variables["C"] = "4"
    #expect(variables.entries.map(\.name) == ["A", "B", "C"])
    #expect(variables.entries.map(\.value) == ["3", "2", "4"])
    #expect(variables.entries.map(\.site?.line) == [line, nil, line + 1])
  }

  @Test("setting nil removes a name, however often it is there")
  func remove() {
    var variables: Variables = ["A": "1", "B": "2", "A": "3"]
    variables["A"] = nil
    variables["Z"] = nil
    #expect(variables.entries.map(\.name) == ["B"])
    #expect(variables["A"] == nil)
  }

  @Test("a typed value is set with its references")
  func typed() {
    let api = Service("api", source: image, port: 80)
    var variables: Variables = [:]
    #expect(variables.isEmpty)
    let line: UInt = #line + 1
    variables.set("API", to: api.origin as WebOrigin)
    #expect(variables["API"]?.references == [Reference(.service, "api", .origin)])
    #expect(variables.entry("API")?.site?.line == line)
  }
}
