"""Compares a project graph with what Railway's own railway-sdk makes.

    railway_graph.py same      < graph.json    with what the SDK makes of the same resources
    railway_graph.py compare   < graphs.json   {"ours": ..., "theirs": ...} with each other
    railway_graph.py coverage  < graph.json    names the known fields that the graph does not set

Prints the differences as a JSON list of sentences; an empty list means equal as data.

The SDK drops keywords that it does not know without a word. So fields are given to it one by one,
under the names that its functions take, and a field that is missing from its graph is a difference.
"""

import json
import sys

import railway_sdk as sdk

# The fields that the vendor's graph knows, by block.
KNOWN = {
    "service": "address type kind name source build deploy networking tracing cdn variables "
    "volumeMounts volumeAttachments configFile parentServiceId groupId clusterRole replicaConfig "
    "clusterDisplay",
    "database": "address type kind engine name image output source defaultMountPath deploy "
    "networking variables groupId",
    "volume": "address type name config groupId",
    "bucket": "address type name config groupId",
    "group": "address type name color icon isCollapsed groupId",
    "source": "type repo branch image template rootDirectory commitSha upstreamUrl checkSuites "
    "autoUpdates",
    "build": "builder watchPatterns buildCommand buildEnvironment dockerfilePath "
    "nixpacksConfigPath nixpacksPlan nixpacksVersion railpackVersion",
    "deploy": "startCommand preDeployCommand numReplicas healthcheckPath healthcheckTimeout "
    "sleepApplication runtime registryCredentials restartPolicyType restartPolicyMaxRetries "
    "cronSchedule region multiRegionConfig limitOverride requiredMountPath overlapSeconds "
    "drainingSeconds useLegacyStacker ipv6EgressEnabled",
    "networking": "serviceDomains customDomains tcpProxies privateNetworkEndpoint",
    "tracing": "enabled autoInstrumentation",
    "cdn": "enabled defaultTtlSeconds htmlCaching staleWhileRevalidate purgeOnDeploy",
    "replicaConfig": "minReplicas maxReplicas step scalable",
    "clusterDisplay": "badge badgeVariant",
}
BLOCKS = ["source", "build", "deploy", "networking", "tracing", "cdn", "replicaConfig",
          "clusterDisplay"]


def known(block):
    return set(KNOWN[block].split())


def blocks(node):
    """The blocks of a resource that have fixed fields, each with its name."""
    yield node["type"], node
    for name in BLOCKS:
        if name in node:
            yield name, node[name]


def differences(ours, theirs, path=""):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in [*ours, *(key for key in theirs if key not in ours)]:
            place = f"{path}.{key}" if path else key
            if key == "volumeMounts" and key not in ours and theirs[key] == {}:
                continue  # The SDK leaves an empty map beside attachments, which says nothing.
            if key not in theirs:
                yield f"{place}: the SDK's graph has no such field"
            elif key not in ours:
                yield f"{place}: only the SDK's graph has this field: {json.dumps(theirs[key])}"
            else:
                yield from differences(ours[key], theirs[key], place)
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (one, other) in enumerate(zip(ours, theirs)):
            yield from differences(one, other, f"{path}[{index}]")
    elif isinstance(ours, bool) != isinstance(theirs, bool) or ours != theirs:
        yield f"{path}: {json.dumps(ours)} is not the SDK's {json.dumps(theirs)}"


# --- the same resources, written with the SDK's functions ---


def source(data):
    rest = dict(data)
    kind = rest.pop("type")
    if kind == "github":
        return sdk.github(rest.pop("repo"), **rest)
    if kind == "image":
        return sdk.image(rest.pop("image"), **rest)
    if kind == "template":
        return sdk.template(rest.pop("template"), **rest)
    return sdk.empty(**rest)


def variable(data):
    kind = data["type"]
    if kind == "literal":
        return data["value"] if set(data) == {"type", "value"} else data
    if kind == "reference":
        return sdk.ref({"address": data["resource"]}, data["output"])
    if kind == "sharedReference":
        return sdk.create_railway_context().shared[data["name"]]
    if kind == "preserve":
        return sdk.preserve()
    return data["value"]


