"""One clone for all tests: its image takes minutes to build."""

import re
import signal
import subprocess
import sys

import pytest

from clone import Clone, remove_leftovers

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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    remove_leftovers()


@pytest.fixture(scope="session")
def make():
    """Makes clones, which are gone afterwards, whatever happens."""
    clones = []

    def clone(name):
        clones.append(Clone(name))
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
