"""Reads awkward.yaml with PyYAML's two loaders and compares it with the strings it was made of."""

import sys
from pathlib import Path

import yaml

folder = Path(sys.argv[1])
strings = [bytes.fromhex(line).decode() for line in (folder / "strings.hex").read_text().splitlines()]
keys = [bytes.fromhex(line).decode() for line in (folder / "keys.hex").read_text().splitlines()]
failures = 0


def same(what, found, expected):
    global failures
    if found == expected:
        return
    failures += 1
    for index, (one, other) in enumerate(zip(found, expected)):
        if one != other:
            print(f"{what}: entry {index}: read {one!r}, written {other!r}")
            return
    print(f"{what}: read {len(found)} entries, written {len(expected)}")


loaders = {"python": yaml.SafeLoader}
if hasattr(yaml, "CSafeLoader"):
    loaders["libyaml"] = yaml.CSafeLoader
else:
    print("skipped: libyaml")
text = (folder / "awkward.yaml").read_bytes()
for name, loader in loaders.items():
    document = yaml.load(text, loader)
    same(f"{name} list", document["list"], strings)
    same(f"{name} values", list(document["values"].values()), strings)
    same(f"{name} keys", list(document["keys"]), keys)
    same(f"{name} items", [item["text"] for item in document["items"]], strings)
    same(f"{name} lists", [item for inner in document["lists"] for item in inner], strings)
    same(f"{name} order", list(document), ["list", "values", "keys", "items", "lists", "last"])
sys.exit(1 if failures else 0)
