-- The salts of the entities with a blinded commitment [S2]: derive("salt", secret, "registry", id) [C5], sha256. Not tested.
--
-- In   registry   id
--      secrets    secret     one row, 64 hex digits; none without blinding
-- Out  id, salt
--
-- The message is built as hex. A length is 16 hex digits, for 8 bytes, big-endian [C5].
SELECT r.id, LOWER(RAWTOHEX(STANDARD_HASH(HEXTORAW(
           RAWTOHEX(UTL_RAW.CAST_TO_RAW('suiji-v1/salt')) || '00'
           || LPAD(TO_CHAR(32, 'FMXX'), 16, '0') || s.secret
           || LPAD(TO_CHAR(8, 'FMXX'), 16, '0') || RAWTOHEX(UTL_RAW.CAST_TO_RAW('registry'))
           || LPAD(TO_CHAR(LENGTHB(r.id), 'FMXX'), 16, '0') || RAWTOHEX(UTL_RAW.CAST_TO_RAW(r.id))), 'SHA256'))) AS salt
FROM registry r CROSS JOIN secrets s;