def service(node, volumes):
    config = {key: node[key] for key in
              ["configFile", "parentServiceId", "groupId", "clusterRole", "replicaConfig",
               "clusterDisplay", "tracing", "cdn"] if key in node}
    if "source" in node:
        config["source"] = source(node["source"])
    if "build" in node:
        build = node["build"]
        config["build"] = build["buildCommand"] if set(build) == {"buildCommand"} else build
    deploy = dict(node.get("deploy", {}))
    for keyword, field in [("start", "startCommand"), ("healthcheck", "healthcheckPath"),
                           ("healthcheckTimeout", "healthcheckTimeout")]:
        if field in deploy:
            config[keyword] = deploy.pop(field)
    if len(deploy.get("preDeployCommand", [])) == 1:
        config["preDeploy"] = deploy.pop("preDeployCommand")[0]
    if "numReplicas" in deploy:
        config["replicas"] = deploy.pop("numReplicas")
    elif deploy.get("multiRegionConfig") and all(deploy["multiRegionConfig"].values()):
        config["replicas"] = {
            region: {"count": value.get("numReplicas"), "stacker": value.get("stackerAssignment")}
            for region, value in deploy.pop("multiRegionConfig").items()
        }
    if deploy:
        config["deploy"] = deploy
    networking = dict(node.get("networking", {}))
    if "customDomains" in networking:
        config["domains"] = [{"domain": name, **value}
                             for name, value in networking.pop("customDomains").items()]
    if "tcpProxies" in networking:
        config["tcp"] = list(networking.pop("tcpProxies"))
    if networking:
        config["networking"] = networking
    if "variables" in node:
        config["env"] = {name: variable(value) for name, value in node["variables"].items()}
    config["volumeMounts"] = dict(node.get("volumeMounts", {}))
    backups = {}
    for name, attachment in node.get("volumeAttachments", {}).items():
        config["volumeMounts"][attachment["mountPath"]] = volumes[attachment["volume"]]
        if "backupSchedules" in attachment:
            backups[name] = attachment["backupSchedules"]
    made = sdk.service(node["name"], **config)
    attachments = made.to_graph().get("volumeAttachments", {})
    for name, schedules in backups.items():
        # Railway's CLI reads the schedules; no function of the SDK takes them.
        attachments[name] = {**attachments[name], "backupSchedules": schedules}
    return made.with_fields(volumeAttachments=attachments) if backups else made


def database(node):
    helper = {"postgres": sdk.postgres, "mysql": sdk.mysql, "redis": sdk.redis,
              "mongo": sdk.mongo}.get(node["engine"])
    regions = list(node.get("deploy", {}).get("multiRegionConfig", {}))
    options = {"region": regions[0]} if len(regions) == 1 else {}
    made = helper(node["name"], **options) if helper else None
    if made is None or made.to_graph()["image"] != node["image"]:
        made = sdk.database(node["name"], node["engine"], image=node["image"],
                            output=node["output"],
                            defaultMountPath=node.get("defaultMountPath"), **options)
    # What the CLI reads and the helpers do not take.
    extra = {key: node[key] for key in ["networking", "variables", "groupId"] if key in node}
    return made.with_fields(**extra)


def same(graph):
    volumes = {node["address"]: sdk.volume(node["name"], node["config"])
               for node in graph["resources"] if node["type"] == "volume"}

    def made(node):
        kind = node["type"]
        if kind == "service":
            return service(node, volumes)
        if kind == "database":
            return database(node)
        grouped = {"groupId": node["groupId"]} if "groupId" in node else {}
        if kind == "volume":
            return volumes[node["address"]].with_fields(**grouped)
        if kind == "bucket":
            return sdk.bucket(node["name"], node["config"]).with_fields(**grouped)
        looks = {key: node[key] for key in ["color", "icon", "isCollapsed"] if key in node}
        return sdk.group(node["name"], looks).with_fields(**grouped)

    rest = {key: value for key, value in graph.items() if key not in ("name", "resources")}
    resources = [made(node) for node in graph["resources"]]
    return sdk.project(graph["name"], resources=resources, **rest).to_graph()


def main():
    data = json.load(sys.stdin)
    command = sys.argv[1]
    graph = data["ours"] if command == "compare" else data
    found = []
    for index, node in enumerate(graph["resources"]):
        for block, fields in blocks(node):
            found += [f"resources[{index}].{block}: unknown field {key}"
                      for key in fields if key not in known(block)]
    if command == "coverage":
        seen = {block: set() for block in KNOWN}
        for node in graph["resources"]:
            for block, fields in blocks(node):
                seen[block] |= set(fields)
        found += [f"{block}.{key}" for block in KNOWN for key in sorted(known(block) - seen[block])]
    elif not found:
        theirs = data["theirs"] if command == "compare" else same(graph)
        # Through JSON and back, as the CLI receives it.
        found = list(differences(graph, json.loads(json.dumps(theirs))))
    print(json.dumps(found, ensure_ascii=False, indent=1))


main()
