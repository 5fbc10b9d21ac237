"""How the command shows things: objects for scripts, plain lines for people."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from journal.client.client import BACKED_UP, ON_DEVICE, Client, Entry
from journal.client.documents import PHASES, Payload, instant, moment, title
from journal.client.drafts import Draft
from journal.client.people import Waiting, person_id
from journal.wire.encoding import b64_encode

KEPT = {ON_DEVICE: "On this device", BACKED_UP: "Backed up"}
PROBLEMS = {
    "missing": "The server did not give this entry. It may be on another device of yours.",
    "malformed": "This entry cannot be read here. It is kept as it came.",
    "unsupported": "This entry was written by a newer Afterglow. It is kept as it came.",
    "wrong_key": "This entry cannot be opened with what is in your account. It is kept as it came.",
    "tampered": "This entry was changed on its way. It is kept as it came and not shown.",
}
NOTICES = {
    "server-restored": "The server was restored from a backup; everything was compared with this device.",
    "conflict-copy": "An entry was changed on two devices; both versions are kept.",
    "delete-undone": "An entry deleted here was changed on another device; it stays.",
    "link-ended": "Somebody has ended the link with you. Nothing goes between you any more, and what still waited for them was not sent.",
    "set-aside": "The server refused something; it is kept on this device and tried again next time.",
    "unlinkable": "Something could not be sent as it is; it is kept on this device, and everything else goes on.",
    "key-aside": "Somebody you are linked with sent a key that nothing can be sealed to; the one you have stays.",
}


_WORDS = ("title", "text", "note", "setting", "support")
"""What of a payload is read as words, in this order."""


def entry(client: Client, one: Entry) -> dict[str, Any]:
    """An entry for scripts; `id` is what commands take, `item` the same in b64."""
    document = one.document
    return {
        "id": one.item.hex(),
        "item": b64_encode(one.item),
        "rev": b64_encode(one.rev),
        "author": None if one.author == client.vault.me else person_id(one.author),
        "kind": document.get("kind"),
        "title": title(document),
        "phase": one.place.phase,
        "dosing": one.place.dosing,
        "happened": document.get("happened"),
        "written": document.get("written"),
        "prompt": (document.get("prompt") or {}).get("id"),
        "total": document.get("total"),
        "part": document.get("of"),
        "kept": one.kept,
        "shared_with": list(one.shared),
        "conflict_copy": "conflict_of" in document,
        "problem": one.problem,
    }


def draft(one: Draft) -> dict[str, Any]:
    """A draft for scripts."""
    return {
        "id": one.item.hex(),
        "entry": b64_encode(one.entry) if one.entry else None,
        "changes": one.changes,
        "written": one.written,
        "title": title(one.members),
        "text": one.text,
    }


def draft_list(found: Sequence[Draft]) -> str:
    """Drafts, one on a line."""
    lines = [f"{one.item.hex()[:8]}  {when(one.written)}  {title(one.members)}" for one in found]
    return "\n".join(lines) or "Nothing is begun and not finished."


def dosing(one: Entry) -> dict[str, Any]:
    """A dosing session for scripts."""
    names = ("happened", "route", "number", "state", "note", "course", "setting", "support")
    return {"id": one.item.hex(), "item": b64_encode(one.item), "kept": one.kept} | {
        name: one.document.get(name) for name in names
    }


def held_back(until: datetime, zone: str) -> str:
    """What is said where the next-day guard holds."""
    return (
        f"Written close to a dose: it waits until {when(instant(until, zone))}, and nothing is shared"
        " before you say so again. Only with --now is it shared all the same."
    )


def comment(client: Client, one: Entry) -> dict[str, Any]:
    """A comment for scripts."""
    answer = client.answer_to(one)
    return _said(client, one) | {"answer": answer and _said(client, answer)}


def _said(client: Client, one: Entry) -> dict[str, Any]:
    document = client.read(one.author, one.item)
    return {
        "id": one.item.hex(),
        "author": None if one.author == client.vault.me else person_id(one.author),
        "name": _name(client, one.author),
        "text": document.get("text"),
        "written": document.get("written"),
        "kept": one.kept,
    }


def opened(client: Client, one: Entry) -> list[dict[str, Any]]:
    """Who lets one know that they have opened an own entry, for scripts."""
    return [
        {
            "person": person_id(receipt.author),
            "name": _name(client, receipt.author),
            "written": receipt.document.get("written"),
        }
        for receipt in client.opened_by(one.item)
        if one.author == client.vault.me
    ]


def people(client: Client, waiting: Iterable[Waiting]) -> list[dict[str, Any]]:
    """Linked people and those who wait to be confirmed, for scripts."""
    linked = [
        {
            "person": person_id(one.id_pk),
            "name": one.name,
            "role": one.role,
            "state": one.state,
            "verified": one.verified,
            "dosing": one.dosing,
        }
        for one in client.vault.ring.contacts
    ]
    answered = [
        {
            "person": person_id(one.id_pk),
            "name": one.answer.name,
            "role": one.answer.role,
            "state": "contested" if one.contested else "answered",
        }
        for one in waiting
    ]
    return linked + answered


def kit(code: str) -> str:
    """The kit code as it is shown once."""
    groups = code.split("-")
    return (
        f"\nYour kit code:\n\n    {'-'.join(groups[:5])}\n    {'-'.join(groups[5:])}\n\n"
        "Write it down and keep it apart from this device. With it and your passphrase you sign in\n"
        "anywhere. Without it nobody can help you back in, and neither can we.\n"
    )


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def after_sync(sync: dict[str, Any]) -> str:
    """What a person should hear about a sync, on lines of their own; nothing where all is well."""
    lines = [
        NOTICES[notice["type"]] for notice in sync.get("notices", ()) if notice["type"] in NOTICES
    ]
    if sync.get("problem") == "offline" and sync["waiting"]:
        waiting = count(sync["waiting"], "change waits", "changes wait")
        lines.append(f"Offline: {waiting} on this device.")
    elif sync.get("message"):
        lines.append(sync["message"])
    return "".join(f"\n{line}" for line in dict.fromkeys(lines))


def entry_list(entries: list[Entry]) -> str:
    """One line an entry."""
    if not entries:
        return "Nothing written yet."
    return "\n".join(_line(one) for one in entries)


def page(client: Client, one: Entry, document: Payload, comments: list[Entry]) -> str:
    """A whole entry as one reads it."""
    heading = [when(document.get("happened") or document.get("written")), one.place.phase]
    if one.author != client.vault.me:
        heading.insert(0, _name(client, one.author))
    lines = [" · ".join(heading)]
    if isinstance(document.get("prompt"), dict):
        lines += ["", str(document["prompt"].get("text", ""))]
    lines += [
        "",
        *(str(document[name]) for name in _WORDS if document.get(name)),
    ]
    if document.get("total") is not None:
        lines.append(f"{document.get('instrument', '')}: {document['total']}")
    lines += [f"{said.get('question', '')}: {said.get('value')}" for said in _answers(document)]
    if isinstance(document.get("of"), dict):
        lines.append("{shown} of {of} parts are shown.".format(**document["of"]))
    lines += ["", _kept(one)]
    lines += [f"Opened by {by['name']}, {when(by['written'])}." for by in opened(client, one)]
    for note in comments:
        said = comment(client, note)
        for words in (said, said["answer"]):
            if words:
                lines += ["", f"{words['name']}, {when(words['written'])}:", str(words["text"])]
    return "\n".join(lines)


def dosing_list(sessions: list[Entry]) -> str:
    """One line a dosing session."""
    return "\n".join(_dose(one) for one in sessions) or "No dosing sessions yet."


def people_list(listed: list[dict[str, Any]]) -> str:
    """One line a person."""
    words = {
        "linked": "linked",
        "waiting": "has not confirmed you yet",
        "closed": "no longer linked",
        "answered": "answered your invite: `afterglow confirm` if this is who you gave it to",
        "contested": "answered your invite, and so did somebody else: make a new one unless you are sure",
    }
    lines = [
        f"{one['person'][:8]}  {one['name']} ({one['role']}), {words[one['state']]}"
        for one in listed
    ]
    return "\n".join(lines) or "You are not linked with anybody yet."


def timeline(sessions: list[Entry], entries: list[Entry]) -> str:
    """Dosing sessions in order, and under each its entries by phase, oldest first."""
    keys = [None, *(one.item.hex() for one in sessions)]
    heads = {one.item.hex(): _dose(one) for one in sessions}
    known = [
        (one, one.place.dosing if one.place.dosing in heads else None) for one in reversed(entries)
    ]
    blocks = []
    for key in keys:
        lines = [heads[key]] if key else []
        for phase in PHASES:
            under = [one for one, dose in known if dose == key and one.place.phase == phase]
            if under:
                lines += [f"  {phase}", *(f"    {_line(one)}" for one in under)]
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) or "Nothing on the timeline yet."


def verified(found: dict[str, Any]) -> str:
    """What was checked, or what does not hold."""
    if found["problems"]:
        lines = [f"  {one['what']}: {one['problem']}" for one in found["problems"]]
        return "\n".join(["These do not hold:", *lines])
    records = count(found["records"], "record", "records")
    revisions = count(found["revisions"], "entry version", "entry versions")
    words = f"{records} in {count(found['logs'], 'log', 'logs')}: every signature and the whole chain hold.\n"
    words += f"{revisions}: all that are here match and open."
    if found["server"] == "offline":
        words += "\nOffline: checked on this device only."
    else:
        words += "\nThe server shows the same."
    return words


def when(value: object) -> str:
    """A moment as it was lived."""
    at = moment(value)
    if at == datetime.min.replace(tzinfo=at.tzinfo):
        return "no date"
    zone = value.get("zone") if isinstance(value, dict) else None
    try:
        at = at.astimezone(ZoneInfo(str(zone)))
    except (KeyError, ValueError, OSError):
        return at.strftime("%Y-%m-%d %H:%M UTC")
    return at.strftime("%Y-%m-%d %H:%M")


def _line(one: Entry) -> str:
    if one.problem:
        return f"{one.item.hex()[:8]}  {PROBLEMS[one.problem]}"
    date = when(one.document.get("happened") or one.document.get("written"))
    words = title(one.document) or "(no words)"
    score = f" {one.document['total']}" if one.document.get("total") is not None else ""
    return (
        f"{one.item.hex()[:8]}  {date}  {one.place.phase:<11}  {words[:60]}{score}  [{_kept(one)}]"
    )


def _dose(one: Entry) -> str:
    document = one.document
    note = f"  {document['note']}" if document.get("note") else ""
    state = "" if document.get("state") == "done" else f", {document.get('state')}"
    number = document.get("number", "?")
    return f"{one.item.hex()[:8]}  {when(document.get('happened'))}  dose {number}, {document.get('route')}{state}{note}"


def _kept(one: Entry) -> str:
    return (
        f"{KEPT[one.kept]} · Shared with {', '.join(one.shared)}" if one.shared else KEPT[one.kept]
    )


def _name(client: Client, author: bytes) -> str:
    contact = client.vault.ring.contact(author)
    return contact.name if contact else client.vault.ring.name


def _answers(document: Payload) -> list[dict[str, Any]]:
    answers = document.get("answers")
    return [one for one in answers if isinstance(one, dict)] if isinstance(answers, list) else []
