-- DuckDB

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE "orders"."status" = 'paid') AS "rows",
  SUM("orders"."amount") FILTER (WHERE "orders"."status" = 'paid') AS "sum",
  COUNT(*) FILTER (WHERE "orders"."quantity" >= 2 AND "orders"."status" = 'paid') AS "rows_4",
  COUNT(*) AS "rows_5",
  SUM("orders"."amount") AS "sum_6",
  MAX("orders"."quantity") AS "greatest",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."status" IS NULL OR NOT "orders"."status" IN ('paid', 'open')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE);

-- PostgreSQL

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS date)) AS date) AS "bucket",
  COUNT(*) FILTER (WHERE "orders"."status" = 'paid') AS "rows",
  SUM("orders"."amount") FILTER (WHERE "orders"."status" = 'paid') AS "sum",
  COUNT(*) FILTER (WHERE "orders"."quantity" >= 2 AND "orders"."status" = 'paid') AS "rows_4",
  COUNT(*) AS "rows_5",
  SUM("orders"."amount") AS "sum_6",
  MAX("orders"."quantity") AS "greatest",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."status" IS NULL OR NOT "orders"."status" IN ('paid', 'open')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS date)) AS date);

-- SQLite

SELECT
  date(date("orders"."ordered_at"), 'start of month') AS "bucket",
  COUNT(*) FILTER (WHERE "orders"."status" = 'paid') AS "rows",
  SUM("orders"."amount") FILTER (WHERE "orders"."status" = 'paid') AS "sum",
  COUNT(*) FILTER (WHERE "orders"."quantity" >= 2 AND "orders"."status" = 'paid') AS "rows_4",
  COUNT(*) AS "rows_5",
  SUM("orders"."amount") AS "sum_6",
  MAX("orders"."quantity") AS "greatest",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."amount" IS NOT NULL AND NOT (typeof("orders"."amount") = 'integer') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR "orders"."quantity" IS NULL OR "orders"."quantity" IS NOT NULL AND NOT (typeof("orders"."quantity") = 'integer') OR "orders"."status" IS NULL OR NOT "orders"."status" IN ('paid', 'open') OR "orders"."status" IS NOT NULL AND NOT (typeof("orders"."status") = 'text')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
GROUP BY date(date("orders"."ordered_at"), 'start of month');

-- Spark SQL (Databricks)

SELECT
  CAST(date_trunc('month', CAST(`orders`.`ordered_at` AS DATE)) AS DATE) AS `bucket`,
  COUNT(*) FILTER (WHERE `orders`.`status` = 'paid') AS `rows`,
  SUM(`orders`.`amount`) FILTER (WHERE `orders`.`status` = 'paid') AS `sum`,
  COUNT(*) FILTER (WHERE `orders`.`quantity` >= 2 AND `orders`.`status` = 'paid') AS `rows_4`,
  COUNT(*) AS `rows_5`,
  SUM(`orders`.`amount`) AS `sum_6`,
  MAX(`orders`.`quantity`) AS `greatest`,
  COUNT(*) FILTER (WHERE `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR `orders`.`status` IS NULL OR NOT `orders`.`status` IN ('paid', 'open')) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY CAST(date_trunc('month', CAST(`orders`.`ordered_at` AS DATE)) AS DATE);

-- Snowflake

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  COUNT(CASE WHEN "orders"."status" = 'paid' THEN 1 END) AS "rows",
  SUM(CASE WHEN "orders"."status" = 'paid' THEN "orders"."amount" END) AS "sum",
  COUNT(CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 1 END) AS "rows_4",
  COUNT(*) AS "rows_5",
  SUM("orders"."amount") AS "sum_6",
  MAX("orders"."quantity") AS "greatest",
  COUNT(CASE WHEN "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."status" IS NULL OR NOT "orders"."status" IN ('paid', 'open') THEN 1 END) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE);

-- BigQuery

SELECT
  DATE_TRUNC(CAST(`orders`.`ordered_at` AS DATE), MONTH) AS `bucket`,
  COUNT(CASE WHEN `orders`.`status` = 'paid' THEN 1 END) AS `rows`,
  SUM(CASE WHEN `orders`.`status` = 'paid' THEN `orders`.`amount` END) AS `sum`,
  COUNT(CASE WHEN `orders`.`quantity` >= 2 AND `orders`.`status` = 'paid' THEN 1 END) AS `rows_4`,
  COUNT(*) AS `rows_5`,
  SUM(`orders`.`amount`) AS `sum_6`,
  MAX(`orders`.`quantity`) AS `greatest`,
  COUNT(CASE WHEN `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR `orders`.`status` IS NULL OR NOT `orders`.`status` IN ('paid', 'open') THEN 1 END) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY DATE_TRUNC(CAST(`orders`.`ordered_at` AS DATE), MONTH);

-- Trino

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE "orders"."status" = 'paid') AS "rows",
  SUM("orders"."amount") FILTER (WHERE "orders"."status" = 'paid') AS "sum",
  COUNT(*) FILTER (WHERE "orders"."quantity" >= 2 AND "orders"."status" = 'paid') AS "rows_4",
  COUNT(*) AS "rows_5",
  SUM("orders"."amount") AS "sum_6",
  MAX("orders"."quantity") AS "greatest",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR "orders"."status" IS NULL OR NOT "orders"."status" IN ('paid', 'open')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE);
