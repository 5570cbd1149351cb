// A driver that misbehaves on demand: the text of a query says how, or the option "behaviour" of the database, for every
// query but those that only ask for columns. The tests compile it where they find a C compiler.

#include <CADBC.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// MARK: What is still held

static int live = 0;

/// How many things were handed out and not given back.
int fake_live(void) { return __atomic_load_n(&live, __ATOMIC_SEQ_CST); }
static void born(void) { __atomic_add_fetch(&live, 1, __ATOMIC_SEQ_CST); }
static void died(void) { __atomic_sub_fetch(&live, 1, __ATOMIC_SEQ_CST); }

// MARK: Errors

static void release_error(struct AdbcError *error) {
  free(error->message);
  error->message = NULL;
  error->release = NULL;
  died();
}

static AdbcStatusCode fail(
    struct AdbcError *error, AdbcStatusCode status, const char *message, const char *state) {
  if (message) {
    error->message = strdup(message);
    error->release = release_error;
    born();
  }
  memcpy(error->sqlstate, state, 5);
  return status;
}

// MARK: Schemas

static void release_schema(struct ArrowSchema *schema) {
  for (int64_t i = 0; schema->children && i < schema->n_children; i++) {
    struct ArrowSchema *child = schema->children[i];
    if (child && child->release) child->release(child);
    free(child);
  }
  free(schema->children);
  if (schema->dictionary) {
    schema->dictionary->release(schema->dictionary);
    free(schema->dictionary);
  }
  schema->release = NULL;
  died();
}

static void make_schema(struct ArrowSchema *schema, const char *format, const char *name) {
  memset(schema, 0, sizeof *schema);
  schema->format = format;
  schema->name = name;
  schema->flags = 2;
  schema->release = release_schema;
  born();
}

static struct ArrowSchema *add_column(
    struct ArrowSchema *schema, const char *format, const char *name) {
  int64_t count = schema->n_children + 1;
  schema->children = realloc(schema->children, sizeof(void *) * count);
  struct ArrowSchema *child = malloc(sizeof *child);
  make_schema(child, format, name);
  schema->children[count - 1] = child;
  schema->n_children = count;
  return child;
}

// MARK: Arrays

static void release_array(struct ArrowArray *array) {
  for (int64_t i = 0; array->children && i < array->n_children; i++) {
    struct ArrowArray *child = array->children[i];
    if (child && child->release) child->release(child);
    free(child);
  }
  free(array->children);
  if (array->dictionary) {
    array->dictionary->release(array->dictionary);
    free(array->dictionary);
  }
  for (int64_t i = 0; array->buffers && i < array->n_buffers; i++) free((void *)array->buffers[i]);
  free(array->buffers);
  array->release = NULL;
  died();
}

static void make_array(struct ArrowArray *array, int64_t length) {
  memset(array, 0, sizeof *array);
  array->length = length;
  array->release = release_array;
  born();
}

static struct ArrowArray *add_values(struct ArrowArray *array, int64_t length) {
  int64_t count = array->n_children + 1;
  array->children = realloc(array->children, sizeof(void *) * count);
  struct ArrowArray *child = malloc(sizeof *child);
  make_array(child, length);
  array->children[count - 1] = child;
  array->n_children = count;
  return child;
}

/// Adds a copy of some bytes; none for a buffer that is not there.
static void add_buffer(struct ArrowArray *array, const void *bytes, size_t size) {
  int64_t count = array->n_buffers + 1;
  array->buffers = realloc(array->buffers, sizeof(void *) * count);
  void *copy = NULL;
  if (bytes) {
    copy = malloc(size ? size : 1);
    memcpy(copy, bytes, size);
  }
  array->buffers[count - 1] = copy;
  array->n_buffers = count;
}

#define BUFFER(array, type, ...) \
  do { \
    type values_[] = {__VA_ARGS__}; \
    add_buffer(array, values_, sizeof values_); \
  } while (0)

/// A column of values of fixed size, all there.
#define COLUMN(rows, length, type, ...) \
  do { \
    struct ArrowArray *values = add_values(rows, length); \
    add_buffer(values, NULL, 0); \
    BUFFER(values, type, __VA_ARGS__); \
  } while (0)

