public import InfraSerialization

extension VercelConfig {
  /// How images are optimised on request.
  public struct Images: Codable, Hashable, Sendable {
    /// How a browser is told to show the optimised image.
    public var contentDispositionType: Disposition?
    /// The policy sent along, of at most 256 characters.
    public var contentSecurityPolicy: String?
    /// Whether SVG files are passed through; they can carry scripts.
    public var dangerouslyAllowSVG: Bool?
    /// Hosts whose images are taken; ``remotePatterns`` say it more closely.
    public var domains: [String]?
    /// The formats that are offered.
    public var formats: [Format]?
    /// The project's own images that are taken.
    public var localPatterns: [LocalPattern]?
    /// Seconds for which an optimised image is kept, at most ten years.
    public var minimumCacheTTL: Int?
    /// The qualities that may be asked for, 1 to 100.
    public var qualities: [Int]?
    /// Other hosts' images that are taken.
    public var remotePatterns: [RemotePattern]?
    /// The widths that may be asked for, 1 to 50 of them.
    public var sizes: [Double]

    /// Allows some widths.
    public init(sizes: [Double]) { self.sizes = sizes }

    /// How a browser is told to show an image.
    public struct Disposition: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// In the page.
      public static let inline: Disposition = "inline"
      /// As a download.
      public static let attachment: Disposition = "attachment"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.inline, .attachment]
    }

    /// An image format.
    public struct Format: Vocabulary {
      /// The media type.
      public let rawValue: String
      /// Takes a media type.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// AVIF.
      public static let avif: Format = "image/avif"
      /// WebP.
      public static let webp: Format = "image/webp"
      /// JPEG.
      public static let jpeg: Format = "image/jpeg"
      /// PNG.
      public static let png: Format = "image/png"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.avif, .webp, .jpeg, .png]
    }

    /// Some of the project's own images.
    public struct LocalPattern: Codable, Hashable, Sendable {
      /// The path, with `*` and `**`.
      public var pathname: String?
      /// The query, exactly.
      public var search: String?

      /// Describes images by their path.
      public init(pathname: String? = nil, search: String? = nil) {
        self.pathname = pathname
        self.search = search
      }
    }

    /// Some images of another host.
    public struct RemotePattern: Codable, Hashable, Sendable {
      /// `http` or `https`; both where it is absent.
      public var `protocol`: Scheme?
      /// The host, with `*` and `**`.
      public var hostname: String
      /// The port.
      public var port: String?
      /// The path, with `*` and `**`.
      public var pathname: String?
      /// The query, exactly.
      public var search: String?

      /// Describes images by their host.
      public init(_ scheme: Scheme? = nil, hostname: String, pathname: String? = nil) {
        self.protocol = scheme
        self.hostname = hostname
        self.pathname = pathname
      }
    }

    /// A scheme of addresses.
    public struct Scheme: Vocabulary {
      /// The word.
      public let rawValue: String
      /// Takes a word.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// Without encryption.
      public static let http: Scheme = "http"
      /// With encryption.
      public static let https: Scheme = "https"

      /// The words that the schema takes.
      public static let schemaWords: [Self] = [.http, .https]
    }
  }
}
