-- DuckDB

SELECT
  (CAST("orders"."ordered_at" AS DATE) - DATE '0001-01-01') - (CAST("orders"."ordered_at" AS DATE) - DATE '0001-01-01') % 7 AS "bucket",
  nullif("orders"."status", '') AS "status",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  SUM("orders"."amount") AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY (CAST("orders"."ordered_at" AS DATE) - DATE '0001-01-01') - (CAST("orders"."ordered_at" AS DATE) - DATE '0001-01-01') % 7, nullif("orders"."status", '');

-- PostgreSQL

SELECT
  (CAST("orders"."ordered_at" AS date) - DATE '0001-01-01') - (CAST("orders"."ordered_at" AS date) - DATE '0001-01-01') % 7 AS "bucket",
  nullif("orders"."status", '') AS "status",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  SUM("orders"."amount") AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY (CAST("orders"."ordered_at" AS date) - DATE '0001-01-01') - (CAST("orders"."ordered_at" AS date) - DATE '0001-01-01') % 7, nullif("orders"."status", '');

-- SQLite

SELECT
  CAST(julianday(date("orders"."ordered_at")) - julianday('0001-01-01') AS INTEGER) - CAST(julianday(date("orders"."ordered_at")) - julianday('0001-01-01') AS INTEGER) % 7 AS "bucket",
  nullif("orders"."status", '') AS "status",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  SUM("orders"."amount") AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."amount" IS NOT NULL AND NOT (typeof("orders"."amount") = 'integer') OR nullif("orders"."customer", '') IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND NOT (typeof(nullif("orders"."customer", '')) = 'text') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') OR nullif("orders"."status", '') IS NOT NULL AND NOT (typeof(nullif("orders"."status", '')) = 'text')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(julianday(date("orders"."ordered_at")) - julianday('0001-01-01') AS INTEGER) - CAST(julianday(date("orders"."ordered_at")) - julianday('0001-01-01') AS INTEGER) % 7, nullif("orders"."status", '');

-- Spark SQL (Databricks)

SELECT
  datediff(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01') - datediff(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01') % 7 AS `bucket`,
  nullif(`orders`.`status`, '') AS `status`,
  COUNT(*) AS `rows`,
  COUNT(DISTINCT nullif(`orders`.`customer`, '')) AS `distinct`,
  SUM(`orders`.`amount`) AS `sum`,
  COUNT(*) FILTER (WHERE `orders`.`amount` IS NULL OR nullif(`orders`.`customer`, '') IS NULL OR `orders`.`ordered_at` IS NULL OR nullif(`orders`.`status`, '') IS NULL OR NOT nullif(`orders`.`status`, '') IN ('paid', 'open')) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY datediff(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01') - datediff(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01') % 7, nullif(`orders`.`status`, '');

-- Snowflake

SELECT
  datediff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) - datediff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) % 7 AS "bucket",
  nullif("orders"."status", '') AS "status",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  SUM("orders"."amount") AS "sum",
  COUNT(CASE WHEN "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') THEN 1 END) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY datediff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) - datediff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) % 7, nullif("orders"."status", '');

-- BigQuery

SELECT
  DATE_DIFF(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01', DAY) - MOD(DATE_DIFF(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01', DAY), 7) AS `bucket`,
  nullif(`orders`.`status`, '') AS `status`,
  COUNT(*) AS `rows`,
  COUNT(DISTINCT nullif(`orders`.`customer`, '')) AS `distinct`,
  SUM(`orders`.`amount`) AS `sum`,
  COUNT(CASE WHEN `orders`.`amount` IS NULL OR nullif(`orders`.`customer`, '') IS NULL OR `orders`.`ordered_at` IS NULL OR nullif(`orders`.`status`, '') IS NULL OR NOT nullif(`orders`.`status`, '') IN ('paid', 'open') THEN 1 END) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY DATE_DIFF(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01', DAY) - MOD(DATE_DIFF(CAST(`orders`.`ordered_at` AS DATE), DATE '0001-01-01', DAY), 7), nullif(`orders`.`status`, '');

-- Trino

SELECT
  date_diff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) - date_diff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) % 7 AS "bucket",
  nullif("orders"."status", '') AS "status",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  SUM("orders"."amount") AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY date_diff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) - date_diff('day', DATE '0001-01-01', CAST("orders"."ordered_at" AS DATE)) % 7, nullif("orders"."status", '');
