-- DuckDB

SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    "order's ""list"""."the ""day""" AS "key_1",
    CASE WHEN "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("order's ""list"""."amount") AS "part_2",
    COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR nullif("order's ""list"""."ki`nd\", '') IS NULL) AS "part_3"
  FROM "order's ""list""" AS "order's ""list"""
  WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
  GROUP BY "order's ""list"""."the ""day""", CASE WHEN "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE);

-- PostgreSQL

SELECT
  CAST(date_trunc('month', "key_1") AS date) AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    "order's ""list"""."the ""day""" AS "key_1",
    CASE WHEN "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("order's ""list"""."amount") AS "part_2",
    COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR nullif("order's ""list"""."ki`nd\", '') IS NULL) AS "part_3"
  FROM "order's ""list""" AS "order's ""list"""
  WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
  GROUP BY "order's ""list"""."the ""day""", CASE WHEN "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS date);

-- SQLite

SELECT
  date("key_1", 'start of month') AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    "order's ""list"""."the ""day""" AS "key_1",
    CASE WHEN nullif("order's ""list"""."ki`nd\", '') IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("order's ""list"""."amount") AS "part_2",
    COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."the ""day""" IS NOT NULL AND NOT (typeof("order's ""list"""."the ""day""") = 'text' AND date("order's ""list"""."the ""day""") IS "order's ""list"""."the ""day""") OR "order's ""list"""."amount" IS NULL OR "order's ""list"""."amount" IS NOT NULL AND NOT (typeof("order's ""list"""."amount") = 'integer') OR nullif("order's ""list"""."ki`nd\", '') IS NULL OR nullif("order's ""list"""."ki`nd\", '') IS NOT NULL AND NOT (typeof(nullif("order's ""list"""."ki`nd\", '')) = 'text')) AS "part_3"
  FROM "order's ""list""" AS "order's ""list"""
  WHERE ("order's ""list"""."the ""day""" < '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
  GROUP BY "order's ""list"""."the ""day""", CASE WHEN nullif("order's ""list"""."ki`nd\", '') IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY date("key_1", 'start of month');

-- Spark SQL (Databricks)

SELECT
  CAST(date_trunc('month', `key_1`) AS DATE) AS `bucket`,
  SUM(`part_1`) FILTER (WHERE `passed` % 2 >= 1) AS `rows`,
  SUM(`part_2`) FILTER (WHERE `passed` % 2 >= 1) AS `sum`,
  SUM(`part_3`) AS `bad_rows`
FROM (
  SELECT
    `order's "list"`.`the "day"` AS `key_1`,
    CASE WHEN `order's "list"`.`ki``nd\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(CAST(`order's "list"`.`amount` AS DECIMAL(19, 0))) AS `part_2`,
    COUNT(*) FILTER (WHERE `order's "list"`.`the "day"` IS NULL OR `order's "list"`.`amount` IS NULL OR nullif(`order's "list"`.`ki``nd\`, '') IS NULL) AS `part_3`
  FROM `order's "list"` AS `order's "list"`
  WHERE (`order's "list"`.`the "day"` < DATE '2027-01-01' OR `order's "list"`.`the "day"` IS NULL)
  GROUP BY `order's "list"`.`the "day"`, CASE WHEN `order's "list"`.`ki``nd\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 ELSE 0 END
) AS `rows_alike`
GROUP BY CAST(date_trunc('month', `key_1`) AS DATE);

-- Snowflake

SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_1" END) AS "rows",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_2" END) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    "order's ""list"""."the ""day""" AS "key_1",
    CASE WHEN "order's ""list"""."ki`nd\" IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM(CAST("order's ""list"""."amount" AS NUMBER(38, 0))) AS "part_2",
    COUNT(CASE WHEN "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR nullif("order's ""list"""."ki`nd\", '') IS NULL THEN 1 END) AS "part_3"
  FROM "order's ""list""" AS "order's ""list"""
  WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
  GROUP BY "order's ""list"""."the ""day""", CASE WHEN "order's ""list"""."ki`nd\" IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE);

-- BigQuery

SELECT
  DATE_TRUNC(`key_1`, MONTH) AS `bucket`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_1` END) AS `rows`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_2` END) AS `sum`,
  SUM(`part_3`) AS `bad_rows`
FROM (
  SELECT
    `order's "list"`.`the "day"` AS `key_1`,
    CASE WHEN `order's "list"`.`ki\`nd\\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(CAST(`order's "list"`.`amount` AS BIGNUMERIC)) AS `part_2`,
    COUNT(CASE WHEN `order's "list"`.`the "day"` IS NULL OR `order's "list"`.`amount` IS NULL OR nullif(`order's "list"`.`ki\`nd\\`, '') IS NULL THEN 1 END) AS `part_3`
  FROM `order's "list"` AS `order's "list"`
  WHERE (`order's "list"`.`the "day"` < DATE '2027-01-01' OR `order's "list"`.`the "day"` IS NULL)
  GROUP BY `order's "list"`.`the "day"`, CASE WHEN `order's "list"`.`ki\`nd\\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 ELSE 0 END
) AS `rows_alike`
GROUP BY DATE_TRUNC(`key_1`, MONTH);

-- Trino

SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    "order's ""list"""."the ""day""" AS "key_1",
    CASE WHEN "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM(CAST("order's ""list"""."amount" AS DECIMAL(19, 0))) AS "part_2",
    COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR nullif("order's ""list"""."ki`nd\", '') IS NULL) AS "part_3"
  FROM "order's ""list""" AS "order's ""list"""
  WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
  GROUP BY "order's ""list"""."the ""day""", CASE WHEN "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”') THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE);
