-- The draw of one task [D2] [D3] in DuckDB, sha256. ./check runs it.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL where the sheet is not blinded
--      takes      stratum, take              of the sealed sheet
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected of the task, in the order of visits
--
-- sha256 takes a VARCHAR or a BLOB and gives lower-case hex; unhex makes bytes of it, and BLOBs are compared as bytes,
-- whatever default_collation says. SM3: no built-in function.
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
