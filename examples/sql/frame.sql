-- The frame and the excluded entities of one task, from registry and history [F1] [F2] [F3]. The same statement for PostgreSQL and
-- DuckDB, tested on both by ./check, and by hand on MariaDB and Spark SQL. In Oracle, char_length is LENGTH.
--
-- In   registry              id, class, district, industry, status, established, exempt
--      registry_categories   id, category                      one row for each category of an entity
--      registry_exempt_from  id, task                          one row for each task; without rows an exempt entity is exempt from all
--      history               entity, task, day, kind           day is a DATE
--      history_by            entity, task, day, kind, visitor  one row for each department in `by`
--      task                  id, year, established_before, strata, unrated_as
--                            one row; NULL for absent fields; strata is 'class' if the task has risk, else 'all'
--      scope                 field, value                      field is 'category', 'district' or 'industry'; without rows there is no limit
--      limits                place, id, task, visits, first_day
--                            the limits of the plan in order, then those of the task; place counts them; task is its id, NULL for
--                            a limit of the plan; first_day is `from`, NULL for the first day of the year
--      limit_classes         id, class                         one row for each class of a limit; without rows it applies to all
--      limit_by              id, visitor                       one row for each department in `by`; without rows all visits count
-- Out  id, stratum, excluded   every row that matches; excluded is the reason, NULL for the frame
--
-- Values must be compared exactly: a collation that ignores case, width or trailing spaces matches too much. Prefixes are compared
-- with substr, because in LIKE a value with % or _ would be a pattern. NULL is not equal to anything: an entity without a date of
-- establishment, district or industry does not match if the task requires one, and an unrated entity without unrated_as is in no
-- class of a limit. A NULL stratum in the frame is such an entity, which cannot be sealed.
WITH matching AS (
    SELECT r.id, coalesce(r.class, t.unrated_as) AS class, r.exempt, t.id AS task, t.year, t.strata
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
),
exempted AS (
    SELECT m.id
    FROM matching m
    WHERE m.exempt IS NOT NULL
      AND (NOT EXISTS (SELECT 1 FROM registry_exempt_from e WHERE e.id = m.id)
           OR EXISTS (SELECT 1 FROM registry_exempt_from e WHERE e.id = m.id AND e.task = m.task))
),
reached AS (
    SELECT m.id, l.place
    FROM matching m CROSS JOIN limits l JOIN history h ON h.entity = m.id
    WHERE h.kind = 'planned'
      AND (l.task IS NULL OR l.task = h.task)
      AND extract(YEAR FROM h.day) <= m.year
      AND (h.day >= l.first_day OR (l.first_day IS NULL AND extract(YEAR FROM h.day) = m.year))
      AND (NOT EXISTS (SELECT 1 FROM limit_classes c WHERE c.id = l.id)
           OR EXISTS (SELECT 1 FROM limit_classes c WHERE c.id = l.id AND c.class = m.class))
      AND (NOT EXISTS (SELECT 1 FROM limit_by b WHERE b.id = l.id)
           OR NOT EXISTS (SELECT 1 FROM history_by v
                           WHERE v.entity = h.entity AND v.task = h.task AND v.day = h.day AND v.kind = h.kind)
           OR EXISTS (SELECT 1 FROM history_by v JOIN limit_by b ON b.visitor = v.visitor
                       WHERE b.id = l.id AND v.entity = h.entity AND v.task = h.task AND v.day = h.day AND v.kind = h.kind))
    GROUP BY m.id, l.place, l.visits
    HAVING count(DISTINCT h.day) >= l.visits
),
earliest AS (
    SELECT id, min(place) AS place FROM reached GROUP BY id
)
SELECT m.id,
       CASE m.strata WHEN 'all' THEN 'all' ELSE m.class END AS stratum,
       CASE WHEN x.id IS NOT NULL THEN 'exempt' ELSE l.id END AS excluded
FROM matching m
     LEFT JOIN exempted x ON x.id = m.id
     LEFT JOIN earliest e ON e.id = m.id
     LEFT JOIN limits l ON l.place = e.place;
