-- DuckDB

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(DISTINCT "counted_3") AS "distinct",
  SUM("summed_4") AS "sum",
  COUNT(*) FILTER (WHERE "condition_5") AS "rows_6",
  "value_6" AS "value",
  COUNT(*) FILTER (WHERE "is_bad_7") AS "bad_rows",
  GROUPING("bucket_1", "key_2", "value_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL THEN CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) END AS "bucket_1",
    nullif("orders"."status", '') AS "key_2",
    nullif("orders"."customer", '') AS "counted_3",
    "orders"."amount" AS "summed_4",
    "orders"."status" = 'paid' AS "condition_5",
    CASE WHEN "orders"."status" = 'paid' THEN "orders"."amount" END AS "value_6",
    "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') AS "is_bad_7"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "value_6")
);

-- PostgreSQL

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(DISTINCT "counted_3") AS "distinct",
  SUM("summed_4") AS "sum",
  COUNT(*) FILTER (WHERE "condition_5") AS "rows_6",
  "value_6" AS "value",
  COUNT(*) FILTER (WHERE "is_bad_7") AS "bad_rows",
  GROUPING("bucket_1", "key_2", "value_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL THEN CAST(date_trunc('month', CAST("orders"."ordered_at" AS date)) AS date) END AS "bucket_1",
    nullif("orders"."status", '') AS "key_2",
    nullif("orders"."customer", '') AS "counted_3",
    "orders"."amount" AS "summed_4",
    "orders"."status" = 'paid' AS "condition_5",
    CASE WHEN "orders"."status" = 'paid' THEN "orders"."amount" END AS "value_6",
    "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') AS "is_bad_7"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "value_6")
);

-- SQLite

SELECT
  date(date("orders"."ordered_at"), 'start of month') AS "bucket",
  nullif("orders"."status", '') AS "status",
  COUNT(*) AS "rows",
  COUNT(DISTINCT nullif("orders"."customer", '')) AS "distinct",
  SUM("orders"."amount") AS "sum",
  COUNT(*) FILTER (WHERE nullif("orders"."status", '') = 'paid') AS "rows_6",
  COUNT(*) FILTER (WHERE "orders"."amount" IS NULL OR "orders"."amount" IS NOT NULL AND NOT (typeof("orders"."amount") = 'integer') OR nullif("orders"."customer", '') IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND NOT (typeof(nullif("orders"."customer", '')) = 'text') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') OR nullif("orders"."status", '') IS NOT NULL AND NOT (typeof(nullif("orders"."status", '')) = 'text')) AS "bad_rows"
FROM "orders" AS "orders"
WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
GROUP BY date(date("orders"."ordered_at"), 'start of month'), nullif("orders"."status", '');
SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(DISTINCT "counted_3") AS "distinct",
  SUM("summed_4") AS "sum",
  COUNT(*) FILTER (WHERE "condition_5") AS "rows_6",
  "value_6" AS "value",
  COUNT(*) FILTER (WHERE "is_bad_7") AS "bad_rows"
FROM (
  SELECT
    CASE WHEN date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL THEN date(date("orders"."ordered_at"), 'start of month') END AS "bucket_1",
    nullif("orders"."status", '') AS "key_2",
    nullif("orders"."customer", '') AS "counted_3",
    "orders"."amount" AS "summed_4",
    nullif("orders"."status", '') = 'paid' AS "condition_5",
    CASE WHEN nullif("orders"."status", '') = 'paid' THEN "orders"."amount" END AS "value_6",
    "orders"."amount" IS NULL OR "orders"."amount" IS NOT NULL AND NOT (typeof("orders"."amount") = 'integer') OR nullif("orders"."customer", '') IS NULL OR nullif("orders"."customer", '') IS NOT NULL AND NOT (typeof(nullif("orders"."customer", '')) = 'text') OR "orders"."ordered_at" IS NULL OR "orders"."ordered_at" IS NOT NULL AND NOT (typeof("orders"."ordered_at") = 'text' AND datetime("orders"."ordered_at") IS NOT NULL AND date(substr("orders"."ordered_at", 1, 10)) IS substr("orders"."ordered_at", 1, 10) AND substr("orders"."ordered_at", 11) NOT GLOB '*[-+Zz]*') OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') OR nullif("orders"."status", '') IS NOT NULL AND NOT (typeof(nullif("orders"."status", '')) = 'text') AS "is_bad_7"
  FROM "orders" AS "orders"
  WHERE (date("orders"."ordered_at") < '2027-01-01' OR "orders"."ordered_at" IS NULL)
) AS "rows_of_table"
GROUP BY "bucket_1", "key_2", "value_6";

-- Spark SQL (Databricks)

SELECT
  `bucket_1` AS `bucket`,
  `key_2` AS `key`,
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `counted_3`) AS `distinct`,
  SUM(`summed_4`) AS `sum`,
  COUNT(*) FILTER (WHERE `condition_5`) AS `rows_6`,
  `value_6` AS `value`,
  COUNT(*) FILTER (WHERE `is_bad_7`) AS `bad_rows`,
  GROUPING(`bucket_1`) * 4 + GROUPING(`key_2`) * 2 + GROUPING(`value_6`) * 1 AS `grouped`
