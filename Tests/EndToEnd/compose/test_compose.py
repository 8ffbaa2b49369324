"""`docker compose up` on a real engine: what a person gets after `git clone`."""

import json
import re
import signal
import socket
import subprocess
import time
from contextlib import contextmanager

import pytest

from clone import Clone, ask, docker, free_port

ACCOUNT = {"name": "Ada Lovelace", "email": "ada@example.com", "password": "correct horse battery"}
BACKEND = ("backend", "backend-release", "worker")


def wait_until(condition, limit=60):
    """What a condition gives once it holds."""
    end = time.monotonic() + limit
    while True:
        found = condition()
        if found or time.monotonic() > end:
            return found
        time.sleep(0.25)


def log_in(clone):
    """The token of a new session."""
    login = {key: ACCOUNT[key] for key in ("email", "password")} | {"delivery": "body"}
    status, session = ask("POST", f"{clone.api}/auth/login", login)
    assert status == 200, session
    return session["accessToken"]


@pytest.fixture(scope="module")
def ticket(first):
    """A ticket of somebody who registered and logged in through the published port."""
    status, answer = ask("POST", f"{first.api}/auth/register", ACCOUNT)
    assert status == 201, answer
    draft = {"title": "The lift is stuck", "description": "Between two floors.",
             "dueAt": "2026-01-01T09:00:00Z"}
    status, answer = ask("POST", f"{first.api}/tickets", draft, log_in(first))
    assert status == 201, answer
    return answer["id"]


def has_ticket(clone, ticket):
    return ask("GET", f"{clone.api}/tickets/{ticket}", token=log_in(clone))[0] == 200


def test_a_missing_env_is_told_in_one_sentence_with_the_command_that_makes_it(make):
    clone = make("bare")
    done = clone.compose("up", check=False)
    assert done.returncode != 0
    message = done.stderr.decode().strip()
    assert len(message.splitlines()) == 1, message
    assert "swift run infra secrets init dev" in message


def test_everything_is_up_in_order_and_healthy(first):
    services = first.services()
    assert set(services) == {"database", "frontend", *BACKEND}
    for name in ("database", "backend", "worker", "frontend"):
        assert services[name]["State"] == "running", name
        assert services[name]["Health"] == "healthy", name
    assert services["backend-release"]["State"] == "exited"
    assert services["backend-release"]["ExitCode"] == 0
    # The release had ended before the backend and the worker began.
    ended = docker("inspect", "--format", "{{.State.FinishedAt}}", services["backend-release"]["ID"])
    for name in ("backend", "worker"):
        began = docker("inspect", "--format", "{{.State.StartedAt}}", services[name]["ID"])
        assert ended < began, name


def test_nothing_is_reached_but_from_this_machine(first):
    published = [
        (port["URL"], port["PublishedPort"])
        for service in first.services().values()
        for port in service["Publishers"] or []
        if port["PublishedPort"]
    ]
    assert sorted(port for _, port in published) == sorted(
        int(first.values[name]) for name in ("DATABASE_PORT", "BACKEND_PORT", "FRONTEND_PORT")
    )
    assert {address for address, _ in published} == {"127.0.0.1"}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # Sends nothing; tells this machine's own address.
        own = probe.getsockname()[0]
    for _, port in published:
        with socket.socket() as client:
            client.settimeout(2)
            assert client.connect_ex((own, port)) != 0, f"{own}:{port} answers"


def test_one_dockerfile_is_built_once_and_runs_as_three_processes(first):
    layers = {
        docker("image", "inspect", "--format", "{{json .RootFS.Layers}}", first.image(name))
        for name in BACKEND
    }
    assert len(layers) == 1


def test_the_backend_writes_to_no_disk_and_gains_no_privileges(first):
    for name in ("backend", "worker"):
        done = first.compose("exec", "--no-TTY", name, "touch", "/tmp/x", check=False)
        assert b"Read-only file system" in done.stderr
        identifier = first.services()[name]["ID"]
        status = docker("exec", identifier, "grep", "-E", "^(NoNewPrivs|Uid)", "/proc/1/status")
        assert re.search(r"NoNewPrivs:\s+1", status)
        assert not re.search(r"Uid:\s+0", status) or "docker-init" in docker("top", identifier)


def test_the_release_is_given_the_database_and_no_key(first):
    identifier = first.services()["backend-release"]["ID"]
    given = json.loads(docker("inspect", "--format", "{{json .Config.Env}}", identifier))
    names = {entry.split("=")[0] for entry in given}
    assert {"DATABASE_URL", "LOG_LEVEL"} <= names
    assert not any("JWT" in name for name in names)