// MARK: Statements

struct database {
  /// How all queries behave, where it is set; there is a column of days then.
  char *behaviour;
};

struct statement {
  char *sql;
  struct database *database;
  int cancelled;
  int batch;
  /// Whether cancelling helps.
  int stubborn;
};

static int is(struct statement *statement, const char *name) {
  return statement->sql && strcmp(statement->sql, name) == 0;
}

/// Waits for being cancelled, and for ten seconds at most.
static void hang(struct statement *statement) {
  for (int i = 0; i < 1000; i++) {
    if (!statement->stubborn && __atomic_load_n(&statement->cancelled, __ATOMIC_SEQ_CST)) return;
    usleep(10000);
  }
}

static int arrived = 0;

/// Waits for another to come, and for ten seconds at most: queries pass in pairs.
static int comes_in_pair(void) {
  int number = __atomic_add_fetch(&arrived, 1, __ATOMIC_SEQ_CST);
  for (int i = 0; i < 1000; i++) {
    if (__atomic_load_n(&arrived, __ATOMIC_SEQ_CST) >= number + (number & 1)) return 1;
    usleep(10000);
  }
  return 0;
}

static int is_dated(struct statement *statement) {
  return statement->database && statement->database->behaviour;
}

static void two_columns(struct statement *statement, struct ArrowSchema *schema) {
  make_schema(schema, "+s", "");
  add_column(schema, "l", "number");
  add_column(schema, "u", "text");
  if (is_dated(statement)) add_column(schema, "tdD", "day");
}

/// Three rows, and a row before and one behind them that nobody may see: 1 "a", nothing, 3 "ccc".
static void two_values(struct statement *statement, struct ArrowArray *rows) {
  make_array(rows, 3);
  rows->offset = 1;
  struct ArrowArray *numbers = add_values(rows, 5);
  numbers->null_count = -1;
  BUFFER(numbers, uint8_t, 0x1B);
  BUFFER(numbers, int64_t, 99, 1, 77, 3, 98);
  struct ArrowArray *texts = add_values(rows, 5);
  texts->null_count = 1;
  BUFFER(texts, uint8_t, 0x1B);
  BUFFER(texts, int32_t, 0, 1, 2, 2, 5, 6);
  add_buffer(texts, "zaccc!", 6);
  // The first days of 2026.
  if (is_dated(statement)) COLUMN(rows, 5, int32_t, 0, 20454, 20455, 20456, 0);
}


static void typed_columns(struct ArrowSchema *schema) {
  make_schema(schema, "+s", "");
  static const char *const columns[][2] = {
      {"n", "null"}, {"b", "boolean"}, {"c", "int8"}, {"C", "uint8"}, {"s", "int16"},
      {"S", "uint16"}, {"i", "int32"}, {"I", "uint32"}, {"l", "int64"}, {"L", "uint64"},
      {"e", "half"}, {"f", "float"}, {"g", "double"}, {"d:9,2,32", "decimal32"},
      {"d:18,2,64", "decimal64"}, {"d:38,2", "decimal128"}, {"d:76,2,256", "decimal256"},
      {"d:10,-2", "hundreds"}, {"U", "large"}, {"vu", "view"}, {"z", "binary"}, {"w:2", "fixed"},
      {"tdD", "date32"}, {"tdm", "date64"}, {"ttu", "time"}, {"tss:", "second"},
      {"tsn:UTC", "nanosecond"}, {"tDm", "duration"}, {"+l", "list"},
  };
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
    add_column(schema, columns[i][0], columns[i][1]);
  struct ArrowSchema *coded = add_column(schema, "c", "coded");
  coded->dictionary = malloc(sizeof *coded->dictionary);
  make_schema(coded->dictionary, "u", "");
}

