"""Runs the backend and Express on one real Postgres and compares what a request costs each."""

import argparse
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).parent
ORIGIN = "http://localhost:3000"
POOL = "10"
CONNECTIONS = 32


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder, contextlib.ExitStack() as stack:
        os.chmod(folder, 0o755)
        url = start_postgres(pathlib.Path(folder), stack)
        variables = {
            "DATABASE_URL": url,
            "DATABASE_POOL_SIZE": POOL,
            "FRONTEND_URL": ORIGIN,
            "JWT_ACCESS_SECRET": secret(),
            "JWT_REFRESH_SECRET": secret(),
            "JOBS": "worker",
        }
        subprocess.run([options.backend, "migrate", "deploy"], env=variables, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
        express = dict(variables, NODE_ENV="production", NODE_PATH=options.node_modules)
        servers = [
            Server("backend", [options.backend, "serve"], variables, stack),
            Server("Express", ["node", str(HERE / "express.js")], express, stack),
        ]
        for server in servers:
            server.measure_start(options.starts)
        loads = prepare(servers)
        results = {load.name: [[] for _ in servers] for load in loads}
        for load in loads:
            for _ in range(options.rounds):
                # Taking turns spreads whatever else the machine does over both.
                for index, server in enumerate(servers):
                    run_wrk(options, server, load, 1)
                    results[load.name][index].append(run_wrk(options, server, load, options.seconds))
                    say(f"{load.name}, {server.name}: {results[load.name][index][-1]}")
        memory = [server.resident_bytes() for server in servers]
        sys.exit(report(options, servers, loads, results, memory))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--backend", required=True)
    parser.add_argument("--wrk", required=True)
    parser.add_argument("--node-modules", required=True)
    parser.add_argument("--seconds", type=int, default=5, help="how long one measurement lasts")
    parser.add_argument("--rounds", type=int, default=3, help="measurements; medians are shown")
    parser.add_argument("--starts", type=int, default=5, help="how often each server is started")
    return parser.parse_args()


def say(text):
    print(text, file=sys.stderr, flush=True)


def secret():
    return os.urandom(32).hex()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_postgres(folder, stack):
    """Starts a server with Postgres's own defaults, so that a commit is really on disk."""
    programs = next(iter(sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
    found = shutil.which("initdb") or (programs and str(programs / "initdb"))
    if not found:
        sys.exit("error: no PostgreSQL server; install it with: apt-get install postgresql")
    programs = pathlib.Path(os.path.realpath(found)).parent
    as_owner = []
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    data, port = folder / "data", free_port()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*as_owner, str(programs / "initdb"), "-D", str(data), "-U", "helpdesk",
                    "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"],
                   check=True, timeout=60, cwd=folder, **quiet)
    server = subprocess.Popen([*as_owner, str(programs / "postgres"), "-D", str(data),
                               "-p", str(port), "-k", str(folder),
                               "-c", "listen_addresses=127.0.0.1"], cwd=folder, **quiet)
    stack.callback(end, server, signal.SIGINT)
    url = f"postgres://helpdesk@127.0.0.1:{port}/postgres"
    for _ in range(200):
        if subprocess.run([str(programs / "pg_isready"), "-q", "-d", url]).returncode == 0:
            return url
        time.sleep(0.05)
    sys.exit("error: Postgres does not start")


def end(process, how=signal.SIGTERM):
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Server:
    """One of the two programs; its log goes where the log of a container without a reader goes."""

    def __init__(self, name, command, variables, stack):
        self.name, self.command, self.variables = name, command, variables
        self.process, self.port, self.starts = None, None, []
        stack.callback(lambda: self.process and end(self.process))

    def measure_start(self, times):
        """Starts the program some times, each until it is ready, and leaves the last one running."""
        for _ in range(times):
            if self.process:
                end(self.process)
            self.port = free_port()
            began = time.perf_counter()
            self.process = subprocess.Popen(
                self.command, env=dict(self.variables, PATH=os.environ["PATH"], PORT=str(self.port)),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while not self.is_ready():
                if self.process.poll() is not None or time.perf_counter() - began > 20:
                    sys.exit(f"error: {self.name} does not start")
                time.sleep(0.001)
            self.starts.append(time.perf_counter() - began)

    def is_ready(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return connection.recv(12) == b"HTTP/1.1 200"
        except OSError:
            return False

    def send(self, method, path, body=None, token=None):
        headers = {"Content-Type": "application/json", "Origin": ORIGIN}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", method=method,
                                         data=body and body.encode(), headers=headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)

    def cpu_seconds(self):
        """User and system time of all threads so far (proc(5), stat)."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_bytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return 1024 * int(status.split("VmRSS:")[1].split()[0])


class Load:
    """One kind of request, and how the two servers must compare in it."""

    def __init__(self, name, method, path, throughput, body=None, token=None):
        self.name, self.method, self.path, self.throughput = name, method, path, throughput
        self.body, self.token = body, token


def prepare(servers):
    """Makes an account and a ticket, and sees to it that both servers do the same work."""
    person = '{"email":"load@example.com","password":"correct horse battery","name":"Load"}'
    login = '{"email":"load@example.com","password":"correct horse battery"}'
    servers[0].send("POST", "/auth/register", person)
    token = servers[0].send("POST", "/auth/login", login)[1]["accessToken"]
    draft = json.dumps({"title": "The printer on the second floor is on fire",
                        "description": "It smokes since nine. " * 12, "priority": "high"})
    made = [server.send("POST", "/tickets", draft, token) for server in servers]
    same = [server.send("GET", f"/tickets/{made[0][1]['id']}", token=token) for server in servers]
    for status, ticket in same + made:
        # The two write a moment's fraction with different numbers of digits.
        if status not in (200, 201) or list(ticket) != list(same[0][1]):
            sys.exit("error: the two servers do not answer alike")
    if any(same[0][1][key] != same[1][1][key] for key in same[0][1] if not key.endswith("At")):
        sys.exit("error: the two servers read different tickets")
    return [
        Load("GET /healthz", "GET", "/healthz", 3),
        Load("GET /tickets/{id}", "GET", f"/tickets/{made[0][1]['id']}", 1.5, token=token),
        Load("POST /tickets", "POST", "/tickets", 1, body=draft, token=token),
    ]


class Result:
    def __init__(self, requests, microseconds, p99, cpu):
        self.throughput = requests / (microseconds / 1e6)
        self.p99 = p99 / 1000
        self.cpu = cpu / requests * 1e6

    def __str__(self):
        return f"{self.throughput:.0f}/s, p99 {self.p99:.2f} ms, {self.cpu:.1f} µs of CPU each"


def run_wrk(options, server, load, seconds):
    variables = {"PATH": os.environ["PATH"], "METHOD": load.method,
                 "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}
    if load.token:
        variables["AUTHORIZATION"] = f"Bearer {load.token}"
    if load.body:
        variables["BODY"] = load.body
    before = server.cpu_seconds()
    done = subprocess.run(
        [options.wrk, "--threads", "1", "--connections", str(CONNECTIONS), "--duration",
         f"{seconds}s", "--timeout", "10s", "--script", str(HERE / "load.lua"),
         f"http://127.0.0.1:{server.port}{load.path}"],
        env=variables, capture_output=True, text=True, timeout=seconds + 60)
    used = server.cpu_seconds() - before
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    if line is None:
        sys.exit(f"error: wrk says: {done.stdout}{done.stderr}")
    requests, microseconds, p99, failed = map(int, line.split()[1:])
    if failed or not requests:
        sys.exit(f"error: {failed} of {requests} requests to {server.name} failed")
    return Result(requests, microseconds, p99, used)


def report(options, servers, loads, results, memory):
    """Prints the table and returns 1 when a goal is missed."""
    rows = []
    for load in loads:
        def add(what, key, direction, goal):
            middles = [statistics.median(getattr(result, key) for result in side)
                       for side in results[load.name]]
            rows.append((load.name, what, *middles, direction, goal))
        add("CPU per request, µs", "cpu", "at most", 1 / 3)
        add("requests per second", "throughput", "at least", load.throughput)
        add("p99, ms", "p99", "at most", 1)
    rows.append(("after all of it", "resident memory, MB", memory[0] / 1e6, memory[1] / 1e6, "at most", 1 / 3))
    starts = [statistics.median(server.starts) * 1000 for server in servers]
    print(f"\n{CONNECTIONS} connections, pools of {POOL}, {options.seconds} s a measurement, "
          f"medians of {options.rounds}; {os.cpu_count()} processors\n")
    head = ("", "", servers[0].name, servers[1].name, "ratio", "goal")
    print("{:<18} {:<20} {:>9} {:>9} {:>7}  {}".format(*head))
    missed = 0
    for name, what, ours, theirs, direction, goal in rows:
        ratio = ours / theirs
        met = ratio <= goal if direction == "at most" else ratio >= goal
        missed += not met
        print(f"{name:<18} {what:<20} {ours:>9.1f} {theirs:>9.1f} {ratio:>7.2f}  "
              f"{direction} {goal:.3g}{'' if met else '  MISSED'}")
    met = starts[0] <= 150
    missed += not met
    print(f"{'start to ready':<18} {'ms':<20} {starts[0]:>9.1f} {starts[1]:>9.1f} "
          f"{starts[0] / starts[1]:>7.2f}  at most 150 ms{'' if met else '  MISSED'}")
    return 1 if missed else 0


if __name__ == "__main__":
    main()
