-- DuckDB

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "condition_3") AS "rows_4",
  COUNT(*) FILTER (WHERE "condition_4") AS "rows_5",
  "currency_5" AS "currency",
  "day_6" AS "day",
  SUM("summed_7") AS "sum",
  SUM("summed_7") FILTER (WHERE "condition_3") AS "sum_9",
  COUNT(*) FILTER (WHERE "is_bad_8") AS "bad_rows",
  GROUPING("bucket_1", "key_2", "currency_5", "day_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL THEN CAST(date_trunc('month', CAST("payments"."paid_at" AS DATE)) AS DATE) END AS "bucket_1",
    nullif("payments"."kind", '') AS "key_2",
    "payments"."kind" = 'refund' AS "condition_3",
    "payments"."amount" IS NOT NULL AS "condition_4",
    nullif("payments"."currency", '') AS "currency_5",
    CAST("payments"."paid_at" AS DATE) AS "day_6",
    "payments"."amount" AS "summed_7",
    nullif("payments"."currency", '') IS NULL OR nullif("payments"."kind", '') IS NULL OR NOT nullif("payments"."kind", '') IN ('sale', 'refund') OR "payments"."paid_at" IS NULL AS "is_bad_8"
  FROM "payments" AS "payments"
  WHERE ("payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "currency_5", "day_6")
);

-- PostgreSQL

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "condition_3") AS "rows_4",
  COUNT(*) FILTER (WHERE "condition_4") AS "rows_5",
  "currency_5" AS "currency",
  "day_6" AS "day",
  SUM("summed_7") AS "sum",
  SUM("summed_7") FILTER (WHERE "condition_3") AS "sum_9",
  COUNT(*) FILTER (WHERE "is_bad_8") AS "bad_rows",
  GROUPING("bucket_1", "key_2", "currency_5", "day_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL THEN CAST(date_trunc('month', CAST("payments"."paid_at" AS date)) AS date) END AS "bucket_1",
    nullif("payments"."kind", '') AS "key_2",
    "payments"."kind" = 'refund' AS "condition_3",
    "payments"."amount" IS NOT NULL AS "condition_4",
    nullif("payments"."currency", '') AS "currency_5",
    CAST("payments"."paid_at" AS date) AS "day_6",
    "payments"."amount" AS "summed_7",
    nullif("payments"."currency", '') IS NULL OR nullif("payments"."kind", '') IS NULL OR NOT nullif("payments"."kind", '') IN ('sale', 'refund') OR "payments"."paid_at" IS NULL AS "is_bad_8"
  FROM "payments" AS "payments"
  WHERE ("payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "currency_5", "day_6")
);

-- SQLite

SELECT
  date("key_1", 'start of month') AS "bucket",
  "key_2" AS "kind",
  SUM("part_1") AS "rows",
  SUM("part_1") FILTER (WHERE "passed" % 2 >= 1) AS "rows_4",
  SUM("part_1") FILTER (WHERE "passed" % 4 >= 2) AS "rows_5",
  SUM("part_2") AS "bad_rows"
FROM (
  SELECT
    date("payments"."paid_at") AS "key_1",
    nullif("payments"."kind", '') AS "key_2",
    CASE WHEN nullif("payments"."kind", '') = 'refund' THEN 1 ELSE 0 END + CASE WHEN "payments"."amount" IS NOT NULL THEN 2 ELSE 0 END AS "passed",
    COUNT(*) AS "part_1",
    COUNT(*) FILTER (WHERE "payments"."amount" IS NOT NULL AND NOT (typeof("payments"."amount") = 'integer') OR nullif("payments"."currency", '') IS NULL OR nullif("payments"."currency", '') IS NOT NULL AND NOT (typeof(nullif("payments"."currency", '')) = 'text') OR nullif("payments"."kind", '') IS NULL OR NOT nullif("payments"."kind", '') IN ('sale', 'refund') OR nullif("payments"."kind", '') IS NOT NULL AND NOT (typeof(nullif("payments"."kind", '')) = 'text') OR "payments"."paid_at" IS NULL OR "payments"."paid_at" IS NOT NULL AND NOT (typeof("payments"."paid_at") = 'text' AND datetime("payments"."paid_at") IS NOT NULL AND date(substr("payments"."paid_at", 1, 10)) IS substr("payments"."paid_at", 1, 10) AND substr("payments"."paid_at", 11) NOT GLOB '*[-+Zz]*')) AS "part_2"
  FROM "payments" AS "payments"
  WHERE (date("payments"."paid_at") < '2027-01-01' OR "payments"."paid_at" IS NULL)
  GROUP BY date("payments"."paid_at"), nullif("payments"."kind", ''), CASE WHEN nullif("payments"."kind", '') = 'refund' THEN 1 ELSE 0 END + CASE WHEN "payments"."amount" IS NOT NULL THEN 2 ELSE 0 END
) AS "rows_alike"
GROUP BY date("key_1", 'start of month'), "key_2";
SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "condition_3") AS "rows_4",
  COUNT(*) FILTER (WHERE "condition_4") AS "rows_5",
  "currency_5" AS "currency",
  "day_6" AS "day",
  SUM("summed_7") AS "sum",
  SUM("summed_7") FILTER (WHERE "condition_3") AS "sum_9",
  COUNT(*) FILTER (WHERE "is_bad_8") AS "bad_rows"
