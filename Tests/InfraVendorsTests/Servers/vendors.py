"""Render, Railway and Vercel on 127.0.0.1, as far as secrets and rollbacks use them.

State machines after the vendors' documentation (render.com/docs/rollbacks and
api-docs.render.com/reference, docs.railway.com/integrations/api and /deployments/deployment-actions,
vercel.com/docs/rest-api and /docs/instant-rollback; read 2026-11-24):

  a deploy      queued -> build_in_progress -> update_in_progress -> live; the former live one becomes
                deactivated. A rollback skips the build. Each look at it moves it on by one.
  Render        a rollback leaves auto-deploy as it is; a suspended service deploys nothing (400);
                builds beyond the workspace's retention are gone (404); pages with cursors; variables
                count from the next deploy on.
  Railway       refusals are 200 with `errors`; a rollback takes image and variables of its
                deployment, and only where canRollback; sealed variables are never listed.
  Vercel        a rollback is a job that points the production domains elsewhere; Hobby goes back one
                (402); pages with pagination.next; sensitive values are never answered.

Faults are set by tests: a call may be refused with 429 and Retry-After, fail before or after it took
effect, lose its connection before or after, or be held until a test releases it.

Usage: vendors.py < state.json; the first line of the output is the port. GET /control answers state
and log, POST /control/faults sets faults, POST /control/release lets go what is held.
"""

import json
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

LOCK = threading.RLock()
STATE = {}
LOG = []
FAULTS = []
RELEASED = threading.Event()
ORDER = ["queued", "build_in_progress", "update_in_progress", "live"]


class Refusal(Exception):
    def __init__(self, status, body, headers=None):
        self.status, self.body, self.headers = status, body, headers or {}


def number(prefix):
    STATE["count"] = STATE.get("count", 0) + 1
    return "%s-new%d" % (prefix, STATE["count"])


def retained(deploys, limit):
    """The deploys that ran and whose builds are kept, newest first, without the live one."""
    return [d for d in deploys if d["status"] == "deactivated"][:limit]


# Render


def render_find(service):
    for item in STATE["render"]["services"]:
        if item["id"] == service:
            return item
    raise Refusal(404, {"id": "not-found", "message": "service not found"})


def render_advance(service):
    for deploy in service["deploys"]:
        if deploy["status"] in ORDER[:-1]:
            if deploy.get("fails") and deploy["status"] == "update_in_progress":
                deploy["status"] = "update_failed"
                continue
            deploy["status"] = ORDER[ORDER.index(deploy["status"]) + 1]
            if deploy["status"] == "live":
                for other in service["deploys"]:
                    if other is not deploy and other["status"] == "live":
                        other["status"] = "deactivated"
                service["running"] = dict(service["variables"])


def render_shown(service):
    return {
        key: service[key]
        for key in ("id", "name", "type", "autoDeploy", "suspended")
        if key in service
    }


def deploy_shown(deploy):
    shown = {key: deploy[key] for key in ("id", "status", "createdAt", "trigger") if key in deploy}
    if "commit" in deploy:
        shown["commit"] = {"id": deploy["commit"], "message": "a change"}
    return shown


def paged(items, key, query):
    limit = int(query.get("limit", ["20"])[0])
    if not 1 <= limit <= 100:
        raise Refusal(400, {"id": "bad-request", "message": "limit must be 1 to 100"})
    start = int(query["cursor"][0].split("-")[1]) if "cursor" in query else 0
    return 200, [
        {key: item, "cursor": "c-%d" % (start + i + 1)}
        for i, item in enumerate(items[start : start + limit])
    ]


def render_new(service, commit, status, trigger):
    if service["suspended"] == "suspended":
        raise Refusal(400, {"id": "bad-request", "message": "cannot deploy a suspended service"})
    deploy = {"id": number("dep"), "commit": commit, "status": status, "trigger": trigger}
    deploy["createdAt"] = "2026-11-24T03:00:%02dZ" % (STATE["count"] % 60)
    if service.pop("nextFails", False):
        deploy["fails"] = True
    service["deploys"].insert(0, deploy)
    return 201, deploy_shown(deploy)


