"""The first example, compared with the arithmetic of SPEC.md written out."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

import suiji
from conftest import THROWN

try:
    hashlib.new("sm3")
except ValueError:
    pytest.skip("this Python's OpenSSL lacks SM3", allow_module_level=True)


def sm3(data: bytes) -> bytes:
    return hashlib.new("sm3", data).digest()


def derive(label: str, *parts: bytes) -> bytes:
    """[C5]"""
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return sm3(b"suiji-v1/" + label.encode() + b"\0" + framed)


def jcs(value: object) -> bytes:
    """RFC 8785 for keys in ASCII."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def tree(leaves: list[bytes]) -> bytes:
    """RFC 9162, 2.1.1."""
    if len(leaves) < 2:
        return sm3(b"\0" + leaves[0]) if leaves else sm3(b"")
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return sm3(b"\1" + tree(leaves[:left]) + tree(leaves[left:]))


def test_the_draw_in_the_docstring_of_the_package_follows_the_specification() -> None:
    assert suiji.__doc__ is not None
    code = "\n".join(line[4:] for line in re.findall(r"^    .*$|^$", suiji.__doc__, re.M))
    names: dict[str, object] = {}
    exec(code, names)
    record = names["record"]
    assert isinstance(record, suiji.Record)

    plan = {"title": "样例计划", "authority": "样例县工信局", "year": 2024}
    plan["tasks"] = [{"id": "J1", "name": "样例抽查", "quota": {"count": 3}}]
    ids = [f"F-{n:02}" for n in range(1, 11)]
    rows = [jcs({"id": id, "name": "样例企业"}) for id in ids]
    frame = [jcs({"id": id, "stratum": "all"}) for id in ids]
    parts = [{"count": 20, "from": 1, "to": 6}]
    die = {"kind": "live", "by": "witness", "name": "企业代表掷骰二十次", "parts": parts}

    def root(leaves: list[bytes]) -> dict[str, object]:
        return {"root": tree(leaves).hex(), "size": len(leaves)}

    commitment = {
        "spec": "suiji-v1",
        "hash": "sm3",
        "sealed_at": "2024-09-02T09:00:00+08:00",
        "authority": "样例县工信局",
        "year": 2024,
        "plan": sm3(jcs(plan)).hex(),
        "registry": root(rows),
        "roster": root([]),
        "history": root([]),
        "tasks": [
            {
                "id": "J1",
                "frame": root(frame),
                "excluded": root([]),
                "strata": [{"stratum": "all", "size": 10, "take": 3}],
            }
        ],
        "sources": [die],
    }
    contributions = [{"kind": "live", "numbers": [THROWN]}]
    seed = derive("seed", sm3(jcs(commitment)), jcs(contributions))
    key, order = (derive(label, seed, b"task", b"J1") for label in ("draw", "order"))
    tickets = sorted((sm3(key + id.encode()), id) for id in ids)[:3]
    visits = sorted(tickets, key=lambda drawn: sm3(order + drawn[1].encode()))

    assert record.commitment.digest == sm3(jcs(commitment)).hex()
    assert record.seed == seed.hex()
    assert list(record.draw("J1").selected) == [suiji.DrawnEntity(id, "all", ticket.hex()) for ticket, id in visits]
    assert record.digest == sm3(record.canonical()).hex()