FROM (
  SELECT
    CASE WHEN date("payments"."paid_at") < '2027-01-01' OR "payments"."paid_at" IS NULL THEN date(date("payments"."paid_at"), 'start of month') END AS "bucket_1",
    nullif("payments"."kind", '') AS "key_2",
    nullif("payments"."kind", '') = 'refund' AS "condition_3",
    "payments"."amount" IS NOT NULL AS "condition_4",
    nullif("payments"."currency", '') AS "currency_5",
    date("payments"."paid_at") AS "day_6",
    "payments"."amount" AS "summed_7",
    "payments"."amount" IS NOT NULL AND NOT (typeof("payments"."amount") = 'integer') OR nullif("payments"."currency", '') IS NULL OR nullif("payments"."currency", '') IS NOT NULL AND NOT (typeof(nullif("payments"."currency", '')) = 'text') OR nullif("payments"."kind", '') IS NULL OR NOT nullif("payments"."kind", '') IN ('sale', 'refund') OR nullif("payments"."kind", '') IS NOT NULL AND NOT (typeof(nullif("payments"."kind", '')) = 'text') OR "payments"."paid_at" IS NULL OR "payments"."paid_at" IS NOT NULL AND NOT (typeof("payments"."paid_at") = 'text' AND datetime("payments"."paid_at") IS NOT NULL AND date(substr("payments"."paid_at", 1, 10)) IS substr("payments"."paid_at", 1, 10) AND substr("payments"."paid_at", 11) NOT GLOB '*[-+Zz]*') AS "is_bad_8"
  FROM "payments" AS "payments"
  WHERE (date("payments"."paid_at") < '2027-01-01' OR "payments"."paid_at" IS NULL)
) AS "rows_of_table"
GROUP BY "bucket_1", "key_2", "currency_5", "day_6";

-- Spark SQL (Databricks)

SELECT
  `bucket_1` AS `bucket`,
  `key_2` AS `key`,
  COUNT(*) AS `rows`,
  COUNT(*) FILTER (WHERE `condition_3`) AS `rows_4`,
  COUNT(*) FILTER (WHERE `condition_4`) AS `rows_5`,
  `currency_5` AS `currency`,
  `day_6` AS `day`,
  SUM(`summed_7`) AS `sum`,
  SUM(`summed_7`) FILTER (WHERE `condition_3`) AS `sum_9`,
  COUNT(*) FILTER (WHERE `is_bad_8`) AS `bad_rows`,
  GROUPING(`bucket_1`) * 8 + GROUPING(`key_2`) * 4 + GROUPING(`currency_5`) * 2 + GROUPING(`day_6`) * 1 AS `grouped`
FROM (
  SELECT
    CASE WHEN `payments`.`paid_at` < TIMESTAMP '2027-01-01 00:00:00' OR `payments`.`paid_at` IS NULL THEN CAST(date_trunc('month', CAST(`payments`.`paid_at` AS DATE)) AS DATE) END AS `bucket_1`,
    nullif(`payments`.`kind`, '') AS `key_2`,
    `payments`.`kind` = 'refund' AS `condition_3`,
    `payments`.`amount` IS NOT NULL AS `condition_4`,
    nullif(`payments`.`currency`, '') AS `currency_5`,
    CAST(`payments`.`paid_at` AS DATE) AS `day_6`,
    `payments`.`amount` AS `summed_7`,
    nullif(`payments`.`currency`, '') IS NULL OR nullif(`payments`.`kind`, '') IS NULL OR NOT nullif(`payments`.`kind`, '') IN ('sale', 'refund') OR `payments`.`paid_at` IS NULL AS `is_bad_8`
  FROM `payments` AS `payments`
  WHERE (`payments`.`paid_at` < TIMESTAMP '2027-01-01 00:00:00' OR `payments`.`paid_at` IS NULL)
) AS `rows_of_table`
GROUP BY GROUPING SETS (
  (`bucket_1`, `key_2`),
  (`bucket_1`, `key_2`, `currency_5`, `day_6`)
);

