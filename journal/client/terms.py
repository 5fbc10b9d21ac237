"""Terms of sharing: chosen parts of an entry, and the next-day guard (`docs/protocol.md` section 9). Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from journal.client import documents
from journal.client.documents import Payload
from journal.client.errors import ClientError

WORDS, TOTAL = "words", "total"
"""Parts of an entry besides its answers, which go by their ids."""
GUARD = timedelta(hours=24)
MOST_GUARD = timedelta(hours=72)
COPIED = ("happened", "phase", "dosing", "prompt", "instrument", "form", "scale")
"""Members of an entry that an excerpt has whatever parts were chosen."""


def parts_of(document: Payload) -> list[str]:
    """Ids of the parts an entry has; what was left blank is none."""
    words = any(str(document.get(name) or "").strip() for name in ("title", "text"))
    total = isinstance(document.get("total"), int | float)
    answered = [one["id"] for one in _answers(document) if one["value"] not in (None, "", [])]
    return [WORDS] * words + [TOTAL] * total + answered


def check_parts(document: Payload, parts: Sequence[str]) -> None:
    """Raises ClientError where the entry lacks one of them, or none is named."""
    present = parts_of(document)
    if not parts or set(parts) - set(present):
        raise ClientError("parts", f"This entry has: {', '.join(present)}.")


def excerpt_of(document: Payload, parts: Sequence[str], parent: dict[str, str]) -> Payload:
    """Members of an excerpt with these parts and no other. Raises ClientError where the entry lacks one of them."""
    check_parts(document, parts)
    chosen = [name for name in COPIED if name in document]
    chosen += [name for name in ("title", "text") if WORDS in parts and document.get(name)]
    chosen += [TOTAL] * (TOTAL in parts)
    answers = [one for one in _answers(document) if one["id"] in parts]
    return {
        "kind": "excerpt",
        "parent": parent,
        "of": {"shown": len(set(parts)), "of": len(parts_of(document))},
        **({"answers": answers} if answers else {}),
        **{name: document[name] for name in chosen},
    }


def guard_of(settings: Payload) -> timedelta:
    """How long the next-day guard holds: as it was set, or GUARD."""
    hours = settings.get("guardHours")
    guard = timedelta(hours=hours) if isinstance(hours, int | float) else GUARD
    return guard if timedelta() <= guard <= MOST_GUARD else GUARD


def guarded_until(
    document: Payload, doses: Sequence[Payload], guard: timedelta, now: datetime
) -> datetime | None:
    """Until when an entry waits that was written, or happened, within `guard` after a dose; None where it does not."""
    told = [
        documents.moment(documents.happened(document)),
        documents.moment(document.get("written")),
    ]
    starts = [
        documents.moment(documents.happened(one))
        for one in doses
        if one.get("state") != "cancelled"
    ]
    ends = [start + guard for start in starts if any(start <= at < start + guard for at in told)]
    last = max(ends, default=now)
    return last if last > now else None


def _answers(document: Payload) -> list[dict[str, Any]]:
    answers = document.get("answers")
    known = answers if isinstance(answers, list) else []
    return [one for one in known if isinstance(one, dict) and {"id", "value"} <= one.keys()]
