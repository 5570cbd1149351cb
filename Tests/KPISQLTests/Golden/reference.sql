-- DuckDB

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  "key_2" AS "segment",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    nullif("customers"."segment", '') AS "key_2",
    CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."quantity") AS "part_2",
    COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND nullif("customers"."segment", '') IS NULL OR NOT nullif("customers"."segment", '') IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND "customers"."customer_id" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), nullif("customers"."segment", ''), CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE), "key_2";

-- PostgreSQL

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', "key_1") AS date) AS "bucket",
  "key_2" AS "segment",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS date) AS "key_1",
    nullif("customers"."segment", '') AS "key_2",
    CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."quantity") AS "part_2",
    COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND nullif("customers"."segment", '') IS NULL OR NOT nullif("customers"."segment", '') IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND "customers"."customer_id" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS date), nullif("customers"."segment", ''), CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS date), "key_2";

-- SQLite

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  date("key_1", 'start of month') AS "bucket",
  "key_2" AS "segment",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    date("orders"."ordered_at") AS "key_1",
    nullif("customers"."segment", '') AS "key_2",
    CASE WHEN nullif("customers"."segment", '') = 'trade' THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."quantity") AS "part_2",
    COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND nullif("customers"."segment", '') IS NULL OR NOT nullif("customers"."segment", '') IN ('retail', 'trade') OR nullif("customers"."segment", '') IS NOT NULL AND NOT (typeof(nullif("customers"."segment", '')) = 'text') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR "orders"."quantity" IS NULL OR "orders"."quantity" IS NOT NULL AND NOT (typeof("orders"."quantity") = 'integer') OR nullif("orders"."customer", '') IS NOT NULL AND "customers"."customer_id" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
  WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
  GROUP BY date("orders"."ordered_at"), nullif("customers"."segment", ''), CASE WHEN nullif("customers"."segment", '') = 'trade' THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY date("key_1", 'start of month'), "key_2";

-- Spark SQL (Databricks)

SELECT
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `customers`.`customer_id`) AS `keys`
FROM `customers` AS `customers`;
SELECT
  CAST(date_trunc('month', `key_1`) AS DATE) AS `bucket`,
  `key_2` AS `segment`,
  SUM(`part_1`) FILTER (WHERE `passed` % 2 >= 1) AS `rows`,
  SUM(`part_2`) FILTER (WHERE `passed` % 2 >= 1) AS `sum`,
  SUM(`part_3`) AS `bad_rows`
FROM (
  SELECT
    CAST(`orders`.`ordered_at` AS DATE) AS `key_1`,
    nullif(`customers`.`segment`, '') AS `key_2`,
    CASE WHEN `customers`.`segment` = 'trade' THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(CAST(`orders`.`quantity` AS DECIMAL(19, 0))) AS `part_2`,
    COUNT(*) FILTER (WHERE `customers`.`customer_id` IS NOT NULL AND nullif(`customers`.`segment`, '') IS NULL OR NOT nullif(`customers`.`segment`, '') IN ('retail', 'trade') OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR nullif(`orders`.`customer`, '') IS NOT NULL AND `customers`.`customer_id` IS NULL) AS `part_3`
  FROM `orders` AS `orders`
  LEFT JOIN `customers` AS `customers` ON `orders`.`customer` = `customers`.`customer_id`
  WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
  GROUP BY CAST(`orders`.`ordered_at` AS DATE), nullif(`customers`.`segment`, ''), CASE WHEN `customers`.`segment` = 'trade' THEN 1 ELSE 0 END
) AS `rows_alike`
GROUP BY CAST(date_trunc('month', `key_1`) AS DATE), `key_2`;

-- Snowflake

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  "key_2" AS "segment",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_1" END) AS "rows",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_2" END) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    nullif("customers"."segment", '') AS "key_2",
    CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM(CAST("orders"."quantity" AS NUMBER(38, 0))) AS "part_2",
    COUNT(CASE WHEN "customers"."customer_id" IS NOT NULL AND nullif("customers"."segment", '') IS NULL OR NOT nullif("customers"."segment", '') IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND "customers"."customer_id" IS NULL THEN 1 END) AS "part_3"
  FROM "orders" AS "orders"
  LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), nullif("customers"."segment", ''), CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE), "key_2";

-- BigQuery

SELECT
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `customers`.`customer_id`) AS `keys`
FROM `customers` AS `customers`;
SELECT
  DATE_TRUNC(`key_1`, MONTH) AS `bucket`,
  `key_2` AS `segment`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_1` END) AS `rows`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_2` END) AS `sum`,
  SUM(`part_3`) AS `bad_rows`
FROM (
  SELECT
    CAST(`orders`.`ordered_at` AS DATE) AS `key_1`,
    nullif(`customers`.`segment`, '') AS `key_2`,
    CASE WHEN `customers`.`segment` = 'trade' THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(CAST(`orders`.`quantity` AS BIGNUMERIC)) AS `part_2`,
    COUNT(CASE WHEN `customers`.`customer_id` IS NOT NULL AND nullif(`customers`.`segment`, '') IS NULL OR NOT nullif(`customers`.`segment`, '') IN ('retail', 'trade') OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR nullif(`orders`.`customer`, '') IS NOT NULL AND `customers`.`customer_id` IS NULL THEN 1 END) AS `part_3`
  FROM `orders` AS `orders`
  LEFT JOIN `customers` AS `customers` ON `orders`.`customer` = `customers`.`customer_id`
  WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
  GROUP BY CAST(`orders`.`ordered_at` AS DATE), nullif(`customers`.`segment`, ''), CASE WHEN `customers`.`segment` = 'trade' THEN 1 ELSE 0 END
) AS `rows_alike`
GROUP BY DATE_TRUNC(`key_1`, MONTH), `key_2`;

-- Trino

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  "key_2" AS "segment",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    nullif("customers"."segment", '') AS "key_2",
    CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM(CAST("orders"."quantity" AS DECIMAL(19, 0))) AS "part_2",
    COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND nullif("customers"."segment", '') IS NULL OR NOT nullif("customers"."segment", '') IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND "customers"."customer_id" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), nullif("customers"."segment", ''), CASE WHEN "customers"."segment" = 'trade' THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE), "key_2";
