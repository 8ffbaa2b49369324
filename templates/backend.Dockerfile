# The backend: built with the Swift toolchain, run on a slim image without it.
# The context is the repository's root. This file is yours: infra reads it and never writes it.

# The package without our code: an empty file for each target. It is the same until a target comes or
# goes, so that what is made from it below stays cached when code changes.
FROM swift:6.3-bookworm AS skeleton
WORKDIR /skeleton
COPY . .
RUN find . -type f ! -name Package.swift ! -name '*.sql' ! -path './Sources/C*/*' -delete \
  && find . -name '*.sql' -exec truncate --size 0 {} + \
  && find Sources/[!C]* Tests/* environments -maxdepth 1 -type d \
    | while read -r folder; do touch "$folder/$(echo "$folder" | tr / _).swift"; done \
  && find . -type d -empty -delete \
  && touch Sources/Backend/main.swift

FROM swift:6.3-bookworm AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends libpq-dev \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# All dependencies are fetched and compiled here, once for each change of Package.swift. They pass
# to the next step in an archive, since layers keep whole seconds only of the times that `swift
# build` goes by, and it would compile everything again.
COPY --from=skeleton /skeleton ./
RUN swift build --configuration release --product backend --static-swift-stdlib \
  && rm -r Sources/Backend Sources/BackendContract Sources/InfraContract \
  && tar --create --format=posix --file=/dependencies.tar .build \
  && rm -rf .build
COPY Sources/CLibpq Sources/CLibpq
COPY Sources/CMalloc Sources/CMalloc
COPY Sources/InfraContract Sources/InfraContract
COPY Sources/BackendContract Sources/BackendContract
COPY Sources/Backend Sources/Backend
RUN tar --extract --file=/dependencies.tar \
  && swift build --configuration release --product backend --static-swift-stdlib \
  && install -D .build/release/backend /out/backend \
  && strip /out/backend

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates curl libpq5 \
  && rm -rf /var/cache/apt/* /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin backend
COPY --from=build /out/backend /usr/local/bin/backend
USER 10001
EXPOSE 8080
# `backend worker` answers no requests: where the first process is one, that it lives is enough.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
  CMD grep -qa worker /proc/1/cmdline \
    || curl -fsS --max-time 4 -o /dev/null "http://127.0.0.1:${PORT:-8080}/readyz"
STOPSIGNAL SIGTERM
# Without a shell in between, the program gets the signal itself.
CMD ["backend", "serve"]