/// Two rows of every type.
static void typed_values(struct ArrowArray *rows) {
  make_array(rows, 2);
  struct ArrowArray *nothing = add_values(rows, 2);
  nothing->null_count = 2;
  COLUMN(rows, 2, uint8_t, 2);
  COLUMN(rows, 2, int8_t, -128, 127);
  COLUMN(rows, 2, uint8_t, 0, 255);
  COLUMN(rows, 2, int16_t, -32768, 32767);
  COLUMN(rows, 2, uint16_t, 0, 65535);
  COLUMN(rows, 2, int32_t, INT32_MIN, INT32_MAX);
  COLUMN(rows, 2, uint32_t, 0, UINT32_MAX);
  COLUMN(rows, 2, int64_t, INT64_MIN, INT64_MAX);
  COLUMN(rows, 2, uint64_t, 0, UINT64_MAX);
  COLUMN(rows, 2, uint16_t, 0x3E00, 0x8001);
  COLUMN(rows, 2, float, 0.5f, -2.25f);
  COLUMN(rows, 2, double, 0.1, -1e300);
  COLUMN(rows, 2, int32_t, 1250, -1);
  COLUMN(rows, 2, int64_t, 1250, -1);
  COLUMN(rows, 2, int64_t, 1250, 0, -1, -1);
  // The second needs more than 128 bits.
  COLUMN(rows, 2, int64_t, -1250, -1, -1, -1, 0, 0, 1, 0);
  COLUMN(rows, 2, int64_t, 7, 0, -7, -1);
  struct ArrowArray *large = add_values(rows, 2);
  add_buffer(large, NULL, 0);
  BUFFER(large, int64_t, 0, 5, 5);
  add_buffer(large, "large", 5);
  struct ArrowArray *views = add_values(rows, 2);
  add_buffer(views, NULL, 0);
  int32_t head[2] = {5, 26};
  int64_t words[4];
  memset(words, 0, sizeof words);
  memcpy((char *)words, &head[0], 4);
  memcpy((char *)words + 4, "short", 5);
  memcpy((char *)words + 16, &head[1], 4);
  memcpy((char *)words + 20, "abcd", 4);
  int32_t place[2] = {0, 1};
  memcpy((char *)words + 24, place, 8);
  add_buffer(views, words, sizeof words);
  add_buffer(views, "!abcdefghijklmnopqrstuvwxyz", 27);
  BUFFER(views, int64_t, 27);
  struct ArrowArray *binary = add_values(rows, 2);
  add_buffer(binary, NULL, 0);
  BUFFER(binary, int32_t, 0, 2, 3);
  add_buffer(binary, "\0\1\2", 3);
  struct ArrowArray *fixed = add_values(rows, 2);
  add_buffer(fixed, NULL, 0);
  add_buffer(fixed, "abcd", 4);
  COLUMN(rows, 2, int32_t, 20484, INT32_MAX);
  COLUMN(rows, 2, int64_t, -1, INT64_MAX);
  COLUMN(rows, 2, int64_t, 3600000000, 0);
  COLUMN(rows, 2, int64_t, -1, INT64_MAX);
  COLUMN(rows, 2, int64_t, -1, 1999);
  COLUMN(rows, 2, int64_t, 1500, 0);
  struct ArrowArray *list = add_values(rows, 2);
  add_buffer(list, NULL, 0);
  BUFFER(list, int32_t, 0, 0, 0);
  struct ArrowArray *codes = add_values(rows, 2);
  add_buffer(codes, NULL, 0);
  BUFFER(codes, int8_t, 1, 5);
  codes->dictionary = malloc(sizeof *codes->dictionary);
  make_array(codes->dictionary, 2);
  add_buffer(codes->dictionary, NULL, 0);
  BUFFER(codes->dictionary, int32_t, 0, 3, 6);
  add_buffer(codes->dictionary, "redtan", 6);
}

