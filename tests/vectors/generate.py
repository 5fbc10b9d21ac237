"""Writes `afterglow-python.json` (known answers) and `failures.json` (one fault each): `python -m tests.vectors.generate`.

Run again, it writes the same bytes: secrets are fixed, and boxes that still open are kept (`boxes.json`).
"""

import json

from tests.vectors.faults import all_faults
from tests.vectors.known import all_known
from tests.vectors.ops import run
from tests.vectors.world import HERE, fixed_randomness


def main() -> None:
    """Write both files."""
    fixed_randomness()
    known = [
        {"name": name, "op": op, "input": i, "output": run({"op": op, "input": i})}
        for name, op, i in all_known()
    ]
    failing = [
        {"name": name, "op": op, "input": i, "kind": kind} for name, op, i, kind in all_faults()
    ]
    _write("afterglow-python.json", known)
    _write("failures.json", failing)


def _write(name: str, cases: list[dict[str, object]]) -> None:
    names = [case["name"] for case in cases]
    doubled = {one for one in names if names.count(one) > 1}
    if doubled:
        raise SystemExit(f"{name}: named twice: {doubled}")
    lines = ",\n".join(json.dumps(case, ensure_ascii=True) for case in cases)
    text = f'{{"schema": "afterglow-vectors-1", "cases": [\n{lines}\n]}}\n'
    (HERE / name).write_text(text)


if __name__ == "__main__":
    main()
