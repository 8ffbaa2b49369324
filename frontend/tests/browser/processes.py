"""Programs that end with the tests, in whatever way these end."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

# A shell stands between: its standard input closes when the tests end, even when they are killed,
# and it takes the program with it.
KEEPER = """
signal=$1; shift
"$@" </dev/null & child=$!
( wait_for() { while kill -0 "$child" 2>/dev/null; do sleep 0.05; done; }; cat; kill -s "$signal" "$child"; wait_for ) 2>/dev/null
wait "$child"
"""


class Program:
    """A program under the care of a shell, with its output in a file."""

    def __init__(self, command, log, *, environment=None, folder=None, signal="TERM"):
        self.log = Path(log)
        with self.log.open("ab") as output:
            self.keeper = subprocess.Popen(
                ["sh", "-c", KEEPER, "keeper", signal, *map(str, command)],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                env=environment,
                cwd=folder,
            )

    def stop(self, limit=60):
        """Asks the program to end, and waits until it has."""
        if self.keeper.stdin and not self.keeper.stdin.closed:
            self.keeper.stdin.close()
        self.keeper.wait(limit)

    @property
    def output(self):
        return self.log.read_text(errors="replace")


def run(command, **options):
    """Runs a program to its end; a failure shows what it said."""
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=60, **options
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def wait_until(condition, what, limit=30):
    """Waits until a condition holds."""
    end = time.monotonic() + limit
    while True:
        if condition():
            return
        if time.monotonic() > end:
            raise TimeoutError(f"{what} in {limit} s")
        time.sleep(0.05)


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answers(port):
    """Whether somebody listens on a port of this machine."""
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex(("127.0.0.1", port)) == 0


def find(name, *places):
    """A program in the PATH or in one of some places."""
    found = shutil.which(name)
    if found:
        return found
    for place in places:
        if os.access(place, os.X_OK):
            return str(place)
    return None
