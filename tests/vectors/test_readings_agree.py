"""Inputs that nobody thought of: both readings give the same answer, or refuse with the same kind."""

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.protocol.box import box
from journal.wire.bundles import build_bundle, check_kem_key
from journal.wire.encoding import b64_decode, b64_encode
from journal.wire.errors import Malformed, ProtocolError
from tests.vectors.ops import run
from tests.vectors.world import HERE, PATIENT

ROOT = Path(__file__).parents[2]
SEED = 20_261_129
FOREIGN = {
    *("frame", "page", "json", "text", "sealed", "box", "bundle", "padded", "key", "signature"),
    *("wrapped", "link", "parameters"),
}
"""Members of an input that come from somebody else."""
PIECES = (
    *(
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        '"',
        "\\",
        '"a":',
        "{}",
        "[]",
        "1",
        "-0",
        "1.5",
        "1e2",
        "1e999",
    ),
    *(
        "9007199254740992",
        "true",
        "null",
        "nul",
        " ",
        "\t",
        "\n",
        "\f",
        "\0",
        "\x7f",
        "é",
        "\ud83c",
    ),
    *(
        "\\ud83c",
        "\\u0061",
        "\\x",
        '"__proto__":',
        "\ufeff",
        "//",
        "NaN",
        "-",
        "+1",
        "01",
        "[" * 63,
    ),
)


def _json(chance: random.Random) -> Iterator[dict[str, Any]]:
    """Texts of JSON's own pieces, whole documents among them, wrapped deeper and deeper."""
    for number in range(1_500):
        text = "".join(chance.choices(PIECES, k=chance.randrange(1, 12)))
        if number % 3 == 0:
            depth = chance.randrange(60, 68)
            text = "[" * depth + text * (number % 2) + "]" * depth
        if number % 2:
            text = '{"a":' + text + "}"
        data = text.encode(errors="surrogatepass")
        yield {
            "op": chance.choice(["parse_json", "parse_payload"]),
            "input": {"json": b64_encode(data)},
        }


def _changed_text(text: str, chance: random.Random) -> str:
    try:
        data = bytearray(b64_decode(text))
    except Malformed:
        at = chance.randrange(len(text))
        return text[:at] + chance.choice("A-_.~0ü ") + text[at + 1 :]
    if not data:
        return "A"
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            del data[at:]
        case 2:
            data[at:at] = chance.randbytes(chance.randrange(1, 5))
        case _:
            data[at] = chance.choice(b'\0\xff"[{')
    return b64_encode(bytes(data))


def _mutations(chance: random.Random) -> Iterator[dict[str, Any]]:
    """Every known answer's input with something changed in the bytes that somebody else sent."""
    known = json.loads((HERE / "afterglow-python.json").read_text())["cases"]
    for case in known:
        for name in sorted(FOREIGN & case["input"].keys()):
            text = case["input"][name]
            if len(text) > 60_000:
                continue
            for _ in range(10):
                changed = {name: _changed_text(text, chance)}
                yield {"op": case["op"], "input": case["input"] | changed}


def _kem_keys(chance: random.Random) -> Iterator[dict[str, Any]]:
    """Properly signed bundles with some number of their KEM key near the modulus."""
    for _ in range(60):
        bundle = build_bundle(PATIENT.identity.sign, PATIENT.public, 1, _near_key(chance))
        yield {"op": "parse_bundle", "input": {"bundle": b64_encode(bundle)}}


def _near_key(chance: random.Random) -> bytes:
    key = bytearray(PATIENT.kem.public)
    at, number = chance.randrange(768), chance.randrange(3_325, 3_333)
    start = at // 2 * 3
    pair = int.from_bytes(key[start : start + 3], "little")
    keep, shift = (0xFFF000, 0) if at % 2 == 0 else (0x000FFF, 12)
    key[start : start + 3] = (pair & keep | number << shift).to_bytes(3, "little")
    return bytes(key)


def _outcome(case: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"output": run(case)}
    except ProtocolError as error:
        return {"kind": error.kind}
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        return {"kind": f"{type(error).__name__}: {error}"}


@pytest.mark.parametrize("make", [_json, _mutations, _kem_keys])
def test_readings_agree(make):
    """Seeded inputs, well-formed and not: the same answer or the same kind of failure, never an engine's own error."""
    cases = list(make(random.Random(SEED)))
    script = ROOT / "tests/js/vectors/outcomes.js"
    node = ROOT / ".venv/bin/node"
    done = subprocess.run(
        [node, script], input=json.dumps(cases).encode(), capture_output=True, check=True
    )
    theirs = json.loads(done.stdout)
    ours = [_outcome(case) for case in cases]
    differing = [
        (case, mine, other)
        for case, mine, other in zip(cases, ours, theirs, strict=True)
        if mine != other
    ]
    assert differing == []
    assert {"kind", "output"} == {name for one in ours for name in one}


def test_keys_that_are_refused_are_those_nobody_can_seal_to():
    """The look at a KEM key says what sealing to it would say."""
    chance = random.Random(SEED)
    for _ in range(60):
        key = _near_key(chance)
        assert _refuses(check_kem_key, key) == _refuses(lambda one: box(one, b"", b""), key)


def _refuses(use: Any, key: bytes) -> bool:
    try:
        use(key)
    except Malformed:
        return True
    return False
