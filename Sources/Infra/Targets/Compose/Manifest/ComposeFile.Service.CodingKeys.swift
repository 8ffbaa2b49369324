extension ComposeFile.Service {
  /// The names in the file, in the order of chapter 5 of the Compose specification.
  enum CodingKeys: String, CodingKey {
    case annotations
    case attach
    case build
    case blkioConfig = "blkio_config"
    case cpuCount = "cpu_count"
    case cpuPercent = "cpu_percent"
    case cpuShares = "cpu_shares"
    case cpuPeriod = "cpu_period"
    case cpuQuota = "cpu_quota"
    case cpuRtRuntime = "cpu_rt_runtime"
    case cpuRtPeriod = "cpu_rt_period"
    case cpus
    case cpuset
    case capAdd = "cap_add"
    case capDrop = "cap_drop"
    case cgroup
    case cgroupParent = "cgroup_parent"
    case command
    case configs
    case containerName = "container_name"
    case credentialSpec = "credential_spec"
    case dependsOn = "depends_on"
    case deploy
    case develop
    case deviceCgroupRules = "device_cgroup_rules"
    case devices
    case dns
    case dnsOpt = "dns_opt"
    case dnsSearch = "dns_search"
    case domainname
    case entrypoint
    case envFile = "env_file"
    case environment
    case expose
    case extends
    case externalLinks = "external_links"
    case extraHosts = "extra_hosts"
    case gpus
    case groupAdd = "group_add"
    case healthcheck
    case hostname
    case image
    case initProcess = "init"
    case ipc
    case isolation
    case labels
    case labelFile = "label_file"
    case links
    case logging
    case macAddress = "mac_address"
    case memLimit = "mem_limit"
    case memReservation = "mem_reservation"
    case memSwappiness = "mem_swappiness"
    case memswapLimit = "memswap_limit"
    case models
    case networkMode = "network_mode"
    case networks
    case oomKillDisable = "oom_kill_disable"
    case oomScoreAdj = "oom_score_adj"
    case pid
    case pidsLimit = "pids_limit"
    case platform
    case ports
    case postStart = "post_start"
    case preStart = "pre_start"
    case preStop = "pre_stop"
    case privileged
    case profiles
    case provider
    case pullPolicy = "pull_policy"
    case pullRefreshAfter = "pull_refresh_after"
    case readOnly = "read_only"
    case restart
    case runtime
    case scale
    case secrets
    case securityOpt = "security_opt"
    case shmSize = "shm_size"
    case stdinOpen = "stdin_open"
    case stopGracePeriod = "stop_grace_period"
    case stopSignal = "stop_signal"
    case storageOpt = "storage_opt"
    case sysctls
    case tmpfs
    case tty
    case ulimits
    case useAPISocket = "use_api_socket"
    case user
    case usernsMode = "userns_mode"
    case uts
    case volumes
    case volumesFrom = "volumes_from"
    case workingDir = "working_dir"
    case extensions
  }
}
