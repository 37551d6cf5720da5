-- The draw of one task [D2] [D3] in Oracle Database, 12c or later (STANDARD_HASH), sha256. Not run here.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL where the sheet is not blinded
--      takes      stratum, take              of the sealed sheet
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected of the task, in the order of visits
--
-- The message is put together as hex and becomes RAW once: || of two RAWs would convert each to text without saying so. A NULL
-- salt adds nothing, as '' does. RAW is compared as bytes, whatever NLS_SORT and NLS_COMP say; text would not be.
-- ids must be VARCHAR2: a CHAR(18) column would hash its padding, and CAST_TO_RAW of NVARCHAR2 is another function.
-- SM3: not among the methods of STANDARD_HASH (SHA1, SHA256, SHA384, SHA512, MD5).
WITH hashed AS (
    SELECT f.id, f.stratum, UTL_RAW.CAST_TO_RAW(f.id) AS id_bytes,
           STANDARD_HASH(HEXTORAW(k.draw_key || RAWTOHEX(UTL_RAW.CAST_TO_RAW(f.id)) || f.salt), 'SHA256') AS ticket,
           STANDARD_HASH(HEXTORAW(k.order_key || RAWTOHEX(UTL_RAW.CAST_TO_RAW(f.id))), 'SHA256') AS visit_hash
    FROM frame f CROSS JOIN draw_keys k
),
placed AS (
    SELECT hashed.*, ROW_NUMBER() OVER (PARTITION BY stratum ORDER BY ticket, id_bytes) AS place
    FROM hashed
)
SELECT ROW_NUMBER() OVER (ORDER BY p.visit_hash, p.id_bytes) AS visit, p.id, p.stratum, LOWER(RAWTOHEX(p.ticket)) AS ticket
FROM placed p JOIN takes t ON t.stratum = p.stratum
WHERE p.place <= t.take
ORDER BY visit;
