-- The frame and the excluded entities of one task, from registry and history [F1] [F2] [F3]. The same statement for PostgreSQL and
-- DuckDB, tested on both by ./check, and by hand on MariaDB and Spark SQL. In Oracle, char_length is LENGTH.
--
-- In   registry             id, class, district, industry, status, established
--      registry_categories  id, category                    one row for each category of an entity
--      history              entity, task, day, kind         day is a DATE
--      task                 id, year, annual_cap, per_year, established_before, strata, unrated_as
--                           one row; NULL for absent fields; strata is 'class' if the task has risk, else 'all'
--      scope                field, value                    field is 'category', 'district' or 'industry'; without rows there is no limit
-- Out  id, stratum, excluded   every row that matches; excluded is the reason, NULL for the frame
--
-- Values must be compared exactly: a collation that ignores case, width or trailing spaces matches too much. Prefixes are compared
-- with substr, because in LIKE a value with % or _ would be a pattern. NULL is not equal to anything: an entity without a date of
-- establishment, district or industry does not match if the task requires one. A NULL stratum is an unrated entity
-- without unrated_as, which cannot be sealed.
WITH matching AS (
    SELECT r.id, r.class,
           (SELECT count(DISTINCT h.day) FROM history h
             WHERE h.entity = r.id AND h.kind = 'planned' AND extract(YEAR FROM h.day) = t.year) AS visits,
           (SELECT count(DISTINCT h.day) FROM history h
             WHERE h.entity = r.id AND h.kind = 'planned' AND extract(YEAR FROM h.day) = t.year AND h.task = t.id) AS visits_of_task
    FROM registry r CROSS JOIN task t
    WHERE r.status = 'active'
      AND (NOT EXISTS (SELECT 1 FROM scope s WHERE s.field = 'category')
           OR EXISTS (SELECT 1 FROM registry_categories c JOIN scope s ON s.field = 'category' AND s.value = c.category
                       WHERE c.id = r.id))
      AND (NOT EXISTS (SELECT 1 FROM scope s WHERE s.field = 'district')
           OR EXISTS (SELECT 1 FROM scope s
                       WHERE s.field = 'district' AND substr(r.district, 1, char_length(s.value)) = s.value))
      AND (NOT EXISTS (SELECT 1 FROM scope s WHERE s.field = 'industry')
           OR EXISTS (SELECT 1 FROM scope s
                       WHERE s.field = 'industry' AND substr(r.industry, 1, char_length(s.value)) = s.value))
      AND (t.established_before IS NULL OR r.established < t.established_before)
)
SELECT m.id,
       CASE t.strata WHEN 'all' THEN 'all' ELSE coalesce(m.class, t.unrated_as) END AS stratum,
       CASE WHEN m.visits >= t.annual_cap THEN 'annual_cap'
            WHEN m.visits_of_task >= t.per_year THEN 'per_year' END AS excluded
FROM matching m CROSS JOIN task t;