-- Snowflake

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(CASE WHEN "condition_3" THEN 1 END) AS "rows_4",
  COUNT(CASE WHEN "condition_4" THEN 1 END) AS "rows_5",
  "currency_5" AS "currency",
  "day_6" AS "day",
  SUM("summed_7") AS "sum",
  SUM(CASE WHEN "condition_3" THEN "summed_7" END) AS "sum_9",
  COUNT(CASE WHEN "is_bad_8" THEN 1 END) AS "bad_rows",
  GROUPING("bucket_1", "key_2", "currency_5", "day_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL THEN CAST(date_trunc('month', CAST("payments"."paid_at" AS DATE)) AS DATE) END AS "bucket_1",
    nullif("payments"."kind", '') AS "key_2",
    "payments"."kind" = 'refund' AS "condition_3",
    "payments"."amount" IS NOT NULL AS "condition_4",
    nullif("payments"."currency", '') AS "currency_5",
    CAST("payments"."paid_at" AS DATE) AS "day_6",
    "payments"."amount" AS "summed_7",
    nullif("payments"."currency", '') IS NULL OR nullif("payments"."kind", '') IS NULL OR NOT nullif("payments"."kind", '') IN ('sale', 'refund') OR "payments"."paid_at" IS NULL AS "is_bad_8"
  FROM "payments" AS "payments"
  WHERE ("payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "currency_5", "day_6")
);

-- BigQuery

SELECT
  `bucket_1` AS `bucket`,
  `key_2` AS `key`,
  COUNT(*) AS `rows`,
  COUNT(CASE WHEN `condition_3` THEN 1 END) AS `rows_4`,
  COUNT(CASE WHEN `condition_4` THEN 1 END) AS `rows_5`,
  `currency_5` AS `currency`,
  `day_6` AS `day`,
  SUM(`summed_7`) AS `sum`,
  SUM(CASE WHEN `condition_3` THEN `summed_7` END) AS `sum_9`,
  COUNT(CASE WHEN `is_bad_8` THEN 1 END) AS `bad_rows`,
  GROUPING(`bucket_1`) * 8 + GROUPING(`key_2`) * 4 + GROUPING(`currency_5`) * 2 + GROUPING(`day_6`) * 1 AS `grouped`
FROM (
  SELECT
    CASE WHEN `payments`.`paid_at` < DATETIME '2027-01-01 00:00:00' OR `payments`.`paid_at` IS NULL THEN DATE_TRUNC(CAST(`payments`.`paid_at` AS DATE), MONTH) END AS `bucket_1`,
    nullif(`payments`.`kind`, '') AS `key_2`,
    `payments`.`kind` = 'refund' AS `condition_3`,
    `payments`.`amount` IS NOT NULL AS `condition_4`,
    nullif(`payments`.`currency`, '') AS `currency_5`,
    CAST(`payments`.`paid_at` AS DATE) AS `day_6`,
    `payments`.`amount` AS `summed_7`,
    nullif(`payments`.`currency`, '') IS NULL OR nullif(`payments`.`kind`, '') IS NULL OR NOT nullif(`payments`.`kind`, '') IN ('sale', 'refund') OR `payments`.`paid_at` IS NULL AS `is_bad_8`
  FROM `payments` AS `payments`
  WHERE (`payments`.`paid_at` < DATETIME '2027-01-01 00:00:00' OR `payments`.`paid_at` IS NULL)
) AS `rows_of_table`
GROUP BY GROUPING SETS (
  (`bucket_1`, `key_2`),
  (`bucket_1`, `key_2`, `currency_5`, `day_6`)
);

-- Trino

SELECT
  "bucket_1" AS "bucket",
  "key_2" AS "key",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "condition_3") AS "rows_4",
  COUNT(*) FILTER (WHERE "condition_4") AS "rows_5",
  "currency_5" AS "currency",
  "day_6" AS "day",
  SUM("summed_7") AS "sum",
  SUM("summed_7") FILTER (WHERE "condition_3") AS "sum_9",
  COUNT(*) FILTER (WHERE "is_bad_8") AS "bad_rows",
  GROUPING("bucket_1", "key_2", "currency_5", "day_6") AS "grouped"
FROM (
  SELECT
    CASE WHEN "payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL THEN CAST(date_trunc('month', CAST("payments"."paid_at" AS DATE)) AS DATE) END AS "bucket_1",
    nullif("payments"."kind", '') AS "key_2",
    "payments"."kind" = 'refund' AS "condition_3",
    "payments"."amount" IS NOT NULL AS "condition_4",
    nullif("payments"."currency", '') AS "currency_5",
    CAST("payments"."paid_at" AS DATE) AS "day_6",
    "payments"."amount" AS "summed_7",
    nullif("payments"."currency", '') IS NULL OR nullif("payments"."kind", '') IS NULL OR NOT nullif("payments"."kind", '') IN ('sale', 'refund') OR "payments"."paid_at" IS NULL AS "is_bad_8"
  FROM "payments" AS "payments"
  WHERE ("payments"."paid_at" < TIMESTAMP '2027-01-01 00:00:00' OR "payments"."paid_at" IS NULL)
) AS "rows_of_table"
GROUP BY GROUPING SETS (
  ("bucket_1", "key_2"),
  ("bucket_1", "key_2", "currency_5", "day_6")
);
