-- The salts that a blinded sheet gives the entities [S2]: derive("salt", secret, "registry", id) [C5], sha256.
-- Not run here on MySQL. It ran by hand on MariaDB 10.11.
--
-- In   registry   id
--      secrets    secret     one row, 64 hex digits; none where the sheet is not blinded
-- Out  id, salt
--
-- A length is 16 hex digits, which UNHEX makes into the 8 bytes, big-endian, that [C5] wants.
SELECT r.id, SHA2(CONCAT(
           CAST('suiji-v1/salt' AS BINARY), X'00',
           UNHEX(LPAD(HEX(32), 16, '0')), UNHEX(s.secret),
           UNHEX(LPAD(HEX(8), 16, '0')), CAST('registry' AS BINARY),
           UNHEX(LPAD(HEX(CHAR_LENGTH(r.id)), 16, '0')), CAST(r.id AS BINARY)), 256) AS salt
FROM registry r CROSS JOIN secrets s;
