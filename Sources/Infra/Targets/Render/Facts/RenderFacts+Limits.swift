extension RenderFacts {
  /// The most instances of one service: https://render.com/docs/scaling, read 2026-08-18.
  package static let instances = 1...100

  /// The use, in percent, that autoscaling can aim at.
  package static let scalingTarget = 1...90

  /// The seconds between SIGTERM and SIGKILL that can be asked for.
  package static let shutdownSeconds = 1...300

  /// The seconds between SIGTERM and SIGKILL where none are asked for.
  package static let standardShutdownSeconds = 30

  /// The size of a disk that names none, in gigabytes.
  package static let standardDiskGB = 10

  /// The exact paths at which no disk can be mounted; paths inside them are allowed.
  ///
  /// https://render.com/docs/disks, read 2026-09-07.
  package static let forbiddenMountPaths = [
    "/", "/opt", "/opt/render", "/opt/render/project", "/opt/render/project/src", "/home",
    "/home/render", "/etc", "/etc/secrets",
  ]

  /// The port that a web service listens on where PORT is not set: Render sets PORT to it.
  ///
  /// https://render.com/docs/environment-variables, read 2026-08-18.
  package static let standardPort = 10000

  /// The longest run of a cron job, in hours: https://render.com/docs/cronjobs, read 2026-08-18.
  package static let cronRunHours = 12

  /// The variables that Render sets itself, which other services may refer to.
  ///
  /// https://render.com/docs/environment-variables, read 2026-08-18.
  package static let injectedVariables = [
    "IS_PULL_REQUEST", "PORT", "RENDER", "RENDER_CPU_COUNT", "RENDER_DISCOVERY_SERVICE",
    "RENDER_EXTERNAL_HOSTNAME", "RENDER_EXTERNAL_URL", "RENDER_GIT_BRANCH", "RENDER_GIT_COMMIT",
    "RENDER_INSTANCE_ID", "RENDER_SERVICE_ID", "RENDER_SERVICE_NAME", "RENDER_SERVICE_TYPE",
    "WEB_CONCURRENCY",
  ]
}
