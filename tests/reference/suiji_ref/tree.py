"""Section 4: Merkle trees [S1] and blinding [S2]."""
from .hashing import derive
from .inputs import visit_key
from .text import jcs


def split(n: int) -> int:
    """The greatest power of two below n, and 0 for 1."""
    return 1 << (n - 1).bit_length() >> 1


def root(H, leaves) -> bytes:
    """[S1] RFC 9162, 2.1.1."""
    def tree(hashes):
        k = split(len(hashes))
        return H(b"\1" + tree(hashes[:k]) + tree(hashes[k:])) if k else hashes[0]
    return tree([H(b"\0" + leaf) for leaf in leaves]) if leaves else H(b"")


def climb(H, hash, index, size, proof) -> bytes:
    """[V1] The root to which an inclusion proof leads: RFC 9162, 2.1.3. The nodes of `proof` are bytes."""
    k = split(size) if size else 0
    if not 0 <= index < size or (k > 0) != bool(proof): return b""
    if k == 0: return hash
    if index < k: return H(b"\1" + climb(H, hash, index, k, proof[:-1]) + proof[-1])
    return H(b"\1" + proof[-1] + climb(H, hash, index - k, size - k, proof[:-1]))


class Trees:
    """The trees of a commitment. `secret` is empty without blinding. `leaves` collects the leaves by tree."""

    def __init__(self, H, secret: bytes = b""):
        self.H, self.secret, self.leaves = H, secret, {}

    def salt(self, tree: str, *key: str) -> bytes:
        """[S2] Empty without a secret."""
        if not self.secret: return b""
        return derive(self.H, "salt", self.secret, tree.encode(), *(part.encode() for part in key))

    def blinded(self, tree, row) -> dict:
        """[S2] The content of a row's leaf."""
        if not self.secret: return row
        salt, row = self.salt(tree, *(visit_key(row) if tree == "history" else [row["id"]])), dict(row)
        if tree == "registry" and "extra" in row:
            row["extra_digest"] = derive(self.H, "extra", salt, jcs(row.pop("extra"))).hex()
        return {**row, "salt": salt.hex()}

    def tree(self, name, rows) -> dict:
        """[S1] The root and size of a tree whose rows are in order."""
        self.leaves[name] = [jcs(self.blinded(name, row)) for row in rows]
        return {"root": root(self.H, self.leaves[name]).hex(), "size": len(self.leaves[name])}
