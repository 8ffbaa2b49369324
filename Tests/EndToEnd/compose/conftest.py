"""One clone for all tests: its image takes minutes to build."""

import re
import signal
import subprocess

import pytest

from clone import Clone, remove_leftovers, snapshot

OLDEST = (2, 20)


def complaint():
    """What keeps Compose from being tried here, if anything does."""
    try:
        version = subprocess.run(
            ["docker", "compose", "version", "--short"], capture_output=True, text=True, timeout=20
        )
        engine = subprocess.run(["docker", "info"], capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"no Docker ({error})"
    numbers = re.findall(r"\d+", version.stdout)
    if version.returncode != 0 or len(numbers) < 2:
        return "Docker has no Compose plugin"
    if tuple(map(int, numbers[:2])) < OLDEST:
        return f"Docker Compose {version.stdout.strip()} is older than 2.20"
    if engine.returncode != 0:
        return f"Docker's engine does not answer ({engine.stderr.strip().splitlines()[-1]})"
    return None


def pytest_configure():
    reason = complaint()
    if reason:
        pytest.exit(f"SKIPPED: Docker Compose is not tried: {reason}", returncode=5)
    # Ended from outside, the tests still take away what they started.
    signal.signal(signal.SIGTERM, lambda *_: pytest.exit("ended from outside", returncode=143))
    remove_leftovers()


@pytest.fixture(scope="session")
def make(tmp_path_factory):
    """Makes clones, which are gone afterwards, whatever happens."""
    clones = []
    # One copy for all: who works on meanwhile does not make the second clone another product.
    files = tmp_path_factory.mktemp("files")
    snapshot(files)

    def clone(name):
        clones.append(Clone(name, files))
        return clones[-1]

    yield clone
    for each in clones:
        each.remove()


@pytest.fixture(scope="session")
def first(make):
    """The first clone, up and healthy."""
    clone = make("first")
    clone.write_env()
    clone.up("--build")
    return clone
