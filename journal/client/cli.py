"""The `afterglow` command: plain text for people, `--json` for scripts. Words are kept on the device before anything else."""

import argparse
import getpass
import json
import os
import secrets
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from journal.client import cli_devices, cli_erase, cli_pack, show
from journal.client.client import Client
from journal.client.clock import last_moment, parse_when, zone
from journal.client.content import find_prompt
from journal.client.copy.files import write_copy
from journal.client.documents import BOUNDARY, PHASES, ROUTES, instant
from journal.client.drafts import Draft, drafts, finish
from journal.client.errors import ClientError, Offline, Problem, Unsound
from journal.client.items import BACKED_UP, ON_DEVICE, Entry
from journal.client.names import find_draft, find_entry, find_person, find_waiting
from journal.client.pages import divide
from journal.client.people import person_id
from journal.client.round import Report
from journal.client.terminal import ask, line, say
from journal.client.verify import verify_profile
from journal.client.wait import wait_for
from journal.wire.errors import ProtocolError

_NEW = "AFTERGLOW_NEW_PASSPHRASE"

Answer = tuple[dict[str, Any], str]
"""What a command says: an object for scripts, and text for people."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run one command; exits with 0, 1 (not done), 2 (not understood) or 3 (the server's history does not hold)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(argv)
    options.client = None
    try:
        value, text = options.run(options)
    except ClientError as error:
        _fail(options, error.reason, str(error), error.code)
    except ProtocolError as error:
        _fail(options, error.kind, f"Something kept on this device does not hold: {error}.", 3)
    except (KeyboardInterrupt, EOFError):  # Ctrl-C, or Ctrl-D at a question
        _fail(options, "stopped", "Stopped.", 130)
    finally:
        if options.client:
            options.client.close()
    say(json.dumps(value) if options.json else text)
    sys.exit(3 if value.get("problems") else 0)


def _fail(options: argparse.Namespace, reason: str, message: str, code: int) -> NoReturn:
    if options.json:
        say(json.dumps({"error": reason, "message": message}))
    else:
        say(message, error=True)
    sys.exit(code)


def default_profile() -> Path:
    """Where the profile is kept unless `--profile` says otherwise (XDG base directories)."""
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(data) / "afterglow"


@contextmanager
def _from_server() -> Iterator[None]:
    """What does not hold in here came from the server, or from somebody through it."""
    try:
        yield
    except ProtocolError as error:
        raise Unsound(error) from error


# Who is asking.


def _passphrase(*, new: bool = False, variable: str = "AFTERGLOW_PASSPHRASE") -> str:
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise ClientError("passphrase", f"Set {variable}, or run this in a terminal.")
    typed = getpass.getpass("Passphrase: " if variable != _NEW else "New passphrase: ")
    if new and getpass.getpass("Again: ") != typed:
        raise ClientError("passphrase", "Those were two different passphrases.")
    return typed


def _open(options: argparse.Namespace, passphrase: str | None = None) -> Client:
    client = options.client = Client(options.profile)
    client.unlock(_passphrase() if passphrase is None else passphrase)
    if kit := client.account.unseen_kit():
        message = "Your sign-up was cut off before the kit was shown. Here it is."
        say(f"{message}\n{show.kit(kit)}", error=True)
        if sys.stdin.isatty() and not options.json:
            _prove_kit(kit)
        client.account.kit_was_seen()
    return client


def _try_sync(client: Client) -> dict[str, Any]:
    """Sync if the server can be reached; the words are on the device either way."""
    client.sharing.end_due()
    try:
        with _from_server():
            report = client.sync()
    except Offline:
        return {"synced": False, "waiting": client.outbox.count(), "problem": "offline"}
    except Problem as problem:
        message = f"Kept on this device, not backed up: {problem}"
        return {
            "synced": False,
            "waiting": client.outbox.count(),
            "problem": problem.reason,
            "message": message,
        }
    notices = [{"type": type, "id": item.hex() if item else None} for type, item in report.notices]
    return {
        "synced": True,
        "waiting": report.waiting,
        "pulled": report.pulled,
        "pushed": report.pushed,
        "notices": notices,
    }


# The commands, in the order of the help.


def _signup(options: argparse.Namespace) -> Answer:
    client = options.client = Client(options.profile)
    passphrase = _passphrase(new=True)
    given = (options.server, options.handle, options.name, options.role, passphrase)
    with _from_server():
        kit = client.sign_up(*given, code=options.code)
    if sys.stdin.isatty() and not options.json:
        say(show.kit(kit))
        _prove_kit(kit)
    client.account.kit_was_seen()
    person = person_id(client.vault.me)
    value = {"person": person, "handle": options.handle, "kit_code": kit}
    return value, f"Signed up.\n{'' if sys.stdin.isatty() else show.kit(kit)}"


def _prove_kit(kit: str) -> None:
    """Ask for four characters of the kit code until they are right: only what was written down helps later."""
    code = kit.replace("-", "")
    places = sorted(secrets.SystemRandom().sample(range(len(code)), 4))
    names = ", ".join(str(place + 1) for place in places)
    while True:
        typed = ask(f"Type characters {names} of the kit code (hyphens not counted): ")
        if typed.upper().replace(" ", "") == "".join(code[place] for place in places):
            return
        say("Not quite. Look at the kit code again.")


def _login(options: argparse.Namespace) -> Answer:
    client = options.client = Client(options.profile)
    given = (options.server, options.handle, _passphrase(), options.kit)
    with _from_server():
        client.sign_in(*given)
    count = len(client.entries())
    person = person_id(client.vault.me)
    return {
        "person": person,
        "entries": count,
    }, f"Signed in. {show.count(count, 'entry', 'entries')} here."


def _recover(options: argparse.Namespace) -> Answer:
    client = options.client = Client(options.profile)
    given = (options.server, options.handle, options.kit, _passphrase(new=True, variable=_NEW))
    with _from_server():
        client.recover(*given)
    count = len(client.entries())
    value = {"person": person_id(client.vault.me), "entries": count}
    text = "You are in, with the new passphrase. Your other devices ask for it."
    return value, f"{text} {show.count(count, 'entry', 'entries')} here."


def _change_passphrase(options: argparse.Namespace) -> Answer:
    passphrase = _passphrase()
    client = _open(options, passphrase)
    with _from_server():
        client.account.change_passphrase(passphrase, _passphrase(new=True, variable=_NEW))
    text = "Your passphrase is changed. Your other devices are signed out, and ask for the new one."
    return {"changed": True}, text


def _kit(options: argparse.Namespace) -> Answer:
    passphrase = _passphrase()
    client = _open(options, passphrase)
    if not options.new:
        code = client.account.kit_code(passphrase)
        return {"kit_code": code}, show.kit(code)
    asks = sys.stdin.isatty() and not options.json

    def seen(code: str) -> None:
        if asks:
            say(show.kit(code))
            _prove_kit(code)

    with _from_server():
        code = client.account.new_kit(passphrase, seen)
    sync = _try_sync(client)
    text = (
        "Your new kit works now. You can throw the old one away. Your other devices are signed out."
    )
    return {"kit_code": code, "sync": sync}, text if asks else f"{show.kit(code)}\n{text}"


def _write(options: argparse.Namespace) -> Answer:
    client = _open(options)
    members: dict[str, Any] = {"title": options.title, "phase": options.phase}
    if options.prompt:
        prompt, phase = find_prompt(options.prompt)
        members |= {"prompt": prompt, "phase": options.phase or phase}
    if options.happened:
        members["happened"] = parse_when(options.happened, zone())
    if options.draft:
        return _write_on(client, find_draft(client, options.draft), options)
    # What was typed is never thrown away for its length: it becomes as many entries as it needs.
    parts = divide(_text(options))
    items = client.write_many([members | {"text": part} for part in parts])
    return _written(client, *items)


def _write_on(client: Client, draft: Draft, options: argparse.Namespace) -> Answer:
    """A draft that was begun elsewhere becomes an entry, with what is added here."""
    if sys.stdin.isatty() and options.text is None:
        say(draft.text, error=True)
    added = options.text if options.text is not None else sys.stdin.read().removesuffix("\n")
    first, *rest = divide("\n".join(part for part in (draft.text, added) if part))
    more = client.write_many([{"text": part} for part in rest]) if rest else []
    return _written(client, finish(client, draft, first), *more)


def _drafts(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    found = drafts(client)
    value = {"drafts": [show.draft(one) for one in found], "sync": sync}
    return value, show.draft_list(found) + show.after_sync(sync)


def _aside(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    found = show.aside(client, [op for op in client.outbox.ops() if op.aside])
    return {"aside": found, "sync": sync}, show.aside_list(found) + show.after_sync(sync)


def _text(options: argparse.Namespace) -> str:
    if options.text is not None:
        return str(options.text)
    if sys.stdin.isatty():
        say("Write, and end with Ctrl-D on a line of its own.", error=True)
    text = sys.stdin.read().removesuffix("\n")
    if not text.strip():
        raise ClientError("empty", "There are no words to keep.")
    return text


def _written(client: Client, *items: bytes) -> Answer:
    """The words are durable here; now try to back them up."""
    sync = _try_sync(client)
    waiting = any(op.item in items for op in client.outbox.ops())
    kept = ON_DEVICE if waiting else BACKED_UP
    value: dict[str, Any] = {"id": items[0].hex(), "kept": kept, "sync": sync}
    ids = " ".join(item.hex()[:8] for item in items)
    divided = ""
    if len(items) > 1:
        value["ids"] = [item.hex() for item in items]
        divided = f" It was longer than one entry holds, so it is {len(items)} entries, in order."
    return value, f"{show.KEPT[kept]}. {ids}{divided}{show.after_sync(sync)}"


def _entries(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    entries = client.entries()
    value = {"entries": [show.entry(client, one) for one in entries], "sync": sync}
    return value, show.entry_list(entries) + show.after_sync(sync)


def _read(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    entry = find_entry(client, options.id)
    if entry.problem:
        raise ClientError(entry.problem, show.PROBLEMS[entry.problem])
    document = client.read(entry.author, entry.item)
    comments = client.comments.on(entry.author, entry.item)
    value = show.entry(client, entry) | {
        "document": document,
        "comments": [show.comment(client, one) for one in comments],
        "opened": show.opened(client, entry),
        "sync": sync,
    }
    return value, show.page(client, entry, document, comments) + show.after_sync(sync)


def _edit(options: argparse.Namespace) -> Answer:
    client = _open(options)
    entry = find_entry(client, options.id, own=True)
    changes: dict[str, Any] = {"text": _text(options)}
    if options.title is not None:
        changes["title"] = options.title or None
    client.edit(entry.item, **changes)
    return _written(client, entry.item)


def _delete(options: argparse.Namespace) -> Answer:
    client = _open(options)
    entry = find_entry(client, options.id, own=True)
    client.delete(entry.item)
    sync = _try_sync(client)
    return {"id": entry.item.hex(), "sync": sync}, f"Deleted.{show.after_sync(sync)}"


def _dosing_add(options: argparse.Namespace) -> Answer:
    client = _open(options)
    happened = parse_when(options.date, zone())
    said = {name: getattr(options, name) for name in _SAID}
    item = client.dosings.add(happened, options.route, **said)
    return _written(client, item)


def _dosing_list(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    sessions = client.dosings.by_date()
    value = {"dosings": [show.dosing(one) for one in sessions], "sync": sync}
    return value, show.dosing_list(sessions) + show.after_sync(sync)


def _invite(options: argparse.Namespace) -> Answer:
    client = _open(options)
    with _from_server():
        link = client.people.invite(client.server.moment())
    sync = _try_sync(client)
    text = f"{link}\n\nGive this link to one person, by a way you trust. It works once, within 72 hours."
    if options.wait:
        say(text, error=options.json)
        return _wait_for_answer(client, link, sync)
    told = "When they have answered, `afterglow people` shows their name: confirm it."
    return {"link": link, "sync": sync}, f"{text}\n{told}"


def _wait_for_answer(client: Client, link: str, sync: dict[str, Any]) -> Answer:
    """Whoever answers this invite, while one sits beside them."""
    nothing = "Nobody has answered yet. The link still works; `afterglow people` shows who answers."
    say("Waiting for the answer. Ctrl-C stops waiting; the link still works.", error=True)
    with _from_server():
        waiting = wait_for(lambda: client.people.answers_to(link), nothing)
    people = show.answered(waiting)
    return {"link": link, "answered": people, "sync": sync}, show.people_list(people)


def _ask(options: argparse.Namespace, question: str) -> None:
    """Raises ClientError where somebody sits there and does not say yes."""
    if not sys.stdin.isatty() or options.json or options.yes:
        return
    if ask(f"{question} [y/N] ").strip().lower() not in ("y", "yes"):
        raise ClientError("declined", "Nothing was sent.")


def _accept(options: argparse.Namespace) -> Answer:
    client = _open(options)
    with _from_server():
        moment = client.server.moment()
        link, offer = client.people.open_invite(options.link, moment)
    _ask(options, f"This invite is from {line(offer.name)} ({offer.role}). Link with them?")
    client.people.pin(offer, moment)
    with _from_server():
        client.sync()
        client.people.answer(link)
    person = person_id(offer.bundle.id_pk)
    value = {"person": person, "name": offer.name, "role": offer.role}
    return value, f"{line(offer.name)} can confirm you now."


def _confirm(options: argparse.Namespace) -> Answer:
    client = _open(options)
    with _from_server():
        client.sync()
        one = find_waiting(client, options.person)
        client.people.confirm(one, client.server.moment())
        client.sync()
        client.people.put_away(one)
    value = {"person": person_id(one.id_pk), "name": one.answer.name}
    return value, f"Linked with {line(one.answer.name)}. Compare safety numbers when you meet."


def _people(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    waiting, note = [], ""
    try:
        waiting = client.people.waiting() if sync["synced"] else []
    except ProtocolError:
        note = "\nAn answer to an invite of yours does not hold. Nobody was linked by it: make a new invite."
    people = show.people(client, waiting)
    text = show.people_list(people) + note + show.after_sync(sync)
    return {"people": people, "refused": bool(note), "sync": sync}, text


def _boundary(options: argparse.Namespace) -> Answer:
    client = _open(options)
    given = {part: getattr(options, part) for part in BOUNDARY}
    said = {part: words for part, words in given.items() if words is not None}
    if said:
        before = client.boundary.of() or {}
        kept = {part: before[part] for part in BOUNDARY if part in before}
        client.boundary.say(kept | said, before.get("away"))
    sync = _try_sync(client)
    person = find_person(client, options.person).id_pk if options.person else None
    found = client.boundary.of(person) or {}
    lines = [f"{part}: {found[part]}" for part in BOUNDARY if part in found]
    value = {"boundary": {part: found.get(part) for part in BOUNDARY} if found else None}
    return value | {"sync": sync}, "\n".join(lines) or "Nothing has been said."


def _mute(options: argparse.Namespace) -> Answer:
    client = _open(options)
    contact = find_person(client, options.person)
    client.quiet.set(contact.id_pk, "" if options.off else "muted")
    sync = _try_sync(client)
    quiet, name = client.quiet.of(contact.id_pk), line(contact.name)
    text = {
        "": f"You hear from {name} again.",
        "muted": f"{name} is muted, and is not told: what they write is folded away.",
        "blocked": f"{name} is blocked, and stays so.",
    }[quiet]
    return {"person": person_id(contact.id_pk), "quiet": quiet, "sync": sync}, text


def _block(options: argparse.Namespace) -> Answer:
    client = _open(options)
    contact = find_person(client, options.person)
    said = "The link ends for good, and nothing of theirs is shown or taken any more."
    _ask(options, f"{said} Block {line(contact.name)}?")
    client.quiet.set(contact.id_pk, "blocked")
    sync = _try_sync(client)
    text = f"{line(contact.name)} is blocked. They see that the link has ended, and no more."
    return {"person": person_id(contact.id_pk), "quiet": "blocked", "sync": sync}, text


def _safety_number(options: argparse.Namespace) -> Answer:
    client = _open(options)
    contact = find_person(client, options.person)
    groups = client.people.safety_number(contact.id_pk)
    lines = "\n".join(" ".join(groups[start : start + 4]) for start in range(0, len(groups), 4))
    text = f"{lines}\n\n{line(contact.name)} should see the same sixty digits."
    return {"person": person_id(contact.id_pk), "groups": groups}, text


def _share(options: argparse.Namespace) -> Answer:
    client = _open(options)
    _try_sync(client)
    contact = find_person(client, options.person)
    entry = find_entry(client, options.id, own=True)
    held = client.share(
        [entry.item],
        contact.id_pk,
        parts=[part.strip() for part in options.answers.split(",") if part.strip()],
        reason=options.reason,
        until=last_moment(options.until, zone()) if options.until else None,
        override=options.override,
    )
    if options.dosing is not None and not held:
        client.sharing.share_dosings(contact.id_pk, options.dosing)
    sync = _try_sync(client)
    waits = instant(held, zone()) if held else None
    ids = {"id": entry.item.hex(), "person": person_id(contact.id_pk)}
    value: dict[str, Any] = ids | {"verified": contact.verified, "waits": waits, "sync": sync}
    done = "Shared with" if sync["synced"] else "Will be shared with"
    text = show.held_back(held, zone()) if held else f"{done} {line(contact.name)}."
    return value, text + show.unsure(contact) + show.after_sync(sync)


def _unshare(options: argparse.Namespace) -> Answer:
    client = _open(options)
    _try_sync(client)
    contact = find_person(client, options.person)
    entry = find_entry(client, options.id, own=True)
    client.unshare(entry.item, contact.id_pk)
    sync = _try_sync(client)
    value = {"id": entry.item.hex(), "person": person_id(contact.id_pk), "sync": sync}
    text = f"No longer shared with {line(contact.name)}. What they have read or copied stays with them."
    return value, text + show.after_sync(sync)


def _timeline(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    author = find_person(client, options.person).id_pk if options.person else client.vault.me
    sessions, entries = client.dosings.by_date(author), client.entries(author)
    value = {
        "dosings": [show.dosing(one) for one in sessions],
        "entries": [show.entry(client, one) for one in reversed(entries)],
        "sync": sync,
    }
    return value, show.timeline(sessions, entries) + show.after_sync(sync)


def _comment(options: argparse.Namespace) -> Answer:
    client = _open(options)
    sync = _try_sync(client)
    entry: Entry = find_entry(client, options.id)
    item = client.comments.write(entry.author, entry.item, options.text)
    sync = _try_sync(client)
    return {
        "id": item.hex(),
        "on": entry.item.hex(),
        "sync": sync,
    }, f"Commented.{show.after_sync(sync)}"


def _sync(options: argparse.Namespace) -> Answer:
    client = _open(options)
    client.syncing.ask_again()
    with _from_server():
        report = _wait_for_news(client) if options.wait else client.sync()
    client.items.listed()
    notices = [{"type": type, "id": item.hex() if item else None} for type, item in report.notices]
    sync = {
        "synced": True,
        "waiting": report.waiting,
        "pulled": report.pulled,
        "pushed": report.pushed,
        "notices": notices,
    }
    text = (
        "Everything is backed up." if not report.waiting else f"{report.waiting} not backed up yet."
    )
    return sync, text + show.after_sync(sync)


def _wait_for_news(client: Client) -> Report:
    """The sync that brings something from another device or person."""
    say("Waiting until something comes. Ctrl-C stops waiting.", error=True)
    first = client.sync()

    def ask() -> Report | None:
        report = client.sync()
        return report if report.pulled else None

    return first if first.pulled else wait_for(ask, "Nothing has come yet.")


def _export(options: argparse.Namespace) -> Answer:
    places = {name: getattr(options, name) for name in ("markdown", "data", "csv")}
    if not any(places.values()):
        raise ClientError(
            "nothing-asked", "Say where to: --markdown DIR, --data FILE or --csv DIR."
        )
    client = _open(options)
    sync = _try_sync(client)
    made = write_copy(client, markdown=options.markdown, data_file=options.data, tables=options.csv)
    written = {name: str(place) for name, place in places.items() if place}
    return made | {"written": written, "sync": sync}, show.copied(made) + show.after_sync(sync)


def _verify(options: argparse.Namespace) -> Answer:
    client = _open(options)
    _try_sync(client)
    with _from_server():
        found = verify_profile(client)
    return found, show.verified(found)


def _lock(options: argparse.Namespace) -> Answer:
    client = _open(options)
    waiting = client.outbox.count()
    client.lock()
    text = "Locked, and signed out of the server." + (
        f" {waiting} not backed up yet." if waiting else ""
    )
    return {"waiting": waiting}, text


_SAID = {"note": "a few words", "setting": "where", "support": "who is there"}
"""What may be said of a dosing session."""


_BOUNDARY = {
    "rhythm": "how often you read what is shared",
    "record": "what you do with it in the record",
    "danger": "what you do if you read of danger",
    "absence": "who covers absences",
}
"""What a therapist says before the first invitation."""


def _add_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--phase", choices=PHASES)
    parser.add_argument("--prompt", metavar="ID")
    parser.add_argument("--happened", metavar="WHEN", help='"2026-11-20 18:30"; now, unless given')
    parser.add_argument("--title")
    parser.add_argument("--text")
    parser.add_argument("--draft", metavar="ID", help="go on with this draft, and keep it")


def _add_terms(parser: argparse.ArgumentParser) -> None:
    _shared(parser)
    parts = "only these parts: ids of answers, words, total"
    parser.add_argument("--answers", default="", metavar="A,B", help=parts)
    parser.add_argument("--reason", default="", metavar="T", help="for yourself alone")
    parser.add_argument("--until", metavar="DATE", help="the last day; sharing ends after it")
    parser.add_argument(
        "--override",
        "--now",
        action="store_true",
        help="although it was written close to a dose",
    )
    parser.add_argument(
        "--dosing",
        action=argparse.BooleanOptionalAction,
        help="let them see your dosing sessions too, now and later, or no longer",
    )


def _add_boundary(parser: argparse.ArgumentParser) -> None:
    for part, about in _BOUNDARY.items():
        parser.add_argument(f"--{part}", help=about)
    parser.add_argument("--person", metavar="PERSON", help="what your therapist said")


def _add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--markdown", type=Path, metavar="DIR", help="to read: a file a day")
    parser.add_argument(
        "--data", type=Path, metavar="FILE", help="for programs: all of it, as JSON"
    )
    parser.add_argument("--csv", type=Path, metavar="DIR", help="measures and answers as tables")


def _add_said(parser: argparse.ArgumentParser) -> None:
    for name, about in _SAID.items():
        parser.add_argument(f"--{name}", help=about)


def _add_quiet(add: Any) -> None:
    mute = add("mute", _mute, "fold away what somebody writes; they are not told")
    mute.add_argument("person", metavar="PERSON")
    mute.add_argument("--off", action="store_true", help="hear from them again")
    block = add("block", _block, "end the link with somebody for good, and show nothing of theirs")
    block.add_argument("person", metavar="PERSON")
    block.add_argument("--yes", action="store_true", help="do not ask")


def _add_links(add: Any) -> None:
    invite = add("invite", _invite, "make a link for one person")
    invite.add_argument("--wait", action="store_true", help="wait for the answer, an hour at most")
    accept = add("accept", _accept, "answer somebody's link")
    accept.add_argument("link", metavar="LINK")
    accept.add_argument("--yes", action="store_true", help="do not ask")
    add("confirm", _confirm, "link with somebody who answered").add_argument(
        "person", metavar="PERSON"
    )


def _add_access(add: Any) -> None:
    recover = add("recover", _recover, "come back in with the kit, and choose a new passphrase")
    _server(recover)
    recover.add_argument("--kit", required=True, metavar="CODE", help="the kit code")
    add("passphrase", _change_passphrase, "choose another passphrase")
    kit = add("kit", _kit, "show the kit once more")
    kit.add_argument("--new", action="store_true", help="make a new one; the old one stops working")
    cli_devices.add_commands(add, _Adder, _open)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="afterglow",
        description="A sealed journal. Everything is kept on this device first and sealed before it leaves.",
        epilog=f"The passphrase is read from AFTERGLOW_PASSPHRASE or asked for, a new one from {_NEW}. Ids may be shortened.",
    )
    _add_everywhere(parser)
    parser.set_defaults(profile=default_profile())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add = _Adder(commands)

    signup = add("signup", _signup, "make an account")
    _server(signup)
    signup.add_argument("--name", required=True, help="what the people you link with see")
    signup.add_argument("--as", dest="role", choices=("patient", "therapist"), default="patient")
    signup.add_argument("--code", help="where the server asks for one")
    login = add("login", _login, "sign in on this device")
    _server(login)
    login.add_argument("--kit", required=True, metavar="CODE", help="the kit code")

    _add_access(add)

    _add_words(add("write", _write, "write an entry (from --text or standard input)"))
    add("drafts", _drafts, "list what you have begun on any device and not finished")
    add("aside", _aside, "list what could not be sent; every sync tries it again")
    add("entries", _entries, "list your entries, newest first")
    add("read", _read, "read an entry").add_argument("id", metavar="ID")
    edit = add("edit", _edit, "write an entry anew (from --text or standard input)")
    edit.add_argument("id", metavar="ID")
    edit.add_argument("--title")
    edit.add_argument("--text")
    add("delete", _delete, "delete an entry").add_argument("id", metavar="ID")

    dosing = commands.add_parser("dosing", help="dosing sessions").add_subparsers(required=True)
    within = _Adder(dosing)
    dosing_add = within("add", _dosing_add, "add a dosing session")
    dosing_add.add_argument("--date", required=True, metavar="WHEN")
    dosing_add.add_argument("--route", required=True, choices=ROUTES)
    _add_said(dosing_add)
    within("list", _dosing_list, "list dosing sessions")

    _add_boundary(add("boundary", _boundary, "say how you read, before anybody links with you"))
    _add_links(add)
    add("people", _people, "list the people you are linked with")
    add("safety-number", _safety_number, "show the number to compare").add_argument(
        "person", metavar="PERSON"
    )
    _add_quiet(add)
    _add_terms(add("share", _share, "share an entry as it is now"))
    _shared(add("unshare", _unshare, "stop sharing an entry"))
    add("timeline", _timeline, "entries by dosing session and phase").add_argument(
        "--person", metavar="PERSON", help="somebody who shares with you"
    )
    comment = add("comment", _comment, "comment on an entry")
    comment.add_argument("id", metavar="ID")
    comment.add_argument("--text", required=True)

    cli_pack.add_commands(commands, _Adder)
    about = "wait until something comes, an hour at most"
    add("sync", _sync, "fetch and back up").add_argument("--wait", action="store_true", help=about)
    about = "take a copy of everything, which anyone who has the files can read"
    _add_places(add("export", _export, about))
    add("verify", _verify, "check the whole chain and every signature")
    add("lock", _lock, "sign this device out until the passphrase is given again")
    cli_erase.add_command(add, _open)
    return parser


def _add_everywhere(parser: argparse.ArgumentParser, **default: Any) -> None:
    """What may be said before the command and after it."""
    parser.add_argument("--profile", type=Path, metavar="DIR", **default)
    parser.add_argument("--json", action="store_true", help="one object on one line", **default)


class _Adder:
    """Adds a command with the options that every one has."""

    def __init__(self, commands: Any) -> None:
        self._commands = commands

    def __call__(
        self, name: str, run: Callable[[argparse.Namespace], Answer], help: str
    ) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = self._commands.add_parser(
            name, help=help, description=help
        )
        # Without a default: what was said before the command stays.
        _add_everywhere(parser, default=argparse.SUPPRESS)
        parser.set_defaults(run=run)
        return parser


def _server(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--server", required=True, metavar="URL")
    parser.add_argument("--handle", required=True)


def _shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--with", dest="person", required=True, metavar="PERSON")
