-- The draw of one task [D2] [D3] in Oracle Database, 12c or later (STANDARD_HASH), sha256. Not tested.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL without blinding
--      takes      stratum, take              from the commitment
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected entities of the task in the order of visits
--
-- The message is built as hex and converted to RAW once, because || of two RAWs silently converts them to text. A NULL salt adds
-- nothing. RAW is compared as bytes, independently of NLS_SORT and NLS_COMP. Text is not.
-- ids must be VARCHAR2: the padding of a CHAR(18) column would be hashed, and CAST_TO_RAW of NVARCHAR2 is another function.
-- STANDARD_HASH does not have SM3 (only SHA1, SHA256, SHA384, SHA512, MD5).
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
