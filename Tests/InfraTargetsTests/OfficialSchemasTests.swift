import TestSupport
import Testing

@Suite("Official schemas")
struct OfficialSchemasTests {
  @Test(
    "a schema is itself valid and refuses what is not a manifest",
    .needsSchemaValidator,
    arguments: OfficialSchema.allCases
  )
  func schema(schema: OfficialSchema) async throws {
    let errors = try await SchemaValidator(schema).errors(in: "[]", .json, name: "list")
    #expect(errors.first == "list: at /: [] is not of type 'object'")
  }
}
