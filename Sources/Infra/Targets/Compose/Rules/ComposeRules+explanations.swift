import InfraKit

// What `infra rules CODE` tells about each rule beyond its demand.
extension ComposeRules {
  /// Why each rule is there, and the usual way out, by code.
  static let explanations = RuleExplanation.table("compose") { explain in
    explain(
      "hosted-edits",
      "The edit would change nothing, and nobody would notice.",
      "Name what this target hosts, or move the edit to the target that does."
    )
    explain(
      "writable",
      "The text could not be read back as what it was.",
      "Change the value that the message names."
    )
    explain(
      "service-names",
      "The second of one name would replace the first.",
      "Rename one of them."
    )
    explain(
      "variable-names",
      "Compose cannot interpolate other names.",
      "Use letters, digits and underscores."
    )
    explain("known-references", "The variable would be empty.", "Ask for another property.")
    explain(
      "asked-values",
      "Compose knows nothing of other platforms.",
      "Put the value into .env, as SETUP.md says."
    )
    explain(
      "health-path",
      "The check runs in a shell inside the container.",
      "Give the service a port, and the path plain letters."
    )
    explain(
      "start-command",
      "Compose runs the directory in an official image, which does nothing by itself.",
      "Give it a command:."
    )
    explain(
      "known-runtime",
      "Without an official image there is nothing to run the directory in.",
      "Build from a Dockerfile."
    )
    explain(
      "no-secrets-in-builds",
      "A site's variables are arguments of its build too, and those stay in the image's history.",
      "Let a service that has the secret answer the site's process."
    )
    explain("site-output", "A web server needs a directory to serve.", "Name output: or serve:.")
    explain(
      "site-routing",
      "nginx is not there where a process serves the site.",
      "Let the process send them."
    )
    explain(
      "nginx-routing",
      "Some patterns have no counterpart in nginx.",
      "Write the route more simply."
    )
    explain("registry-login", "Docker keeps credentials itself.", "Run docker login once.")
    explain("jobs-by-hand", "Compose has no schedule.", "Run docker compose run --rm NAME.")
    explain(
      "one-behind-a-port",
      "A port of the machine leads to one container.",
      "Run one, which a developer's machine can do with."
    )
    explain("one-machine", "One machine has one of everything.", "Nothing is needed.")
    explain(
      "file-path",
      "Docker finds files of these names only, and the build its paths from there.",
      "End the path in .yml."
    )
    explain(
      "project-name",
      "Compose refuses other names; the schema does not.",
      "Leave it out: .env carries COMPOSE_PROJECT_NAME."
    )
    explain(
      "host-names",
      "The name is the host name by which others reach it.",
      "Use lower-case letters, digits and hyphens."
    )
    explain(
      "image-or-build",
      "There would be nothing to run; the schema does not ask for it.",
      "Give it an image or a build."
    )
    explain("one-dockerfile", "Compose refuses both.", "Keep one.")
    explain(
      "dependencies-run",
      "Compose refuses to start, or waits for ever.",
      "Remove the dependency, or share the profile."
    )
    explain(
      "health-conditions",
      "What has no check never becomes healthy.",
      "Add a check, or wait for .started."
    )
    explain(
      "health-tests",
      "The loader refuses other words; the schema does not.",
      "Put CMD or CMD-SHELL first."
    )
    explain(
      "durations",
      "The loader refuses other texts; the schema does not.",
      "Write 30s or 1m30s."
    )
    explain(
      "parts-declared",
      "The loader refuses what is not declared.",
      "Declare it at the top level."
    )
    explain(
      "one-source",
      "The loader refuses none and several; the schema does not.",
      "Keep one source."
    )
    explain(
      "loopback-ports",
      "Docker opens the port on every interface and goes around most firewalls.",
      "Set hostIP to 127.0.0.1."
    )
    explain("unique-ports", "The second container does not start.", "Choose another port.")
    explain(
      "several-instances",
      "Only one container can have a name or a port of the machine.",
      "Remove it, or run one."
    )
    explain("network-modes", "The loader refuses the mixture.", "Remove one of them.")
    explain(
      "one-mount-per-path",
      "The second mount would hide the first; the loader refuses.",
      "Mount it elsewhere."
    )
    explain(
      "read-only-secrets",
      "Compose writes such secrets into the container, which a read-only root forbids.",
      "Keep them in files."
    )
    explain(
      "watch-rules",
      "Compose refuses the rule, or skips it with a warning.",
      "Give it a target, and do not mount what is synced."
    )
    explain(
      "restart-policies",
      "A crash loop looks like a running service, and containers come back after a reboot.",
      "Leave it out."
    )
    explain(
      "postgres-data",
      "From 18 on the image keeps data elsewhere, and stops when it finds a volume at the "
        + "old place.",
      "Mount the volume where the message says."
    )
    explain(
      "postgres-checks",
      "While a new volume is set up, the server answers on its socket only.",
      "Add -h 127.0.0.1."
    )
    explain("environment-text", "Compose refuses true and false there.", "Put them in quotes.")
    explain("readable-variables", "Compose refuses the file.", "Write $$ for a dollar.")
    explain(
      "file-owners",
      "A file of the host is mounted as it is; Compose warns and ignores the rest.",
      "Set owner and mode on the file."
    )
    explain(
      "limits-agree",
      "The loader refuses two limits that differ.",
      "Keep the one in deploy.resources."
    )
    explain(
      "profile-names",
      "The loader refuses other names; the schema does not.",
      "Use two letters or more."
    )
    explain(
      "built-platforms",
      "The loader refuses: there would be no image for that platform.",
      "Add it to build.platforms."
    )
    explain(
      "database-version",
      "A data directory belongs to one major version; the container stops.",
      "Dump, remove the volume, start, restore."
    )
    explain(
      "database-made",
      "The image makes the database on an empty volume only.",
      "Remove the volume, or make the database by hand."
    )
    explain(
      "database-owner",
      "The image makes the user on an empty volume only.",
      "Remove the volume, or make the user by hand."
    )
    explain(
      "database-renamed",
      "The volume is called after the service.",
      "Dump from the old one first."
    )
  }
}
