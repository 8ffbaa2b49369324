public import InfraSerialization

extension Blueprint {
  /// What a service is.
  public struct ServiceType: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A public web service, or a static site.
    public static let web = Self(rawValue: "web")

    /// A private service, which must bind a port.
    public static let pserv = Self(rawValue: "pserv")

    /// A background worker, which listens to nothing.
    public static let worker = Self(rawValue: "worker")

    /// A cron job.
    public static let cron = Self(rawValue: "cron")

    /// A Key Value instance.
    public static let keyvalue = Self(rawValue: "keyvalue")

    /// A workflow.
    public static let workflow = Self(rawValue: "workflow")

    /// A static site, in references only.
    public static let `static` = Self(rawValue: "static")

    /// A Postgres instance, in references only.
    public static let dpg = Self(rawValue: "dpg")

    /// A one-off job, in references only.
    public static let job = Self(rawValue: "job")

    /// The older spelling of `keyvalue`.
    public static let redis = Self(rawValue: "redis")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .web, .pserv, .worker, .cron, .keyvalue, .workflow, .static, .dpg, .job, .redis,
    ]
  }

  /// What builds and runs a service.
  public struct Runtime: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A Dockerfile.
    public static let docker = Self(rawValue: "docker")

    /// Elixir.
    public static let elixir = Self(rawValue: "elixir")

    /// Go.
    public static let go = Self(rawValue: "go")

    /// A prebuilt image.
    public static let image = Self(rawValue: "image")

    /// Node.js.
    public static let node = Self(rawValue: "node")

    /// Python.
    public static let python = Self(rawValue: "python")

    /// Ruby.
    public static let ruby = Self(rawValue: "ruby")

    /// Rust.
    public static let rust = Self(rawValue: "rust")

    /// Files; static sites only.
    public static let `static` = Self(rawValue: "static")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .docker, .elixir, .go, .image, .node, .python, .ruby, .rust, .static,
    ]
  }

  /// Where a resource runs; the private network does not leave a region.
  public struct Region: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Oregon, USA: the default.
    public static let oregon = Self(rawValue: "oregon")

    /// Ohio, USA.
    public static let ohio = Self(rawValue: "ohio")

    /// Frankfurt, Germany.
    public static let frankfurt = Self(rawValue: "frankfurt")

    /// Singapore.
    public static let singapore = Self(rawValue: "singapore")

    /// Virginia, USA.
    public static let virginia = Self(rawValue: "virginia")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.oregon, .ohio, .frankfurt, .singapore, .virginia]
  }

  /// What causes a deploy.
  public struct AutoDeployTrigger: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nothing.
    public static let off = Self(rawValue: "off")

    /// Each commit to the branch.
    public static let commit = Self(rawValue: "commit")

    /// Each commit whose checks pass.
    public static let checksPass = Self(rawValue: "checksPass")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.off, .commit, .checksPass]
  }

  /// When previews are made.
  public struct PreviewGeneration: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// For each pull request.
    public static let automatic = Self(rawValue: "automatic")

    /// For pull requests whose title asks for it.
    public static let manual = Self(rawValue: "manual")

    /// Never.
    public static let off = Self(rawValue: "off")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.automatic, .manual, .off]
  }

  /// What a route does.
  public struct RouteType: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Sends the browser on, with status 301.
    public static let redirect = Self(rawValue: "redirect")

    /// Answers with the content of another path.
    public static let rewrite = Self(rawValue: "rewrite")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.redirect, .rewrite]
  }

  /// Whether something is on.
  public struct Toggle: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is on.
    public static let enabled = Self(rawValue: "enabled")

    /// It is off.
    public static let disabled = Self(rawValue: "disabled")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [.enabled, .disabled]
  }
}
