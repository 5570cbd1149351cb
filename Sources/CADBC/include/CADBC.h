#ifndef CADBC_H
#define CADBC_H

// The binary interface between a program and a database driver: ADBC 1.1.0, and the Arrow C data and stream
// interfaces that results come in. Written from their specifications; the order and the types of the fields are
// the interface, so nothing here may be moved, and every name is the specification's own.
//
// A driver is a shared library that fills the table `AdbcDriver` with its functions. It knows the layouts, not the
// names, so this header needs no library beside it.

#include <stddef.h>
#include <stdint.h>

// MARK: Arrow C data interface

/// What the values of a column are.
struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  /// Set by the producer, called once by the consumer; null means that there is nothing (any more).
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

/// The values of a column, or the columns of some rows. The sizes of the buffers follow from the type and the
/// length; they are not said.
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

// MARK: Arrow C stream interface

/// Rows that come some at a time. Functions return 0 or an `errno`.
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *);
  /// Leaves an array without `release` where there are no more rows.
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *);
  /// Only after a failure; the text lives until the next call.
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

// MARK: ADBC

typedef uint8_t AdbcStatusCode;

enum {
  ADBC_STATUS_OK = 0,
  ADBC_STATUS_UNKNOWN = 1,
  ADBC_STATUS_NOT_IMPLEMENTED = 2,
  ADBC_STATUS_NOT_FOUND = 3,
  ADBC_STATUS_ALREADY_EXISTS = 4,
  ADBC_STATUS_INVALID_ARGUMENT = 5,
  ADBC_STATUS_INVALID_STATE = 6,
  ADBC_STATUS_INVALID_DATA = 7,
  ADBC_STATUS_INTEGRITY = 8,
  ADBC_STATUS_INTERNAL = 9,
  ADBC_STATUS_IO = 10,
  ADBC_STATUS_CANCELLED = 11,
  ADBC_STATUS_TIMEOUT = 12,
  ADBC_STATUS_UNAUTHENTICATED = 13,
  ADBC_STATUS_UNAUTHORIZED = 14,
};

/// What is given to the entry of a driver to say which table it is to fill.
enum { ADBC_VERSION_1_0_0 = 1000000, ADBC_VERSION_1_1_0 = 1001000 };

struct AdbcDriver;

/// Why a call failed. The caller sets `vendor_code` to `INT32_MIN` to say that the two last fields are there.
struct AdbcError {
  char *message;
  int32_t vendor_code;
  char sqlstate[5];
  void (*release)(struct AdbcError *);
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcErrorDetail {
  const char *key;
  const uint8_t *value;
  size_t value_length;
};

struct AdbcDatabase {
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcConnection {
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcStatement {
  void *private_data;
  struct AdbcDriver *private_driver;
};

struct AdbcPartitions {
  size_t num_partitions;
  const uint8_t **partitions;
  const size_t *partition_lengths;
  void *private_data;
  void (*release)(struct AdbcPartitions *);
};

/// The functions of a driver. One that it lacks is null, whatever the specification demands.
struct AdbcDriver {
  void *private_data;
  void *private_manager;
  AdbcStatusCode (*release)(struct AdbcDriver *, struct AdbcError *);

  AdbcStatusCode (*DatabaseInit)(struct AdbcDatabase *, struct AdbcError *);
  AdbcStatusCode (*DatabaseNew)(struct AdbcDatabase *, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOption)(
      struct AdbcDatabase *, const char *, const char *, struct AdbcError *);
  AdbcStatusCode (*DatabaseRelease)(struct AdbcDatabase *, struct AdbcError *);

  AdbcStatusCode (*ConnectionCommit)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetInfo)(
      struct AdbcConnection *, const uint32_t *, size_t, struct ArrowArrayStream *,
      struct AdbcError *);
  AdbcStatusCode (*ConnectionGetObjects)(
      struct AdbcConnection *, int, const char *, const char *, const char *, const char **,
      const char *, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetTableSchema)(
      struct AdbcConnection *, const char *, const char *, const char *, struct ArrowSchema *,
      struct AdbcError *);
  AdbcStatusCode (*ConnectionGetTableTypes)(
      struct AdbcConnection *, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionInit)(
      struct AdbcConnection *, struct AdbcDatabase *, struct AdbcError *);
  AdbcStatusCode (*ConnectionNew)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOption)(
      struct AdbcConnection *, const char *, const char *, struct AdbcError *);
  AdbcStatusCode (*ConnectionReadPartition)(
      struct AdbcConnection *, const uint8_t *, size_t, struct ArrowArrayStream *,
      struct AdbcError *);
  AdbcStatusCode (*ConnectionRelease)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionRollback)(struct AdbcConnection *, struct AdbcError *);

