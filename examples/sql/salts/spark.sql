-- The salts of the entities with a blinded commitment [S2]: derive("salt", secret, "registry", id) [C5], sha256.
-- Tested by hand (README.md, «Engines»).
--
-- In   registry   id
--      secrets    secret     one row, 64 hex digits; none without blinding
-- Out  id, salt
--
-- A length is 16 hex digits, which unhex converts to 8 bytes, big-endian [C5].
SELECT r.id, sha2(concat(
           encode('suiji-v1/salt', 'UTF-8'), X'00',
           unhex(lpad(hex(32), 16, '0')), unhex(s.secret),
           unhex(lpad(hex(8), 16, '0')), encode('registry', 'UTF-8'),
           unhex(lpad(hex(length(r.id)), 16, '0')), encode(r.id, 'UTF-8')), 256) AS salt
FROM registry r CROSS JOIN secrets s;
