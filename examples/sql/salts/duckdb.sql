-- The salts of the entities with a blinded commitment [S2]: derive("salt", secret, "registry", id) [C5], sha256.
--
-- In   registry   id
--      secrets    secret     one row, 64 hex digits; none without blinding
-- Out  id, salt
--
-- A length is 16 hex digits, which unhex converts to 8 bytes, big-endian [C5].
SELECT r.id, sha256(
           encode('suiji-v1/salt') || unhex('00')
           || unhex(printf('%016x', 32)) || unhex(s.secret)
           || unhex(printf('%016x', 8)) || encode('registry')
           || unhex(printf('%016x', strlen(r.id))) || encode(r.id)) AS salt
FROM registry r CROSS JOIN secrets s;
