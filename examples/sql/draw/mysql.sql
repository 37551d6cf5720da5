-- The draw of one task [D2] [D3] in MySQL, 8.0 or later (window functions), sha256.
-- Not tested on MySQL. Tested by hand on MariaDB 10.11, which has the same functions (README.md, «Engines»).
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL without blinding
--      takes      stratum, take              from the commitment
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected entities of the task in the order of visits
--
-- SHA2 returns hex as text in the collation of the connection, which may ignore case. UNHEX converts it to a binary string,
-- which is compared as bytes. The character set of the columns must contain ASCII unchanged (utf8mb4, gbk, latin1): with utf16,
-- UNHEX returns NULL, and every ticket is NULL. CONCAT with NULL is NULL, so the salt needs COALESCE. There is no built-in SM3 function.
WITH hashed AS (
    SELECT f.id, f.stratum, CAST(f.id AS BINARY) AS id_bytes,
           UNHEX(SHA2(CONCAT(UNHEX(k.draw_key), CAST(f.id AS BINARY), COALESCE(UNHEX(f.salt), X'')), 256)) AS ticket,
           UNHEX(SHA2(CONCAT(UNHEX(k.order_key), CAST(f.id AS BINARY)), 256)) AS visit_hash
    FROM frame f CROSS JOIN draw_keys k
),
placed AS (
    SELECT hashed.*, ROW_NUMBER() OVER (PARTITION BY stratum ORDER BY ticket, id_bytes) AS place
    FROM hashed
)
SELECT ROW_NUMBER() OVER (ORDER BY p.visit_hash, p.id_bytes) AS visit, p.id, p.stratum, LOWER(HEX(p.ticket)) AS ticket
FROM placed p JOIN takes t ON t.stratum = p.stratum
WHERE p.place <= t.take
ORDER BY visit;
