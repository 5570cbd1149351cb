-- DuckDB

SELECT
  "key_1" AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE) AS "key_1",
    CASE WHEN hour(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) >= 18 AND isodow(CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE)) <= 5 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."quantity") AS "part_2",
    COUNT(*) FILTER (WHERE "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  WHERE (("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') < TIMESTAMP '2027-01-01 00:00:00' OR ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') IS NULL)
  GROUP BY CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE), CASE WHEN hour(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) >= 18 AND isodow(CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS DATE)) <= 5 THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY "key_1";

-- PostgreSQL

SELECT
  "key_1" AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date) AS "key_1",
    CASE WHEN CAST(extract(hour FROM ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) AS integer) >= 18 AND CAST(extract(isodow FROM CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date)) AS integer) <= 5 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."quantity") AS "part_2",
    COUNT(*) FILTER (WHERE "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  WHERE (("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') < TIMESTAMP '2027-01-01 00:00:00' OR ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') IS NULL)
  GROUP BY CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date), CASE WHEN CAST(extract(hour FROM ("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh')) AS integer) >= 18 AND CAST(extract(isodow FROM CAST(("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh') AS date)) AS integer) <= 5 THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY "key_1";

-- SQLite: refused, physical(column: "orders.ordered_at")

-- Spark SQL (Databricks)

SELECT
  `key_1` AS `bucket`,
  SUM(`part_1`) FILTER (WHERE `passed` % 2 >= 1) AS `rows`,
  SUM(`part_2`) FILTER (WHERE `passed` % 2 >= 1) AS `sum`,
  SUM(`part_3`) AS `bad_rows`
FROM (
  SELECT
    CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE) AS `key_1`,
    CASE WHEN hour(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ))) >= 18 AND (weekday(CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE)) + 1) <= 5 THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(CAST(`orders`.`quantity` AS DECIMAL(19, 0))) AS `part_2`,
    COUNT(*) FILTER (WHERE `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL) AS `part_3`
  FROM `orders` AS `orders`
  WHERE (convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) < TIMESTAMP '2027-01-01 00:00:00' OR convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) IS NULL)
  GROUP BY CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE), CASE WHEN hour(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ))) >= 18 AND (weekday(CAST(convert_timezone('Asia/Ho_Chi_Minh', CAST(`orders`.`ordered_at` AS TIMESTAMP_NTZ)) AS DATE)) + 1) <= 5 THEN 1 ELSE 0 END
) AS `rows_alike`
GROUP BY `key_1`;

-- Snowflake

SELECT
  "key_1" AS "bucket",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_1" END) AS "rows",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_2" END) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE) AS "key_1",
    CASE WHEN hour(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ)) >= 18 AND dayofweekiso(CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE)) <= 5 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM(CAST("orders"."quantity" AS NUMBER(38, 0))) AS "part_2",
    COUNT(CASE WHEN "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL THEN 1 END) AS "part_3"
  FROM "orders" AS "orders"
  WHERE (CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) < TIMESTAMP '2027-01-01 00:00:00' OR CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) IS NULL)
  GROUP BY CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE), CASE WHEN hour(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ)) >= 18 AND dayofweekiso(CAST(CAST(convert_timezone('Asia/Ho_Chi_Minh', "orders"."ordered_at") AS TIMESTAMP_NTZ) AS DATE)) <= 5 THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY "key_1";

-- BigQuery

SELECT
  `key_1` AS `bucket`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_1` END) AS `rows`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_2` END) AS `sum`,
  SUM(`part_3`) AS `bad_rows`
FROM (
  SELECT
    CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE) AS `key_1`,
    CASE WHEN EXTRACT(HOUR FROM DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh')) >= 18 AND (MOD(EXTRACT(DAYOFWEEK FROM CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE)) + 5, 7) + 1) <= 5 THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(CAST(`orders`.`quantity` AS BIGNUMERIC)) AS `part_2`,
    COUNT(CASE WHEN `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL THEN 1 END) AS `part_3`
  FROM `orders` AS `orders`
  WHERE (DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') < DATETIME '2027-01-01 00:00:00' OR DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') IS NULL)
  GROUP BY CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE), CASE WHEN EXTRACT(HOUR FROM DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh')) >= 18 AND (MOD(EXTRACT(DAYOFWEEK FROM CAST(DATETIME(`orders`.`ordered_at`, 'Asia/Ho_Chi_Minh') AS DATE)) + 5, 7) + 1) <= 5 THEN 1 ELSE 0 END
) AS `rows_alike`
GROUP BY `key_1`;

-- Trino

SELECT
  "key_1" AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE) AS "key_1",
    CASE WHEN hour(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP)) >= 18 AND day_of_week(CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE)) <= 5 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM(CAST("orders"."quantity" AS DECIMAL(19, 0))) AS "part_2",
    COUNT(*) FILTER (WHERE "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  WHERE (CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) < TIMESTAMP '2027-01-01 00:00:00' OR CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) IS NULL)
  GROUP BY CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE), CASE WHEN hour(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP)) >= 18 AND day_of_week(CAST(CAST("orders"."ordered_at" AT TIME ZONE 'Asia/Ho_Chi_Minh' AS TIMESTAMP) AS DATE)) <= 5 THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY "key_1";
