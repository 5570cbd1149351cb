-- DuckDB

SELECT
  year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1 - (year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1) % 3 AS "bucket",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  COUNT(*) FILTER (WHERE nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1 - (year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1) % 3;

-- PostgreSQL

SELECT
  CAST(extract(year FROM CAST("orders"."ordered_at" AS date)) AS integer) * 12 + CAST(extract(month FROM CAST("orders"."ordered_at" AS date)) AS integer) + 1 - (CAST(extract(year FROM CAST("orders"."ordered_at" AS date)) AS integer) * 12 + CAST(extract(month FROM CAST("orders"."ordered_at" AS date)) AS integer) + 1) % 3 AS "bucket",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  COUNT(*) FILTER (WHERE nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(extract(year FROM CAST("orders"."ordered_at" AS date)) AS integer) * 12 + CAST(extract(month FROM CAST("orders"."ordered_at" AS date)) AS integer) + 1 - (CAST(extract(year FROM CAST("orders"."ordered_at" AS date)) AS integer) * 12 + CAST(extract(month FROM CAST("orders"."ordered_at" AS date)) AS integer) + 1) % 3;

-- SQLite

SELECT
  CAST(strftime('%Y', date("orders"."ordered_at")) AS INTEGER) * 12 + CAST(strftime('%m', date("orders"."ordered_at")) AS INTEGER) + 1 - (CAST(strftime('%Y', date("orders"."ordered_at")) AS INTEGER) * 12 + CAST(strftime('%m', date("orders"."ordered_at")) AS INTEGER) + 1) % 3 AS "bucket",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  COUNT(*) FILTER (WHERE nullif("orders"."customer", '') IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND NOT (typeof(nullif("orders"."customer", '')) = 'text') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
GROUP BY CAST(strftime('%Y', date("orders"."ordered_at")) AS INTEGER) * 12 + CAST(strftime('%m', date("orders"."ordered_at")) AS INTEGER) + 1 - (CAST(strftime('%Y', date("orders"."ordered_at")) AS INTEGER) * 12 + CAST(strftime('%m', date("orders"."ordered_at")) AS INTEGER) + 1) % 3;

-- Spark SQL (Databricks)

SELECT
  year(CAST(`orders`.`ordered_at` AS DATE)) * 12 + month(CAST(`orders`.`ordered_at` AS DATE)) + 1 - (year(CAST(`orders`.`ordered_at` AS DATE)) * 12 + month(CAST(`orders`.`ordered_at` AS DATE)) + 1) % 3 AS `bucket`,
  COUNT(*) AS `rows`,
  COUNT(DISTINCT nullif(`orders`.`customer`, '')) AS `distinct`,
  COUNT(*) FILTER (WHERE nullif(`orders`.`customer`, '') IS NULL OR `orders`.`ordered_at` IS NULL) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY year(CAST(`orders`.`ordered_at` AS DATE)) * 12 + month(CAST(`orders`.`ordered_at` AS DATE)) + 1 - (year(CAST(`orders`.`ordered_at` AS DATE)) * 12 + month(CAST(`orders`.`ordered_at` AS DATE)) + 1) % 3;

-- Snowflake

SELECT
  year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1 - (year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1) % 3 AS "bucket",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  COUNT(CASE WHEN nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL THEN 1 END) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1 - (year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1) % 3;

-- BigQuery

SELECT
  EXTRACT(YEAR FROM CAST(`orders`.`ordered_at` AS DATE)) * 12 + EXTRACT(MONTH FROM CAST(`orders`.`ordered_at` AS DATE)) + 1 - MOD(EXTRACT(YEAR FROM CAST(`orders`.`ordered_at` AS DATE)) * 12 + EXTRACT(MONTH FROM CAST(`orders`.`ordered_at` AS DATE)) + 1, 3) AS `bucket`,
  COUNT(*) AS `rows`,
  COUNT(DISTINCT nullif(`orders`.`customer`, '')) AS `distinct`,
  COUNT(CASE WHEN nullif(`orders`.`customer`, '') IS NULL OR `orders`.`ordered_at` IS NULL THEN 1 END) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
GROUP BY EXTRACT(YEAR FROM CAST(`orders`.`ordered_at` AS DATE)) * 12 + EXTRACT(MONTH FROM CAST(`orders`.`ordered_at` AS DATE)) + 1 - MOD(EXTRACT(YEAR FROM CAST(`orders`.`ordered_at` AS DATE)) * 12 + EXTRACT(MONTH FROM CAST(`orders`.`ordered_at` AS DATE)) + 1, 3);

-- Trino

SELECT
  year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1 - (year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1) % 3 AS "bucket",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  COUNT(*) FILTER (WHERE nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
GROUP BY year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1 - (year(CAST("orders"."ordered_at" AS DATE)) * 12 + month(CAST("orders"."ordered_at" AS DATE)) + 1) % 3;
