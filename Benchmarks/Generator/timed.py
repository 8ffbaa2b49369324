"""Runs a command and prints what it took: milliseconds on the clock and of the processor, and MB.

A process starts with the peak of memory of the one that it was forked from, so that must be a small
one: this, without any package, and not the program that compares what was written.
"""

import os
import sys
import time

start = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
wall = time.perf_counter() - start
# Linux counts kilobytes, macOS bytes.
unit = 1024 * 1024 if sys.platform == "darwin" else 1024
print(wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / unit)
sys.exit(os.waitstatus_to_exitcode(status))