def render(method, path, query, body):
    if method == "GET" and path == "/services":
        return paged([render_shown(s) for s in STATE["render"]["services"]], "service", query)
    if method == "GET" and path == "/env-groups":
        groups = [{"id": g["id"], "name": g["name"]} for g in STATE["render"]["groups"]]
        return paged(groups, "envGroup", query)
    match = re.fullmatch(r"/env-groups/([^/]+)(?:/env-vars/([^/]+))?", path)
    if match:
        for group in STATE["render"]["groups"]:
            if group["id"] == match[1]:
                if method == "PUT":
                    return render_set(group["variables"], match[2], body)
                if method == "DELETE":
                    group["variables"].pop(unquote(match[2]), None)
                    return 204, None
                pairs = [{"key": k, "value": v} for k, v in group["variables"].items()]
                return 200, {"id": group["id"], "name": group["name"], "envVars": pairs}
        raise Refusal(404, {"id": "not-found", "message": "group not found"})
    match = re.fullmatch(r"/services/([^/]+)(/.*)?", path)
    if not match:
        raise Refusal(404, {"id": "not-found", "message": "no such endpoint"})
    service, rest = render_find(match[1]), match[2] or ""
    if rest == "":
        if method == "PATCH":
            if body.get("autoDeploy") not in ("yes", "no"):
                raise Refusal(400, {"id": "bad-request", "message": "autoDeploy: yes or no"})
            service["autoDeploy"] = body["autoDeploy"]
        return 200, render_shown(service)
    if rest in ("/suspend", "/resume") and method == "POST":
        service["suspended"] = "suspended" if rest == "/suspend" else "not_suspended"
        return 202, None
    if rest == "/rollback" and method == "POST":
        kept = retained(service["deploys"], STATE["render"]["retention"])
        for deploy in kept:
            if deploy["id"] == body.get("deployId"):
                return render_new(service, deploy["commit"], "update_in_progress", "rollback")
        raise Refusal(404, {"id": "not-found", "message": "no build is kept for this deploy"})
    if rest == "/deploys":
        if method == "POST":
            commit = body.get("commitId") or service["deploys"][0]["commit"]
            return render_new(service, commit, "queued", "api")
        render_advance(service)
        return paged([deploy_shown(d) for d in service["deploys"]], "deploy", query)
    match = re.fullmatch(r"/deploys/([^/]+)", rest)
    if match:
        render_advance(service)
        for deploy in service["deploys"]:
            if deploy["id"] == match[1]:
                return 200, deploy_shown(deploy)
        raise Refusal(404, {"id": "not-found", "message": "deploy not found"})
    if rest == "/env-vars" and method == "GET":
        pairs = [{"key": k, "value": v} for k, v in service["variables"].items()]
        return paged(pairs, "envVar", query)
    match = re.fullmatch(r"/env-vars/([^/]+)", rest)
    if match and method == "PUT":
        return render_set(service["variables"], match[1], body)
    if match and method == "DELETE":
        service["variables"].pop(unquote(match[1]), None)
        return 204, None
    raise Refusal(405, {"id": "method-not-allowed", "message": "not here"})


def render_set(variables, name, body):
    if not body.get("value"):
        raise Refusal(400, {"id": "bad-request", "message": "value must not be empty"})
    variables[unquote(name)] = body["value"]
    return 200, {"key": unquote(name), "value": body["value"]}


# Railway


def railway_find(service):
    for item in STATE["railway"]["services"]:
        if item["id"] == service:
            return item
    return None


def railway_of(deployment):
    for service in STATE["railway"]["services"]:
        for item in service["deployments"]:
            if item["id"] == deployment:
                return service, item
    raise Refusal(200, {"errors": [{"message": "Deployment not found"}], "data": None})


def railway_advance(service):
    order = ["INITIALIZING", "BUILDING", "DEPLOYING", "SUCCESS"]
    for item in service["deployments"]:
        if item["status"] in order[:-1]:
            item["status"] = order[order.index(item["status"]) + 1]
            if item["status"] == "SUCCESS":
                for other in service["deployments"]:
                    if other is not item and other["status"] == "SUCCESS":
                        other["status"] = "REMOVED"


