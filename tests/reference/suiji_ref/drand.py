"""Annex A: verifies a signature of the drand chain quicknet [R1]: a BLS signature over BLS12-381 by RFC 9380.

The code is written for readers, not for speed: one signature takes about two seconds. All values are public, so timing
reveals nothing.
"""
import functools

from .hashing import sha256

CHAIN = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
PUBLIC_KEY = ("83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
              "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a")
PERIOD, GENESIS = 3, 1692803367
TAG = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
Z = 0xD201000000010000                                       # the curve's parameter is -Z
R = Z ** 4 - Z ** 2 + 1                                      # the prime order of the groups
P = (Z + 1) ** 2 * R // 3 - Z                                # the field's prime
G2 = ((0x024AA2B2F08F0A91260805272DC51051C6E47AD4FA403B02B4510B647AE3D1770BAC0326A805BBEFD48056C8C121BDB8,
       0x13E02B6052719F607DACD3A088274F65596BD0D09920B61AB5DA61BBDC7F5049334CF11213945D57E5AC7D055D042B7E),
      (0x0CE5D527727D6E118CC9CDC6DA2E351AADFD9BAA8CBDD3A76D429A695160D12C923AC9CC3BACA289E193548608B82801,
       0x0606C4A02EA734CC32ACD2B02BC28B99CB3E287E85A763AF267492AB572E99AB3F370D275CEC1DA1AAA9075FF05F79BE))


# == Fields: Fp2 = Fp[i] with i² = -1 as pairs, Fp12 = Fp2[w] with w⁶ = 1 + i as six of them ============================
def inverse(a): return pow(a, -1, P)
def add2(a, b): return (a[0] + b[0]) % P, (a[1] + b[1]) % P
def sub2(a, b): return (a[0] - b[0]) % P, (a[1] - b[1]) % P
def mul2(a, b): return (a[0] * b[0] - a[1] * b[1]) % P, (a[0] * b[1] + a[1] * b[0]) % P


def inverse2(a):
    n = inverse((a[0] * a[0] + a[1] * a[1]) % P)
    return a[0] * n % P, -a[1] * n % P


def mul12(a, b):
    product = [(0, 0)] * 11
    for i, x in enumerate(a):
        if x == (0, 0): continue
        for j, y in enumerate(b):
            if y != (0, 0): product[i + j] = add2(product[i + j], mul2(x, y))
    return [add2(product[k], mul2(product[k + 6], (1, 1))) if k < 5 else product[k] for k in range(6)]


# == Points: pairs, None is the identity ================================================================================
def add(p, q):
    """On y² = x³ + 4 over Fp."""
    if p is None or q is None: return p or q
    if p[0] == q[0]:
        if (p[1] + q[1]) % P == 0: return None
        slope = 3 * p[0] * p[0] * inverse(2 * p[1]) % P
    else:
        slope = (q[1] - p[1]) * inverse((q[0] - p[0]) % P) % P
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P


def times(n, p):
    total = None
    for bit in bin(n)[2:]:
        total = add(total, total)
        if bit == "1": total = add(total, p)
    return total


