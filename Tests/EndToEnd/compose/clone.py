"""A clone of this repository that runs in Docker Compose, and goes away without a trace."""

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PREFIX = "infra-e2e-"
PORTS = ("DATABASE_PORT", "BACKEND_PORT", "FRONTEND_PORT")


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def quoted(value):
    """A value as `.env` holds it: between single quotes nothing but the quote itself is special."""
    return "'" + value.replace("'", "\\'") + "'"


def docker(*arguments, limit=60):
    return subprocess.run(
        ["docker", *arguments], capture_output=True, text=True, timeout=limit, check=True
    ).stdout


def snapshot(folder):
    """Copies the files of the repository as they are now, which git knows or would take."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    paths = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout
    for path in filter(None, paths.decode().split("\0")):
        # A file that was deleted and not yet committed is listed all the same.
        if (ROOT / path).exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, folder / path)


class Clone:
    """The files of the repository in a folder of their own, with a `.env`."""

    def __init__(self, name, snapshot):
        self.project = f"{PREFIX}{os.getpid()}-{name}"
        self.folder = Path(tempfile.mkdtemp(prefix=f"{self.project}-"))
        shutil.copytree(snapshot, self.folder, dirs_exist_ok=True)
        self.values = {
            "COMPOSE_PROJECT_NAME": self.project,
            "DATABASE_PASSWORD": os.urandom(24).hex(),
            "JWT_ACCESS_SECRET": os.urandom(32).hex(),
            "JWT_REFRESH_SECRET": os.urandom(32).hex(),
            **{name: str(free_port()) for name in PORTS},
        }

    def write_env(self):
        """Writes `.env` as people would, readable by its owner alone."""
        file = self.folder / ".env"
        file.touch(mode=0o600)
        file.write_text("".join(f"{key}={quoted(value)}\n" for key, value in self.values.items()))

    @property
    def api(self):
        return f"http://localhost:{self.values['BACKEND_PORT']}"

    @property
    def page(self):
        return f"http://localhost:{self.values['FRONTEND_PORT']}"

    def compose(self, *arguments, limit=120, check=True):
        """Runs `docker compose` in the folder, with nothing of the caller's own variables."""
        done = subprocess.run(
            ["docker", "compose", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            timeout=limit,
        )
        if check and done.returncode != 0:
            logs = self.compose("logs", "--tail", "20", check=False).stdout.decode()
            words = " ".join(arguments)
            raise RuntimeError(f"docker compose {words}:\n{done.stderr.decode()[-4000:]}\n{logs}")
        return done

    @property
    def environment(self):
        mine = re.compile("^(COMPOSE_|JWT_|DATABASE_|BACKEND_|FRONTEND_|DOCKER_BUILDKIT)")
        return {name: value for name, value in os.environ.items() if not mine.match(name)}

    def up(self, *arguments, limit=1800):
        """Starts everything and waits until it is healthy; the first build takes minutes."""
        return self.compose("up", "--detach", "--wait", *arguments, limit=limit)

    def services(self):
        """What runs, by the service's name."""
        lines = self.compose("ps", "--all", "--format", "json").stdout.decode().splitlines()
        return {entry["Service"]: entry for entry in map(json.loads, filter(None, lines))}

    def image(self, service):
        """The image that a service runs."""
        return self.services()[service]["Image"]

    def variable(self, service, name):
        """A variable as the program in a container has it, byte for byte."""
        command = ["exec", "--no-TTY", service, "bash", "-c", f'printf %s "${name}"']
        return self.compose(*command).stdout

    def remove(self):
        """Takes everything away: containers, networks, volumes, images and files."""
        if not self.folder.exists():
            return
        try:
            self.compose("down", "--volumes", "--remove-orphans", "--rmi", "local", "--timeout", "5",
                         check=False)
            names = docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}").split()
            mine = [name for name in names if name.startswith(f"{self.project}-")]
            if mine:
                docker("image", "rm", "--force", *mine)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def remove_leftovers():
    """Takes away what a run left that was killed: its process is no more."""
    names = docker("ps", "--all", "--format", '{{.Label "com.docker.compose.project"}}').split()
    for project in {name for name in names if name.startswith(PREFIX)}:
        owner = project.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            label = f"label=com.docker.compose.project={project}"
            for kind, flags in (("container", ["--all"]), ("volume", []), ("network", [])):
                found = docker(kind, "ls", "--quiet", "--filter", label, *flags).split()
                if found:
                    docker(kind, "rm", "--force", *found)


def ask(method, address, body=None, token=None):
    """Sends a request; gives the status and what was answered."""
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, method=method, headers=headers, data=data)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            text = answer.read().decode()
            kind = answer.headers.get_content_type()
            return answer.status, json.loads(text) if kind == "application/json" else text
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError as error:
        return 0, str(error)
