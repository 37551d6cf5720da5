-- The salts that a blinded sheet gives the entities [S2]: derive("salt", secret, "registry", id) [C5], sha256.
--
-- In   registry   id
--      secrets    secret     one row, 64 hex digits; none where the sheet is not blinded
-- Out  id, salt
--
-- int8send writes a length as [C5] wants it: 8 bytes, big-endian.
SELECT r.id, encode(sha256(
           convert_to('suiji-v1/salt', 'UTF8') || decode('00', 'hex')
           || int8send(32) || decode(s.secret, 'hex')
           || int8send(8) || convert_to('registry', 'UTF8')
           || int8send(octet_length(r.id)) || convert_to(r.id, 'UTF8')), 'hex') AS salt
FROM registry r CROSS JOIN secrets s;