  AdbcStatusCode (*StatementBind)(
      struct AdbcStatement *, struct ArrowArray *, struct ArrowSchema *, struct AdbcError *);
  AdbcStatusCode (*StatementBindStream)(
      struct AdbcStatement *, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*StatementExecuteQuery)(
      struct AdbcStatement *, struct ArrowArrayStream *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*StatementExecutePartitions)(
      struct AdbcStatement *, struct ArrowSchema *, struct AdbcPartitions *, int64_t *,
      struct AdbcError *);
  AdbcStatusCode (*StatementGetParameterSchema)(
      struct AdbcStatement *, struct ArrowSchema *, struct AdbcError *);
  AdbcStatusCode (*StatementNew)(
      struct AdbcConnection *, struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementPrepare)(struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementRelease)(struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementSetOption)(
      struct AdbcStatement *, const char *, const char *, struct AdbcError *);
  AdbcStatusCode (*StatementSetSqlQuery)(struct AdbcStatement *, const char *, struct AdbcError *);
  AdbcStatusCode (*StatementSetSubstraitPlan)(
      struct AdbcStatement *, const uint8_t *, size_t, struct AdbcError *);

  // From here on since 1.1.0: a driver that was asked for 1.0.0 leaves them alone.

  int (*ErrorGetDetailCount)(const struct AdbcError *);
  struct AdbcErrorDetail (*ErrorGetDetail)(const struct AdbcError *, int);
  const struct AdbcError *(*ErrorFromArrayStream)(struct ArrowArrayStream *, AdbcStatusCode *);

  AdbcStatusCode (*DatabaseGetOption)(
      struct AdbcDatabase *, const char *, char *, size_t *, struct AdbcError *);
  AdbcStatusCode (*DatabaseGetOptionBytes)(
      struct AdbcDatabase *, const char *, uint8_t *, size_t *, struct AdbcError *);
  AdbcStatusCode (*DatabaseGetOptionDouble)(
      struct AdbcDatabase *, const char *, double *, struct AdbcError *);
  AdbcStatusCode (*DatabaseGetOptionInt)(
      struct AdbcDatabase *, const char *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOptionBytes)(
      struct AdbcDatabase *, const char *, const uint8_t *, size_t, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOptionDouble)(
      struct AdbcDatabase *, const char *, double, struct AdbcError *);
  AdbcStatusCode (*DatabaseSetOptionInt)(
      struct AdbcDatabase *, const char *, int64_t, struct AdbcError *);

  AdbcStatusCode (*ConnectionCancel)(struct AdbcConnection *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOption)(
      struct AdbcConnection *, const char *, char *, size_t *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOptionBytes)(
      struct AdbcConnection *, const char *, uint8_t *, size_t *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOptionDouble)(
      struct AdbcConnection *, const char *, double *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetOptionInt)(
      struct AdbcConnection *, const char *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetStatistics)(
      struct AdbcConnection *, const char *, const char *, const char *, char,
      struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionGetStatisticNames)(
      struct AdbcConnection *, struct ArrowArrayStream *, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOptionBytes)(
      struct AdbcConnection *, const char *, const uint8_t *, size_t, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOptionDouble)(
      struct AdbcConnection *, const char *, double, struct AdbcError *);
  AdbcStatusCode (*ConnectionSetOptionInt)(
      struct AdbcConnection *, const char *, int64_t, struct AdbcError *);

  AdbcStatusCode (*StatementCancel)(struct AdbcStatement *, struct AdbcError *);
  AdbcStatusCode (*StatementExecuteSchema)(
      struct AdbcStatement *, struct ArrowSchema *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOption)(
      struct AdbcStatement *, const char *, char *, size_t *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOptionBytes)(
      struct AdbcStatement *, const char *, uint8_t *, size_t *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOptionDouble)(
      struct AdbcStatement *, const char *, double *, struct AdbcError *);
  AdbcStatusCode (*StatementGetOptionInt)(
      struct AdbcStatement *, const char *, int64_t *, struct AdbcError *);
  AdbcStatusCode (*StatementSetOptionBytes)(
      struct AdbcStatement *, const char *, const uint8_t *, size_t, struct AdbcError *);
  AdbcStatusCode (*StatementSetOptionDouble)(
      struct AdbcStatement *, const char *, double, struct AdbcError *);
  AdbcStatusCode (*StatementSetOptionInt)(
      struct AdbcStatement *, const char *, int64_t, struct AdbcError *);
};

/// The function by which a driver fills its table.
typedef AdbcStatusCode (*AdbcDriverInitFunc)(int version, void *driver, struct AdbcError *);

#endif
