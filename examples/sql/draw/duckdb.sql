-- The draw of one task [D2] [D3] in DuckDB, sha256. Tested by ./check.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL without blinding
--      takes      stratum, take              from the commitment
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected entities of the task in the order of visits
--
-- sha256 takes a VARCHAR or a BLOB and returns lower-case hex. unhex converts it to a BLOB. BLOBs are compared as bytes,
-- independently of default_collation. There is no built-in SM3 function.
WITH hashed AS (
    SELECT f.id, f.stratum, encode(f.id) AS id_bytes,
           unhex(sha256(unhex(k.draw_key) || encode(f.id) || coalesce(unhex(f.salt), ''::BLOB))) AS ticket,
           unhex(sha256(unhex(k.order_key) || encode(f.id))) AS visit_hash
    FROM frame f CROSS JOIN draw_keys k
),
placed AS (
    SELECT hashed.*, row_number() OVER (PARTITION BY stratum ORDER BY ticket, id_bytes) AS place
    FROM hashed
)
SELECT row_number() OVER (ORDER BY p.visit_hash, p.id_bytes) AS visit, p.id, p.stratum, lower(hex(p.ticket)) AS ticket
FROM placed p JOIN takes t ON t.stratum = p.stratum
WHERE p.place <= t.take
ORDER BY visit;
