-- DuckDB

SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_3") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN 1 ELSE 0 END
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
    CAST("orders"."ordered_at" AS date) AS "key_1",
    CASE WHEN CAST("orders"."ordered_at" AS date) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR CAST(extract(quarter FROM "orders"."paid_on") AS integer) <= 2 AND CAST(extract(year FROM "orders"."paid_on") AS integer) = 2026 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS date), CASE WHEN CAST("orders"."ordered_at" AS date) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR CAST(extract(quarter FROM "orders"."paid_on") AS integer) <= 2 AND CAST(extract(year FROM "orders"."paid_on") AS integer) = 2026 THEN 1 ELSE 0 END
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
    date("orders"."ordered_at") AS "key_1",
    CASE WHEN date("orders"."ordered_at") < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR ((CAST(strftime('%m', "orders"."paid_on") AS INTEGER) + 2) / 3) <= 2 AND CAST(strftime('%Y', "orders"."paid_on") AS INTEGER) = 2026 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."amount" IS NOT NULL AND NOT (typeof("orders"."amount") = 'integer') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR "orders"."paid_on" IS NOT NULL AND NOT (typeof("orders"."paid_on") = 'text' AND date("orders"."paid_on") IS "orders"."paid_on")) AS "part_3"
  FROM "orders" AS "orders"
  WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
  GROUP BY date("orders"."ordered_at"), CASE WHEN date("orders"."ordered_at") < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR ((CAST(strftime('%m', "orders"."paid_on") AS INTEGER) + 2) / 3) <= 2 AND CAST(strftime('%Y', "orders"."paid_on") AS INTEGER) = 2026 THEN 1 ELSE 0 END
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
    CAST(`orders`.`ordered_at` AS DATE) AS `key_1`,
    CASE WHEN CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR quarter(`orders`.`paid_on`) <= 2 AND year(`orders`.`paid_on`) = 2026 THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(`orders`.`amount`) AS `part_2`,
    COUNT(*) FILTER (WHERE `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL) AS `part_3`
  FROM `orders` AS `orders`
  WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
  GROUP BY CAST(`orders`.`ordered_at` AS DATE), CASE WHEN CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR quarter(`orders`.`paid_on`) <= 2 AND year(`orders`.`paid_on`) = 2026 THEN 1 ELSE 0 END
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
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    COUNT(CASE WHEN "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL THEN 1 END) AS "part_3"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN 1 ELSE 0 END
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
    CAST(`orders`.`ordered_at` AS DATE) AS `key_1`,
    CASE WHEN CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR EXTRACT(QUARTER FROM `orders`.`paid_on`) <= 2 AND EXTRACT(YEAR FROM `orders`.`paid_on`) = 2026 THEN 1 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(`orders`.`amount`) AS `part_2`,
    COUNT(CASE WHEN `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL THEN 1 END) AS `part_3`
  FROM `orders` AS `orders`
  WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
  GROUP BY CAST(`orders`.`ordered_at` AS DATE), CASE WHEN CAST(`orders`.`ordered_at` AS DATE) < `orders`.`paid_on` OR `orders`.`paid_on` IS NULL OR EXTRACT(QUARTER FROM `orders`.`paid_on`) <= 2 AND EXTRACT(YEAR FROM `orders`.`paid_on`) = 2026 THEN 1 ELSE 0 END
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
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN 1 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL) AS "part_3"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), CASE WHEN CAST("orders"."ordered_at" AS DATE) < "orders"."paid_on" OR "orders"."paid_on" IS NULL OR quarter("orders"."paid_on") <= 2 AND year("orders"."paid_on") = 2026 THEN 1 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE);
