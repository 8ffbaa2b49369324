"""A helpdesk of the tests' own: a real Postgres, the real backend and worker, and the built page."""

import json
import os
import shutil
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from processes import Program, answers, find, free_port, run, wait_until

ROOT = Path(__file__).resolve().parents[3]
BACKEND = Path(os.environ.get("INFRA_TEST_BACKEND", ROOT / ".build/debug/backend"))
SERVERS = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]


def server_program(name):
    """A program of Postgres's, which Debian keeps outside of the PATH."""
    return find(name, *(folder / name for folder in SERVERS))


class Postgres:
    """A server in a temporary folder and on a free port."""

    def __init__(self, folder):
        self.port = free_port()
        self.data = folder / "postgres"
        as_owner = []
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
            as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        run([*as_owner, server_program("initdb"), "-D", self.data, "-U", "helpdesk", "--auth=trust",
             "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"])
        self.program = Program(
            [*as_owner, server_program("postgres"), "-D", self.data, "-p", self.port, "-k", folder,
             "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"],
            folder / "postgres.log",
            signal="INT",
        )
        wait_until(lambda: answers(self.port), "Postgres does not answer")

    def url(self, database):
        return f"postgres://helpdesk@127.0.0.1:{self.port}/{database}"

    def ask(self, database, statement):
        """What a statement finds, as psql prints it."""
        return run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.url(database),
                    "-c", statement])


class Helpdesk:
    """Backend, worker and page on one database, each on a free port."""

    _count = 0

    def __init__(self, postgres, folder, *, page_origin=None, api_origin=None, cookie="same-site"):
        Helpdesk._count += 1
        self.folder = folder / f"helpdesk-{Helpdesk._count}"
        self.folder.mkdir()
        self.postgres = postgres
        self.database = f"helpdesk_{Helpdesk._count}"
        self.api_port = free_port()
        self.page_port = free_port()
        self.api = api_origin or f"http://localhost:{self.api_port}"
        self.page = page_origin or f"http://localhost:{self.page_port}"
        postgres.ask("postgres", f"CREATE DATABASE {self.database}")
        self.variables = {
            "DATABASE_URL": postgres.url(self.database),
            "FRONTEND_URL": self.page,
            "JWT_ACCESS_SECRET": "only good for tests, and signs access",
            "JWT_REFRESH_SECRET": "only good for tests, and signs refresh",
            "JOBS": "worker",
            "JOB_INTERVAL_SECONDS": "1",
            "SESSION_COOKIE": cookie,
            "DRAIN_SECONDS": "1",
            "PORT": str(self.api_port),
        }
        run([BACKEND, "migrate", "deploy"], env=self.variables)
        self.worker = self._program("worker", [BACKEND, "worker"], self.variables)
        self.start_backend()
        self.site = self._program(
            "page",
            [shutil.which("node"), ROOT / "frontend/build.mjs", "--serve"],
            {"NEXT_PUBLIC_API_URL": self.api, "PORT": str(self.page_port)},
        )
        wait_until(lambda: answers(self.page_port), "the page is not served")

    def _program(self, name, command, variables):
        return Program(command, self.folder / f"{name}.log", environment={**os.environ, **variables})

    def start_backend(self, **changes):
        """Starts the backend, with some variables changed, and waits until it is ready."""
        self.backend = self._program("backend", [BACKEND, "serve"], {**self.variables, **changes})
        wait_until(self.is_ready, f"the backend is not ready:\n{self.backend.output}")

    def is_ready(self):
        try:
            address = f"http://127.0.0.1:{self.api_port}/readyz"
            return urllib.request.urlopen(address, timeout=2).status == 200
        except (urllib.error.URLError, OSError):
            return False

    def send(self, method, path, body=None, token=None):
        """Sends a request to the API as a program would."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.api_port}{path}",
            method=method,
            headers=headers,
            data=None if body is None else json.dumps(body).encode(),
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{method} {path}: {error.code} {error.read().decode()}") from error
        return json.loads(text) if text else None

    def person(self, name, role="requester"):
        """Registers somebody, with a role that the first administrator would give them."""
        Helpdesk._count += 1
        email = f"person.{Helpdesk._count}@example.com"
        account = {"name": name, "email": email, "password": PASSWORD}
        self.send("POST", "/auth/register", account)
        if role != "requester":
            self.ask(f"UPDATE accounts SET role = '{role}' WHERE email = '{email}'")
        login = {"email": email, "password": PASSWORD, "delivery": "body"}
        answer = self.send("POST", "/auth/login", login)
        return Person(self, answer["account"], answer["accessToken"])

    def ask(self, statement):
        return self.postgres.ask(self.database, statement)

    def stop(self):
        """Ends all of it; what has ended already is left alone."""
        for program in (self.site, self.worker, self.backend):
            program.stop()


PASSWORD = "correct horse battery"


class Person:
    """Somebody with an account, who may also use the API without a browser."""

    def __init__(self, helpdesk, account, token):
        self.helpdesk = helpdesk
        self.id = account["id"]
        self.name = account["name"]
        self.email = account["email"]
        self.token = token

    def open(self, title, description="As the title says.", **further):
        """Opens a ticket and gives its identifier."""
        draft = {"title": title, "description": description, **further}
        return self.send("POST", "/tickets", draft)["id"]

    def send(self, method, path, body=None):
        return self.helpdesk.send(method, path, body, self.token)


def scratch():
    """A folder for a run, readable by the user that Postgres runs as."""
    folder = Path(tempfile.mkdtemp(prefix="helpdesk-"))
    folder.chmod(0o711)
    return folder
