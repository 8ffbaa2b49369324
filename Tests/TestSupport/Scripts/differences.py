"""Compares pairs of documents as data, one JSON object a line.

{left, right, format, ordered}: two texts in JSON or YAML; with ordered, keys must also stand in
the same order. Writes one JSON list with a list of differences for each pair.
"""
import json
import re
import sys

import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2, as the platforms read it: of words, only true and false are truth values."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def read(text, form):
    return yaml.load(text, Loader=Loader) if form == "yaml" else json.loads(text)


def short(value):
    return json.dumps(value, default=str)[:120]


def compare(left, right, ordered, path, out):
    if isinstance(left, dict) and isinstance(right, dict):
        for key in left:
            if key in right:
                compare(left[key], right[key], ordered, f"{path}/{key}", out)
            else:
                out.append(f"{path}/{key}: lost {short(left[key])}")
        out += [f"{path}/{key}: new {short(right[key])}" for key in right if key not in left]
        if ordered and list(left) != list(right) and set(left) == set(right):
            out.append(f"{path or '/'}: order {list(left)} became {list(right)}")
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for index, (one, other) in enumerate(zip(left, right)):
            compare(one, other, ordered, f"{path}/{index}", out)
    elif isinstance(left, bool) != isinstance(right, bool) or left != right:
        out.append(f"{path or '/'}: {short(left)} became {short(right)}")


def differences(pair):
    out = []
    form = pair["format"]
    compare(read(pair["left"], form), read(pair["right"], form), pair["ordered"], "", out)
    return out[:20]


json.dump([differences(json.loads(line)) for line in sys.stdin], sys.stdout)
