-- DuckDB

SELECT
  CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE hour(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) >= 18 AND isodow(CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE)) <= 5) AS "rows",
  SUM("orders"."quantity") FILTER (WHERE hour(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) >= 18 AND isodow(CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE)) <= 5) AS "sum",
  COUNT(*) FILTER (WHERE "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') < TIMESTAMP '2027-01-01 00:00:00' OR ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') IS NULL)
GROUP BY CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE);

-- PostgreSQL

SELECT
  CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date) AS "bucket",
  COUNT(*) FILTER (WHERE CAST(extract(hour FROM ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) AS integer) >= 18 AND CAST(extract(isodow FROM CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date)) AS integer) <= 5) AS "rows",
  SUM("orders"."quantity") FILTER (WHERE CAST(extract(hour FROM ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) AS integer) >= 18 AND CAST(extract(isodow FROM CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date)) AS integer) <= 5) AS "sum",
  COUNT(*) FILTER (WHERE "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') < TIMESTAMP '2027-01-01 00:00:00' OR ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') IS NULL)
GROUP BY CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date);

-- SQLite: refused, physical(column: "orders.ordered_at")

-- Spark SQL (Databricks)

SELECT
  CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE) AS `bucket`,
  COUNT(*) FILTER (WHERE hour(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ))) >= 18 AND (weekday(CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE)) + 1) <= 5) AS `rows`,
  SUM(CAST(`orders`.`quantity` AS DECIMAL(19, 0))) FILTER (WHERE hour(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ))) >= 18 AND (weekday(CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE)) + 1) <= 5) AS `sum`,
  COUNT(*) FILTER (WHERE `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) < TIMESTAMP '2027-01-01 00:00:00' OR convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) IS NULL)
GROUP BY CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE);

-- Snowflake

SELECT
  CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE) AS "bucket",
  COUNT(CASE WHEN hour(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ)) >= 18 AND dayofweekiso(CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE)) <= 5 THEN 1 END) AS "rows",
  SUM(CASE WHEN hour(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ)) >= 18 AND dayofweekiso(CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE)) <= 5 THEN CAST("orders"."quantity" AS NUMBER(38, 0)) END) AS "sum",
  COUNT(CASE WHEN "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL THEN 1 END) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) < TIMESTAMP '2027-01-01 00:00:00' OR CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) IS NULL)
GROUP BY CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE);

-- BigQuery

SELECT
  CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE) AS `bucket`,
  COUNT(CASE WHEN EXTRACT(HOUR FROM DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh')) >= 18 AND (MOD(EXTRACT(DAYOFWEEK FROM CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE)) + 5, 7) + 1) <= 5 THEN 1 END) AS `rows`,
  SUM(CASE WHEN EXTRACT(HOUR FROM DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh')) >= 18 AND (MOD(EXTRACT(DAYOFWEEK FROM CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE)) + 5, 7) + 1) <= 5 THEN CAST(`orders`.`quantity` AS BIGNUMERIC) END) AS `sum`,
  COUNT(CASE WHEN `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL THEN 1 END) AS `bad_rows`
FROM `orders` AS `orders`
WHERE (DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') < DATETIME '2027-01-01 00:00:00' OR DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') IS NULL)
GROUP BY CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE);

-- Trino

SELECT
  CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE) AS "bucket",
  COUNT(*) FILTER (WHERE hour(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP)) >= 18 AND day_of_week(CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE)) <= 5) AS "rows",
  SUM(CAST("orders"."quantity" AS DECIMAL(19, 0))) FILTER (WHERE hour(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP)) >= 18 AND day_of_week(CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE)) <= 5) AS "sum",
  COUNT(*) FILTER (WHERE "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) < TIMESTAMP '2027-01-01 00:00:00' OR CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) IS NULL)
GROUP BY CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE);
