-- DuckDB

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "members"."id") AS "keys"
FROM "members" AS "members";
SELECT
  CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END AS "bucket",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "members"."id" IS NOT NULL AND "members"."joined_on" IS NULL OR nullif("visits"."member", '') IS NOT NULL AND "members"."id" IS NULL) AS "bad_rows"
FROM "visits" AS "visits"
LEFT JOIN "members" AS "members" ON "visits"."member" = "members"."id"
WHERE ("members"."joined_on" < DATE '2027-01-01' OR "members"."joined_on" IS NULL)
GROUP BY CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END;

-- PostgreSQL

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "members"."id") AS "keys"
FROM "members" AS "members";
SELECT
  CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END AS "bucket",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "members"."id" IS NOT NULL AND "members"."joined_on" IS NULL OR nullif("visits"."member", '') IS NOT NULL AND "members"."id" IS NULL) AS "bad_rows"
FROM "visits" AS "visits"
LEFT JOIN "members" AS "members" ON "visits"."member" = "members"."id"
WHERE ("members"."joined_on" < DATE '2027-01-01' OR "members"."joined_on" IS NULL)
GROUP BY CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END;

-- SQLite

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "members"."id") AS "keys"
FROM "members" AS "members";
SELECT
  CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END AS "bucket",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "members"."id" IS NOT NULL AND "members"."joined_on" IS NULL OR "members"."joined_on" IS NOT NULL AND NOT (typeof("members"."joined_on") = 'text' AND date("members"."joined_on") IS "members"."joined_on") OR nullif("visits"."member", '') IS NOT NULL AND "members"."id" IS NULL) AS "bad_rows"
FROM "visits" AS "visits"
LEFT JOIN "members" AS "members" ON "visits"."member" = "members"."id"
WHERE ("members"."joined_on" < '2027-01-01' OR "members"."joined_on" IS NULL)
GROUP BY CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END;

-- Spark SQL (Databricks)

SELECT
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `members`.`id`) AS `keys`
FROM `members` AS `members`;
SELECT
  CASE WHEN `members`.`joined_on` IS NOT NULL THEN 0 END AS `bucket`,
  COUNT(*) AS `rows`,
  COUNT(*) FILTER (WHERE `members`.`id` IS NOT NULL AND `members`.`joined_on` IS NULL OR nullif(`visits`.`member`, '') IS NOT NULL AND `members`.`id` IS NULL) AS `bad_rows`
FROM `visits` AS `visits`
LEFT JOIN `members` AS `members` ON `visits`.`member` = `members`.`id`
WHERE (`members`.`joined_on` < DATE '2027-01-01' OR `members`.`joined_on` IS NULL)
GROUP BY CASE WHEN `members`.`joined_on` IS NOT NULL THEN 0 END;

-- Snowflake

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "members"."id") AS "keys"
FROM "members" AS "members";
SELECT
  CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END AS "bucket",
  COUNT(*) AS "rows",
  COUNT(CASE WHEN "members"."id" IS NOT NULL AND "members"."joined_on" IS NULL OR nullif("visits"."member", '') IS NOT NULL AND "members"."id" IS NULL THEN 1 END) AS "bad_rows"
FROM "visits" AS "visits"
LEFT JOIN "members" AS "members" ON "visits"."member" = "members"."id"
WHERE ("members"."joined_on" < DATE '2027-01-01' OR "members"."joined_on" IS NULL)
GROUP BY CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END;

-- BigQuery

SELECT
  COUNT(*) AS `rows`,
  COUNT(DISTINCT `members`.`id`) AS `keys`
FROM `members` AS `members`;
SELECT
  CASE WHEN `members`.`joined_on` IS NOT NULL THEN 0 END AS `bucket`,
  COUNT(*) AS `rows`,
  COUNT(CASE WHEN `members`.`id` IS NOT NULL AND `members`.`joined_on` IS NULL OR nullif(`visits`.`member`, '') IS NOT NULL AND `members`.`id` IS NULL THEN 1 END) AS `bad_rows`
FROM `visits` AS `visits`
LEFT JOIN `members` AS `members` ON `visits`.`member` = `members`.`id`
WHERE (`members`.`joined_on` < DATE '2027-01-01' OR `members`.`joined_on` IS NULL)
GROUP BY CASE WHEN `members`.`joined_on` IS NOT NULL THEN 0 END;

-- Trino

SELECT
  COUNT(*) AS "rows",
  COUNT(DISTINCT "members"."id") AS "keys"
FROM "members" AS "members";
SELECT
  CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END AS "bucket",
  COUNT(*) AS "rows",
  COUNT(*) FILTER (WHERE "members"."id" IS NOT NULL AND "members"."joined_on" IS NULL OR nullif("visits"."member", '') IS NOT NULL AND "members"."id" IS NULL) AS "bad_rows"
FROM "visits" AS "visits"
LEFT JOIN "members" AS "members" ON "visits"."member" = "members"."id"
WHERE ("members"."joined_on" < DATE '2027-01-01' OR "members"."joined_on" IS NULL)
GROUP BY CASE WHEN "members"."joined_on" IS NOT NULL THEN 0 END;
