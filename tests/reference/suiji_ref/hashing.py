"""Section 1: hash suites [C1], derive [C5], and the keystream of [T4.2]."""
import hashlib
import struct


def sha256(data: bytes) -> bytes:
    """[C1] FIPS 180-4."""
    return hashlib.sha256(data).digest()


def rotl(x: int, n: int) -> int:
    """Rotates a 32-bit word left by n bits."""
    return (x << n | x >> 32 - n) & 0xFFFFFFFF


SM3_START = 0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E
SM3_ROUND = [rotl(0x79CC4519 if j < 16 else 0x7A879D8A, j % 32) for j in range(64)]


def sm3(data: bytes) -> bytes:
    """[C1] GB/T 32905."""
    state = SM3_START
    padded = data + b"\x80" + bytes(-(len(data) + 9) % 64) + struct.pack(">Q", 8 * len(data))
    for block in range(0, len(padded), 64):
        w = list(struct.unpack_from(">16I", padded, block))
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ rotl(w[j - 3], 15)
            w.append(x ^ rotl(x, 15) ^ rotl(x, 23) ^ rotl(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            a12 = rotl(a, 12)
            ss1 = rotl(a12 + e + SM3_ROUND[j] & 0xFFFFFFFF, 7)
            ff, gg = (a ^ b ^ c, e ^ f ^ g) if j < 16 else (a & b | a & c | b & c, e & f | ~e & g)
            tt1 = ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]) & 0xFFFFFFFF
            tt2 = gg + h + ss1 + w[j] & 0xFFFFFFFF
            a, b, c, d, e, f, g, h = tt1, a, rotl(b, 9), c, tt2 ^ rotl(tt2, 9) ^ rotl(tt2, 17), e, rotl(f, 19), g
        state = [old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return struct.pack(">8I", *state)


SUITES = {"sha256": sha256, "sm3": sm3}


def derive(H, label: str, *parts: bytes) -> bytes:
    """[C5] H over the label and the parts, each with its length."""
    return H(b"suiji-v1/" + label.encode() + b"\0" + b"".join(struct.pack(">Q", len(p)) + p for p in parts))


QUARTERS = [(i, 4 + (i + d) % 4, 8 + (i + 2 * d) % 4, 12 + (i + 3 * d) % 4) for d in (0, 1) for i in range(4)]


def chacha20(key: bytes, counter: int, nonce: bytes = bytes(12)) -> bytes:
    """RFC 8439, 2.3: one block of 64 bytes."""
    start = struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce)
    s = [*start]
    for a, b, c, d in QUARTERS * 10:
        for p, q, r, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[p] = s[p] + s[q] & 0xFFFFFFFF
            s[r] = rotl(s[r] ^ s[p], n)
    return struct.pack("<16I", *(x + y & 0xFFFFFFFF for x, y in zip(s, start)))


def keystream(key: bytes, used: list):
    """[T4.2] The 64-bit words of R. `used` collects those that were read."""
    for counter in range(2 ** 32):
        for word in struct.unpack("<8Q", chacha20(key, counter)):
            used.append(word)
            yield word


def uniform(words, n: int) -> int:
    """[T4.2] An integer from 0 to n - 1."""
    return next(word for word in words if word < 2 ** 64 - 2 ** 64 % n) % n


def shuffle(words, items: list) -> list:
    """[T4.3] The items in their shuffled order."""
    items = [*items]
    for i in range(len(items) - 1):
        j = i + uniform(words, len(items) - i)
        items[i], items[j] = items[j], items[i]
    return items
