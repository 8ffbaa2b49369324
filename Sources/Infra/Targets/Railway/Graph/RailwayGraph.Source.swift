public import InfraSerialization

extension RailwayGraph {
  /// Where a service comes from.
  public struct Source: Codable, Hashable, Sendable {
    /// Which of the following fields counts.
    public var type: SourceType

    /// The repository on GitHub, as `owner/name`.
    public var repo: String?

    /// The branch whose pushes are deployed.
    public var branch: String?

    /// The image with its tag or digest.
    public var image: String?

    /// The template's name.
    public var template: String?

    /// The directory that is sent to the builder, from the repository's root.
    public var rootDirectory: String?

    /// One commit, instead of the branch's last.
    public var commitSha: String?

    /// Where the repository was copied from.
    public var upstreamUrl: String?

    /// Whether a deploy waits for GitHub's checks.
    public var checkSuites: Bool?

    /// Whether newer images are deployed by themselves.
    public var autoUpdates: AutoUpdates?

    private init(_ type: SourceType) { self.type = type }

    /// A repository on GitHub.
    public static func github(
      _ repo: String,
      branch: String = "main",
      rootDirectory: String? = nil
    ) -> Source {
      var source = Source(.github)
      source.repo = repo
      source.branch = branch
      source.rootDirectory = rootDirectory
      return source
    }

    /// A ready image.
    public static func image(_ image: String) -> Source {
      var source = Source(.image)
      source.image = image
      return source
    }

    /// A template.
    public static func template(_ template: String) -> Source {
      var source = Source(.template)
      source.template = template
      return source
    }

    /// What `railway up` sends, of which a directory may be the root.
    public static func empty(rootDirectory: String? = nil) -> Source {
      var source = Source(.empty)
      source.rootDirectory = rootDirectory
      return source
    }
  }

  /// The kinds of source.
  public struct SourceType: Vocabulary {
    /// The name in the file.
    public let rawValue: String
    /// Creates a name that may be newer than this list.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A repository on GitHub.
    public static let github: SourceType = "github"
    /// A ready image.
    public static let image: SourceType = "image"
    /// A template.
    public static let template: SourceType = "template"
    /// What `railway up` sends.
    public static let empty: SourceType = "empty"
  }

  /// Whether newer images are deployed by themselves: of Docker Hub and GHCR only.
  public struct AutoUpdates: Codable, Hashable, Sendable {
    /// How far an update may go.
    public var type: Policy?
    /// When updates may run; never, where no window is set here or in the dashboard.
    public var schedule: [Window]
    /// What a tag means: `semver` or `sha`.
    public var tagMode: String?

    /// Creates the settings.
    public init(_ type: Policy? = nil, schedule: [Window] = [], tagMode: String? = nil) {
      self.type = type
      self.schedule = schedule
      self.tagMode = tagMode
    }

    /// How far an update may go.
    public struct Policy: Vocabulary {
      /// The name in the file.
      public let rawValue: String
      /// Creates a name that may be newer than this list.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// Not at all.
      public static let disabled: Policy = "disabled"
      /// To the next patch version.
      public static let patch: Policy = "patch"
      /// To the next minor version.
      public static let minor: Policy = "minor"
    }

    /// Hours of a weekday, in UTC.
    public struct Window: Codable, Hashable, Sendable {
      /// The weekday, from 0 for Sunday to 6.
      public var day: Int
      /// The first hour, 0 to 23.
      public var startHour: Int
      /// The hour before which it ends, 1 to 24.
      public var endHour: Int

      /// Creates a window.
      public init(day: Int, startHour: Int, endHour: Int) {
        self.day = day
        self.startHour = startHour
        self.endHour = endHour
      }
    }
  }
}