// MARK: Streams

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *schema) {
  struct statement *statement = stream->private_data;
  if (is(statement, "schema error")) return EIO;
  if (is(statement, "no schema")) return 0;
  if (is(statement, "types")) {
    typed_columns(schema);
    return 0;
  }
  two_columns(statement, schema);
  if (is(statement, "not rows")) schema->format = "l";
  if (is(statement, "no format")) schema->children[1]->format = NULL;
  if (is(statement, "null child")) {
    schema->children[1]->release(schema->children[1]);
    free(schema->children[1]);
    schema->children[1] = NULL;
  }
  if (is(statement, "unknown format")) schema->children[1]->format = "?!\x01";
  if (is(statement, "broken decimal")) schema->children[0]->format = "d:999,x";
  if (is(statement, "no name")) schema->children[1]->name = NULL;
  if (is(statement, "negative columns")) schema->n_children = -2;
  if (is(statement, "broken metadata")) schema->children[1]->metadata = "\xFF\xFF\xFF\x7F";
  return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *array) {
  struct statement *statement = stream->private_data;
  memset(array, 0, sizeof *array);
  int batch = statement->batch++;
  if (is(statement, "hang in rows") && batch == 1) {
    hang(statement);
    return ECANCELED;
  }
  if (is(statement, "cut") && batch == 1) return ECONNRESET;
  if (is(statement, "silent cut") && batch == 1) return EIO;
  if (batch == 2) return 0;
  if (is(statement, "types")) {
    if (batch == 0) typed_values(array);
    return 0;
  }
  two_values(statement, array);
  struct ArrowArray *numbers = array->children[0], *texts = array->children[1];
  if (is(statement, "negative rows")) array->length = -3;
  if (is(statement, "endless rows")) array->length = INT64_MAX;
  if (is(statement, "short column")) texts->length = 2;
  if (is(statement, "negative offset")) numbers->offset = -1;
  if (is(statement, "huge offset")) numbers->offset = INT64_MAX;
  if (is(statement, "too few columns")) {
    texts->release(texts);
    free(texts);
    array->n_children = 1;
  }
  if (is(statement, "no buffers")) {
    free((void *)numbers->buffers[1]);
    numbers->buffers[1] = NULL;
  }
  if (is(statement, "too few buffers")) {
    free((void *)texts->buffers[2]);
    texts->n_buffers = 2;
  }
  if (is(statement, "broken texts")) {
    int32_t *offsets = (int32_t *)texts->buffers[1];
    offsets[1] = -4;
    offsets[3] = 900000000;
  }
  return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream) {
  struct statement *statement = stream->private_data;
  if (is(statement, "silent cut") || is(statement, "schema error")) return NULL;
  return "Connection reset by peer: postgresql://me:open-sesame@example.com/shop";
}

static void release_stream(struct ArrowArrayStream *stream) {
  stream->release = NULL;
  died();
}

// MARK: The functions of a driver

static AdbcStatusCode database_new(struct AdbcDatabase *database, struct AdbcError *error) {
  database->private_data = calloc(1, sizeof(struct database));
  born();
  return ADBC_STATUS_OK;
}

static AdbcStatusCode database_set_option(
    struct AdbcDatabase *database, const char *key, const char *value, struct AdbcError *error) {
  if (strcmp(key, "unknown") == 0) {
    char text[200] = "no option 'unknown' = ";
    strncat(text, value, 100);
    return fail(error, ADBC_STATUS_NOT_IMPLEMENTED, text, "");
  }
  if (strcmp(key, "behaviour") == 0)
    ((struct database *)database->private_data)->behaviour = strdup(value);
  if (strcmp(key, "uri") == 0 && strcmp(value, "hang") == 0) sleep(3);
  if (strcmp(key, "uri") == 0 && strstr(value, "down"))
    return fail(error, ADBC_STATUS_IO, "connect: Connection refused", "");
  return ADBC_STATUS_OK;
}

static AdbcStatusCode database_init(struct AdbcDatabase *database, struct AdbcError *error) {
  return ADBC_STATUS_OK;
}

static AdbcStatusCode database_release(struct AdbcDatabase *database, struct AdbcError *error) {
  free(((struct database *)database->private_data)->behaviour);
  free(database->private_data);
  database->private_data = NULL;
  died();
  return ADBC_STATUS_OK;
}

static AdbcStatusCode connection_new(struct AdbcConnection *connection, struct AdbcError *error) {
  connection->private_data = calloc(1, sizeof(struct database *));
  born();
  return ADBC_STATUS_OK;
}

static AdbcStatusCode connection_init(
    struct AdbcConnection *connection, struct AdbcDatabase *database, struct AdbcError *error) {
  *(struct database **)connection->private_data = database->private_data;
  return ADBC_STATUS_OK;
}

static AdbcStatusCode connection_release(
    struct AdbcConnection *connection, struct AdbcError *error) {
  free(connection->private_data);
  connection->private_data = NULL;
  died();
  return ADBC_STATUS_OK;
}

