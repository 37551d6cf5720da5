"""Makes tests/vectors/evidence/envelopes.json: keys, statements and signatures by OpenSSL, and inputs that must be
refused.

    envelopes.py >envelopes.json

The keys are new each time, so the file changes each time.
"""

import base64
import hashlib
import json
import subprocess
import tempfile
from typing import Any

C = "6246c9abdba1088f2ff53de2582418858f22bbcb83c32bbde082c3a4e839de06"
R = "e7553e476c4c924a1e4cd306626a4d49596df315367c5becebfb72500d7a41b3"
A = "698101df267533603954a6d951f3a2308a23d6f089cdcea1c07a9688b871e7a1"
# The order of the group of Ed25519, the prime of its field, and the order of the group of SM2.
L = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123


def openssl(*args: str, data: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *args], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True).stdout


def file(data: bytes) -> Any:
    temporary = tempfile.NamedTemporaryFile()
    temporary.write(data)
    temporary.flush()
    return temporary


def pem(der: bytes) -> str:
    text = base64.b64encode(der).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join(["-----BEGIN PUBLIC KEY-----", *lines, "-----END PUBLIC KEY-----", ""])


class Key:
    def __init__(self, name: str, kind: str) -> None:
        args = {
            "ed25519": ["-algorithm", "ED25519"],
            "sm2": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"],
        }[kind]
        self.name, self.kind = name, kind
        self.private = openssl("genpkey", *args)
        self.public = openssl("pkey", "-pubout", data=self.private)
        self.der = openssl("pkey", "-pubout", "-outform", "DER", data=self.private)
        self.id = hashlib.sha256(self.der).hexdigest()

    def sign(self, message: bytes) -> bytes:
        """In the form of OpenSSL: R and S, or DER."""
        with file(self.private) as key, file(message) as text:
            args = ["pkeyutl", "-sign", "-rawin", "-inkey", key.name, "-in", text.name]
            if self.kind == "sm2":
                args += ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"]
            return openssl(*args)

    def raw(self, message: bytes) -> bytes:
        signature = self.sign(message)
        if self.kind == "ed25519":
            return signature
        _, _, _, length = signature[:4]
        r, s = signature[4 : 4 + length], signature[6 + length :]
        return int.from_bytes(r, "big").to_bytes(32, "big") + int.from_bytes(s, "big").to_bytes(32, "big")

    def to_json(self) -> Any:
        return {
            "name": self.name,
            "algorithm": self.kind,
            "private": self.private.decode(),
            "public": self.public.decode(),
            "id": self.id,
        }


def payload(**digests: str) -> bytes:
    fields = {"spec": "suiji-v1", "hash": "sha256", **digests}
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()


def kind(name: str) -> str:
    return f"application/vnd.suiji.{name}+json"


def to_sign(payload_type: str, body: bytes) -> bytes:
    return b"DSSEv1 %d %s %d %s" % (len(payload_type), payload_type.encode(), len(body), body)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def envelope(payload_type: str, body: bytes, *signatures: tuple[Key, bytes]) -> Any:
    return {
        "payload": b64(body),
        "payloadType": payload_type,
        "signatures": [{"keyid": key.id, "sig": b64(signature)} for key, signature in signatures],
    }


