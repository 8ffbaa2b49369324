// glibc's settings of the heap, which Swift's own overlay of glibc leaves out. Elsewhere there are none.
#if defined(__GLIBC__) || (defined(__linux__) && __has_include(<gnu/libc-version.h>))
#include <malloc.h>
#endif
