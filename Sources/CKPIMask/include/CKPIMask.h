#ifndef CKPI_MASK_H
#define CKPI_MASK_H

// Bit masks of the bytes that give a delimited file its shape: 64 bytes in, one bit for each byte out.
//
// Swift has neither the instruction that gathers comparison results into a mask nor a way to compile one
// function for a newer processor, so this one loop is C. Everything else is Swift.

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/// Where the masks go: one word for each stretch of 64 bytes.
typedef struct {
  /// The delimiters and the line ends.
  uint64_t *_Nonnull separators;
  /// The line ends alone.
  uint64_t *_Nonnull newlines;
  uint64_t *_Nonnull quotes;
} ckpi_masks;

#if defined(__x86_64__)

__attribute__((target("avx2"))) static inline uint64_t ckpi_equal_avx2(
    __m256i low, __m256i high, __m256i wanted) {
  uint64_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
  uint64_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
  return first | second << 32;
}

__attribute__((target("avx2"))) static inline uint64_t ckpi_fill_avx2(
    const uint8_t *_Nonnull bytes, size_t stretches, uint8_t delimiter, ckpi_masks masks) {
  const __m256i delimiters = _mm256_set1_epi8((char)delimiter);
  const __m256i newlines = _mm256_set1_epi8('\n');
  const __m256i quotes = _mm256_set1_epi8('"');
  uint64_t seen = 0;
  for (size_t n = 0; n < stretches; n += 1) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + 64 * n));
    const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 64 * n + 32));
    const uint64_t line = ckpi_equal_avx2(low, high, newlines);
    const uint64_t quote = ckpi_equal_avx2(low, high, quotes);
    masks.separators[n] = line | ckpi_equal_avx2(low, high, delimiters);
    masks.newlines[n] = line;
    masks.quotes[n] = quote;
    seen |= quote;
  }
  return seen;
}

static inline uint64_t ckpi_equal(const uint8_t *_Nonnull bytes, uint8_t wanted) {
  const __m128i value = _mm_set1_epi8((char)wanted);
  uint64_t mask = 0;
  for (int part = 0; part < 4; part += 1) {
    const __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(chunk, value)) << (16 * part);
  }
  return mask;
}

#elif defined(__aarch64__)

static inline uint64_t ckpi_equal(const uint8_t *_Nonnull bytes, uint8_t wanted) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t weight = vld1q_u8(weights);
  const uint8x16_t value = vdupq_n_u8(wanted);
  const uint8x16_t a = vandq_u8(vceqq_u8(vld1q_u8(bytes), value), weight);
  const uint8x16_t b = vandq_u8(vceqq_u8(vld1q_u8(bytes + 16), value), weight);
  const uint8x16_t c = vandq_u8(vceqq_u8(vld1q_u8(bytes + 32), value), weight);
  const uint8x16_t d = vandq_u8(vceqq_u8(vld1q_u8(bytes + 48), value), weight);
  const uint8x16_t sums = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, d));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

#else

static inline uint64_t ckpi_equal(const uint8_t *_Nonnull bytes, uint8_t wanted) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i += 1) { mask |= (uint64_t)(bytes[i] == wanted) << i; }
  return mask;
}

#endif

/// Fills the masks of `stretches` times 64 bytes; the result is not 0 when there is a quote among them.
static inline uint64_t ckpi_fill(
    const uint8_t *_Nonnull bytes, size_t stretches, uint8_t delimiter, ckpi_masks masks) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    return ckpi_fill_avx2(bytes, stretches, delimiter, masks);
  }
#endif
  uint64_t seen = 0;
  for (size_t n = 0; n < stretches; n += 1) {
    const uint64_t line = ckpi_equal(bytes + 64 * n, '\n');
    const uint64_t quote = ckpi_equal(bytes + 64 * n, '"');
    masks.separators[n] = line | ckpi_equal(bytes + 64 * n, delimiter);
    masks.newlines[n] = line;
    masks.quotes[n] = quote;
    seen |= quote;
  }
  return seen;
}

// The places of the bits of masks, which the instructions above have found.

/// How much room behind the last place is written to and means nothing.
#define CKPI_PLACES_SLACK 64

/// Writes twelve places whatever there is, since a stretch of 64 bytes of a usual file has fewer, and asking how
/// many would cost more than writing too much, which the next stretch overwrites.
#define CKPI_PLACES_BODY                                                        \
  size_t count = 0;                                                             \
  for (size_t n = 0; n < stretches; n += 1) {                                   \
    uint64_t mask = separators[n];                                              \
    const int32_t base = (int32_t)(64 * n);                                     \
    int32_t *place = places + count;                                            \
    count += (size_t)__builtin_popcountll(mask);                                \
    for (int i = 0; i < 12; i += 1) {                                           \
      place[i] = base + (int32_t)(mask == 0 ? 64 : __builtin_ctzll(mask));      \
      mask &= mask - 1;                                                         \
    }                                                                           \
    place += 12;                                                                \
    while (mask != 0) {                                                         \
      *place = base + (int32_t)__builtin_ctzll(mask);                           \
      mask &= mask - 1;                                                         \
      place += 1;                                                               \
    }                                                                           \
  }                                                                             \
  return count;

#if defined(__x86_64__)
__attribute__((target("bmi,popcnt"))) static inline size_t ckpi_places_bmi(
    const uint64_t *_Nonnull separators, size_t stretches, int32_t *_Nonnull places) {
  CKPI_PLACES_BODY
}

__attribute__((target("popcnt"))) static inline size_t ckpi_count_popcnt(
    const uint64_t *_Nonnull masks, size_t stretches) {
  size_t count = 0;
  for (size_t n = 0; n < stretches; n += 1) { count += (size_t)__builtin_popcountll(masks[n]); }
  return count;
}
#endif

/// Writes the places of all bits in order; the result is their number.
static inline size_t ckpi_places(
    const uint64_t *_Nonnull separators, size_t stretches, int32_t *_Nonnull places) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("bmi")) { return ckpi_places_bmi(separators, stretches, places); }
#endif
  CKPI_PLACES_BODY
}

/// The number of bits that are set.
static inline size_t ckpi_count(const uint64_t *_Nonnull masks, size_t stretches) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("popcnt")) { return ckpi_count_popcnt(masks, stretches); }
#endif
  size_t count = 0;
  for (size_t n = 0; n < stretches; n += 1) { count += (size_t)__builtin_popcountll(masks[n]); }
  return count;
}

// How often a byte occurs.

#define CKPI_OCCURRENCES_BODY                                                   \
  size_t found = 0;                                                             \
  for (size_t i = 0; i < count; i += 1) { found += bytes[i] == wanted; }        \
  return found;

#if defined(__x86_64__)
__attribute__((target("avx2"))) static inline size_t ckpi_occurrences_avx2(
    const uint8_t *_Nonnull bytes, size_t count, uint8_t wanted) {
  CKPI_OCCURRENCES_BODY
}
#endif

/// The number of bytes that are `wanted`; the compiler makes vector code of the loop.
static inline size_t ckpi_occurrences(
    const uint8_t *_Nonnull bytes, size_t count, uint8_t wanted) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) { return ckpi_occurrences_avx2(bytes, count, wanted); }
#endif
  CKPI_OCCURRENCES_BODY
}

#endif
