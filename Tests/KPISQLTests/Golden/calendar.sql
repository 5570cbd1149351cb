-- DuckDB

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026) AS "rows",
  SUM("orders"."amount") FILTER (WHERE CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026) AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE);

-- PostgreSQL

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS date)) AS date) AS "bucket",
  COUNT(*) FILTER (WHERE CAST("orders"."ordered_at" AS date) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR CAST(extract(quarter FROM "orders"."paid_on") AS integer) <= 2 AND CAST(extract(year FROM "orders"."paid_on") AS integer) = 2026) AS "rows",
  SUM("orders"."amount") FILTER (WHERE CAST("orders"."ordered_at" AS date) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR CAST(extract(quarter FROM "orders"."paid_on") AS integer) <= 2 AND CAST(extract(year FROM "orders"."paid_on") AS integer) = 2026) AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS date)) AS date);

-- SQLite

SELECT
  date(date("orders"."ordered_at"), 'start of month') AS "bucket",
  COUNT(*) FILTER (WHERE date("orders"."ordered_at") < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR ((CAST(strftime('%m', "orders"."paid_on") AS INTEGER) + 2) / 3) <= 2 AND CAST(strftime('%Y', "orders"."paid_on") AS INTEGER) = 2026) AS "rows",
  SUM("orders"."amount") FILTER (WHERE date("orders"."ordered_at") < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR ((CAST(strftime('%m', "orders"."paid_on") AS INTEGER) + 2) / 3) <= 2 AND CAST(strftime('%Y', "orders"."paid_on") AS INTEGER) = 2026) AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."amount" IS NOT NULL AND NOT (typeof("orders"."amount") = 'integer') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR "orders"."paid_on" IS NOT NULL AND NOT (typeof("orders"."paid_on") = 'text' AND coalesce(date("orders"."paid_on"), '') = "orders"."paid_on")) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
GROUP BY date(date("orders"."ordered_at"), 'start of month');

-- Spark SQL (Databricks)

SELECT
  CAST(date_trunc('month', CAST(`orders`.`ordered_at` AS DATE)) AS DATE) AS `bucket`,
  COUNT(*) FILTER (WHERE CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR quarter(`orders`.`paid_on`) <= 2 AND year(`orders`.`paid_on`) = 2026) AS `rows`,
  SUM(`orders`.`amount`) FILTER (WHERE CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR quarter(`orders`.`paid_on`) <= 2 AND year(`orders`.`paid_on`) = 2026) AS `sum`,
  COUNT(*) FILTER (WHERE `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY CAST(date_trunc('month', CAST(`orders`.`ordered_at` AS DATE)) AS DATE);

-- Snowflake

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  COUNT(CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN 1 END) AS "rows",
  SUM(CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN "orders"."amount" END) AS "sum",
  COUNT(CASE WHEN "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL THEN 1 END) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE);

-- BigQuery

SELECT
  DATE_TRUNC(CAST(`orders`.`ordered_at` AS DATE), MONTH) AS `bucket`,
  COUNT(CASE WHEN CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR EXTRACT(QUARTER FROM `orders`.`paid_on`) <= 2 AND EXTRACT(YEAR FROM `orders`.`paid_on`) = 2026 THEN 1 END) AS `rows`,
  SUM(CASE WHEN CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR EXTRACT(QUARTER FROM `orders`.`paid_on`) <= 2 AND EXTRACT(YEAR FROM `orders`.`paid_on`) = 2026 THEN `orders`.`amount` END) AS `sum`,
  COUNT(CASE WHEN `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL THEN 1 END) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY DATE_TRUNC(CAST(`orders`.`ordered_at` AS DATE), MONTH);

-- Trino

SELECT
  CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026) AS "rows",
  SUM("orders"."amount") FILTER (WHERE CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026) AS "sum",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE);
