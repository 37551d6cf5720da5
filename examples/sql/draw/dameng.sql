-- The draw of one task [D2] [D3] in 达梦 DM8, sha256 or sm3. Not tested.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL without blinding
--      takes      stratum, take              from the commitment
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected entities of the task in the order of visits
--
-- The manuals of DM8 that we could read have no SQL function for SHA-256 or SM3: «DBMS_CRYPTO 包» has HASH with only HASH_MD5
-- and HASH_SH1. V$CIPHERS lists SHA256, and «加密引擎» supports SM3 with a library of the user, but both are only for the
-- encryption of the server. So you must supply the hash function:
--
--     SUIJI_HASH(prefix VARCHAR, id VARCHAR, suffix VARCHAR) RETURN VARCHAR
--
-- It returns the lower-case hex of H(bytes of the hex prefix ‖ UTF-8 bytes of the id ‖ bytes of the hex suffix, if any).
-- An external function needs a few lines of Java or C («外部函数»; ENABLE_EXTERNAL_CALL is off by default): in Java,
-- MessageDigest with "SHA-256", or with "SM3" and a provider that supports it. If your release has a built-in function, use
-- that. Test the function with the ticket in step 6 of README.md.
--
-- Lower-case hex of equal length sorts like its bytes: digits are before letters in GB18030 and UTF-8, also with
-- CASE_SENSITIVE=N. Sealing refuses ids that differ only in letter case [C4], and equal tickets do not occur.
-- ids must be VARCHAR: the padding of a CHAR column would be hashed.
WITH hashed AS (
    SELECT f.id, f.stratum,
           SUIJI_HASH(k.draw_key, f.id, f.salt) AS ticket,
           SUIJI_HASH(k.order_key, f.id, NULL) AS visit_hash
    FROM frame f CROSS JOIN draw_keys k
),
placed AS (
    SELECT hashed.*, ROW_NUMBER() OVER (PARTITION BY stratum ORDER BY ticket, id) AS place
    FROM hashed
)
SELECT ROW_NUMBER() OVER (ORDER BY p.visit_hash, p.id) AS visit, p.id, p.stratum, p.ticket
FROM placed p JOIN takes t ON t.stratum = p.stratum
WHERE p.place <= t.take
ORDER BY visit;