def railway_shown(item):
    return {
        "id": item["id"],
        "status": item["status"],
        "createdAt": item.get("createdAt", "2026-11-24T03:00:00Z"),
        "canRollback": item.get("kept", False) and item["status"] == "REMOVED",
        "meta": {"commitHash": item["commit"]},
    }


def railway_new(service, commit, status):
    item = {"id": number("deployment"), "commit": commit, "status": status, "kept": True}
    item["variables"] = dict(service["variables"])
    service["deployments"].insert(0, item)
    return item


def railway(body):
    text, variables = body.get("query", ""), body.get("variables", {})

    def data(value):
        return 200, {"data": value}

    def refuse(message):
        raise Refusal(200, {"errors": [{"message": message}], "data": None})

    if "projectToken" in text:
        scope = {"project": {"id": "project-1"}, "environment": STATE["railway"]["environment"]}
        return data({"projectToken": scope})
    if "project(id:" in text:
        nodes = [{"node": {"id": s["id"], "name": s["name"]}} for s in STATE["railway"]["services"]]
        return data({"project": {"services": {"edges": nodes}}})
    if "deployments(input:" in text:
        service = railway_find(variables["input"]["serviceId"])
        railway_advance(service)
        shown = [{"node": railway_shown(d)} for d in service["deployments"]]
        return data({"deployments": {"edges": shown[: variables.get("first", 20)]}})
    if "deploymentRollback" in text:
        service, item = railway_of(variables["id"])
        if not railway_shown(item)["canRollback"]:
            refuse("Deployment cannot be rolled back")
        service["variables"] = dict(item.get("variables", service["variables"]))
        railway_new(service, item["commit"], "DEPLOYING")
        return data({"deploymentRollback": True})
    if "deploymentRedeploy" in text:
        service, item = railway_of(variables["id"])
        return data({"deploymentRedeploy": {"id": railway_new(service, item["commit"], "DEPLOYING")["id"]}})
    if "deploymentStop" in text:
        service, item = railway_of(variables["id"])
        item["status"] = "REMOVED"
        return data({"deploymentStop": True})
    if "serviceInstanceDeployV2" in text:
        service = railway_find(variables["service"]) or refuse("Service not found")
        return data({"serviceInstanceDeployV2": railway_new(service, variables["commit"], "INITIALIZING")["id"]})
    if "variableCollectionUpsert" in text:
        given = variables["input"]
        service = railway_find(given["serviceId"]) or refuse("Service not found")
        service["variables"].update(given["variables"])
        return data({"variableCollectionUpsert": True})
    if "variableDelete" in text:
        given = variables["input"]
        railway_find(given["serviceId"])["variables"].pop(given["name"], None)
        return data({"variableDelete": True})
    if "variables(projectId:" in text.replace("variables(\n", "variables("):
        service = railway_find(variables["service"]) or refuse("Service not found")
        sealed = service.get("sealed", [])
        return data({"variables": {k: v for k, v in service["variables"].items() if k not in sealed}})
    refuse("Cannot query this")


# Vercel


def vercel_find(project):
    for item in STATE["vercel"]["projects"]:
        if project in (item["id"], item["name"]):
            return item
    raise Refusal(404, {"error": {"code": "not_found", "message": "Project not found"}})


def vercel_shown(item):
    return {
        "uid": item["id"],
        "url": item["url"],
        "readyState": item["state"],
        "state": item["state"],
        "target": item.get("target"),
        "created": item["created"],
        "meta": {"githubCommitSha": item["commit"]},
    }


def vercel_request(project, deployment, kind):
    project["request"] = {
        "fromDeploymentId": project["production"],
        "toDeploymentId": deployment,
        "jobStatus": "pending",
        "requestedAt": 1,
        "type": kind,
    }
    return 201, None


def vercel_advance(project):
    job = project.get("request")
    if job and job["jobStatus"] in ("pending", "in-progress"):
        if job["jobStatus"] == "pending":
            job["jobStatus"] = "in-progress"
        elif project.pop("nextFails", False):
            job["jobStatus"] = "failed"
        else:
            job["jobStatus"] = "succeeded"
            project["production"] = job["toDeploymentId"]
    order = ["QUEUED", "BUILDING", "READY"]
    for item in project["deployments"]:
        if item["state"] in order[:-1]:
            item["state"] = order[order.index(item["state"]) + 1]
            if item["state"] == "READY" and item.get("target") == "production":
                project["production"] = item["id"]


