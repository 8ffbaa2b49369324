import InfraContract
import InfraKit
import Testing

@Suite("Values of variables")
struct ValueTests {
  private let database = Postgres("database")
  private let key = Secret("KEY", .generated(bytes: 32))

  @Test("literals of every kind become text")
  func literals() {
    let text: Value = "info"
    let number: Value = 4
    let negative: Value = -1
    let flag: Value = true
    let empty: Value = ""
    #expect(text.literal == "info")
    #expect(number.literal == "4")
    #expect(negative.literal == "-1")
    #expect(flag.literal == "true")
    #expect(empty.literal == "")
    #expect(empty.parts == [])
  }

  @Test("a string keeps its references and joins the text between them")
  func interpolation() {
    let port = 5432
    let name = "app"
    let value: Value = "postgres://\(database.host):\("\(port)")/\(name)?key=\(key.value)"
    #expect(
      value.parts == [
        .literal("postgres://"),
        .reference(Reference(.postgres, "database", .host)),
        .literal(":5432/app?key="),
        .secret(key),
      ]
    )
    #expect(value.literal == nil)
    #expect(value.references == [Reference(.postgres, "database", .host)])
    #expect(value.secrets == [key])
  }

  @Test("typed values are filled in with their references")
  func typed() {
    let port: Port = 8080
    let value: Value = "\(database.url as PostgresURL)#\(port)"
    #expect(
      value.parts == [.reference(Reference(.postgres, "database", .url)), .literal("#8080")]
    )
  }

  @Test("a value inside a value is taken apart")
  func nested() {
    let inner: Value = "b\(database.host)c"
    let outer: Value = "a\(inner)d"
    #expect(
      outer.parts == [
        .literal("ab"), .reference(Reference(.postgres, "database", .host)), .literal("cd"),
      ]
    )
  }

  @Test("a property has its typed form and its plain one")
  func bothForms() {
    let plain: Value = database.url
    let typed: PostgresURL = database.url
    #expect(plain == typed.value)
    #expect(plain.references == [Reference(.postgres, "database", .url)])
  }

  @Test("two secrets of one name and origin are the same, wherever they are declared")
  func secrets() {
    let other = Secret("KEY", .generated(bytes: 32))
    #expect(key == other)
    #expect(key.site != other.site)
    #expect(Set([key, other]).count == 1)
    #expect(key != Secret("KEY", .provided("the vault")))
  }
}
