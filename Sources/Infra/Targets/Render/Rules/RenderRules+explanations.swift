import InfraKit

// What `infra rules CODE` tells about each rule beyond its demand.
extension RenderRules {
  /// Why each rule is there, and the usual way out, by code.
  static let explanations = RuleExplanation.table("render") { explain in
    explain(
      "edits-hosted",
      "The edit would change nothing, and nobody would notice.",
      "Name what this target hosts, or move the edit to the target that does."
    )
    explain(
      "writable",
      "The text could not be read back as what it was.",
      "Change the value that the message names."
    )
    explain(
      "references-supported",
      "Render resolves references at each sync, and knows only some properties of each "
        + "kind.",
      "Ask for another property, or put the parts together in the program."
    )
    explain(
      "values-by-hand",
      "A Blueprint cannot join texts and references, and knows nothing of other platforms.",
      "Follow SETUP.md, which names the variable and what goes into it."
    )
    explain(
      "generated-bytes",
      "generateValue makes 256 random bits and no more.",
      "Ask for at most 32 bytes, or provide the secret yourself."
    )
    explain(
      "last-stage",
      "Render has no field for a stage.",
      "Make that stage the last one of a Dockerfile of its own."
    )
    explain(
      "runtime-known",
      "Render builds a few languages by itself, and Swift is not among them.",
      "Build from a Dockerfile: .dockerfile(\"Dockerfile\")."
    )
    explain(
      "runtime-version",
      "Some runtimes take their version from a file of the language only.",
      "Say the version in that file, or build from a Dockerfile."
    )
    explain(
      "served-routing",
      "A process that serves a site answers by itself; Render routes only plain files.",
      "Let the process send those headers and redirects."
    )
    explain(
      "health-checks",
      "Render checks by asking a path of a public service, and nothing else.",
      "Use .http(\"/health\"), or do without."
    )
    explain(
      "one-disk",
      "A service's entry has room for one disk.",
      "Keep everything on one disk, in folders."
    )
    explain(
      "start-order",
      "Everything starts at once, and what exits is started again.",
      "Let the program wait or retry."
    )
    explain("plan-exists", "No plan of Render's is that large.", "Ask for less, or split the work.")
    explain(
      "known-headers",
      "Headers are written into the file, which is made before anything runs.",
      "Write the value out, or let a process send it."
    )
    explain(
      "permanent-redirects",
      "Static sites at Render answer redirects with 301, which browsers remember.",
      "Redirect for good, or let a process answer."
    )
    explain(
      "cron-utc",
      "Cron jobs at Render run in UTC.",
      "Convert the hour to UTC, and leave timeZone out."
    )
    explain(
      "branch-or-previews",
      "A named branch is built in place of the pull request that a preview is for.",
      "Leave branch: out, or previews:."
    )
    explain(
      "build-filters",
      "Render's schema refuses a filter without a path.",
      "Name paths to watch or to ignore."
    )
    explain(
      "build-sources",
      "A build source says everything about the build; a second word on it is refused.",
      "Leave the build to the source, or remove buildSource."
    )
    explain(
      "cron-fields",
      "Render refuses the sync, or the job never runs.",
      "Write minute, hour, day of month, month and day of week."
    )
    explain(
      "current-names",
      "Old spellings work until Render drops them, as it has with plans.",
      "Use the name that the message gives."
    )
    explain(
      "database-disk",
      "Render refuses other sizes, and legacy plans come with theirs.",
      "Take 1 GB or a multiple of 5 GB on a current plan."
    )
    explain(
      "disk-at-release",
      "Render runs the release command on another machine, to which the disk is not attached.",
      "Do in the start command what needs the files."
    )
    explain(
      "disk-downtime",
      "A disk is attached to one instance, so the old one stops before the new one starts.",
      "Keep the files in object storage if the service must not stop."
    )
    explain(
      "disk-single-instance",
      "A disk is attached to one machine; a second instance could not see it.",
      "Run one instance, or keep the files in a store or a database."
    )
    explain(
      "empty-values",
      "Empty values are reported to be refused by Render's API.",
      "Leave the variable out: an unset one reads the same in most programs."
    )
    explain(
      "free-plan",
      "Free instances sleep, have no disk and only one copy; workers and cron jobs have no "
        + "free plan.",
      "Take a paid plan, or do without what the message names."
    )
    explain(
      "group-variables",
      "Render ignores a prompt inside of a group, and the variable is missing.",
      "Set the secret at the service, or fill the group in the Dashboard."
    )
    explain(
      "image-or-repository",
      "Render deploys an image or builds a repository, never both.",
      "Keep one of them."
    )
    explain(
      "instance-counts",
      "Render refuses counts and targets out of range.",
      "Take 1 to 100 instances and a target of 1 to 90 percent."
    )
    explain(
      "known-words",
      "A word that the schema does not know is a misspelling, or newer than this list.",
      "Take one of the words that the help lists; silence it if it is new."
    )
    explain(
      "legacy-plans",
      "Render no longer creates databases on these plans, so a new environment fails.",
      "Take a current plan."
    )
    explain(
      "maintenance-page",
      "While the service is down, its own page is too.",
      "Serve the page from elsewhere, with https://."
    )
    explain(
      "one-region",
      "Private networks do not leave a region: the host would not be found.",
      "Put both into one region, or use the public origin."
    )
    explain(
      "paid-previews",
      "Render refuses a free preview of a paid service.",
      "Take the smallest paid plan for previews."
    )
    explain(
      "referenced-properties",
      "A property that the target lacks fails the whole sync.",
      "Ask for one that the message lists."
    )
    explain(
      "referenced-variables",
      "A variable that the other service does not have fails the whole sync.",
      "Set it there in the file, or read another."
    )
    explain(
      "references-listed",
      "What is not in the file must already be in the workspace, or the sync fails.",
      "Add it to the application, or silence this where it is made elsewhere."
    )
    explain(
      "replica-limit",
      "Render makes five replicas of a database at most.",
      "List five or fewer."
    )
    explain(
      "replica-needs",
      "Render adds read replicas from Basic-1gb (Standard of the legacy plans) and 10 GB on.",
      "Ask for 1 GB of memory and 10 GB of storage, or do without replicas."
    )
    explain(
      "runtime-settings",
      "Without a command Render does not know how to build or start it; a container knows "
        + "already.",
      "Give native runtimes build: and command:, and containers neither."
    )
    explain("shutdown-delay", "Render waits for 1 to 300 seconds.", "Take a time in that range.")
    explain(
      "standby-needs",
      "Render makes standbys from one core and Postgres 13 on.",
      "Ask for a core, or do without the standby."
    )
    explain(
      "static-publish-path",
      "Render would not know what to publish.",
      "Name the directory of the built files with output:."
    )
    explain(
      "subdomain-needs-domain",
      "Nobody could reach it.",
      "Add a domain, or keep the onrender.com address."
    )
    explain(
      "unique-entries",
      "A name is an identity at Render: the second entry would take the first one over.",
      "Name them apart."
    )
    explain(
      "variable-names",
      "Of two values Render keeps one, and does not say which.",
      "Remove one of them."
    )
    explain(
      "variable-sources",
      "Render rejects an entry with two sources or none at sync time; its schema does not.",
      "Write a value, or generate, prompt or refer."
    )
    explain(
      "web-only-fields",
      "Render refuses them elsewhere: nothing public reaches a private service or a worker.",
      "Make it a public service, or remove the fields."
    )
    explain(
      "workspace-plans",
      "On a smaller workspace Render refuses the sync.",
      "Check the workspace's plan before the first sync."
    )
    explain(
      "type-changed",
      "A service's type is fixed when it is made; the sync fails from then on.",
      "Give it another name: Render makes a new one, and you delete the old one."
    )
    explain(
      "runtime-changed",
      "The Blueprint reference allows it, an older guide of Render's calls it immutable.",
      "Watch the next sync, and rename where it fails."
    )
    explain(
      "static-changed",
      "Static sites are served by a CDN and services by machines: Render does not turn one "
        + "into the other.",
      "Give it another name: Render makes a new one, and you delete the old one."
    )
    explain(
      "region-changed",
      "Nothing moves between regions at Render; the sync fails or the change is ignored.",
      "Make new resources under other names in the new region, and move the data."
    )
    explain(
      "disk-shrunk",
      "Disks grow only; Render refuses a smaller one.",
      "Keep the size, or move the data to a new resource."
    )
    explain(
      "secrets-added",
      "sync: false asks once, when the Blueprint is created; later ones are silently "
        + "ignored.",
      "Set the value in the Dashboard before the next deploy."
    )
    explain(
      "variables-kept",
      "A sync merges: what leaves the file stays on the service, and the process goes on "
        + "reading it.",
      "Delete the variable in the Dashboard."
    )
    explain("headers-kept", "A sync removes no header.", "Delete it in the Dashboard.")
    explain(
      "routes-kept",
      "A sync removes no redirect and no rewrite.",
      "Delete it in the Dashboard."
    )
    explain(
      "cache-plan-lowered",
      "Key Value plans go up only; Render refuses.",
      "Stay on the plan, or make a smaller cache under another name."
    )
    explain(
      "cache-data-lost",
      "The free plan keeps nothing on disk, so leaving it starts an empty instance.",
      "Let readers fill it again."
    )
    explain(
      "persistence-switched",
      "Switching persistence on or off restarts the instance without its data.",
      "Let readers fill it again, or dump and load what matters."
    )
    explain(
      "database-identity",
      "The name inside the server is fixed when the database is made.",
      "Keep the old name."
    )
    explain("database-owner", "The user is fixed when the database is made.", "Keep the old user.")
    explain(
      "postgres-version-changed",
      "A Blueprint cannot upgrade Postgres; the sync fails.",
      "Upgrade in the Dashboard first."
    )
    explain(
      "legacy-plan-left",
      "Render no longer puts databases on legacy plans.",
      "Compare prices and sizes before."
    )
    explain(
      "replicas-removed",
      "Render compares the list by name and destroys what it leaves out; without a list it "
        + "keeps all.",
      "Make sure that nothing reads the replica."
    )
    explain(
      "database-renamed",
      "A name is an identity: another one is an empty database, while the old one is kept "
        + "and billed.",
      "Keep the name, or move the data first."
    )
    explain(
      "service-renamed",
      "A name is an identity: another one is a new service with a new address and no "
        + "secrets.",
      "Set its secrets, move its domains, and delete the old one."
    )
    explain(
      "plan-is-limit",
      "Render has no limit of its own below that of a plan.",
      "Leave limit: out, or ask for a size whose plan is the limit that you want."
    )
    explain(
      "build-secret-files",
      "A Blueprint has no field for the files that a Docker build reads as secrets.",
      "Add the secret files as the setup sheet says."
    )
    explain(
      "removed-resources",
      "A sync deletes nothing: what left the file runs on and is billed.",
      "Delete it in the Dashboard."
    )
  }
}