def test_a_ticket_is_opened_and_the_worker_escalates_it(first, ticket):
    token = log_in(first)
    address = f"{first.api}/tickets/{ticket}"
    assert wait_until(lambda: ask("GET", address, token=token)[1]["escalationLevel"] > 0)


def test_the_page_is_served_with_its_policy_and_calls_the_moved_port(first):
    status, html = ask("GET", first.page)
    assert status == 200
    assert f"connect-src {first.api};" in html
    head = subprocess.run(
        ["curl", "-sI", first.page], capture_output=True, text=True, timeout=20, check=True
    ).stdout.lower()
    for header in ("content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
                   "referrer-policy: no-referrer", "cache-control: public, max-age=0"):
        assert header in head, header
    assert ask("GET", f"{first.page}/tickets/1")[1] == html
    status = ask("GET", f"{first.page}/assets/nothing.js")[0]
    assert status in (200, 404)


def test_a_database_that_is_killed_is_told_and_comes_back(first, ticket):
    first.compose("kill", "database")
    assert wait_until(lambda: ask("GET", f"{first.api}/readyz")[0] == 503)
    # The process itself is well: nothing restarts it for a fault that is not its own.
    assert ask("GET", f"{first.api}/healthz")[0] == 200
    first.compose("start", "database")
    assert wait_until(lambda: ask("GET", f"{first.api}/readyz")[0] == 200)
    assert has_ticket(first, ticket)
    assert first.services()["backend"]["State"] == "running"


AWKWARD = "a$b${c}#d \"e\" 'f' \\g $$ %h `i` \u00e9\nsecond line # no comment\n\ttab"


@contextmanager
def listener():
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@pytest.fixture(scope="module")
def second(make, first):
    """A second clone at once, whose first port was taken, and whose secrets are awkward."""
    clone = make("second")
    clone.values["JWT_ACCESS_SECRET"] = AWKWARD
    clone.values["JWT_REFRESH_SECRET"] = AWKWARD[::-1]
    with listener() as port:
        clone.values["BACKEND_PORT"] = str(port)
        clone.write_env()
        done = clone.compose("up", "--detach", "--build", check=False, limit=1800)
        assert done.returncode != 0
        assert f"127.0.0.1:{port}" in done.stderr.decode()
        assert re.search("already (in use|allocated)", done.stderr.decode())
        clone.values["BACKEND_PORT"] = str(free_port())
    clone.write_env()
    clone.up("--build")
    return clone


def test_a_port_that_is_taken_is_moved_by_one_variable_and_addresses_follow(second):
    assert ask("GET", f"{second.api}/readyz")[0] == 200
    assert f"connect-src {second.api};" in ask("GET", second.page)[1]
    assert second.variable("backend", "FRONTEND_URL").decode() == second.page


@pytest.mark.parametrize("name", ["JWT_ACCESS_SECRET", "JWT_REFRESH_SECRET"])
def test_awkward_values_of_env_arrive_byte_for_byte(second, name):
    assert second.variable("backend", name) == second.values[name].encode()


def test_two_clones_run_at_once_and_share_nothing(first, second, ticket):
    assert ask("POST", f"{second.api}/auth/register", ACCOUNT)[0] == 201
    assert ask("GET", f"{second.api}/tickets/{ticket}", token=log_in(second))[0] == 404
    assert has_ticket(first, ticket)
    token = log_in(first)
    assert ask("GET", f"{second.api}/me", token=token)[0] == 401
    assert second.image("frontend") != first.image("frontend")


def test_data_outlives_down_and_up_but_not_its_volume(first, ticket):
    first.compose("down")
    assert ask("GET", f"{first.api}/readyz")[0] == 0
    first.up()
    assert has_ticket(first, ticket)


def test_watch_rebuilds_the_page_when_it_changes(first):
    index = first.folder / "frontend/src/index.html"
    watch = subprocess.Popen(
        ["docker", "compose", "watch", "--no-up", "frontend"],
        cwd=first.folder,
        env=first.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        time.sleep(3)
        index.write_text(index.read_text().replace("<title>Helpdesk", "<title>Changed desk"))
        assert wait_until(lambda: "<title>Changed desk" in str(ask("GET", first.page)[1]), 120)
    finally:
        watch.send_signal(signal.SIGINT)
        try:
            watch.wait(20)
        except subprocess.TimeoutExpired:
            watch.kill()


def test_nothing_is_left_after_the_end(make):
    clone = make("third")
    clone.write_env()
    clone.compose("up", "--detach", "--wait", "database")
    assert isinstance(clone, Clone)
    clone.remove()
    label = f"label=com.docker.compose.project={clone.project}"
    for kind, flags in (("container", ["--all"]), ("volume", []), ("network", [])):
        assert docker(kind, "ls", "--quiet", "--filter", label, *flags) == "", kind
    assert not clone.folder.exists()
