-- The draw of one task [D2] [D3] in Spark SQL, 3.0 or later, sha256. Tested by hand (README.md, «Engines»).
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL without blinding
--      takes      stratum, take              from the commitment
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected entities of the task in the order of visits
--
-- sha2 takes BINARY and returns lower-case hex. unhex converts it to BINARY, which is compared as bytes. concat of binaries
-- is only binary if spark.sql.function.concatBinaryAsString is false, the default. There is no built-in SM3 function.
WITH hashed AS (
    SELECT f.id, f.stratum, encode(f.id, 'UTF-8') AS id_bytes,
           unhex(sha2(concat(unhex(k.draw_key), encode(f.id, 'UTF-8'), coalesce(unhex(f.salt), X'')), 256)) AS ticket,
           unhex(sha2(concat(unhex(k.order_key), encode(f.id, 'UTF-8')), 256)) AS visit_hash
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
