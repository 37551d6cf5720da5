-- The draw of one task [D2] [D3] in PostgreSQL, 11 or later, sha256. ./check runs it.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL where the sheet is not blinded
--      takes      stratum, take              of the sealed sheet
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected of the task, in the order of visits
--
-- bytea is compared as bytes, so neither ticket nor id meets a collation. convert_to gives the id's bytes; a cast to
-- bytea would read a backslash as an escape. SM3: no built-in function.
WITH hashed AS (
    SELECT f.id, f.stratum, convert_to(f.id, 'UTF8') AS id_bytes,
           sha256(decode(k.draw_key, 'hex') || convert_to(f.id, 'UTF8') || coalesce(decode(f.salt, 'hex'), '')) AS ticket,
           sha256(decode(k.order_key, 'hex') || convert_to(f.id, 'UTF8')) AS visit_hash
    FROM frame f CROSS JOIN draw_keys k
),
placed AS (
    SELECT hashed.*, row_number() OVER (PARTITION BY stratum ORDER BY ticket, id_bytes) AS place
    FROM hashed
)
SELECT row_number() OVER (ORDER BY p.visit_hash, p.id_bytes) AS visit, p.id, p.stratum, encode(p.ticket, 'hex') AS ticket
FROM placed p JOIN takes t ON t.stratum = p.stratum
WHERE p.place <= t.take
ORDER BY visit;
