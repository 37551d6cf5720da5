"""Computes what SQL does not: the seed, the keys, and the roots of trees. Only for sha256."""

import hashlib
import json


def canonical(value):
    """[C2a] The canonical JSON. All keys in commitment, contributions and leaves are ASCII, which Python sorts as RFC 8785 does."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(value):
    return hashlib.sha256(canonical(value)).digest()


def derive(label, *parts):
    """[C5] The hash of label and parts, each part with its length before it."""
    message = b"suiji-v1/" + label.encode() + b"\0"
    return hashlib.sha256(message + b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()


def seed(commitment, contributions):
    """[R2] S"""
    return derive("seed", digest(commitment), canonical(contributions))


def key(label, seed, task):
    """[D1] K or O of a task, with the names in the commitment."""
    shared = task.get("coordination")
    group = (b"coordination", shared.encode()) if shared else (b"task", task["id"].encode())
    return derive(label, seed, *group).hex()


def fits(source, contribution):
    """[R1] Whether a contribution matches its source. Signatures of drand are not checked here; such a contribution
    never matches."""
    if contribution["kind"] != source["kind"]:
        return False
    if source["kind"] == "committed":
        opening = bytes.fromhex(contribution["nonce"]), contribution["value"].encode()
        return derive("commit", *opening).hex() == source["commitment"]
    if source["kind"] == "live":
        parts, numbers = source["parts"], contribution["numbers"]
        return len(numbers) == len(parts) and all(map(fell, parts, numbers))
    return False


def fell(part, numbers):
    """[S4b] Whether these numbers are possible in a part of a live source."""
    in_range = len(numbers) == part["count"] and all(part["from"] <= number <= part["to"] for number in numbers)
    return in_range and (not part.get("distinct") or numbers == sorted(set(numbers)))


def root(tree, rows, secret):
    """The root of a tree of rows [S1], with salts if the commitment is blinded [S2]."""
    leaves = []
    for row in sorted(rows, key=lambda row: row["id"]):
        if secret:
            row = {**row, "salt": derive("salt", secret, tree.encode(), row["id"].encode()).hex()}
        leaves.append(canonical(row))
    return merkle(leaves).hex()


def merkle(leaves):
    """The tree hash of RFC 9162, section 2.1."""
    if len(leaves) <= 1:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + merkle(leaves[:left]) + merkle(leaves[left:])).digest()
