import InfraKit

extension Supervisor {
  /// What is going on, in one line.
  var statusLine: String {
    switch mode {
    case .running: return ""
    case .stopping:
      let left = units.filter { !$0.isOver }.map(\.name)
      return left.isEmpty ? "" : "stopping \(left.joined(separator: ", "))"
    case .starting:
      let ready = units.filter(\.isReady).count
      let parts = units.filter { !$0.isReady }.map { unit in
        unit.detail.isEmpty
          ? "\(unit.name) \(unit.state.rawValue)"
          : "\(unit.name) \(unit.state.rawValue) \(unit.detail)"
      }
      return "\(ready) of \(units.count) ready · " + parts.joined(separator: " · ")
    }
  }

  /// Everything is up: says how long it took and where it is.
  mutating func becomeReady() {
    mode = .running
    trials = units.compactMap { unit in unit.recipe.smoke.map { (unit.name, $0) } }
    let elapsed = ContinuousClock.now - began
    console.show("")
    console.say(console.green("ready in \(Timeline.seconds(elapsed))"))
    for line in Timeline(units, from: began).lines { console.say(console.dim("  " + line)) }
    let addresses = units.filter { $0.recipe.address != nil }
    let width = addresses.map(\.name.count).max() ?? 0
    for unit in addresses {
      let name = unit.name + String(repeating: " ", count: width - unit.name.count)
      let remark = unit.recipe.remark.map { "  " + console.dim($0) } ?? ""
      console.say("  \(name)  \(console.bold(unit.recipe.address ?? ""))\(remark)")
    }
    for note in plan.notes { console.say(console.dim("note: \(note)")) }
    if let fault = logs.fault { console.say("note: logs are not kept: \(fault)") }
    if let url = page.url { console.say("  page  \(console.bold(url))") }
    if !options.tries { console.say(console.dim("Ctrl-C stops everything.")) }
    var line = JSONLine("ready")
    line.add("seconds", Double(elapsed / .milliseconds(1)) / 1000)
    page.tell(line)
    if page.child == nil { buildPage() }
  }

  /// Starts the page's program, and tells it all that it missed.
  mutating func startPage() {
    guard case .program(let program) = options.page else { return }
    start(page: program)
  }

  private mutating func start(page program: Program) {
    do throws(DevProblem) { try page.start(program, inheriting: environment) } catch {
      console.say(console.dim("note: there is no page: \(error.message)"))
      return
    }
    if let child = page.child { follow(child, "page") }
    page.tell(Self.planLine(plan, units))
    for index in units.indices { announce(index) }
    for line in logs.recent.values.flatMap(\.self).sorted(by: { $0.time < $1.time }) {
      var told = JSONLine("log")
      told.add("resource", line.resource)
      told.add("stream", line.stream.rawValue)
      told.add("time", line.time)
      told.add("text", line.text)
      page.tell(told, isEssential: false)
    }
  }

  /// Builds the page's program where it is missing; the run does not wait for it.
  private mutating func buildPage() {
    guard case .build(let program, _) = options.page else { return }
    pageJob = try? Child.start(program, inheriting: ProcessTable.ownEnvironment)
    if let pageJob { follow(pageJob, "page", as: .build) } else { missPage() }
  }

  /// The page's program was built.
  mutating func startBuiltPage() {
    guard case .build(_, let program) = options.page, LocalFiles.isExecutable(program.arguments[0])
    else { return missPage() }
    start(page: program)
  }

  /// Says that there is no page.
  mutating func missPage() {
    if mode == .stopping { return }
    console.say(
      console.dim("note: there is no page, for its program cannot be built: infra dev --no-page")
    )
  }

  /// The plan as the page is told it.
  static func planLine(_ plan: DevPlan, _ units: [Unit]) -> JSONLine {
    var line = JSONLine("plan")
    line.add("environment", plan.environment)
    var resources = units.map { unit in
      var resource = JSONLine()
      resource.add("name", unit.name)
      resource.add("kind", unit.recipe.kind.rawValue)
      let isWeb = unit.recipe.kind == .service || unit.recipe.kind == .site
      resource.add("url", isWeb ? unit.recipe.address : nil)
      resource.add("port", unit.recipe.port)
      resource.add("command", unit.recipe.command)
      resource.add("dependsOn", unit.recipe.dependsOn)
      resource.add("references", unit.recipe.references)
      return resource
    }
    for job in plan.jobs {
      var resource = JSONLine()
      resource.add("name", job.name)
      resource.add("kind", Recipe.Kind.job.rawValue)
      resource.add("url", nil as String?)
      resource.add("port", nil as Int?)
      resource.add("command", job.command?.shellText ?? "")
      resource.add("dependsOn", [] as [String])
      resource.add("references", [] as [String])
      resources.append(resource)
    }
    line.add("resources", resources)
    return line
  }
}
