-- DuckDB

SELECT
  CASE WHEN "edge"."sign" = 1 THEN ("staff"."hired_on" + 1) ELSE ("staff"."left_on" + 1) END AS "bucket",
  nullif("staff"."team", '') AS "team",
  SUM("edge"."sign") AS "rows",
  SUM("edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "rows_4",
  SUM("staff"."hours" * "edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "sum",
  COUNT(*) FILTER (WHERE "staff"."hired_on" IS NULL OR "staff"."hours" IS NULL OR nullif("staff"."team", '') IS NULL) AS "bad_rows"
FROM "staff" AS "staff"
CROSS JOIN (SELECT 1 AS "sign" UNION ALL SELECT -1 AS "sign") AS "edge"
WHERE "staff"."hired_on" IS NOT NULL
  AND ("staff"."left_on" IS NULL OR "staff"."left_on" > "staff"."hired_on")
  AND ("edge"."sign" = 1 OR "staff"."left_on" IS NOT NULL)
GROUP BY CASE WHEN "edge"."sign" = 1 THEN ("staff"."hired_on" + 1) ELSE ("staff"."left_on" + 1) END, nullif("staff"."team", '');

-- PostgreSQL

SELECT
  CASE WHEN "edge"."sign" = 1 THEN ("staff"."hired_on" + 1) ELSE ("staff"."left_on" + 1) END AS "bucket",
  nullif("staff"."team", '') AS "team",
  SUM("edge"."sign") AS "rows",
  SUM("edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "rows_4",
  SUM("staff"."hours" * "edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "sum",
  COUNT(*) FILTER (WHERE "staff"."hired_on" IS NULL OR "staff"."hours" IS NULL OR nullif("staff"."team", '') IS NULL) AS "bad_rows"
FROM "staff" AS "staff"
CROSS JOIN (SELECT 1 AS "sign" UNION ALL SELECT -1 AS "sign") AS "edge"
WHERE "staff"."hired_on" IS NOT NULL
  AND ("staff"."left_on" IS NULL OR "staff"."left_on" > "staff"."hired_on")
  AND ("edge"."sign" = 1 OR "staff"."left_on" IS NOT NULL)
GROUP BY CASE WHEN "edge"."sign" = 1 THEN ("staff"."hired_on" + 1) ELSE ("staff"."left_on" + 1) END, nullif("staff"."team", '');

-- SQLite

SELECT
  CASE WHEN "edge"."sign" = 1 THEN date("staff"."hired_on", '+1 days') ELSE date("staff"."left_on", '+1 days') END AS "bucket",
  nullif("staff"."team", '') AS "team",
  SUM("edge"."sign") AS "rows",
  SUM("edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "rows_4",
  SUM("staff"."hours" * "edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "sum",
  COUNT(*) FILTER (WHERE "staff"."hired_on" IS NULL OR "staff"."hired_on" IS NOT NULL AND NOT (typeof("staff"."hired_on") = 'text' AND date("staff"."hired_on") IS "staff"."hired_on") OR "staff"."hours" IS NULL OR "staff"."hours" IS NOT NULL AND NOT (typeof("staff"."hours") = 'integer') OR "staff"."left_on" IS NOT NULL AND NOT (typeof("staff"."left_on") = 'text' AND date("staff"."left_on") IS "staff"."left_on") OR nullif("staff"."team", '') IS NULL OR nullif("staff"."team", '') IS NOT NULL AND NOT (typeof(nullif("staff"."team", '')) = 'text')) AS "bad_rows"
FROM "staff" AS "staff"
CROSS JOIN (SELECT 1 AS "sign" UNION ALL SELECT -1 AS "sign") AS "edge"
WHERE "staff"."hired_on" IS NOT NULL
  AND ("staff"."left_on" IS NULL OR "staff"."left_on" > "staff"."hired_on")
  AND ("edge"."sign" = 1 OR "staff"."left_on" IS NOT NULL)
GROUP BY CASE WHEN "edge"."sign" = 1 THEN date("staff"."hired_on", '+1 days') ELSE date("staff"."left_on", '+1 days') END, nullif("staff"."team", '');

-- Spark SQL (Databricks)

SELECT
  CASE WHEN `edge`.`sign` = 1 THEN date_add(`staff`.`hired_on`, 1) ELSE date_add(`staff`.`left_on`, 1) END AS `bucket`,
  nullif(`staff`.`team`, '') AS `team`,
  SUM(`edge`.`sign`) AS `rows`,
  SUM(`edge`.`sign`) FILTER (WHERE nullif(`staff`.`team`, '') <> 'interns') AS `rows_4`,
  SUM(CAST(`staff`.`hours` AS DECIMAL(19, 0)) * `edge`.`sign`) FILTER (WHERE nullif(`staff`.`team`, '') <> 'interns') AS `sum`,
  COUNT(*) FILTER (WHERE `staff`.`hired_on` IS NULL OR `staff`.`hours` IS NULL OR nullif(`staff`.`team`, '') IS NULL) AS `bad_rows`
FROM `staff` AS `staff`
CROSS JOIN (SELECT 1 AS `sign` UNION ALL SELECT -1 AS `sign`) AS `edge`
WHERE `staff`.`hired_on` IS NOT NULL
  AND (`staff`.`left_on` IS NULL OR `staff`.`left_on` > `staff`.`hired_on`)
  AND (`edge`.`sign` = 1 OR `staff`.`left_on` IS NOT NULL)
GROUP BY CASE WHEN `edge`.`sign` = 1 THEN date_add(`staff`.`hired_on`, 1) ELSE date_add(`staff`.`left_on`, 1) END, nullif(`staff`.`team`, '');

-- Snowflake

SELECT
  CASE WHEN "edge"."sign" = 1 THEN dateadd('day', 1, "staff"."hired_on") ELSE dateadd('day', 1, "staff"."left_on") END AS "bucket",
  nullif("staff"."team", '') AS "team",
  SUM("edge"."sign") AS "rows",
  SUM(CASE WHEN nullif("staff"."team", '') <> 'interns' THEN "edge"."sign" END) AS "rows_4",
  SUM(CASE WHEN nullif("staff"."team", '') <> 'interns' THEN CAST("staff"."hours" AS NUMBER(38, 0)) * "edge"."sign" END) AS "sum",
  COUNT(CASE WHEN "staff"."hired_on" IS NULL OR "staff"."hours" IS NULL OR nullif("staff"."team", '') IS NULL THEN 1 END) AS "bad_rows"
FROM "staff" AS "staff"
CROSS JOIN (SELECT 1 AS "sign" UNION ALL SELECT -1 AS "sign") AS "edge"
WHERE "staff"."hired_on" IS NOT NULL
  AND ("staff"."left_on" IS NULL OR "staff"."left_on" > "staff"."hired_on")
  AND ("edge"."sign" = 1 OR "staff"."left_on" IS NOT NULL)
GROUP BY CASE WHEN "edge"."sign" = 1 THEN dateadd('day', 1, "staff"."hired_on") ELSE dateadd('day', 1, "staff"."left_on") END, nullif("staff"."team", '');

-- BigQuery

SELECT
  CASE WHEN `edge`.`sign` = 1 THEN DATE_ADD(`staff`.`hired_on`, INTERVAL 1 DAY) ELSE DATE_ADD(`staff`.`left_on`, INTERVAL 1 DAY) END AS `bucket`,
  nullif(`staff`.`team`, '') AS `team`,
  SUM(`edge`.`sign`) AS `rows`,
  SUM(CASE WHEN nullif(`staff`.`team`, '') <> 'interns' THEN `edge`.`sign` END) AS `rows_4`,
  SUM(CASE WHEN nullif(`staff`.`team`, '') <> 'interns' THEN CAST(`staff`.`hours` AS BIGNUMERIC) * `edge`.`sign` END) AS `sum`,
  COUNT(CASE WHEN `staff`.`hired_on` IS NULL OR `staff`.`hours` IS NULL OR nullif(`staff`.`team`, '') IS NULL THEN 1 END) AS `bad_rows`
FROM `staff` AS `staff`
CROSS JOIN (SELECT 1 AS `sign` UNION ALL SELECT -1 AS `sign`) AS `edge`
WHERE `staff`.`hired_on` IS NOT NULL
  AND (`staff`.`left_on` IS NULL OR `staff`.`left_on` > `staff`.`hired_on`)
  AND (`edge`.`sign` = 1 OR `staff`.`left_on` IS NOT NULL)
GROUP BY CASE WHEN `edge`.`sign` = 1 THEN DATE_ADD(`staff`.`hired_on`, INTERVAL 1 DAY) ELSE DATE_ADD(`staff`.`left_on`, INTERVAL 1 DAY) END, nullif(`staff`.`team`, '');

-- Trino

SELECT
  CASE WHEN "edge"."sign" = 1 THEN date_add('day', 1, "staff"."hired_on") ELSE date_add('day', 1, "staff"."left_on") END AS "bucket",
  nullif("staff"."team", '') AS "team",
  SUM("edge"."sign") AS "rows",
  SUM("edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "rows_4",
  SUM(CAST("staff"."hours" AS DECIMAL(19, 0)) * "edge"."sign") FILTER (WHERE nullif("staff"."team", '') <> 'interns') AS "sum",
  COUNT(*) FILTER (WHERE "staff"."hired_on" IS NULL OR "staff"."hours" IS NULL OR nullif("staff"."team", '') IS NULL) AS "bad_rows"
FROM "staff" AS "staff"
CROSS JOIN (SELECT 1 AS "sign" UNION ALL SELECT -1 AS "sign") AS "edge"
WHERE "staff"."hired_on" IS NOT NULL
  AND ("staff"."left_on" IS NULL OR "staff"."left_on" > "staff"."hired_on")
  AND ("edge"."sign" = 1 OR "staff"."left_on" IS NOT NULL)
GROUP BY CASE WHEN "edge"."sign" = 1 THEN date_add('day', 1, "staff"."hired_on") ELSE date_add('day', 1, "staff"."left_on") END, nullif("staff"."team", '');
