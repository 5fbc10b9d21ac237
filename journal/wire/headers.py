"""Record headers and heads of logs (`docs/protocol.md` section 5). A header is kept as the bytes that travelled."""

from typing import Any, NamedTuple

from journal.wire.encoding import (
    b64_decode,
    b64_encode,
    build_json,
    integer,
    members,
    parse_json,
    text,
)
from journal.wire.errors import Malformed, Tampered, Unsupported
from journal.wire.ids import log_id
from journal.wire.limits import DIGEST, HEADER, ID, ITEMS, PUBLIC_KEY, U32
from journal.wire.signatures import check_public_key

VERSION = 1
PRIVATE_TYPES = ("key", "ring", "device", "put", "del")
PAIR_TYPES = ("key", "open", "grant", "revoke", "ack", "close")

_COMMON = ("v", "log", "author", "audience", "seq", "prev", "type", "body")
_MEMBERS: dict[str, tuple[str, ...]] = {
    "key": (),
    "ring": ("generation",),
    "device": (),
    "put": ("epoch",),
    "del": ("items",),
    "open": (),
    "grant": ("kem",),
    "revoke": ("items",),
    "ack": ("peer_seq", "peer_hash"),
    "close": (),
}


class Head(NamedTuple):
    """Where a log stands: the last seq and record hash, and what the next record must follow besides.

    `generation` and `epoch` are those of the last `ring` and `key` record, 0 before the first.
    """

    seq: int = 0
    hash: bytes = bytes(DIGEST)
    generation: int = 0
    epoch: int = 0
    closed: bool = False


class Header(NamedTuple):
    """A parsed header. Members that its type does not have keep their defaults."""

    data: bytes
    log: bytes
    author: bytes
    audience: bytes
    seq: int
    prev: bytes
    type: str
    body: bytes
    generation: int = 0
    epoch: int = 0
    kem: bytes = b""
    items: tuple[bytes, ...] = ()
    """`del` and `revoke`: 1 to 64 items."""
    revs: tuple[bytes, ...] = ()
    """`del`: the last revision seen of each of `items`."""
    peer_seq: int = 0
    peer_hash: bytes = b""

    @property
    def private(self) -> bool:
        """Whether this belongs to the author's private log."""
        return self.author == self.audience


def build_header(
    author: bytes, audience: bytes, head: Head, type: str, body: bytes, **more: Any
) -> bytes:
    """Header bytes of the record that follows `head`; `body` is H(canonical body).

    `more` are the type's members as `Header` names them: bytes as bytes, `items` with `revs` for a `del`.
    """
    value: dict[str, Any] = {
        "v": VERSION,
        "log": b64_encode(log_id(author, audience)),
        "author": b64_encode(author),
        "audience": b64_encode(audience),
        "seq": head.seq + 1,
        "prev": b64_encode(head.hash),
        "type": type,
        "body": b64_encode(body),
    }
    for name in _MEMBERS[type]:
        value[name] = _written(name, more)
    return build_json(value)


def parse_header(data: bytes) -> Header:
    """The header in `data`.

    Raises Unsupported for another version or an unknown type, Tampered for a log id that does not
    fit author and audience, Malformed for everything else that does not hold.
    """
    if len(data) > HEADER:
        raise Malformed(f"a header has at most {HEADER} bytes")
    value = parse_json(data)
    if not isinstance(value, dict):
        raise Malformed("a header is an object")
    if integer(value.get("v")) != VERSION:
        raise Unsupported(f"records of version {value['v']}")
    type = text(value.get("type"))
    if type not in _MEMBERS:
        raise Unsupported(f"records of type {type!r}")
    members(value, _COMMON + _MEMBERS[type])
    header = Header(
        data=data,
        log=b64_decode(value["log"], ID),
        author=check_public_key(b64_decode(value["author"], PUBLIC_KEY)),
        audience=check_public_key(b64_decode(value["audience"], PUBLIC_KEY)),
        seq=integer(value["seq"], 1),
        prev=b64_decode(value["prev"], DIGEST),
        type=type,
        body=b64_decode(value["body"], DIGEST),
        **_type_members(type, value),
    )
    if header.log != log_id(header.author, header.audience):
        raise Tampered("the log id does not fit author and audience")
    _check_place(header)
    return header


def _written(name: str, more: dict[str, Any]) -> Any:
    if name == "items" and "revs" in more:
        pairs = zip(more["items"], more["revs"], strict=True)
        return [[b64_encode(item), b64_encode(rev)] for item, rev in pairs]
    if name == "items":
        return [b64_encode(item) for item in more["items"]]
    value = more[name]
    return b64_encode(value) if isinstance(value, bytes) else value


def _type_members(type: str, value: dict[str, Any]) -> dict[str, Any]:
    match type:
        case "ring":
            return {"generation": integer(value["generation"], 1)}
        case "put":
            return {"epoch": integer(value["epoch"], 1, U32)}
        case "grant":
            return {"kem": b64_decode(value["kem"], DIGEST)}
        case "ack":
            return {
                "peer_seq": integer(value["peer_seq"], 1),
                "peer_hash": b64_decode(value["peer_hash"], DIGEST),
            }
        case "revoke":
            return {"items": _distinct([b64_decode(item, ID) for item in _listed(value["items"])])}
        case "del":
            pairs = [_pair(pair) for pair in _listed(value["items"])]
            return {
                "items": _distinct([item for item, _ in pairs]),
                "revs": tuple(rev for _, rev in pairs),
            }
    return {}


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list) or not 1 <= len(value) <= ITEMS:
        raise Malformed(f"not a list of 1 to {ITEMS}")
    return value


def _pair(value: object) -> tuple[bytes, bytes]:
    if not isinstance(value, list) or len(value) != 2:
        raise Malformed("not an item with its last revision")
    return b64_decode(value[0], ID), b64_decode(value[1], ID)


def _distinct(items: list[bytes]) -> tuple[bytes, ...]:
    if len(set(items)) != len(items):
        raise Malformed("an item stands twice in one record")
    return tuple(items)


def _check_place(header: Header) -> None:
    if header.type not in (PRIVATE_TYPES if header.private else PAIR_TYPES):
        raise Malformed(f"{header.type!r} does not belong in this log")
    if not header.private and (header.type == "open") != (header.seq == 1):
        raise Malformed("a pair log begins with its one 'open'")
