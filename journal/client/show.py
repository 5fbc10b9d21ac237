"""How the command shows things: objects for scripts, plain lines for people."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from journal.client.characters import cut
from journal.client.client import Client
from journal.client.copy.markdown import LABELS
from journal.client.documents import (
    NO_DATE,
    PHASES,
    ROUTES,
    STATES,
    Payload,
    happened,
    instant,
    moment,
    number,
    score,
    title,
)
from journal.client.drafts import Draft
from journal.client.items import BACKED_UP, ON_DEVICE, Entry
from journal.client.outbox import Op
from journal.client.people import Waiting, person_id
from journal.client.terminal import line
from journal.protocol.ring import Contact
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
    "device-new": "A device has signed in to your account. If it was not you, see `afterglow devices`.",
    "conflict-copy": "An entry was changed on two devices; both versions are kept.",
    "delete-undone": "An entry deleted here was changed on another device; it stays.",
    "link-ended": "Somebody has ended the link with you. Nothing goes between you any more, and what still waited for them was not sent.",
    "set-aside": "The server refused something; it is kept on this device and tried again next time.",
    "ack-differs": "The app of somebody you share with says it received something else than you sent; ask them, and compare the safety number.",
    "unlinkable": "Something could not be sent as it is; it is kept on this device, and everything else goes on.",
    "key-aside": "Somebody you are linked with sent a key that nothing can be sealed to; the one you have stays.",
}


UNSENT = {
    "put": "what you wrote",
    "del": "that you deleted something",
    "grant": "what you shared",
    "revoke": "that you stopped sharing",
}
"""Operations that could not be sent, by kind."""

_WORDS = ("title", "text", "note", "setting", "support")
"""What of a payload is read as words, in this order."""
_PART = ("shown", "of")
_ZONE_NAME = re.compile(r"[\w+/-]{1,64}", re.ASCII)


def entry(client: Client, one: Entry) -> dict[str, Any]:
    """An entry for scripts; `id` is what commands take, `item` the same in b64."""
    document = one.document
    prompt = document.get("prompt")
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
        "prompt": prompt.get("id") if isinstance(prompt, dict) else None,
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
    lines = [
        f"{one.item.hex()[:8]}  {when(one.written)}  {line(title(one.members))}" for one in found
    ]
    return "\n".join(lines) or "Nothing is begun and not finished."


def aside(client: Client, ops: Iterable[Op]) -> list[dict[str, Any]]:
    """Operations that could not be sent, for scripts; `person`: whom one is for, null where it is one's own."""
    names = {client.profile.log_to(one.id_pk): one.name for one in client.vault.ring.contacts}
    return [
        {
            "what": op.kind,
            "id": op.item.hex() or None,
            "person": names.get(op.log),
            "why": op.aside,
        }
        for op in ops
    ]


def aside_list(rows: Sequence[dict[str, Any]]) -> str:
    """What could not be sent, as `aside` has it, one on a line."""
    lines = []
    for row in rows:
        place = f"  {row['id'][:8]}" if row["id"] else ""
        person = f", for {line(row['person'])}" if row["person"] else ""
        lines.append(
            f"Not sent: {UNSENT.get(row['what'], 'a part of your account')}{person}{place}"
        )
    return "\n".join(lines) or "Nothing is set aside."


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
        " before you say so again. Only with --override is it shared all the same."
    )


def comment(client: Client, one: Entry) -> dict[str, Any]:
    """A comment for scripts."""
    answer = client.comments.answer_to(one)
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
    if one.author != client.vault.me:
        return []
    return [
        {
            "person": person_id(receipt.author),
            "name": _name(client, receipt.author),
            "written": receipt.document.get("written"),
        }
        for receipt in client.receipts.opened_by(one.item)
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
            "quiet": client.quiet.of(one.id_pk),
        }
        for one in client.vault.ring.contacts
    ]
    return linked + answered(waiting)


def answered(waiting: Iterable[Waiting]) -> list[dict[str, Any]]:
    """Those who wait to be confirmed, for scripts."""
    return [
        {
            "person": person_id(one.id_pk),
            "name": one.answer.name,
            "role": one.answer.role,
            "state": "contested" if one.contested else "answered",
        }
        for one in waiting
    ]


