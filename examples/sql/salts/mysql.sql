-- The salts of the entities with a blinded commitment [S2]: derive("salt", secret, "registry", id) [C5], sha256.
-- Not tested on MySQL. Tested by hand on MariaDB 10.11.
--
-- In   registry   id
--      secrets    secret     one row, 64 hex digits; none without blinding
-- Out  id, salt
--
-- A length is 16 hex digits, which UNHEX converts to 8 bytes, big-endian [C5].
SELECT r.id, SHA2(CONCAT(
           CAST('suiji-v1/salt' AS BINARY), X'00',
           UNHEX(LPAD(HEX(32), 16, '0')), UNHEX(s.secret),
           UNHEX(LPAD(HEX(8), 16, '0')), CAST('registry' AS BINARY),
           UNHEX(LPAD(HEX(CHAR_LENGTH(r.id)), 16, '0')), CAST(r.id AS BINARY)), 256) AS salt
FROM registry r CROSS JOIN secrets s;
