#ifndef CSHA256_H
#define CSHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256 that csha256_add uses.
bool csha256_is_available(void);

/// Takes whole blocks of 64 bytes into the state. Only where csha256_is_available.
void csha256_add(uint32_t state[_Nonnull 8], const void *_Nonnull bytes, size_t blocks);

#endif
