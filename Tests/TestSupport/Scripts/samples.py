"""Writes documents that together use every property and alternative of a JSON schema.

One JSON document a line, keys in the schema's order. Constraints between properties are not
heeded, so a document need not be valid: it shows what a typed manifest must be able to hold.
"""
import json
import sys

DEEPEST = 12


def resolve(schema, root):
    while "$ref" in schema:
        target = root
        for step in schema["$ref"].lstrip("#/").split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            target = target[int(step) if isinstance(target, list) else step]
        schema = target
    return schema


def text(schema):
    return "t" * max(schema.get("minLength", 1), 1)


def number(schema):
    return schema.get("minimum", schema.get("maximum", 1))


def variants(schema, root, depth=0):
    """Every shape that a schema allows, at least one; the first is the fullest."""
    if schema is True or depth > DEEPEST:
        return []
    schema = resolve(schema, root)
    if "const" in schema:
        return [schema["const"]]
    if "enum" in schema:
        return list(schema["enum"])
    for word in ("oneOf", "anyOf"):
        # Alternatives beside properties only say which of these go together.
        if word in schema and "properties" not in schema:
            return [v for one in schema[word] for v in variants(one, root, depth + 1)]
    kinds = schema.get("type", "object" if properties(schema, root) else None)
    found = []
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        found += of_kind(kind, schema, root, depth)
    return found


def of_kind(kind, schema, root, depth):
    if kind == "object":
        return objects(schema, root, depth)
    if kind == "array":
        items = variants(schema.get("items", {}), root, depth + 1)
        return [[item] for item in items] or [[]]
    return {
        "string": [text(schema)],
        "integer": [int(number(schema))],
        "number": [number(schema), 1.5],
        "boolean": [True, False],
        "null": [None],
    }.get(kind, [])


def properties(schema, root):
    """The properties of an object, those of the schemas that it is made of included."""
    found = {}
    for part in schema.get("allOf", []):
        found.update(properties(resolve(part, root), root))
    return {**found, **schema.get("properties", {})}


def required(schema, root):
    """The properties that an object must have, for the same schemas."""
    parts = [required(resolve(part, root), root) for part in schema.get("allOf", [])]
    return sum(parts, []) + schema.get("required", [])


def objects(schema, root, depth):
    fields = {
        name: variants(one, root, depth + 1) for name, one in properties(schema, root).items()
    }
    for pattern, one in schema.get("patternProperties", {}).items():
        if pattern != "^x-":
            fields["some-name"] = variants(one, root, depth + 1)
    extra = schema.get("additionalProperties", True)
    if isinstance(extra, dict):
        fields["some-name"] = variants(extra, root, depth + 1)
    full = {name: shapes[0] for name, shapes in fields.items() if shapes}
    # Further alternatives in small objects, or the documents together would grow by the square.
    needed = required(schema, root)
    return [full] + [
        {key: shape if key == name else full[key] for key in full if key == name or key in needed}
        for name, shapes in fields.items()
        for shape in shapes[1:]
    ]


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
for document in variants(schema, schema):
    print(json.dumps(document))
