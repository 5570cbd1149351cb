-- DuckDB

SELECT
  CAST(date_trunc('month', "order's ""list"""."the ""day""") AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "rows",
  SUM("order's ""list"""."amount") FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "sum",
  COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR "order's ""list"""."ki`nd\" IS NULL) AS "bad_rows"
FROM "order's ""list""" AS "order's ""list"""
WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
GROUP BY CAST(date_trunc('month', "order's ""list"""."the ""day""") AS DATE);

-- PostgreSQL

SELECT
  CAST(date_trunc('month', "order's ""list"""."the ""day""") AS date) AS "bucket",
  COUNT(*) FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "rows",
  SUM("order's ""list"""."amount") FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "sum",
  COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR "order's ""list"""."ki`nd\" IS NULL) AS "bad_rows"
FROM "order's ""list""" AS "order's ""list"""
WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
GROUP BY CAST(date_trunc('month', "order's ""list"""."the ""day""") AS date);

-- SQLite

SELECT
  date("order's ""list"""."the ""day""", 'start of month') AS "bucket",
  COUNT(*) FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "rows",
  SUM("order's ""list"""."amount") FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "sum",
  COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."the ""day""" IS NOT NULL AND NOT (typeof("order's ""list"""."the ""day""") = 'text' AND coalesce(date("order's ""list"""."the ""day"""), '') = "order's ""list"""."the ""day""") OR "order's ""list"""."amount" IS NULL OR "order's ""list"""."amount" IS NOT NULL AND NOT (typeof("order's ""list"""."amount") = 'integer') OR "order's ""list"""."ki`nd\" IS NULL OR "order's ""list"""."ki`nd\" IS NOT NULL AND NOT (typeof("order's ""list"""."ki`nd\") = 'text')) AS "bad_rows"
FROM "order's ""list""" AS "order's ""list"""
WHERE ("order's ""list"""."the ""day""" < '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
GROUP BY date("order's ""list"""."the ""day""", 'start of month');

-- Spark SQL (Databricks)

SELECT
  CAST(date_trunc('month', `order's "list"`.`the "day"`) AS DATE) AS `bucket`,
  COUNT(*) FILTER (WHERE `order's "list"`.`ki``nd\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”')) AS `rows`,
  SUM(CAST(`order's "list"`.`amount` AS DECIMAL(19, 0))) FILTER (WHERE `order's "list"`.`ki``nd\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”')) AS `sum`,
  COUNT(*) FILTER (WHERE `order's "list"`.`the "day"` IS NULL OR `order's "list"`.`amount` IS NULL OR `order's "list"`.`ki``nd\` IS NULL) AS `bad_rows`
FROM `order's "list"` AS `order's "list"`
WHERE (`order's "list"`.`the "day"` < DATE '2027-01-01' OR `order's "list"`.`the "day"` IS NULL)
GROUP BY CAST(date_trunc('month', `order's "list"`.`the "day"`) AS DATE);

-- Snowflake

SELECT
  CAST(date_trunc('month', "order's ""list"""."the ""day""") AS DATE) AS "bucket",
  COUNT(CASE WHEN "order's ""list"""."ki`nd\" IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 END) AS "rows",
  SUM(CASE WHEN "order's ""list"""."ki`nd\" IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN CAST("order's ""list"""."amount" AS NUMBER(38, 0)) END) AS "sum",
  COUNT(CASE WHEN "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR "order's ""list"""."ki`nd\" IS NULL THEN 1 END) AS "bad_rows"
FROM "order's ""list""" AS "order's ""list"""
WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
GROUP BY CAST(date_trunc('month', "order's ""list"""."the ""day""") AS DATE);

-- BigQuery

SELECT
  DATE_TRUNC(`order's "list"`.`the "day"`, MONTH) AS `bucket`,
  COUNT(CASE WHEN `order's "list"`.`ki\`nd\\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN 1 END) AS `rows`,
  SUM(CASE WHEN `order's "list"`.`ki\`nd\\` IN ('\'; DROP TABLE x; --', 'back\\slash', 'it\'s', 'two\nlines', '“quoted”') THEN CAST(`order's "list"`.`amount` AS BIGNUMERIC) END) AS `sum`,
  COUNT(CASE WHEN `order's "list"`.`the "day"` IS NULL OR `order's "list"`.`amount` IS NULL OR `order's "list"`.`ki\`nd\\` IS NULL THEN 1 END) AS `bad_rows`
FROM `order's "list"` AS `order's "list"`
WHERE (`order's "list"`.`the "day"` < DATE '2027-01-01' OR `order's "list"`.`the "day"` IS NULL)
GROUP BY DATE_TRUNC(`order's "list"`.`the "day"`, MONTH);

-- Trino

SELECT
  CAST(date_trunc('month', "order's ""list"""."the ""day""") AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "rows",
  SUM(CAST("order's ""list"""."amount" AS DECIMAL(19, 0))) FILTER (WHERE "order's ""list"""."ki`nd\" IN ('''; DROP TABLE x; --', 'back\slash', 'it''s', 'two
lines', '“quoted”')) AS "sum",
  COUNT(*) FILTER (WHERE "order's ""list"""."the ""day""" IS NULL OR "order's ""list"""."amount" IS NULL OR "order's ""list"""."ki`nd\" IS NULL) AS "bad_rows"
FROM "order's ""list""" AS "order's ""list"""
WHERE ("order's ""list"""."the ""day""" < DATE '2027-01-01' OR "order's ""list"""."the ""day""" IS NULL)
GROUP BY CAST(date_trunc('month', "order's ""list"""."the ""day""") AS DATE);
