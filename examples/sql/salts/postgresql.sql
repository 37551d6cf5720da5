-- The salts of the entities with a blinded commitment [S2]: derive("salt", secret, "registry", id) [C5], sha256.
--
-- In   registry   id
--      secrets    secret     one row, 64 hex digits; none without blinding
-- Out  id, salt
--
-- int8send writes a length as 8 bytes, big-endian [C5].
SELECT r.id, encode(sha256(
           convert_to('suiji-v1/salt', 'UTF8') || decode('00', 'hex')
           || int8send(32) || decode(s.secret, 'hex')
           || int8send(8) || convert_to('registry', 'UTF8')
           || int8send(octet_length(r.id)) || convert_to(r.id, 'UTF8')), 'hex') AS salt
FROM registry r CROSS JOIN secrets s;
