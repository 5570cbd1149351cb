-- DuckDB

SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_1") FILTER (WHERE "passed" % 4 >= 2) AS "rows_4",
  SUM("part_1") AS "rows_5",
  SUM("part_2") AS "sum_6",
  MAX("part_3") AS "greatest",
  SUM("part_4") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    MAX("orders"."quantity") AS "part_3",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open')) AS "part_4"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE);

-- PostgreSQL

SELECT
  CAST(date_trunc('month', "key_1") AS date) AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_1") FILTER (WHERE "passed" % 4 >= 2) AS "rows_4",
  SUM("part_1") AS "rows_5",
  SUM("part_2") AS "sum_6",
  MAX("part_3") AS "greatest",
  SUM("part_4") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS date) AS "key_1",
    CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    MAX("orders"."quantity") AS "part_3",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open')) AS "part_4"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS date), CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS date);

-- SQLite

SELECT
  date("key_1", 'start of month') AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_1") FILTER (WHERE "passed" % 4 >= 2) AS "rows_4",
  SUM("part_1") AS "rows_5",
  SUM("part_2") AS "sum_6",
  MAX("part_3") AS "greatest",
  SUM("part_4") AS "bad_rows"
FROM (
  SELECT
    date("orders"."ordered_at") AS "key_1",
    CASE WHEN nullif("orders"."status", '') = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND nullif("orders"."status", '') = 'paid' THEN 2 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    MAX("orders"."quantity") AS "part_3",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."amount" IS NOT NULL AND NOT (typeof("orders"."amount") = 'integer') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR "orders"."quantity" IS NULL OR "orders"."quantity" IS NOT NULL AND NOT (typeof("orders"."quantity") = 'integer') OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') OR nullif("orders"."status", '') IS NOT NULL AND NOT (typeof(nullif("orders"."status", '')) = 'text')) AS "part_4"
  FROM "orders" AS "orders"
  WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
  GROUP BY date("orders"."ordered_at"), CASE WHEN nullif("orders"."status", '') = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND nullif("orders"."status", '') = 'paid' THEN 2 ELSE 0 END
) AS "rows_alike"
GROUP BY date("key_1", 'start of month');

-- Spark SQL (Databricks)

SELECT
  CAST(date_trunc('month', `key_1`) AS DATE) AS `bucket`,
  SUM(`part_1`) FILTER (WHERE `passed` % 2 >= 1) AS `rows`,
  SUM(`part_2`) FILTER (WHERE `passed` % 2 >= 1) AS `sum`,
  SUM(`part_1`) FILTER (WHERE `passed` % 4 >= 2) AS `rows_4`,
  SUM(`part_1`) AS `rows_5`,
  SUM(`part_2`) AS `sum_6`,
  MAX(`part_3`) AS `greatest`,
  SUM(`part_4`) AS `bad_rows`
FROM (
  SELECT
    CAST(`orders`.`ordered_at` AS DATE) AS `key_1`,
    CASE WHEN `orders`.`status` = 'paid' THEN 1 ELSE 0 END + CASE WHEN `orders`.`quantity` >= 2 AND `orders`.`status` = 'paid' THEN 2 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(`orders`.`amount`) AS `part_2`,
    MAX(`orders`.`quantity`) AS `part_3`,
    COUNT(*) FILTER (WHERE `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR nullif(`orders`.`status`, '') IS NULL OR NOT nullif(`orders`.`status`, '') IN ('paid', 'open')) AS `part_4`
  FROM `orders` AS `orders`
  WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
  GROUP BY CAST(`orders`.`ordered_at` AS DATE), CASE WHEN `orders`.`status` = 'paid' THEN 1 ELSE 0 END + CASE WHEN `orders`.`quantity` >= 2 AND `orders`.`status` = 'paid' THEN 2 ELSE 0 END
) AS `rows_alike`
GROUP BY CAST(date_trunc('month', `key_1`) AS DATE);

-- Snowflake

SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_1" END) AS "rows",
  SUM(CASE WHEN "passed" % 2 >= 1 THEN "part_2" END) AS "sum",
  SUM(CASE WHEN "passed" % 4 >= 2 THEN "part_1" END) AS "rows_4",
  SUM("part_1") AS "rows_5",
  SUM("part_2") AS "sum_6",
  MAX("part_3") AS "greatest",
  SUM("part_4") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    MAX("orders"."quantity") AS "part_3",
    COUNT(CASE WHEN "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') THEN 1 END) AS "part_4"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE);

-- BigQuery

SELECT
  DATE_TRUNC(`key_1`, MONTH) AS `bucket`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_1` END) AS `rows`,
  SUM(CASE WHEN MOD(`passed`, 2) >= 1 THEN `part_2` END) AS `sum`,
  SUM(CASE WHEN MOD(`passed`, 4) >= 2 THEN `part_1` END) AS `rows_4`,
  SUM(`part_1`) AS `rows_5`,
  SUM(`part_2`) AS `sum_6`,
  MAX(`part_3`) AS `greatest`,
  SUM(`part_4`) AS `bad_rows`
FROM (
  SELECT
    CAST(`orders`.`ordered_at` AS DATE) AS `key_1`,
    CASE WHEN `orders`.`status` = 'paid' THEN 1 ELSE 0 END + CASE WHEN `orders`.`quantity` >= 2 AND `orders`.`status` = 'paid' THEN 2 ELSE 0 END AS `passed`,
    COUNT(*) AS `part_1`,
    SUM(`orders`.`amount`) AS `part_2`,
    MAX(`orders`.`quantity`) AS `part_3`,
    COUNT(CASE WHEN `orders`.`amount` IS NULL OR `orders`.`ordered_at` IS NULL OR `orders`.`quantity` IS NULL OR nullif(`orders`.`status`, '') IS NULL OR NOT nullif(`orders`.`status`, '') IN ('paid', 'open') THEN 1 END) AS `part_4`
  FROM `orders` AS `orders`
  WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
  GROUP BY CAST(`orders`.`ordered_at` AS DATE), CASE WHEN `orders`.`status` = 'paid' THEN 1 ELSE 0 END + CASE WHEN `orders`.`quantity` >= 2 AND `orders`.`status` = 'paid' THEN 2 ELSE 0 END
) AS `rows_alike`
GROUP BY DATE_TRUNC(`key_1`, MONTH);

-- Trino

SELECT
  CAST(date_trunc('month', "key_1") AS DATE) AS "bucket",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows",
  SUM("part_2") FILTER (WHERE "passed" % 2 >= 1) AS "sum",
  SUM("part_1") FILTER (WHERE "passed" % 4 >= 2) AS "rows_4",
  SUM("part_1") AS "rows_5",
  SUM("part_2") AS "sum_6",
  MAX("part_3") AS "greatest",
  SUM("part_4") AS "bad_rows"
FROM (
  SELECT
    CAST("orders"."ordered_at" AS DATE) AS "key_1",
    CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    SUM("orders"."amount") AS "part_2",
    MAX("orders"."quantity") AS "part_3",
    COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."ordered_at" IS NULL OR "orders"."quantity" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open')) AS "part_4"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
  GROUP BY CAST("orders"."ordered_at" AS DATE), CASE WHEN "orders"."status" = 'paid' THEN 1 ELSE 0 END + CASE WHEN "orders"."quantity" >= 2 AND "orders"."status" = 'paid' THEN 2 ELSE 0 END
) AS "rows_alike"
GROUP BY CAST(date_trunc('month', "key_1") AS DATE);