def refused_keys() -> list[Any]:
    """Public keys that are not valid, or not in canonical form."""
    ed25519 = bytes.fromhex("302a300506032b6570032100")
    sm2 = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d034200")
    compressed = bytes.fromhex("3039301306072a8648ce3d020106082a811ccf5501822d032200")
    g = bytes.fromhex(
        "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
        "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0"
    )
    d = -121665 * pow(121666, P - 2, P) % P

    def on_curve(y: int) -> bool:
        square = (y * y - 1) * pow(d * y * y + 1, P - 2, P) % P
        return pow(square, (P - 1) // 2, P) == 1

    y = next(y for y in range(2, 19) if on_curve(y))
    small = next(
        y for y in range(2, 1000) if not on_curve(y)
    )
    keys = [
        ("the neutral element of Ed25519", "key.weak", ed25519 + (1).to_bytes(32, "little")),
        ("a point of order 2 of Ed25519", "key.weak", ed25519 + (P - 1).to_bytes(32, "little")),
        ("a point of order 4 of Ed25519", "key.weak", ed25519 + bytes(32)),
        ("a point of order 8 of Ed25519", "key.weak", ed25519 + bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")),
        ("not a point of Ed25519", "key.weak", ed25519 + small.to_bytes(32, "little")),
        ("a point of Ed25519 that is not in canonical form", "key.weak", ed25519 + (P + y).to_bytes(32, "little")),
        ("Ed25519 with one byte more", "key.form", bytes.fromhex("302b300506032b6570032200") + bytes(range(33))),
        ("Ed25519 with parameters", "key.form", bytes.fromhex("302c300706032b65700500032100") + bytes(range(32))),
        ("X25519", "key.algorithm", bytes.fromhex("302a300506032b656e032100") + bytes(range(32))),
        ("a point of SM2 in compressed form", "key.form", compressed + b"\x02" + g[:32]),
        ("not a point of SM2", "key.weak", sm2 + b"\x04" + g[:63] + b"\xa1"),
        ("the point at infinity of SM2", "key.form", bytes.fromhex("3019301306072a8648ce3d020106082a811ccf5501822d03020000")),
        ("bytes after the key", "key.form", sm2 + b"\x04" + g + b"\x00"),
    ]
    for name, args in {
        "P-256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
        "RSA": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
    }.items():
        der = openssl("pkey", "-pubout", "-outform", "DER", data=openssl("genpkey", *args))
        keys.append((name, "key.algorithm", der))
    return [{"about": about, "public": pem(der), "code": code} for about, code, der in keys]


def main() -> None:
    office, witness = Key("样例县市场监管局", "ed25519"), Key("样例见证人", "sm2")
    statements = {
        "commitment": payload(commitment=C),
        "record": payload(commitment=C, record=R),
        "amendments": payload(commitment=C, record=R, amendments=A),
    }
    accepted, statement_list = [], []
    for name, body in statements.items():
        message = to_sign(kind(name), body)
        statement_list.append({
            "document": name,
            "payload": body.decode(),
            "to_sign": message.decode(),
            "signatures": [{"key": key.name, "returned": key.sign(message).hex()} for key in (office, witness)],
        })
        accepted.append({
            "about": f"signatures of a {name}",
            "envelope": envelope(kind(name), body, *((key, key.raw(message)) for key in (office, witness))),
        })

    body, payload_type = statements["commitment"], kind("commitment")
    message = to_sign(payload_type, body)
    by_office, by_witness = office.raw(message), witness.raw(message)
    good = envelope(payload_type, body, (office, by_office), (witness, by_witness))

    # Envelopes in which a signature does not verify.
    s = int.from_bytes(by_office[32:], "little")
    malleable = by_office[:32] + (s + L).to_bytes(32, "little")
    r, t = by_witness[:32], by_witness[32:]
    zero, order = bytes(32), N.to_bytes(32, "big")
    other = to_sign(payload_type, payload(commitment=R))
    invalid = [
        ("S is not reduced", office, malleable),
        ("R is the neutral element", office, (1).to_bytes(32, "little") + by_office[32:]),
        ("one bit of R is changed", office, bytes([by_office[0] ^ 1]) + by_office[1:]),
        ("one bit of S is changed", office, by_office[:32] + bytes([by_office[32] ^ 1]) + by_office[33:]),
        ("a signature of another commitment", office, office.raw(other)),
        ("a signature of the payload without its type", office, office.raw(body)),
        ("a signature of another type", office, office.raw(to_sign(kind("record"), body))),
        ("the signature of another key", office, by_witness),
        ("r is 0", witness, zero + t),
        ("s is 0", witness, r + zero),
        ("r is not reduced", witness, order + t),
        ("s is not reduced", witness, r + order),
        ("r and s are exchanged", witness, t + r),
        ("r and s add up to 0", witness, r + (N - int.from_bytes(r, "big")).to_bytes(32, "big")),
        ("a signature of another commitment", witness, witness.raw(other)),
    ]

    def changed(about: str, code: str, change: Any) -> Any:
        copy = json.loads(json.dumps(good))
        text = change(copy)
        return {"about": about, "code": code, "envelope": text or json.dumps(copy)}

    def repay(new: bytes) -> Any:
        return lambda e: e.update(payload=b64(new))

    text = json.dumps(good)
    refused = [
        changed("an unknown field", "envelope.form", lambda e: e.update(x=1)),
        changed("an unknown field of a signature", "envelope.form", lambda e: e["signatures"][0].update(role="office")),
        changed("no signatures", "envelope.form", lambda e: e.pop("signatures") and None),
        changed("signatures that are no list", "envelope.form", lambda e: e.update(signatures={})),
        changed("no key id", "envelope.form", lambda e: e["signatures"][0].pop("keyid") and None),
        changed("a key id in upper case", "envelope.form", lambda e: e["signatures"][0].update(keyid=office.id.upper())),
        changed("63 bytes of signature", "envelope.form", lambda e: e["signatures"][0].update(sig=b64(by_office[:63]))),
        changed("a signature in DER", "envelope.form", lambda e: e["signatures"][1].update(sig=b64(witness.sign(message)))),
        changed("base64 without padding", "envelope.form", lambda e: e["signatures"][0].update(sig=b64(by_office).rstrip("="))),
        changed("base64 for URLs", "envelope.form", lambda e: e["signatures"][0].update(sig=base64.urlsafe_b64encode(b"\xff" * 64).decode())),
        changed("base64 with bits that do not count", "envelope.form", lambda e: e["signatures"][0].update(sig=b64(by_office)[:-3] + chr(ord(b64(by_office)[-3]) + 1) + "==")),
        changed("the same field twice", "envelope.form", lambda e: text[:-1] + ', "payload": ""}'),
        changed("not JSON", "envelope.form", lambda e: text[:-1]),
        changed("another payload type", "envelope.type", lambda e: e.update(payloadType="application/json")),
        changed("the type of another document", "envelope.payload", lambda e: e.update(payloadType=kind("record"))),
        changed("a payload with blanks", "envelope.payload", repay(json.dumps(json.loads(body), sort_keys=True).encode())),
        changed("a payload in another order", "envelope.payload", repay(b'{"spec":"suiji-v1","commitment":"%s","hash":"sha256"}' % C.encode())),
        changed("a payload with another field", "envelope.payload", repay(payload(commitment=C, x="1"))),
        changed("a payload without its hash", "envelope.payload", repay(b'{"commitment":"%s","spec":"suiji-v1"}' % C.encode())),
        changed("an unknown hash", "envelope.payload", repay(payload(commitment=C, hash="md5"))),
        changed("another specification", "envelope.payload", repay(payload(commitment=C, spec="suiji-v2"))),
        changed("amendments without a record", "envelope.payload", lambda e: e.update(payload=b64(payload(commitment=C, amendments=A)), payloadType=kind("amendments"))),
        changed("a digest in upper case", "envelope.payload", repay(payload(commitment=C.upper()))),
        changed("a payload in base64 without padding", "envelope.payload", lambda e: e.update(payload=b64(body + b" ").rstrip("="))),
        changed("the same key twice", "envelope.twice", lambda e: e["signatures"].append(e["signatures"][0])),
        changed("the same key with two signatures", "envelope.twice", lambda e: e["signatures"].append({"keyid": office.id, "sig": b64(by_witness)})),
    ]
    vectors = {
        "about": "Envelopes over the documents of the worked example in annex E of SPEC.md. Keys and signatures were made with OpenSSL; all names are invented.",
        "rules": ["P1", "P2", "P3"],
        "keys": [office.to_json(), witness.to_json()],
        "statements": statement_list,
        "accepted": accepted,
        "invalid_signatures": [
            {"about": about, "key": key.name, "envelope": envelope(payload_type, body, (key, signature)), "code": "key.signature"}
            for about, key, signature in invalid
        ],
        "refused_envelopes": refused,
        "refused_keys": refused_keys(),
    }
    print(json.dumps(vectors, ensure_ascii=False, indent=2))


main()