def vercel_page(items, key, query):
    limit = int(query.get("limit", ["20"])[0])
    start = int(query.get("until", ["0"])[0])
    after = start + limit
    pagination = {"count": limit, "next": after if after < len(items) else None, "prev": None}
    return 200, {key: items[start:after], "pagination": pagination}


def vercel(method, path, query, body):
    match = re.fullmatch(r"/v9/projects/([^/]+)", path)
    if match and method == "GET":
        project = vercel_find(match[1])
        vercel_advance(project)
        shown = {"id": project["id"], "name": project["name"]}
        shown["targets"] = {"production": {"id": project["production"]}}
        shown["lastAliasRequest"] = project.get("request")
        return 200, shown
    if path == "/v6/deployments" and method == "GET":
        project = vercel_find(query["projectId"][0])
        vercel_advance(project)
        found = [vercel_shown(d) for d in project["deployments"] if d["state"] == "READY"]
        return vercel_page(found, "deployments", query)
    match = re.fullmatch(r"/v13/deployments/([^/]+)", path)
    if match and method == "GET":
        for project in STATE["vercel"]["projects"]:
            for item in project["deployments"]:
                if item["id"] == match[1]:
                    vercel_advance(project)
                    return 200, vercel_shown(item)
        raise Refusal(404, {"error": {"code": "not_found", "message": "Deployment not found"}})
    if path == "/v13/deployments" and method == "POST":
        project = vercel_find(body["name"])
        for item in project["deployments"]:
            if item["id"] == body["deploymentId"]:
                new = {"id": number("dpl"), "commit": item["commit"], "state": "QUEUED"}
                new.update(url=new["id"] + ".vercel.app", target="production", created=9)
                project["deployments"].insert(0, new)
                return 200, {"id": new["id"], "url": new["url"], "readyState": "QUEUED"}
        raise Refusal(404, {"error": {"code": "not_found", "message": "Deployment not found"}})
    match = re.fullmatch(r"/v1/projects/([^/]+)/rollback/([^/]+)", path)
    if match and method == "POST":
        project = vercel_find(match[1])
        ready = [d["id"] for d in project["deployments"] if d["state"] == "READY"]
        if match[2] not in ready:
            raise Refusal(404, {"error": {"code": "not_found", "message": "Deployment not found"}})
        if project.get("plan") == "hobby":
            before = ready[ready.index(project["production"]) + 1 :][:1]
            if match[2] not in before:
                message = "To roll back further than the previous production deployment, upgrade"
                raise Refusal(402, {"error": {"code": "payment_required", "message": message}})
        return vercel_request(project, match[2], "rollback")
    match = re.fullmatch(r"/v10/projects/([^/]+)/promote/([^/]+)", path)
    if match and method == "POST":
        return vercel_request(vercel_find(match[1]), match[2], "promote")
    match = re.fullmatch(r"/v10/projects/([^/]+)/env", path)
    if match:
        project = vercel_find(match[1])
        if method == "GET":
            hidden = [{k: v for k, v in e.items() if k != "value"} for e in project["env"]]
            return vercel_page(hidden, "envs", query)
        for entry in project["env"]:
            if entry["key"] == body["key"] and entry["target"] == body["target"]:
                if query.get("upsert") != ["true"]:
                    raise Refusal(400, {"error": {"code": "ENV_CONFLICT", "message": "exists"}})
                entry.update(value=body["value"], type=body["type"], updatedAt=entry["updatedAt"] + 1)
                return 201, {"created": {"id": entry["id"]}, "failed": []}
        entry = dict(body, id=number("env"), updatedAt=1)
        project["env"].append(entry)
        return 201, {"created": {"id": entry["id"]}, "failed": []}
    match = re.fullmatch(r"/v9/projects/([^/]+)/env/([^/]+)", path)
    if match:
        project = vercel_find(match[1])
        for entry in project["env"]:
            if entry["id"] == match[2]:
                if method == "DELETE":
                    project["env"].remove(entry)
                else:
                    entry.update(value=body["value"], updatedAt=entry["updatedAt"] + 1)
                return 200, {"id": entry["id"], "key": entry["key"]}
        raise Refusal(404, {"error": {"code": "not_found", "message": "Variable not found"}})
    raise Refusal(404, {"error": {"code": "not_found", "message": "No such endpoint"}})


