-- The draw of one task [D2] [D3] in PostgreSQL, 11 or later, sha256. Tested by ./check.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL without blinding
--      takes      stratum, take              from the commitment
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected entities of the task in the order of visits
--
-- bytea is compared as bytes, without a collation. convert_to returns the bytes of the id. A cast to bytea would read a
-- backslash as an escape. There is no built-in SM3 function.
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
