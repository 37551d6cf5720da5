"""Makes tests/vectors/evidence/timestamps.json from the folder that authorities.sh made.

    timestamps.py FOLDER >timestamps.json
"""

import base64
import json
import pathlib
import re
import sys
from typing import Any

SHA256 = {"hash": "sha256", "commitment": "6246c9abdba1088f2ff53de2582418858f22bbcb83c32bbde082c3a4e839de06"}
SM3 = {"hash": "sm3", "commitment": "11" * 32}
folder = pathlib.Path(sys.argv[1])
certificates: dict[str, str] = {}


def read(name: str) -> bytes:
    return (folder / name).read_bytes()


def trusted(*names: str) -> list[str]:
    for name in names:
        certificates[name] = read(f"{name}.pem").decode()
    return list(names)


def token(about: str, data: bytes, roots: list[str], statement: dict[str, str], **more: Any) -> Any:
    return {"about": about, "statement": statement, "token": base64.b64encode(data).decode(), "trusted": roots, **more}


def good(about: str, name: str, root: str, algorithm: str, authority: str, statement: dict[str, str] = SHA256) -> Any:
    data = read(name)
    year, month, day, hour, minute, second = re.search(
        rb"\x18\x0f(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z", data
    ).groups()
    time = b"%s-%s-%sT%s:%s:%s+00:00" % (year, month, day, hour, minute, second)
    return token(
        about, data, trusted(root), statement,
        algorithm=algorithm, authority=f"CN={authority},O=样例时间戳机构", time=time.decode(), accuracy=1_000_000,
    )


def bad(about: str, name: str, root: str, code: str, statement: dict[str, str] = SHA256) -> Any:
    return token(about, read(name), trusted(*root.split()), statement, code=code)


def flipped(about: str, name: str, at: int, root: str, code: str) -> Any:
    data = bytearray(read(name))
    data[at] ^= 1
    return token(about, bytes(data), trusted(root), SHA256, code=code)


rsa = read("rsa.tsr")
digest = bytes.fromhex(SHA256["commitment"])
vectors = {
    "about": "Timestamps that OpenSSL made over the commitment of the worked example in annex E of SPEC.md, and over an "
    "invented one of SM3. The authorities are invented.",
    "rules": ["P4", "P5", "P6"],
    "requests": [
        {"statement": SHA256, "request": read("rsa.tsq").hex()},
        {"statement": SM3, "request": read("rsa.sm3.tsq").hex()},
    ],
    "accepted": [
        good("RSA and SHA-256", "rsa.tsr", "rsa.root", "RSA", "rsa 时间戳"),
        good("RSA over a digest of SM3", "rsa.sm3.tsr", "rsa.root", "RSA", "rsa 时间戳", SM3),
        good("ECDSA with P-256", "p256.tsr", "p256.root", "ECDSA P-256", "p256 时间戳"),
        good("ECDSA with P-384", "p384.tsr", "p384.root", "ECDSA P-384", "p384 时间戳"),
        good("a certificate between authority and root", "below.tsr", "p256.root", "ECDSA P-256", "下级时间戳"),
        good("the certificate is named by SHA-1", "sha1.tsr", "p256.root", "ECDSA P-256", "p256 时间戳"),
        good("the certificate of the authority itself is trusted", "p256.tsr", "p256", "ECDSA P-256", "p256 时间戳"),
        good("a token without the answer around it", "p256.tst", "p256.root", "ECDSA P-256", "p256 时间戳"),
        good("signed data that was not made as a timestamp, but is one", "again.tst", "p256.root", "ECDSA P-256", "再签"),
        good("SM2", "sm2.tst", "sm2.root", "SM2", "SM2 时间戳", SM3),
        good("SM2, as GM/T 0010 names signed data", "sm2.gm.tst", "sm2.root", "SM2", "SM2 时间戳", SM3),
    ],
    "refused": [
        bad("a token about another digest", "other.tsr", "rsa.root", "timestamp.other-digest"),
        bad("the same digest, of the other hash", "other.tsr", "rsa.root", "timestamp.other-digest", SM3),
        bad("an authority that nobody trusts", "rsa.tsr", "p256.root", "timestamp.chain"),
        bad("no certificate is trusted", "rsa.tsr", "", "timestamp.chain"),
        bad("a trusted certificate of the same name with another key", "p256.tsr", "forged.root", "timestamp.chain"),
        bad("the authority refused", "refused.tsr", "p256.root", "timestamp.refused"),
        bad("an RSA key of 1024 bits", "short.tsr", "short.root", "timestamp.short-key"),
        bad("the purpose is not critical", "not_critical.tst", "p256.root", "timestamp.certificate"),
        bad("a second purpose", "two_purposes.tst", "p256.root", "timestamp.certificate"),
        bad("a key that must not sign", "not_signing.tst", "p256.root", "timestamp.certificate"),
        bad("the signature does not name its certificate", "not_named.tst", "p256.root", "timestamp.certificate"),
        bad("another certificate of the same key and number", "renamed.tst", "renamed.other p256.root", "timestamp.certificate"),
        bad("an issuer that must not issue", "leaf.tst", "p256.root", "timestamp.certificate"),
        bad("stamped before the certificate was valid", "early.tst", "p256.root", "timestamp.certificate"),
        bad("the certificate of the signer is missing", "renamed.tst", "p256.root", "timestamp.no-certificate"),
        bad("signed data that is no timestamp", "data.tst", "p256.root", "timestamp.form"),
        flipped("one bit of the digest is changed", "rsa.tsr", rsa.index(digest) + 5, "rsa.root", "timestamp.other-digest"),
        flipped("one bit of the serial number is changed", "rsa.tsr", rsa.index(digest) + 34, "rsa.root", "timestamp.signature"),
        flipped("one bit of the signature is changed", "rsa.tsr", len(rsa) - 9, "rsa.root", "timestamp.signature"),
        token("one byte is missing", rsa[:-1], trusted("rsa.root"), SHA256, code="timestamp.form"),
        token("one byte more", rsa + b"\0", trusted("rsa.root"), SHA256, code="timestamp.form"),
        token("nothing", b"", trusted("rsa.root"), SHA256, code="timestamp.form"),
    ],
}
vectors["certificates"] = certificates
print(json.dumps(vectors, ensure_ascii=False, indent=2))
