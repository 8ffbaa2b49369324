import InfraKit

// What `infra rules CODE` tells about each rule beyond its demand.
extension VercelRules {
  /// Why each rule is there, and the usual way out, by code.
  static let explanations = RuleExplanation.table("vercel") { explain in
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
      "one-file",
      "A place holds one project's file.",
      "Give each resource a target of its own."
    )
    explain(
      "file-name",
      "Vercel reads vercel.json in the project's Root Directory, and nothing else.",
      "End the path in vercel.json."
    )
    explain(
      "sole-configuration",
      "With two configurations the command line stops, and builds pick one.",
      "Delete the other file."
    )
    explain(
      "previews-in-project",
      "Whether a push of another branch is built is decided in the project's settings.",
      "Set the Ignored Build Step as SETUP.md says."
    )
    explain(
      "previews-of-every-push",
      "A push to any branch is built unless git.deploymentEnabled names it, and nothing else is asked.",
      "Take previews: .always or .never, or silence this."
    )
    explain(
      "protection-by-roles",
      "A project has no switch that closes one environment; roles of the team decide.",
      "Give roles as SETUP.md says."
    )
    explain(
      "header-text",
      "One file serves all environments, so nothing in it can differ by environment.",
      "Write the value out, or send the header from code."
    )
    explain("known-references", "The variable would be empty.", "Ask for another property.")
    explain(
      "late-values",
      "The value is made when the other resource first runs.",
      "Give that a domain, or follow SETUP.md."
    )
    explain(
      "variables-in-project",
      "The file has no place for variables that differ by environment.",
      "Run the commands of SETUP.md."
    )
    explain("node-version", "The version is a setting of the project.", "Set it as SETUP.md says.")
    explain(
      "build-runtime",
      "Vercel's build image is made for Node.js.",
      "Install what is missing in the build command."
    )
    explain("watched-paths", "Vercel refuses a longer command.", "Watch fewer, broader paths.")
    explain(
      "public-services",
      "Vercel runs functions: nothing listens by itself, and nothing runs without a "
        + "request.",
      "Host workers and private services elsewhere."
    )
    explain(
      "sole-instance",
      "Vercel starts as many instances as it likes.",
      "Host it where one instance can be asked for."
    )
    explain(
      "release-command",
      "Nothing runs once per deploy at Vercel.",
      "Run migrations from CI, or host it elsewhere."
    )
    explain(
      "volumes",
      "Functions keep nothing between requests.",
      "Use a database or a store, or host it elsewhere."
    )
    explain(
      "health-checks",
      "Vercel asks no check: a function is there or is started.",
      "Remove the check for this platform, or accept that nothing asks it."
    )
    explain("scaling", "Instances follow requests.", "Leave them out.")
    explain(
      "sizes",
      "Processor and memory are set in the dashboard under Fluid compute.",
      "Set them as SETUP.md says."
    )
    explain(
      "shutdown-grace",
      "A container gets half a second after SIGTERM.",
      "Finish work within requests."
    )
    explain("start-order", "Everything starts with its first request.", "Let the program retry.")
    explain(
      "container-source",
      "Vercel builds containers from Dockerfiles, and takes no ready image.",
      "Write a Dockerfile, even of one FROM line."
    )
    explain(
      "container-context",
      "Vercel builds with the Dockerfile's own directory as context, and has no fields for "
        + "stages or arguments.",
      "Move the Dockerfile to what it builds."
    )
    explain(
      "root-directory",
      "Vercel looks for the file in the Root Directory only.",
      "Write it there with at:."
    )
    explain(
      "command-length",
      "Longer commands fail the deploy before the build, without a log.",
      "Put them into a script."
    )
    explain(
      "variables-in-file",
      "The keys are deprecated, and everybody can read the file.",
      "Set variables of the resource."
    )
    explain(
      "legacy-keys",
      "Vercel removes such keys without a way back, as it did with 'public'.",
      "Use what the message names."
    )
    explain(
      "known-frameworks",
      "A word that is not known is a misspelling, or newer than this list.",
      "Check it at vercel.com/docs/frameworks."
    )
    explain("routes-alone", "Vercel refuses low-level routes beside the others.", "Use one kind.")
    explain(
      "redirect-status",
      "Two words for one thing are an error at Vercel.",
      "Keep one of them."
    )
    explain(
      "bound-names",
      "A name that nothing binds fails the deploy.",
      "Bind it in the source or a condition."
    )
    explain(
      "catch-all-last",
      "Of a list the first match wins, so the rest is never reached.",
      "Move it to the end."
    )
    explain("route-count", "Vercel refuses longer lists.", "Use bulk redirects, or patterns.")
    explain("route-length", "Vercel refuses longer texts.", "Shorten it.")
    explain(
      "literal-dollar",
      "Vercel puts what was matched in its place.",
      "Escape it, or mean it."
    )
    explain(
      "functions-alone",
      "Vercel refuses functions beside builds and services.",
      "Keep one of them."
    )
    explain(
      "function-memory",
      "Under Fluid compute memory is a setting of the project.",
      "Set it in the dashboard."
    )
    explain(
      "max-duration",
      "Vercel refuses more than the plan allows.",
      "Ask for less, or name the plan with plan:."
    )
    explain("region-count", "Hobby has one region.", "Name one, or name the plan with plan:.")
    explain(
      "known-regions",
      "A region that does not exist fails the deploy.",
      "Take one that infra facts vercel lists."
    )
    explain("failover-regions", "Only Enterprise has regions that take over.", "Remove them.")
    explain(
      "cron-schedules",
      "Vercel refuses other schedules.",
      "Write five fields and a path that starts with '/'."
    )
    explain(
      "daily-crons",
      "Hobby calls a job once a day at most.",
      "Make it daily, or name the plan with plan:."
    )
    explain(
      "production-crons",
      "Vercel calls cron jobs of production only.",
      "Use schedules, or accept it."
    )
    explain(
      "schedule-targets",
      "Vercel would not know what to call.",
      "Set one of function, path and topic."
    )
    explain(
      "services-alone",
      "With services, builds are theirs.",
      "Move the settings into a service."
    )
    explain(
      "service-names",
      "Vercel refuses digits and capitals.",
      "Rename it with letters, '-' and '_'."
    )
    explain("declared-services", "What is not declared cannot be reached.", "Add it to services.")
    explain(
      "reachable-services",
      "A service is private until a rewrite points at it.",
      "Add a rewrite, or a binding."
    )
    explain("container-file", "Only four names mean a container.", "Rename the file.")
    explain(
      "service-runtimes",
      "Vercel refuses a framework on another runtime.",
      "Leave runtime out."
    )
    explain(
      "reserved-variables",
      "Vercel sets them itself and refuses yours.",
      "Rename the variable."
    )
    explain(
      "variable-bytes",
      "Vercel refuses more than 64 KB.",
      "Keep large values in a file or a store."
    )
    explain(
      "custom-environments",
      "Hobby has production and previews only.",
      "Name the plan with plan:, or use a preview of a branch."
    )
    explain(
      "environment-names",
      "Vercel refuses longer names and its own.",
      "Name another environment."
    )
    explain("project-names", "Vercel refuses other names.", "Write project: with a legal one.")
    explain(
      "project-renamed",
      "The name is how the command line finds the project: another one is made anew, empty.",
      "Rename it in its settings first."
    )
    explain("project-left", "No file can delete a project.", "Delete it with vercel project rm.")
    explain("root-moved", "Root Directory is a setting of the project.", "Change it there.")
    explain(
      "addresses-by-hand",
      "vercel.json has no list of addresses that may connect: until a person makes the rule, "
        + "everybody may.",
      "Make the firewall rule as the setup sheet says."
    )
    explain(
      "environment-moved",
      "Variables belong to one environment of the project.",
      "Set them again, as SETUP.md says."
    )
  }
}