static AdbcStatusCode statement_new(
    struct AdbcConnection *connection, struct AdbcStatement *statement, struct AdbcError *error) {
  struct statement *made = calloc(1, sizeof(struct statement));
  made->database = *(struct database **)connection->private_data;
  statement->private_data = made;
  born();
  return ADBC_STATUS_OK;
}

static AdbcStatusCode statement_set_sql(
    struct AdbcStatement *statement, const char *sql, struct AdbcError *error) {
  struct statement *own = statement->private_data;
  if (is_dated(own)) {
    // Being asked together is a matter of the queries for columns.
    const char *behaviour = own->database->behaviour;
    int is_probe = strstr(sql, "LIMIT 0") != NULL;
    sql = is_probe == (strcmp(behaviour, "together") == 0) ? behaviour : "fine";
  }
  own->sql = strdup(sql);
  return ADBC_STATUS_OK;
}

static AdbcStatusCode statement_execute(
    struct AdbcStatement *handle, struct ArrowArrayStream *stream, int64_t *rows,
    struct AdbcError *error) {
  struct statement *statement = handle->private_data;
  if (is(statement, "error"))
    return fail(
        error, ADBC_STATUS_INVALID_ARGUMENT,
        "near \"x\":\n\x1b[31msyntax error\x1b[0m password=open-sesame", "42601");
  if (is(statement, "silent error")) return fail(error, ADBC_STATUS_INTERNAL, NULL, "");
  if (is(statement, "no table"))
    return fail(error, ADBC_STATUS_NOT_FOUND, "relation does not exist", "42P01");
  if (is(statement, "together") && !comes_in_pair())
    return fail(error, ADBC_STATUS_INTERNAL, "nobody else has asked", "");
  if (is(statement, "no result")) return ADBC_STATUS_OK;
  if (is(statement, "hang")) {
    hang(statement);
    return fail(error, ADBC_STATUS_CANCELLED, "cancelled", "57014");
  }
  if (is(statement, "stuck")) {
    statement->stubborn = 1;
    usleep(1500000);
    return fail(error, ADBC_STATUS_CANCELLED, "cancelled", "57014");
  }
  if (stream) {
    stream->get_schema = get_schema;
    stream->get_next = is(statement, "no function") ? NULL : get_next;
    stream->get_last_error = get_last_error;
    stream->release = release_stream;
    stream->private_data = statement;
    born();
  }
  return ADBC_STATUS_OK;
}

static AdbcStatusCode statement_cancel(struct AdbcStatement *handle, struct AdbcError *error) {
  struct statement *statement = handle->private_data;
  __atomic_store_n(&statement->cancelled, 1, __ATOMIC_SEQ_CST);
  return ADBC_STATUS_OK;
}

static AdbcStatusCode statement_release(struct AdbcStatement *handle, struct AdbcError *error) {
  struct statement *statement = handle->private_data;
  free(statement->sql);
  free(statement);
  handle->private_data = NULL;
  died();
  return ADBC_STATUS_OK;
}

#ifndef ENTRY
#define ENTRY AdbcDriverInit
#endif

AdbcStatusCode ENTRY(int version, void *table, struct AdbcError *error) {
#ifdef FAILS
  return fail(error, ADBC_STATUS_INTERNAL, "no licence found", "");
#endif
#ifdef OLD
  if (version != ADBC_VERSION_1_0_0) return ADBC_STATUS_NOT_IMPLEMENTED;
#endif
  struct AdbcDriver *driver = table;
  driver->DatabaseNew = database_new;
  driver->DatabaseSetOption = database_set_option;
  driver->DatabaseInit = database_init;
  driver->DatabaseRelease = database_release;
  driver->ConnectionNew = connection_new;
  driver->ConnectionInit = connection_init;
  driver->ConnectionRelease = connection_release;
  driver->StatementNew = statement_new;
  driver->StatementSetSqlQuery = statement_set_sql;
#ifndef INCOMPLETE
  driver->StatementExecuteQuery = statement_execute;
#endif
  driver->StatementRelease = statement_release;
#ifndef OLD
  driver->StatementCancel = statement_cancel;
#endif
  return ADBC_STATUS_OK;
}
