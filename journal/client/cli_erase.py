"""`afterglow erase`: have one's account erased, take that back, or have it done at once."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from journal.client.client import Client
from journal.client.errors import ClientError
from journal.client.terminal import ask

Answer = tuple[dict[str, Any], str]

_STAYS = (
    "Others keep what their own logs say of you: your public key and signed records without the words. What they have read"
    " or written down stays with them. The server says what it has erased; nobody can see whether it did."
)


def add_command(add: Any, opened: Callable[[argparse.Namespace], Client]) -> None:
    """Adds `erase`; `opened` unlocks the profile that the options name."""
    erase = add("erase", lambda options: _erase(options, opened(options)), "erase your account")
    what = erase.add_mutually_exclusive_group()
    what.add_argument("--now", action="store_true", help="do not wait; asks for the kit code")
    what.add_argument("--take-back", action="store_true", help="do not erase after all")
    erase.add_argument("--kit", metavar="CODE", help="the kit code, for --now")
    erase.add_argument("--yes", action="store_true", help="do it, and not only say")


def _erase(options: argparse.Namespace, client: Client) -> Answer:
    # What others are left with follows what is known here.
    client.sync()
    erasure = client.erasure
    state = erasure.state()
    if options.take_back:
        if state["due"] is not None:
            erasure.take_back()
        return {"due": None}, "Nothing is erased."
    if not options.yes:
        return state, f"{_said(state)}\nNothing was changed. Say --yes to do it."
    # A kit code is wanted before anything is asked for.
    kit = _kit(options) if options.now else ""
    due = state["due"] or erasure.ask()
    if not options.now:
        text = f"Your account is erased on {_day(due)}, or within a day. Until then `afterglow erase --take-back` undoes it, on any device."
        return {"due": due}, text
    receipt = erasure.now(kit)
    text = f"Erased: {_counts(receipt)}. What is in {options.profile} stays readable with your passphrase; delete that folder when you do not want it."
    return {"receipt": receipt, "profile": str(options.profile)}, text


def _said(state: dict[str, Any]) -> str:
    days, backups = state["wait"] // 86_400, state["backups"] // 86_400
    asked = f"It is to be erased on {_day(state['due'])}. " if state["due"] is not None else ""
    return (
        f"{asked}Erasing takes your whole account from the server, {days} days after you ask: {_counts(state['counts'])}."
        f" Your links end. The operator says that backups are kept for {backups} days. {_STAYS}"
    )


def _counts(counts: dict[str, Any]) -> str:
    return f"{counts['records']} signed records, {counts['revisions']} sealed pieces, {counts['bytes']} bytes"


def _day(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"


def _kit(options: argparse.Namespace) -> str:
    given = options.kit or os.environ.get("AFTERGLOW_KIT")
    if given:
        return str(given)
    if not sys.stdin.isatty():
        raise ClientError("kit", "Say the kit code with --kit, or run this in a terminal.")
    return ask("Kit code: ")