def root(a):
    """A square root, or None."""
    y = pow(a, (P + 1) // 4, P)
    return y if y * y % P == a % P else None


def g1_of(data: bytes):
    """[R1] The point of a canonical compressed form. None if it is not of prime order, or is the identity."""
    x, flags = int.from_bytes(data, "big") & (1 << 381) - 1, data[0] >> 5
    y = root(x ** 3 + 4)
    if len(data) != 48 or flags not in (4, 5) or x >= P or y is None: return None
    point = x, y if (y > P // 2) == (flags == 5) else P - y
    return point if times(R, point) is None else None


def g2_of(data: bytes):
    """The public key, which is valid."""
    x = int.from_bytes(data[48:], "big"), int.from_bytes(data[:48], "big") & (1 << 381) - 1
    a, b = add2(mul2(mul2(x, x), x), (4, 4))
    n = root(a * a + b * b)
    c = root((a + n) * inverse(2)) or root((a - n) * inverse(2))
    y = c, b * inverse(2 * c) % P
    greater = y[1] > P // 2 if y[1] else y[0] > P // 2
    return x, y if greater == bool(data[0] & 0x20) else ((-y[0]) % P, (-y[1]) % P)


# == Hash to the curve, RFC 9380 ========================================================================================
def field_elements(message: bytes) -> list:
    """5.2 and 5.3.1: two elements of Fp."""
    tag = TAG + bytes([len(TAG)])
    start = sha256(bytes(64) + message + b"\x00\x80\x00" + tag)
    blocks = [sha256(start + b"\1" + tag)]
    for n in range(2, 5):
        blocks.append(sha256(bytes(a ^ b for a, b in zip(start, blocks[-1])) + bytes([n]) + tag))
    data = b"".join(blocks)
    return [int.from_bytes(data[:64], "big") % P, int.from_bytes(data[64:], "big") % P]


# 8.8.1: the isogenous curve y² = x³ + A·x + B. Its isogeny (E.2) has this kernel polynomial, the root of x_den, and scale.
A = 0x00144698A3B8E9433D693A02C96D4982B0EA985383EE66A8D8E8981AEFD881AC98936F8DA0E0F97F5CF428082D584C1D
B = 0x12E2908D11688030018B12E8753EEE3B2016C1F0F24F4070A0B9C14FCEF35EF55A23215A316CEAA5D1CC48E98E172BE0
KERNEL = (0x133341FB0962A34CB0504A9C4FADA0A5090D38679B4C040D5D1C3AFB023A3409FCC0815FEA66D8B02BBEF9C8B5A66E07,
          0x0264908AF037BCEDE00D054CF5D4775E83EB6CF63C76B969F8ED174FB59FCFF78D201F46F6CFC4ED6552E59CE75177B0,
          0x1335C502C1F54C49ACEEA65E87FD7203BA0F626F305FC0CFD606A5DAE9F3C8E81A4B3B69600129FABD307C69BF319D39,
          0x094440F65F408A6E930E16E3E92DD17BF60D6E9679A8D3D58593DE55AC23703042D609537EB3549AAC234D896CA82944,
          0x04AFE09D5CF4956A23B6B71F59D2B3407B415A774B7BE81BBB6FA99CBC798E0AC98BA725A5BC328016B1C268B4766E85, 1)
SCALE = 0x17A3E1BDA8A2D1A38A19241A0EA1E2F25B552D6197903F96BAE690EF6BE6B1381BE22E8A72A9745CD7A1FFFFFFFFB26D


def simplified_swu(u):
    """6.6.2 with Z = 11."""
    t = 11 * u * u % P
    x = -B * inverse(A) * (1 + inverse(t * t + t)) % P if (t * t + t) % P else B * inverse(11 * A) % P
    if root(x ** 3 + A * x + B) is None: x = t * x % P
    y = root(x ** 3 + A * x + B)
    return x, y if y % 2 == u % 2 else P - y


def isogeny(x, y):
    """E.2 by the formulas of Vélu: g, G, K are the sums of 1/(x - q), its square and its cube over the roots q of h."""
    def value(h): return sum(c * pow(x, n, P) for n, c in enumerate(h)) % P
    def derived(h): return [n * c for n, c in enumerate(h)][1:]
    first, second, third = derived(KERNEL), derived(derived(KERNEL)), derived(derived(derived(KERNEL)))
    h = value(KERNEL)
    if h == 0: return None
    g, b, c = (value(d) * inverse(h) % P for d in (first, second, third))
    G = (g * g - b) % P
    K = (g * G + (c - g * b) * inverse(2)) % P
    f, slope = x ** 3 + A * x + B, 3 * x * x + A
    return ((11 * x + 2 * KERNEL[4] - 2 * slope * g + 4 * f * G) * SCALE ** 2 % P,
            y * (11 - 12 * x * g + 6 * slope * G - 8 * f * K) * SCALE ** 3 % P)


def hash_to_g1(message: bytes):
    """3: hash_to_curve, with the cofactor of 8.8.1."""
    return times(Z + 1, add(*(isogeny(*simplified_swu(u)) for u in field_elements(message))))


# == Pairing ============================================================================================================
def line(t, q, p):
    """The line through two points of the twist at a point of G1, and their sum."""
    if t == q: slope = mul2(mul2((3, 0), mul2(t[0], t[0])), inverse2(add2(t[1], t[1])))
    else: slope = mul2(sub2(q[1], t[1]), inverse2(sub2(q[0], t[0])))
    x = sub2(sub2(mul2(slope, slope), t[0]), q[0])
    at = [sub2(mul2(slope, t[0]), t[1]), (0, 0), mul2(slope, (-p[0] % P, 0)), (p[1], 0), (0, 0), (0, 0)]
    return at, (x, sub2(mul2(slope, sub2(t[0], x)), t[1]))


def pairings_cancel(pairs) -> bool:
    """Whether the product of the pairings of these (point of G1, point of G2) is one."""
    product = [(1, 0)] + [(0, 0)] * 5
    for p, q in pairs:
        f, t = [(1, 0)] + [(0, 0)] * 5, q
        for bit in bin(Z)[3:]:
            at, t = line(t, t, p)
            f = mul12(mul12(f, f), at)
            if bit == "1":
                at, t = line(t, q, p)
                f = mul12(f, at)
        product = mul12(product, f)
    # The exponent (p¹² - 1)/r is n·(p⁶ - 1), and raising to p⁶ changes the sign of w.
    n, power = (P ** 6 + 1) // R, [(1, 0)] + [(0, 0)] * 5
    for bit in bin(n)[2:]:
        power = mul12(power, power)
        if bit == "1": power = mul12(power, product)
    return power[1] == power[3] == power[5] == (0, 0)


def time_of(round: int) -> int:
    """The Unix seconds of a round."""
    return GENESIS + (round - 1) * PERIOD


@functools.lru_cache(maxsize=None)
def verify(round: int, signature: str) -> bool:
    """[R1] Whether a signature is that of a round."""
    point, (x, y) = g1_of(bytes.fromhex(signature)), hash_to_g1(sha256(round.to_bytes(8, "big")))
    return point is not None and pairings_cancel([(point, G2), ((x, P - y), g2_of(bytes.fromhex(PUBLIC_KEY)))])
