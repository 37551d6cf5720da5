-- From registry and history to the frame and the excluded of one task [F1] [F2] [F3]. One text for PostgreSQL and DuckDB;
-- ./check runs it on both. (It ran by hand on MariaDB and Spark SQL too. Oracle says SUBSTR, as here, and LENGTH for char_length.)
--
-- In   registry             id, class, district, industry, status, established
--      registry_categories  id, category                    one row for each category of an entity
--      history              entity, task, day, kind         day is a DATE
--      task                 id, year, annual_cap, per_year, established_before, strata, unrated_as
--                           one row; what the plan leaves out is NULL; strata is 'class' where the task has risk, else 'all'
--      scope                field, value                    field is 'category', 'district' or 'industry'; no row, no limit
-- Out  id, stratum, excluded: every row that matches. The frame is those where excluded is NULL; else it is the reason.
--
-- Values are compared as they were sealed: a collation that ignores case, width or trailing blanks matches too much. A prefix
-- is compared with substr, for in LIKE a value could hold % or _. NULL compares with nothing: an entity without a date of
-- establishment, district or industry does not match where the task asks for one. A stratum that is NULL is an unrated
-- entity without a class to put it in, which cannot be sealed.
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
