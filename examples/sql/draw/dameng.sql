-- The draw of one task [D2] [D3] in 达梦 DM8, sha256 or sm3. Not run here.
--
-- In   frame      id, stratum, salt          salt: 64 hex digits, NULL where the sheet is not blinded
--      takes      stratum, take              of the sealed sheet
--      draw_keys  draw_key, order_key        one row, 64 hex digits each
-- Out  the selected of the task, in the order of visits
--
-- In DM8's manuals that we could read no SQL function gives SHA-256 or SM3 of a value: «DBMS_CRYPTO 包» offers HASH with
-- HASH_MD5 and HASH_SH1 alone; SHA256 stands in V$CIPHERS, and «加密引擎» leaves SM3 to a library of the user's, but both
-- serve the server's own encryption. So the hash is a function that you supply:
--
--     SUIJI_HASH(prefix VARCHAR, id VARCHAR, suffix VARCHAR) RETURN VARCHAR
--
-- the lower-case hex of H(bytes of the hex prefix ‖ UTF-8 bytes of the id ‖ bytes of the hex suffix, none where it is NULL or '').
-- An external function does it in a few lines of Java or C («外部函数»; ENABLE_EXTERNAL_CALL is off by default): in Java,
-- MessageDigest with "SHA-256", or with "SM3" and a provider that has it. Where your release knows more, use that. Try the
-- function on the worked ticket of README.md before you believe it.
--
-- Lower-case hex of one length compares as text like its bytes: digits stand before letters in GB18030 and UTF-8, with
-- CASE_SENSITIVE=N too. ids that are equal but for case are refused by [C4], and two equal tickets do not occur.
-- ids must be VARCHAR: a CHAR column would hash its padding.
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