FROM (
  SELECT
    CASE WHEN `orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL THEN CAST(date_trunc('month', CAST(`orders`.`ordered_at` AS DATE)) AS DATE) END AS `bucket_1`,
    nullif(`orders`.`status`, '') AS `key_2`,
    nullif(`orders`.`customer`, '') AS `counted_3`,
    `orders`.`amount` AS `summed_4`,
    `orders`.`status` = 'paid' AS `condition_5`,
    CASE WHEN `orders`.`status` = 'paid' THEN `orders`.`amount` END AS `value_6`,
    `orders`.`amount` IS NULL OR nullif(`orders`.`customer`, '') IS NULL OR `orders`.`ordered_at` IS NULL OR nullif(`orders`.`status`, '') IS NULL OR NOT nullif(`orders`.`status`, '') IN ('paid', 'open') AS `is_bad_7`
  FROM `orders` AS `orders`
  WHERE (`orders`.`ordered_at` < TIMESTAMP '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
) AS `rows_of_table`
GROUP BY GROUPING SETS (
  (`bucket_1`, `key_2`),
  (`bucket_1`, `key_2`, `value_6`)
);

-- Snowflake

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(DISTINCT "counted_3") AS "distinct",
  SUM("summed_4") AS "sum",
  COUNT(CASE WHEN "condition_5" THEN 1 END) AS "rows_6",
  "value_6" AS "value",
  COUNT(CASE WHEN "is_bad_7" THEN 1 END) AS "bad_rows",
  GROUPING("bucket_1", "key_2", "value_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL THEN CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) END AS "bucket_1",
    nullif("orders"."status", '') AS "key_2",
    nullif("orders"."customer", '') AS "counted_3",
    "orders"."amount" AS "summed_4",
    "orders"."status" = 'paid' AS "condition_5",
    CASE WHEN "orders"."status" = 'paid' THEN "orders"."amount" END AS "value_6",
    "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') AS "is_bad_7"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "value_6")
);

-- BigQuery

SELECT
  `bucket_1` AS `bucket`,
  `key_2` AS `key`,
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `counted_3`) AS `distinct`,
  SUM(`summed_4`) AS `sum`,
  COUNT(CASE WHEN `condition_5` THEN 1 END) AS `rows_6`,
  `value_6` AS `value`,
  COUNT(CASE WHEN `is_bad_7` THEN 1 END) AS `bad_rows`,
  GROUPING(`bucket_1`) * 4 + GROUPING(`key_2`) * 2 + GROUPING(`value_6`) * 1 AS `grouped`
FROM (
  SELECT
    CASE WHEN `orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL THEN DATE_TRUNC(CAST(`orders`.`ordered_at` AS DATE), MONTH) END AS `bucket_1`,
    nullif(`orders`.`status`, '') AS `key_2`,
    nullif(`orders`.`customer`, '') AS `counted_3`,
    `orders`.`amount` AS `summed_4`,
    `orders`.`status` = 'paid' AS `condition_5`,
    CASE WHEN `orders`.`status` = 'paid' THEN `orders`.`amount` END AS `value_6`,
    `orders`.`amount` IS NULL OR nullif(`orders`.`customer`, '') IS NULL OR `orders`.`ordered_at` IS NULL OR nullif(`orders`.`status`, '') IS NULL OR NOT nullif(`orders`.`status`, '') IN ('paid', 'open') AS `is_bad_7`
  FROM `orders` AS `orders`
  WHERE (`orders`.`ordered_at` < DATETIME '2027-01-01 00:00:00' OR `orders`.`ordered_at` IS NULL)
) AS `rows_of_table`
GROUP BY GROUPING SETS (
  (`bucket_1`, `key_2`),
  (`bucket_1`, `key_2`, `value_6`)
);

-- Trino

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(DISTINCT "counted_3") AS "distinct",
  SUM("summed_4") AS "sum",
  COUNT(*) FILTER (WHERE "condition_5") AS "rows_6",
  "value_6" AS "value",
  COUNT(*) FILTER (WHERE "is_bad_7") AS "bad_rows",
  GROUPING("bucket_1", "key_2", "value_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL THEN CAST(date_trunc('month', CAST("orders"."ordered_at" AS DATE)) AS DATE) END AS "bucket_1",
    nullif("orders"."status", '') AS "key_2",
    nullif("orders"."customer", '') AS "counted_3",
    "orders"."amount" AS "summed_4",
    "orders"."status" = 'paid' AS "condition_5",
    CASE WHEN "orders"."status" = 'paid' THEN "orders"."amount" END AS "value_6",
    "orders"."amount" IS NULL OR nullif("orders"."customer", '') IS NULL OR "orders"."ordered_at" IS NULL OR nullif("orders"."status", '') IS NULL OR NOT nullif("orders"."status", '') IN ('paid', 'open') AS "is_bad_7"
  FROM "orders" AS "orders"
  WHERE ("orders"."ordered_at" < TIMESTAMP '2027-01-01 00:00:00' OR "orders"."ordered_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "value_6")
);
