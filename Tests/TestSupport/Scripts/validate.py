"""Validates manifests, one JSON object a line ({name, text, format}), against one schema.

Writes one JSON list with a list of messages for each manifest.
"""
import json
import sys

import jsonschema
import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Bounds what one bad manifest can print.
MOST = 20


def constructor(loader, node):
    return str(loader.construct_scalar(node))


class Manifest(Loader):
    """YAML as manifests use it: a date stays the text that was written."""


Manifest.add_constructor("tag:yaml.org,2002:timestamp", constructor)


def read(document):
    if document["format"] == "yaml":
        return yaml.load(document["text"], Loader=Manifest)
    return json.loads(document["text"])


def check(validator, document):
    name = document["name"]
    try:
        data = read(document)
    except (ValueError, yaml.YAMLError) as error:
        return [f"{name}: not readable: {error}"]
    found = sorted(validator.iter_errors(data), key=lambda error: list(map(str, error.path)))
    # Of an anyOf, the alternative that came nearest; several may come down to the same words.
    causes = [jsonschema.exceptions.best_match([error]) for error in found]
    messages = [
        f"{name}: at {'/'.join(map(str, cause.absolute_path)) or '/'}: {cause.message[:400]}"
        for cause in causes
    ]
    return list(dict.fromkeys(messages))[:MOST]


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)
json.dump([check(validator, json.loads(line)) for line in sys.stdin], sys.stdout)
