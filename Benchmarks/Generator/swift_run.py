"""Times what a person types: `swift run infra generate prod`, beside `swift run` of an empty program.

Everything happens in clones in a folder that is removed: this repository's tree stays as it is.
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]

EMPTY = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(name: "empty", targets: [.executableTarget(name: "empty", path: ".")])
"""

DEPENDENT = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "dependent",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "infra", path: "../clone")],
  targets: [
    .executableTarget(
      name: "infra",
      dependencies: [
        .product(name: "InfraKit", package: "infra"), .product(name: "InfraCLI", package: "infra"),
      ],
      path: "."
    )
  ]
)
"""

DEPENDENT_MAIN = """import InfraCLI
import InfraKit
import InfraTargets

let api = Service("api", source: .dockerfile("Dockerfile"), port: 8080)
Infra.run([
  Environment("prod", Application("shop", services: [api]), on: .render(region: .frankfurt))
])
"""


def run(folder, *command):
    """Runs a command and answers its seconds."""
    start = time.perf_counter()
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {result.returncode}:\n{result.stdout}{result.stderr}")
    return time.perf_counter() - start


def compare(rounds, first, second):
    """The medians of two actions that take turns."""
    times = ([], [])
    for _ in range(rounds):
        times[0].append(first())
        times[1].append(second())
    return statistics.median(times[0]), statistics.median(times[1])


def clone(work):
    """A clone of the last commit with what is not committed yet."""
    target = work / "clone"
    run(work, "git", "clone", "--quiet", str(ROOT), str(target))
    changed = subprocess.run(
        ["git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout
    for name in filter(None, changed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
        else:
            (target / name).unlink(missing_ok=True)
    return target


def write(folder, manifest, main):
    folder.mkdir()
    (folder / "Package.swift").write_text(manifest)
    (folder / "main.swift").write_text(main)
    return folder


def say(met, text, goal):
    print(f"{'met   ' if met else 'MISSED'} {text}; goal {goal}")
    return met


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    generate = ("swift", "run", "infra", "generate", "prod")
    met = True
    with tempfile.TemporaryDirectory(prefix="infra-swift-run-") as folder:
        work = pathlib.Path(folder)
        tree = clone(work)
        fresh = run(tree, *generate)
        met &= say(fresh <= 90, f"fresh clone to first manifest: {fresh:.1f} s", "90 s")

        source = tree / "environments" / "prod.swift"
        text = source.read_text()
        edits = []
        for count in range(3, 6):
            source.write_text(text.replace("instances = 2", f"instances = {count}"))
            edits.append(run(tree, *generate))
        if "numInstances: 5" not in (tree / "render.yaml").read_text():
            sys.exit("error: the edit did not reach render.yaml")
        edit = statistics.median(edits)
        met &= say(edit <= 3, f"one-line edit to new manifest: {edit:.1f} s", "3 s")

        # An empty program in the same package, so that SwiftPM's own work is the same.
        manifest = (tree / "Package.swift").read_text()
        marker = '    .target(name: "InfraContract"'
        if marker not in manifest:
            sys.exit("error: Package.swift no longer lists InfraContract on a line of its own")
        (tree / "Package.swift").write_text(
            manifest.replace(marker, f'    .executableTarget(name: "empty"),\n{marker}', 1)
        )
        (tree / "Sources" / "empty").mkdir()
        (tree / "Sources" / "empty" / "main.swift").write_text("")
        run(tree, "swift", "run", "empty")
        run(tree, *generate)
        ours, nothing = compare(
            rounds, lambda: run(tree, *generate), lambda: run(tree, "swift", "run", "empty")
        )
        extra = (ours - nothing) * 1000
        met &= say(
            extra <= 50,
            f"swift run infra generate prod: {ours:.2f} s, an empty program {nothing:.2f} s, "
            f"difference {extra:.0f} ms",
            "50 ms",
        )

        dependent = write(work / "dependent", DEPENDENT, DEPENDENT_MAIN)
        empty = write(work / "empty", EMPTY, "")
        run(dependent, *generate)
        run(empty, "swift", "run", "empty")
        ours, nothing = compare(
            rounds, lambda: run(dependent, *generate), lambda: run(empty, "swift", "run", "empty")
        )
        met &= say(
            ours <= 1.5 * nothing,
            f"in a dependent's repository: {ours:.2f} s, an empty package {nothing:.2f} s, "
            f"{ours / nothing:.2f} times",
            "1.5 times",
        )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
