import InfraKit

// What `infra rules CODE` tells about each rule beyond its demand.
extension RailwayRules {
  /// Why each rule is there, and the usual way out, by code.
  static let explanations = RuleExplanation.table("railway") { explain in
    explain(
      "hosted-edits",
      "The edit would change nothing, and nobody would notice.",
      "Name what this target hosts, or move the edit to the target that does."
    )
    explain(
      "inside-paths",
      "Railway's command line reads the file from the checkout, and tells its language by "
        + "the extension.",
      "Write a path such as .railway/railway.ts."
    )
    explain(
      "writable-values",
      "The text could not be read back as what it was.",
      "Change the value that the message names."
    )
    explain(
      "config-deprecated",
      "Railway stops reading these files on the day that it names, and new services never "
        + "read them.",
      "Leave legacyFiles out."
    )
    explain("sole-owner", "Two files would both decide, so Railway refuses.", "Remove configFile.")
    explain(
      "plain-literals",
      "Railway would replace what stands between the braces.",
      "Use a reference of the model, or write the text otherwise."
    )
    explain("available-references", "The variable would be empty.", "Ask for another property.")
    explain(
      "secrets-of-their-own",
      "An apply keeps what is in a variable of that name; inside a text there is nothing to"
        + " keep.",
      "Give the secret a variable of its own, and let the program put the text together."
    )
    explain(
      "build-variables",
      "Build and process share one list of variables at Railway.",
      "Give the build's variable another name."
    )
    explain(
      "known-references",
      "Railway resolves references by the spelling of a name, and leaves others empty.",
      "Check the name in the edit."
    )
    explain(
      "no-secret-values",
      "The file is in git.",
      "Remove the value, and set it with railway variable set."
    )
    explain(
      "dockerfile-in-root",
      "The builder sees its root directory only, and builds something else without a word.",
      "Take a context that holds the Dockerfile."
    )
    explain(
      "last-stage",
      "Railway has no field for a stage.",
      "Make that stage the last one of a Dockerfile of its own."
    )
    explain(
      "known-runtimes",
      "Railpack does not know the language, so the build fails.",
      "Build from a Dockerfile."
    )
    explain(
      "runtime-versions",
      "Railpack reads that language's version from its own files.",
      "Say it there, or build from a Dockerfile."
    )
    explain(
      "database-images",
      "Railway calls every image with such a name a database, and its address in the plan "
        + "changes.",
      "Publish the image under another name."
    )
    explain(
      "images-are-ready",
      "Build settings beside an image never settle: every apply deploys anew.",
      "Remove them."
    )
    explain(
      "registry-credentials",
      "A password does not belong into a file.",
      "Enter it in the service's settings, as SETUP.md says."
    )
    explain(
      "known-builders",
      "The schema refuses other words, and lower-case ones too.",
      "Take .railpack or .dockerfile."
    )
    explain(
      "watch-order",
      "A negation takes out of what came before, and first there is nothing.",
      "Begin with a pattern such as /**."
    )
    explain(
      "watch-rooted",
      "Patterns are matched from the repository's root, so one with '.' or '..' matches "
        + "nothing, and no change deploys.",
      "Write the path from the root."
    )
    explain(
      "site-builds",
      "Railway serves a site with a process: without a directory and a runtime there is no "
        + "image to build.",
      "Name output: or serve:, and a runtime with an official image."
    )
    explain(
      "site-routing",
      "Plain files are served by nginx at Railway, and some patterns have no counterpart "
        + "there.",
      "Write the route more simply, or let a process serve the site."
    )
    explain(
      "serve-routing",
      "A process that serves a site answers by itself.",
      "Let the process send those headers and redirects."
    )
    explain(
      "one-pre-deploy",
      "The list has room for one command; two fail the deploy without a log.",
      "Join them with &&."
    )
    explain(
      "no-shell",
      "Images are started without a shell: $PORT would be passed on as it stands.",
      "Wrap the command in /bin/sh -c."
    )
    explain(
      "restart-policies",
      "The schema refuses other words and a count of nothing.",
      "Take .onFailure, .always or .never."
    )
    explain(
      "start-order",
      "Only what is deployed in one batch waits; a push starts everything at once.",
      "Let the program wait or retry."
    )
    explain(
      "instance-range",
      "The schema and the command line refuse other counts.",
      "Stay in the range; leave out a region without instances."
    )
    explain(
      "fixed-instances",
      "Railway grows with load inside an instance, not in their number.",
      "Set a number of instances."
    )
    explain(
      "large-enough-plan",
      "No plan of Railway's is that large.",
      "Ask for less, or split the work."
    )
    explain(
      "health-by-http",
      "Railway asks a path over HTTP, and only while it deploys.",
      "Use .http, or do without."
    )
    explain(
      "health-times",
      "Interval and tries are Railway's own.",
      "Set the grace, which is all that counts."
    )
    explain(
      "health-paths",
      "A path without its slash is not found, and the deploy never goes live.",
      "Start it with '/'."
    )
    explain(
      "one-volume",
      "A service has one disk at Railway.",
      "Keep everything on one disk, in folders."
    )
    explain(
      "volume-single-instance",
      "A disk is attached to one instance.",
      "Run one instance, or keep the files elsewhere."
    )
    explain(
      "volume-at-release",
      "The release command runs in a container of its own, without the disk.",
      "Do what needs the disk at start."
    )
    explain(
      "volume-downtime",
      "The old instance must let go of the disk before the new one takes it.",
      "Accept a moment of downtime, or keep the files elsewhere."
    )
    explain(
      "previews-in-project",
      "Whether pull requests get environments is a setting of the project, which no file holds.",
      "Switch on PR environments as SETUP.md says."
    )
    explain(
      "previews-of-all",
      "There is one switch for all pull requests, and no time after which an environment goes.",
      "Take previews: .always or .never, or silence this."
    )
    explain(
      "protection-in-project",
      "A restricted environment is seen by all and opened by admins alone; pushes still deploy.",
      "Restrict the environment as SETUP.md says."
    )
    explain(
      "cron-interval",
      "Railway skips or refuses what is due more often.",
      "Leave five minutes between runs, or run a worker."
    )
    explain(
      "cron-utc",
      "Railway's schedules are in UTC.",
      "Convert the hour, and leave timeZone out."
    )
    explain(
      "cron-ends",
      "A run that does not end makes Railway skip the next one.",
      "Remove the domain, the check and the policy, and let the program exit."
    )
    explain(
      "read-replicas",
      "A file cannot declare a replica with an address of its own.",
      "Convert the database by hand, and give readers its URL."
    )
    explain(
      "high-availability",
      "The conversion makes services that the file does not know.",
      "Convert by hand, and watch what the next plan wants to delete."
    )
    explain("pooling", "The pooler is another conversion by hand.", "Follow SETUP.md.")
    explain(
      "database-storage",
      "The size of a database's disk is no field of the file.",
      "Resize it as SETUP.md says."
    )
    explain(
      "database-names",
      "The image fixes both names.",
      "Use the database's URL and properties."
    )
    explain(
      "allowed-addresses",
      "Railway has no list of addresses.",
      "Stay on the private network."
    )
    explain(
      "cache-settings",
      "Redis takes these from its start command.",
      "Change it as SETUP.md says."
    )
    explain("unique-names", "Names are addresses in the file.", "Name them apart.")
    explain(
      "no-identifiers",
      "Identifiers and generated domains belong to one project and environment.",
      "Refer by name, or to RAILWAY_PUBLIC_DOMAIN."
    )
    explain(
      "no-defaults",
      "A default that is written never settles: every apply deploys anew.",
      "Leave it out."
    )
    explain(
      "database-renamed",
      "The address holds the name, so an apply deletes the old database with its data.",
      "Keep the name, or move the data first."
    )
    explain(
      "service-renamed",
      "The address holds the name, so an apply deletes the old service with its secrets and"
        + " domains.",
      "Set the secrets of the new name before the apply."
    )
    explain(
      "removed-resources",
      "An apply makes the environment as the file says.",
      "Back up what is deleted."
    )
    explain(
      "volume-detached",
      "A new name is a new, empty volume.",
      "Keep the name, or copy the files."
    )
    explain(
      "volume-left",
      "An apply deletes no volume: it is detached, kept and billed.",
      "Delete it in the dashboard."
    )
    explain(
      "volume-shrunk",
      "Railway counts a smaller disk as destructive, and its documentation knows growth "
        + "only.",
      "Keep the size."
    )
    explain(
      "region-changed",
      "A disk is copied to its new region while what uses it stands still.",
      "Back up, and pick a quiet hour."
    )
    explain("bucket-region", "A bucket's region is fixed.", "Make another bucket and copy.")
    explain(
      "database-version-changed",
      "A data directory belongs to one major version.",
      "Dump, make a new database, restore."
    )
    explain(
      "secrets-deleted",
      "An apply deletes every variable that the file leaves out, and nobody can read its "
        + "value again.",
      "Copy what only Railway knows."
    )
    explain(
      "open-addresses",
      "Railway has no list of addresses that may connect, so a list would protect nothing.",
      "Let the program check the address, or put a proxy with a list in front."
    )
    explain(
      "secrets-added",
      "preserve keeps a value, and there is none yet: the process starts without, or the "
        + "apply crashes.",
      "Set the value before the apply."
    )
  }
}
