public import InfraSerialization

/// What turns a service's source into an image.
///
/// Railpack and Dockerfile are the documented ones; the others are what older services were made
/// with (docs.railway.com/config-as-code/reference, 2026-08-21).
public struct RailwayBuilder: Vocabulary {
  /// The name in the file.
  public let rawValue: String
  /// Creates a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Detects language and framework; the default of new services.
  public static let railpack: RailwayBuilder = "RAILPACK"
  /// Builds a Dockerfile.
  public static let dockerfile: RailwayBuilder = "DOCKERFILE"
  /// What came before Railpack.
  public static let nixpacks: RailwayBuilder = "NIXPACKS"
  /// Heroku's buildpacks.
  public static let heroku: RailwayBuilder = "HEROKU"
  /// Paketo's buildpacks.
  public static let paketo: RailwayBuilder = "PAKETO"

  /// The words that the schema takes.
  public static let schemaWords: [Self] = [.railpack, .dockerfile, .nixpacks, .heroku, .paketo]
}

/// The generation of machines that build.
public struct RailwayBuildEnvironment: Vocabulary {
  /// The name in the file.
  public let rawValue: String
  /// Creates a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The older generation.
  public static let v2: RailwayBuildEnvironment = "V2"
  /// The newer generation, and the default.
  public static let v3: RailwayBuildEnvironment = "V3"

  /// The words that the schema takes.
  public static let schemaWords: [Self] = [.v2, .v3]
}

/// The generation of machines that run.
public struct RailwayRuntime: Vocabulary {
  /// The name in the file.
  public let rawValue: String
  /// Creates a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Railway's choice.
  public static let unspecified: RailwayRuntime = "UNSPECIFIED"
  /// The older generation.
  public static let legacy: RailwayRuntime = "LEGACY"
  /// The newer generation, and the default.
  public static let v2: RailwayRuntime = "V2"

  /// The words that the schema takes.
  public static let schemaWords: [Self] = [.unspecified, .legacy, .v2]
}

/// When a process that has ended is started again.
///
/// The schema knows upper case only, although the documentation's examples are in lower case.
public struct RailwayRestartPolicy: Vocabulary {
  /// The name in the file.
  public let rawValue: String
  /// Creates a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// After a failure; the default, with ten attempts.
  public static let onFailure: RailwayRestartPolicy = "ON_FAILURE"
  /// Always; not on the Free and Trial plans.
  public static let always: RailwayRestartPolicy = "ALWAYS"
  /// Never.
  public static let never: RailwayRestartPolicy = "NEVER"

  /// The words that the schema takes.
  public static let schemaWords: [Self] = [.onFailure, .always, .never]
}

/// A region that services run in; `RailwayFacts.regions` lists the known ones.
///
/// Railway adds regions, and public files name more than the documentation does.
public struct RailwayRegion: Vocabulary {
  /// The identifier in the file.
  public let rawValue: String
  /// Creates an identifier that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// California.
  public static let usWest: RailwayRegion = "us-west2"
  /// Virginia.
  public static let usEast: RailwayRegion = "us-east4-eqdc4a"
  /// Amsterdam.
  public static let europeWest: RailwayRegion = "europe-west4-drams3a"
  /// Singapore.
  public static let asiaSoutheast: RailwayRegion = "asia-southeast1-eqsg3a"
}

/// How often a volume is backed up.
public struct RailwayBackupSchedule: Vocabulary {
  /// The name in the file.
  public let rawValue: String
  /// Creates a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Every day.
  public static let daily: RailwayBackupSchedule = "DAILY"
  /// Every week.
  public static let weekly: RailwayBackupSchedule = "WEEKLY"
  /// Every month.
  public static let monthly: RailwayBackupSchedule = "MONTHLY"
}
