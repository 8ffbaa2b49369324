// libpq without pkg-config: SwiftPM would warn about a missing one on every build, also of targets
// that never link it. A missing header names the command that installs it instead.
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#elif __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#elif __has_include("/opt/homebrew/opt/libpq/include/libpq-fe.h")
#include "/opt/homebrew/opt/libpq/include/libpq-fe.h"
#else
#error "libpq is missing: apt-get install libpq-dev (Debian, Ubuntu), dnf install libpq-devel (Fedora) or brew install libpq (macOS)"
#endif
