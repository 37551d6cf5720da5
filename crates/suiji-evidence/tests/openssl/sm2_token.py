"""Makes a timestamp token with SM2: signed data around contents, signed by OpenSSL.

    sm2_token.py CONTENTS CERTIFICATE KEY CONTENT-TYPE INTO
"""

import hashlib
import subprocess
import sys
import tempfile


def tlv(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    length = len(body)
    if length < 128:
        return bytes([tag, length]) + body
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + body


def oid(text: str) -> bytes:
    first, second, *rest = map(int, text.split("."))
    out = []
    for arc in (first * 40 + second, *rest):
        septets = [arc & 0x7F]
        while arc := arc >> 7:
            septets.append(arc & 0x7F | 0x80)
        out += reversed(septets)
    return tlv(0x06, bytes(out))


def sequence(*parts: bytes) -> bytes:
    return tlv(0x30, *parts)


def element(der: bytes, at: int) -> tuple[int, int]:
    """The beginning and the end of the body of the element."""
    length, at = der[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length, at = int.from_bytes(der[at : at + size], "big"), at + size
    return at, at + length


def openssl(*args: str, data: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *args], input=data, stdout=subprocess.PIPE, check=True).stdout


def main(contents: str, certificate: str, key: str, kind: str, into: str) -> None:
    info = open(contents, "rb").read()
    cert = openssl("x509", "-in", certificate, "-outform", "DER")
    # version, serial number, algorithm, issuer
    at, _ = element(cert, element(cert, 0)[0])
    fields = []
    for _ in range(4):
        _, end = element(cert, at)
        fields.append(cert[at:end])
        at = end
    serial, issuer = fields[1], fields[3]

    sm3 = sequence(oid("1.2.156.10197.1.401"))
    attributes = sorted(
        sequence(oid(name), tlv(0x31, value))
        for name, value in {
            "1.2.840.113549.1.9.3": oid("1.2.840.113549.1.9.16.1.4"),
            "1.2.840.113549.1.9.4": tlv(0x04, hashlib.new("sm3", info).digest()),
            "1.2.840.113549.1.9.16.2.47": sequence(
                sequence(sequence(sm3, tlv(0x04, hashlib.new("sm3", cert).digest())))
            ),
        }.items()
    )
    with tempfile.NamedTemporaryFile() as message:
        message.write(tlv(0x31, *attributes))
        message.flush()
        signature = openssl(
            "pkeyutl", "-sign", "-rawin", "-digest", "sm3", "-inkey", key, "-in", message.name,
            "-pkeyopt", "distid:1234567812345678",
        )
    signer = sequence(
        tlv(0x02, b"\x01"),
        sequence(issuer, serial),
        sm3,
        tlv(0xA0, *attributes),
        sequence(oid("1.2.156.10197.1.301.1")),
        tlv(0x04, signature),
    )
    signed = sequence(
        tlv(0x02, b"\x03"),
        tlv(0x31, sm3),
        sequence(oid("1.2.840.113549.1.9.16.1.4"), tlv(0xA0, tlv(0x04, info))),
        tlv(0xA0, cert),
        tlv(0x31, signer),
    )
    open(into, "wb").write(sequence(oid(kind), tlv(0xA0, signed)))


main(*sys.argv[1:])