def kit(code: str) -> str:
    """The kit code as it is shown once."""
    groups = code.split("-")
    return (
        f"\nYour kit code:\n\n    {'-'.join(groups[:5])}\n    {'-'.join(groups[5:])}\n\n"
        "Write it down and keep it apart from this device. With it and your passphrase you sign in\n"
        "anywhere; if you forget the passphrase, it lets you in with your handle alone, and so it does whoever\n"
        "finds it. Without it nobody can help you back in, and neither can we.\n"
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
    heading = [when(happened(document)), one.place.phase]
    if one.author != client.vault.me:
        heading.insert(0, line(_name(client, one.author)))
    lines = [" · ".join(heading)]
    if isinstance(document.get("prompt"), dict):
        lines += ["", _text(document["prompt"], "text")]
    lines += [
        "",
        *filter(None, (_text(document, name) for name in _WORDS)),
    ]
    total = score(document.get("total"))
    if total is not None:
        lines.append(f"{line(_text(document, 'instrument'))}: {total}")
    lines += [f"{_text(said, 'question')}: {said.get('value')}" for said in _answers(document)]
    part = document.get("of")
    if isinstance(part, dict) and all(score(part.get(name)) is not None for name in _PART):
        lines.append("{shown} of {of} parts are shown.".format(**part))
    lines += ["", _kept(one)]
    lines += [f"Opened by {line(by['name'])}, {when(by['written'])}." for by in opened(client, one)]
    for note in comments:
        told = comment(client, note)
        if client.quiet.of(note.author) == "muted":
            said = f"{line(told['name'])}, muted, wrote something: `afterglow mute --off` shows it."
            lines += ["", said]
            continue
        for one_said in filter(None, (told, told["answer"])):
            lines += ["", f"{line(one_said['name'])}, {when(one_said['written'])}:"]
            lines.append(_text(one_said, "text"))
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
        f"{one['person'][:8]}  {line(one['name'])} ({one['role']}), {one.get('quiet') or words[one['state']]}"
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


def copied(made: dict[str, Any]) -> str:
    """What a copy holds, and that it is open."""
    counts = [f"{LABELS[f'n.{sort}']}: {n}" for sort, n in made["counts"].items() if n]
    failed = [f"Could not be read: {one['id']} ({one['why']})" for one in made["unread"]]
    return "\n".join([*counts, *failed, "Anyone who has these files can read them."])


def unsure(contact: Contact) -> str:
    """Said with every share to somebody who is linked by a link alone: it could be somebody else."""
    if contact.verified != "link":
        return ""
    name = line(contact.name)
    return f"\nYou are linked with {name} by an invitation alone. Until you have compared the safety number, it could be somebody else."


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
    if at == NO_DATE:
        return "no date"
    zone = value.get("zone") if isinstance(value, dict) else None
    try:
        at = at.astimezone(ZoneInfo(str(zone)))
    except (KeyError, ValueError, OSError):
        name = f" ({zone})" if isinstance(zone, str) and _ZONE_NAME.fullmatch(zone) else ""
        return f"{at:%Y-%m-%d %H:%M} UTC{name}"
    return f"{at:%Y-%m-%d %H:%M}"


def _line(one: Entry) -> str:
    if one.problem:
        return f"{one.item.hex()[:8]}  {PROBLEMS[one.problem]}"
    date = when(happened(one.document))
    words = cut(line(title(one.document)), 60) or "(no words)"
    total = score(one.document.get("total"))
    scored = "" if total is None else f" {total}"
    return f"{one.item.hex()[:8]}  {date}  {one.place.phase:<11}  {words}{scored}  [{_kept(one)}]"


def _dose(one: Entry) -> str:
    document = one.document
    note = line(_text(document, "note"))
    route = document.get("route") if document.get("route") in ROUTES else "other"
    state = document.get("state")
    said = f", {state}" if state in STATES and state != "done" else ""
    what = f"dose {number(document)}, {route}{said}{'  ' if note else ''}{note}"
    return f"{one.item.hex()[:8]}  {when(happened(document))}  {what}"


def _kept(one: Entry) -> str:
    return (
        f"{KEPT[one.kept]} · Shared with {', '.join(map(line, one.shared))}"
        if one.shared
        else KEPT[one.kept]
    )


def _name(client: Client, author: bytes) -> str:
    contact = client.vault.ring.contact(author)
    return contact.name if contact else client.vault.ring.name


def _text(document: Payload, name: str) -> str:
    """A member as far as it is text."""
    found = document.get(name)
    return found if isinstance(found, str) else ""


def _answers(document: Payload) -> list[dict[str, Any]]:
    answers = document.get("answers")
    return [one for one in answers if isinstance(one, dict)] if isinstance(answers, list) else []
