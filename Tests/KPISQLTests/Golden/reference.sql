-- DuckDB

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  "customers"."segment" AS "segment",
  COUNT(*) FILTER (WHERE "customers"."segment" = 'trade') AS "rows",
  SUM("orders"."quantity") FILTER (WHERE "customers"."segment" = 'trade') AS "sum",
  COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND "customers"."segment" IS NULL OR NOT "customers"."segment" IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."customer" IS NOT NULL AND "customers"."customer_id" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE), "customers"."segment";

-- PostgreSQL

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS date)) AS date) AS "bucket",
  "customers"."segment" AS "segment",
  COUNT(*) FILTER (WHERE "customers"."segment" = 'trade') AS "rows",
  SUM("orders"."quantity") FILTER (WHERE "customers"."segment" = 'trade') AS "sum",
  COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND "customers"."segment" IS NULL OR NOT "customers"."segment" IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."customer" IS NOT NULL AND "customers"."customer_id" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS date)) AS date), "customers"."segment";

-- SQLite

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  date(date("orders"."ordered_at"), 'start of month') AS "bucket",
  "customers"."segment" AS "segment",
  COUNT(*) FILTER (WHERE "customers"."segment" = 'trade') AS "rows",
  SUM("orders"."quantity") FILTER (WHERE "customers"."segment" = 'trade') AS "sum",
  COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND "customers"."segment" IS NULL OR NOT "customers"."segment" IN ('retail', 'trade') OR "customers"."segment" IS NOT NULL AND NOT (typeof("customers"."segment") = 'text') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR "orders"."quantity" IS NULL OR "orders"."quantity" IS NOT NULL AND NOT (typeof("orders"."quantity") = 'integer') OR "orders"."customer" IS NOT NULL AND "customers"."customer_id" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
GROUP BY date(date("orders"."ordered_at"), 'start of month'), "customers"."segment";

-- Spark SQL (Databricks)

SELECT
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `customers`.`customer_id`) AS `keys`
FROM `customers` AS `customers`;
SELECT
  CAST(date_trunc('month', CAST(`orders`.`ordered_at` AS DATE)) AS DATE) AS `bucket`,
  `customers`.`segment` AS `segment`,
  COUNT(*) FILTER (WHERE `customers`.`segment` = 'trade') AS `rows`,
  SUM(CAST(`orders`.`quantity` AS DECIMAL(19, 0))) FILTER (WHERE `customers`.`segment` = 'trade') AS `sum`,
  COUNT(*) FILTER (WHERE `customers`.`customer_id` IS NOT NULL AND `customers`.`segment` IS NULL OR NOT `customers`.`segment` IN ('retail', 'trade') OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR `orders`.`customer` IS NOT NULL AND `customers`.`customer_id` IS NULL) AS `bad_rows`
FROM `orders` AS `orders`
LEFT JOIN `customers` AS `customers` ON `orders`.`customer` = `customers`.`customer_id`
WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY CAST(date_trunc('month', CAST(`orders`.`ordered_at` AS DATE)) AS DATE), `customers`.`segment`;

-- Snowflake

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  "customers"."segment" AS "segment",
  COUNT(CASE WHEN "customers"."segment" = 'trade' THEN 1 END) AS "rows",
  SUM(CASE WHEN "customers"."segment" = 'trade' THEN CAST("orders"."quantity" AS NUMBER(38, 0)) END) AS "sum",
  COUNT(CASE WHEN "customers"."customer_id" IS NOT NULL AND "customers"."segment" IS NULL OR NOT "customers"."segment" IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."customer" IS NOT NULL AND "customers"."customer_id" IS NULL THEN 1 END) AS "bad_rows"
FROM "orders" AS "orders"
LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE), "customers"."segment";

-- BigQuery

SELECT
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `customers`.`customer_id`) AS `keys`
FROM `customers` AS `customers`;
SELECT
  DATE_TRUNC(CAST(`orders`.`ordered_at` AS DATE), MONTH) AS `bucket`,
  `customers`.`segment` AS `segment`,
  COUNT(CASE WHEN `customers`.`segment` = 'trade' THEN 1 END) AS `rows`,
  SUM(CASE WHEN `customers`.`segment` = 'trade' THEN CAST(`orders`.`quantity` AS BIGNUMERIC) END) AS `sum`,
  COUNT(CASE WHEN `customers`.`customer_id` IS NOT NULL AND `customers`.`segment` IS NULL OR NOT `customers`.`segment` IN ('retail', 'trade') OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR `orders`.`customer` IS NOT NULL AND `customers`.`customer_id` IS NULL THEN 1 END) AS `bad_rows`
FROM `orders` AS `orders`
LEFT JOIN `customers` AS `customers` ON `orders`.`customer` = `customers`.`customer_id`
WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY DATE_TRUNC(CAST(`orders`.`ordered_at` AS DATE), MONTH), `customers`.`segment`;

-- Trino

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "customers"."customer_id") AS "keys"
FROM "customers" AS "customers";
SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  "customers"."segment" AS "segment",
  COUNT(*) FILTER (WHERE "customers"."segment" = 'trade') AS "rows",
  SUM(CAST("orders"."quantity" AS DECIMAL(19, 0))) FILTER (WHERE "customers"."segment" = 'trade') AS "sum",
  COUNT(*) FILTER (WHERE "customers"."customer_id" IS NOT NULL AND "customers"."segment" IS NULL OR NOT "customers"."segment" IN ('retail', 'trade') OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."customer" IS NOT NULL AND "customers"."customer_id" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
LEFT JOIN "customers" AS "customers" ON "orders"."customer" = "customers"."customer_id"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE), "customers"."segment";
