// What `infra rules CODE` tells about each rule beyond its demand.
extension ModelRules {
  /// Why each rule is there, and the usual way out, by code.
  package static let explanations = RuleExplanation.table("model") { explain in
    explain(
      "acyclic-start",
      "Each would wait for the other, and nothing would ever start.",
      "Remove one startsAfter: a mere origin or host in a variable orders nothing."
    )
    explain(
      "contract-filled",
      "The program would stop at start-up, or read a text that it cannot parse.",
      "Fill the contract's initialiser with a value of the type that it asks for."
    )
    explain(
      "contracts-applied",
      "Without its contract nobody sees that a variable is missing, misspelt or malformed.",
      "List the resource with .reading(…) and the contract of the process that it runs."
    )
    explain(
      "domains-of-one-environment",
      "A domain leads to one place: visitors of production could land in staging.",
      "Give each environment a domain of its own, such as staging.example.com."
    )
    explain(
      "even-schedules",
      "A step that does not divide the hour or the day leaves one shorter gap at its end.",
      "Take a step that divides, or list the minutes."
    )
    explain(
      "hosted-once",
      "A resource that nobody hosts would be missing, and one that two host would run "
        + "twice.",
      "Name it in the hosting: of exactly one target; one target may name nothing and take "
        + "the rest."
    )
    explain(
      "known-exceptions",
      "An exception with a misspelt code or without a reason would silently do nothing, or "
        + "hide something for ever.",
      "Copy the code from the finding, and say why in a sentence."
    )
    explain(
      "legal-address-ranges",
      "Platforms refuse a range that is none, or read it as a larger one.",
      "Write an address, or an address, '/' and the number of leading bits: 203.0.113.0/24."
    )
    explain(
      "legal-commands",
      "An empty command starts nothing, and a NUL ends a word for the system.",
      "Write the program and its arguments."
    )
    explain(
      "legal-database-names",
      "Postgres cuts or refuses other names, and every connection fails.",
      "Use lower-case letters, digits and underscores."
    )
    explain(
      "legal-domains",
      "Platforms compare domains letter by letter, and refuse URLs in their place.",
      "Write the host name alone: api.example.com."
    )
    explain(
      "legal-health-checks",
      "A check that can never succeed keeps every deploy from going live.",
      "Start the path with '/', and give it time and tries."
    )
    explain(
      "legal-instances",
      "A service without an instance does not run, and a range that ends before it starts "
        + "is refused.",
      "Ask for one instance or more; give scaling a range and a measure."
    )
    explain(
      "legal-names",
      "Names become host names, file names and addresses on every platform.",
      "Use lower-case letters, digits and hyphens."
    )
    explain(
      "legal-ports",
      "There are no other ports.",
      "Take a number from 1 to 65535, such as 8080."
    )
    explain(
      "legal-routing",
      "A malformed pattern fails the deploy, or matches what nobody meant.",
      "Start paths with '/', and bind in the source what the destination uses."
    )
    explain(
      "legal-previews",
      "A preview that goes at once is none.",
      "Keep it for a day or more, or leave the days out."
    )
    explain(
      "legal-schedules",
      "A schedule that never comes due is a job that never runs, and nothing would say so.",
      "Use .daily(at: 3) and its like, or a crontab line of five fields."
    )
    explain(
      "legal-secrets",
      "A secret becomes a variable, and a person must know where its value comes from.",
      "Give it a variable's name, and say how it is made or where to get it."
    )
    explain(
      "legal-shutdown-grace",
      "No platform waits for less than no time.",
      "Ask for zero seconds or more."
    )
    explain(
      "legal-sizes",
      "No plan is smaller than nothing.",
      "Ask for an amount, or leave it out for the platform's default."
    )
    explain(
      "legal-sources",
      "An image, runtime or stage that cannot exist fails every build.",
      "Check the spelling against the registry or the Dockerfile."
    )
    explain(
      "legal-values",
      "A NUL ends a variable, and a line break in a header starts another header.",
      "Remove the character, or encode the value."
    )
    explain(
      "legal-variable-names",
      "Shells and platforms refuse other names, or drop them silently.",
      "Use letters, digits and underscores, and start with a letter or an underscore."
    )
    explain(
      "legal-volumes",
      "Two volumes of one name are one disk, and a relative path lands anywhere.",
      "Give each volume a name of its own and a path that starts with '/'."
    )
    explain(
      "literal-credentials",
      "What stands in the description is in git, in the manifests and in every log of both.",
      "Declare a Secret and use its value; change the credential, since it has been written"
        + " down."
    )
    explain(
      "one-content-per-shared-set",
      "A shared set is one group on platforms that have groups: its readers would get each "
        + "other's values.",
      "Make the difference a variable of the reader."
    )
    explain(
      "one-file-one-content",
      "The second to write would undo what the first wrote.",
      "Make both agree, or give each a place of its own with at:."
    )
    explain(
      "one-origin-per-secret",
      "One name is one value: it cannot be made by the platform and come from a person.",
      "Declare the secret once and use that value everywhere."
    )
    explain(
      "only-listeners-answer",
      "Nothing answers where nothing listens.",
      "Give the service a port and public access, or remove the domain or the check."
    )
    explain(
      "paths-stay-inside",
      "Platforms build from the repository and see nothing outside of it.",
      "Write a path from the repository's root, without '..'."
    )
    explain(
      "pinned-images",
      "'latest' is another program tomorrow, and a roll-back brings it again.",
      "Name a version or a digest."
    )
    explain(
      "port-is-given",
      "Platforms tell a process its port in PORT; a second opinion leaves it listening "
        + "where nobody asks.",
      "Set port: and leave PORT out of the variables."
    )
    explain(
      "provided-properties",
      "A variable would be empty, or the platform would refuse the file.",
      "Ask for a property that the resource has, or give it what is missing, such as a "
        + "port."
    )
    explain(
      "public-addresses",
      "A browser is not on the private network: the page would call a host that it cannot "
        + "find.",
      "Use the origin, which is public."
    )
    explain(
      "public-secrets",
      "What a site or a build argument holds is readable by everybody.",
      "Keep the secret in a service, and let the page ask that."
    )
    explain(
      "reachable-references",
      "Private networks end at the platform: the other one cannot be reached by its inner "
        + "name.",
      "Use the public origin, or host both on one target."
    )
    explain(
      "read-variables",
      "A variable that nothing reads is most often a misspelt one that something should.",
      "Correct the name, or remove it."
    )
    explain(
      "references-resolve",
      "A reference to what is not deployed has no value.",
      "List the resource in the application."
    )
    explain(
      "separate-secret-stores",
      "Who can read staging's secret could then sign in to production.",
      "Give each environment a store, project or group of its own."
    )
    explain(
      "sole-instance",
      "The author said why only one may run; two would do everything twice.",
      "Run one instance, or remove the reason."
    )
    explain(
      "companions-run",
      "Work would be left undone without any error, or be done by two workers of which each believes "
        + "that it is alone.",
      "List one service that reads the companion's contract, filled from the same settings."
    )
    explain(
      "something-to-deploy",
      "Nothing would be generated, and that is never meant.",
      "List what is missing."
    )
    explain(
      "start-conditions-happen",
      "Waiting for a check that does not exist never ends.",
      "Give what is waited for a health check or a release command."
    )
    explain(
      "unique-deployments",
      "Deployments of one name would share a directory, and write over each other's files.",
      "Name them apart."
    )
    explain("unique-domains", "A domain leads to one resource.", "Remove it from the other one.")
    explain(
      "unique-environments",
      "Environments of one name would share a directory, and write over each other's files.",
      "Name them apart."
    )
    explain(
      "unique-names",
      "Names are addresses: two of one name cannot be told apart.",
      "Rename one of them."
    )
    explain(
      "unique-variables",
      "Only one of two values wins, and which one differs by platform.",
      "Remove the one that is not meant."
    )
    explain(
      "used-exceptions",
      "What is left behind after a mistake was mended would hide the next one.",
      "Remove the exception."
    )
    explain(
      "branch-of-one-environment",
      "A push to the branch would deploy to both environments at once.",
      "Give each environment a branch of its own."
    )
    explain(
      "files-stay-inside",
      "A file outside of the repository is in no review, and git does not keep it.",
      "Write a path from the repository's root, without '..'."
    )
    explain(
      "one-branch-per-deployment",
      "Parts of one deployment would run different revisions of one program.",
      "Let all targets of the deployment follow one branch."
    )
  }
}
