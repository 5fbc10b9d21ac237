"""`afterglow verify`: every record, signature, chain and body kept here, and the same as the server shows it now."""

from typing import Any

from journal.client.client import Client
from journal.client.errors import ClientError, Offline
from journal.client.store import Log
from journal.wire.encoding import h
from journal.wire.errors import ProtocolError
from journal.wire.feed import parse_page
from journal.wire.headers import Head
from journal.wire.records import record_hash, verify_record


def verify_profile(client: Client) -> dict[str, Any]:
    """Counts of what was checked, and `problems`: what does not hold. Only takes what was missing here."""
    problems: list[dict[str, str]] = []
    logs = client.store.logs()
    server = _verify_server(client, logs, problems)
    records = sum(_verify_log(client, log, problems) for log in logs.values())
    revisions = _verify_bodies(client, problems)
    return {
        "logs": len(logs),
        "records": records,
        "revisions": revisions,
        "server": server,
        "problems": problems,
    }


def _verify_log(client: Client, log: Log, problems: list[dict[str, str]]) -> int:
    head, name = Head(), f"log {log.id.hex()[:8]}"
    try:
        for record in client.store.records(log.id):
            head = verify_record(record, head).head
    except ProtocolError as error:
        problems.append({"what": f"{name}, record {head.seq + 1}", "problem": str(error)})
        return head.seq
    if head != log.head:
        problems.append({"what": name, "problem": "its records do not lead to its head"})
    return head.seq


def _verify_bodies(client: Client, problems: list[dict[str, str]]) -> int:
    """Every body is the one that was signed, and opens. A body that must be here and is not is missing."""
    shown = {(author, rev) for (author, _), rev in client.items.shown().items()}
    count = 0
    for revision, body in client.store.revisions():
        what = f"entry {revision.item.hex()[:8]}"
        if body is None:
            if (revision.author, revision.rev) in shown:
                problems.append({"what": what, "problem": "the server did not give it"})
            continue
        count += 1
        if h(body) != revision.digest:
            problems.append({"what": what, "problem": "it is not the one that was signed"})
            continue
        try:
            client.vault.open(revision.author, revision.rev)
        except (ProtocolError, ClientError) as error:
            problems.append({"what": what, "problem": str(error)})
    return count


def _verify_server(client: Client, logs: dict[bytes, Log], problems: list[dict[str, str]]) -> str:
    """The whole feed again: every record this device has, with the same hash."""
    seen: dict[bytes, int] = {}
    after, more = 0, True
    while more:
        try:
            page = parse_page(client.server.feed(after))
        except Offline:
            return "offline"
        for record in page.records:
            header = record.header
            kept = client.store.hash_at(header.log, header.seq)
            if kept == record_hash(record):
                with client.store.write():
                    client.store.fill(record)
            elif kept is not None:
                what = f"log {header.log.hex()[:8]}, record {header.seq}"
                problems.append({"what": what, "problem": "the server shows another one"})
            seen[header.log] = max(header.seq, seen.get(header.log, 0))
        after, more = page.next, page.more and page.next > after
    for id, log in logs.items():
        if seen.get(id, 0) < log.shown:
            problems.append(
                {"what": f"log {id.hex()[:8]}", "problem": "the server no longer shows all of it"}
            )
    return "same"