# The server


def fault_of(line):
    for fault in FAULTS:
        if fault["match"] in line:
            if fault.get("skip", 0) > 0:
                fault["skip"] -= 1
                continue
            fault["times"] = fault.get("times", 1) - 1
            if fault["times"] <= 0:
                FAULTS.remove(fault)
            return fault
    return None


def operation(vendor, body):
    if vendor != "railway":
        return ""
    found = re.search(r"\{\s*(\w+)", re.sub(r"^[^{]*", "", body.get("query", ""), count=1))
    return " " + found[1] if found else ""


def is_change(vendor, method, body):
    return "mutation" in body.get("query", "") if vendor == "railway" else method != "GET"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body=None, headers=None):
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def drop(self):
        self.close_connection = True
        self.connection.close()

    def handle_any(self):
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length)
        split = urlsplit(self.path)
        if any(f["kind"] == "hold" and f["match"] in self.path for f in FAULTS):
            with LOCK:
                FAULTS[:] = [f for f in FAULTS if f["kind"] != "hold"]
                STATE["arrived"] = True
            RELEASED.wait(120)
        with LOCK:
            if split.path.startswith("/control"):
                return self.control(split.path, raw)
            if split.path.startswith("/health/"):
                # The product itself, which is well unless a test says how often it is not.
                STATE["asked"] = STATE.get("asked", 0) + 1
                ill = STATE.get("ill", 0)
                STATE["ill"] = max(0, ill - 1)
                return self.answer(503 if ill else 200, {})
            vendor, _, rest = split.path[1:].partition("/")
            body = json.loads(raw) if raw else {}
            line = "%s /%s/%s%s" % (self.command, vendor, rest, operation(vendor, body))
            entry = {"call": line, "changes": is_change(vendor, self.command, body), "effect": False}
            LOG.append(entry)
            fault = fault_of(line)
            kind = fault["kind"] if fault else ""
            if kind == "drop-before":
                entry["status"] = 0
                return self.drop()
            if kind == "refuse":
                entry["status"] = fault["status"]
                return self.answer(fault["status"], fault.get("body"), fault.get("headers"))
            try:
                token = self.headers.get("Project-Access-Token") if vendor == "railway" else (
                    (self.headers.get("Authorization") or "").removeprefix("Bearer ")
                )
                if token != STATE["tokens"][vendor]:
                    message = {"message": "Not Authorized"}
                    if vendor == "railway":
                        raise Refusal(200, {"errors": [message], "data": None})
                    raise Refusal(401, {"id": "unauthorized", "error": {"code": "forbidden"}, **message})
                query = parse_qs(split.query)
                if vendor == "render":
                    status, answer = render(self.command, "/" + rest.removeprefix("v1/"), query, body)
                elif vendor == "railway":
                    status, answer = railway(body)
                else:
                    status, answer = vercel(self.command, "/" + rest, query, body)
                entry["effect"] = entry["changes"]
                headers = None
            except Refusal as refusal:
                status, answer, headers = refusal.status, refusal.body, refusal.headers
            entry["status"] = status
            if kind == "drop-after":
                return self.drop()
            if kind == "fail-after":
                return self.answer(502, {"message": "bad gateway"})
            self.answer(status, answer, headers)

    def control(self, path, raw):
        if path == "/control/faults":
            FAULTS[:] = json.loads(raw)
        elif path == "/control/release":
            RELEASED.set()
        elif path == "/control/state":
            RELEASED.clear()
            STATE.clear()
            STATE.update(json.loads(raw))
            LOG.clear()
        self.answer(200, {"state": STATE, "log": LOG})

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any


# One line and no end of file: a pipe's other end may live on in a program started meanwhile.
STATE.update(json.loads(sys.stdin.readline()))
parent = os.getppid()
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_address[1], flush=True)
# Whoever started this holds the other end: it ends when they do.
threading.Thread(target=server.serve_forever, daemon=True).start()
while os.getppid() == parent:
    time.sleep(0.5)
