"""A linked person whose app does what it likes: everything that an honest server lets through, and what it refuses too.

The same one tries all victims: Python clients call `Contact`; devices in Node run `python -m tests.evil.contact URL ROLE SEED` and write one
command a line ("answer LINK", "begin", "act COUNT", "foreign-key", "bad-key"), each answered by one line of JSON.
"""

import json
import random
import sys
from collections.abc import Callable
from typing import Any

from journal.protocol import invites
from journal.protocol.grants import seal_grant
from journal.protocol.items import seal_item
from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.protocol.padding import pad
from journal.protocol.seal import seal
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_decode, b64_encode, h, lbl
from journal.wire.headers import Head
from journal.wire.records import Record, build_frame, build_record, grant_content, plain_content
from journal.wire.rows import Row, row_of
from tests.server.http_app import HttpApp
from tests.server.people import Person

MOMENT = '{"at":"2026-11-22T09:00:00Z","zone":"UTC"}'
START = f'{{"v":1,"kind":"entry","prev":null,"written":{MOMENT},"happened":{MOMENT},"text":"hello"'
PAYLOADS = [
    *(f'{START},"x":{"[" * depth}{"]" * depth}}}' for depth in (63, 64, 900, 6_000, 60_000)),
    f'{START},"x":{"{" * 5_000}',
    f'{START},"v":1}}',
    f'{START},"x":1e999}}',
    f'{START},"x":NaN}}',
    f"{START}}} ",
    f'{START},"__proto__":{{"kind":"note"}},"constructor":null,"toString":1,"hasOwnProperty":[]}}',
    START.replace('"v":1', '"v":2') + "}",
    START.replace('"kind":"entry"', '"kind":"riddle"') + "}",
    START.replace('"kind":"entry"', '"kind":["entry"]') + "}",
    START.replace('"kind":"entry"', '"kind":"comment","parent":{"author":7,"item":[],"rev":{}}')
    + "}",
    START.replace('"kind":"entry"', '"kind":"boundary","rhythm":[],"away":7') + "}",
    START.replace(
        '"kind":"entry"', '"kind":"assignment","what":"measure","due":{"dose":"next","days":1e9}'
    )
    + "}",
    START.replace('"kind":"entry"', '"kind":"settings","guardHours":"never"') + "}",
    START.replace("UTC", "Nowhere/At_All") + "}",
    START.replace("2026-11-22T09:00:00Z", "+275760-09-13T00:00:00Z") + "}",
    START.replace("2026-11-22T09:00:00Z", "-271821-04-20T00:00:00Z") + "}",
    START.replace(MOMENT, "7") + "}",
    START.replace('"hello"', '{"not":"text"}') + "}",
    START.replace('"hello"', '"\\ud800 \\u202e \\u001b[2J"') + "}",
    "[]",
    "null",
    "",
    '{"v":1}',
    "{" * 200_000,
]
"""What a body says, each of them odd in another way."""


class Whom:
    """The victim as the contact knows them: from the invite."""

    def __init__(self, bundle: Any) -> None:
        self.id_pk, self.kem_pk = bundle.id_pk, bundle.kem_pk


class Contact(Person):
    """Signs up with real keys and is linked by a real invite; `act` then tries whatever it comes upon, by its seed."""

    def __init__(self, url: str, role: str = "therapist", seed: int = 1) -> None:
        super().__init__(HttpApp(url), f"eve-{role}-{seed}", role)
        self.chance = random.Random(seed)
        self.victim: Any = None
        self.shared: list[Row] = []
        self.refused = 0
        self.epoch = 1
        assert self.sign_up().status_code == 201

    def accept(self, text: str) -> None:
        """Answer an invite; `begin` follows once the victim has said yes."""
        link = invites.parse_link(text)
        answer = self.get(f"/invites/{b64_encode(invites.invite_id(link.secret))}").json
        offer = invites.open_offer(link.secret, link.inviter, b64_decode(answer["offer"]))
        self.victim = Whom(offer.bundle)
        assert self.answer(self.victim, link.secret).status_code == 201

    def begin(self) -> None:
        """Open the log to the victim."""
        self.send(self.record(self.victim, "open"))

    def act(self, count: int) -> int:
        """So many tries; answers how many of them the server has refused so far."""
        tries: list[Callable[[], list[Record]]] = [
            *(self._says_something_odd for _ in range(6)),
            self._seals_badly,
            self._boxes_badly,
            self._publishes_a_key,
            self._acknowledges_what_is_not,
            self._takes_back,
            self._grants_again,
            self._grants_what_nobody_has,
            self._breaks_the_chain,
        ]
        for _ in range(count):
            self.send(*self.chance.choice(tries)())
        return self.refused

    def send(self, *records: Record) -> None:
        """Push. The next try goes on from where the server's head is, whether or not it took this one."""
        answer = self.push_bytes(b"".join(build_frame(one) for one in records))
        results = answer.json["results"] if answer.status_code == 200 else []
        self.refused += sum(one["problem"] is not None for one in results) or not results
        for one in results:
            log, head = b64_decode(one["log"]), one["head"]
            if log in (self.log(), self.log(self.victim)):
                self.heads[log] = self.heads[log]._replace(
                    seq=head["seq"], hash=b64_decode(head["hash"])
                )

    def says(self, text: str) -> list[Record]:
        """A revision whose words are these bytes, and its grant to the victim."""
        item, rev = self.chance.randbytes(16), self.chance.randbytes(16)
        cek, context = self.ceks.cek(item, rev), lbl("item", self.id_pk, item, rev)
        data = text.encode(errors="surrogatepass")
        return self._shares(row_of(item, rev, seal(cek, context, pad(data))))

    def foreign_key(self) -> Record:
        """Somebody else's key, signed as one's own: no honest server takes it."""
        other, kem = Identity(generate_secret()), KemKey(generate_secret())
        bundle = build_bundle(other.sign, other.public, 2, kem.public)
        return self._planted("key", plain_content(bundle))

    def bad_key(self) -> Record:
        """A key of one's own that nothing can be sealed to: no server takes it today."""
        bundle = build_bundle(self.identity.sign, self.id_pk, 2, b"\xff" * 1_216)
        return self._planted("key", plain_content(bundle))

    # What is tried.

    def _says_something_odd(self) -> list[Record]:
        return self.says(self.chance.choice(PAYLOADS))

    def _seals_badly(self) -> list[Record]:
        """A body that is noise, cut, empty but for its padding, or another item's."""
        row = self.row()
        body = row.body or b""
        item, rev = self.chance.randbytes(16), self.chance.randbytes(16)
        cek = self.ceks.cek(row.item, row.rev)
        bodies = [
            self.chance.randbytes(1_200),
            body[:-1],
            body[:60],
            body[:200] + bytes([body[200] ^ 1]) + body[201:],
            seal_item(cek, self.id_pk, item, rev, {"v": 1, "kind": "entry"}),
            seal(cek, lbl("item", self.id_pk, row.item, row.rev), b"no padding"),
        ]
        return self._shares(row_of(row.item, row.rev, self.chance.choice(bodies)))

    def _boxes_badly(self) -> list[Record]:
        """A grant whose box is noise, is for another key, or holds other keys than its bodies were sealed with."""
        rows = [self.row(), self.row()]
        put = self.put(*rows)
        keys = [self.ceks.cek(one.item, one.rev) for one in rows]
        good = seal_grant(self.victim.kem_pk, self.id_pk, self.victim.id_pk, rows, keys)
        other = KemKey(generate_secret())
        foreign = seal_grant(other.public, self.id_pk, self.victim.id_pk, rows, keys)
        swapped = seal_grant(self.victim.kem_pk, self.id_pk, self.victim.id_pk, rows, keys[::-1])
        noise = self.chance.randbytes(len(good))
        zeros = bytes(len(good))
        mine = h(self.victim.kem_pk)
        box, kem = self.chance.choice(
            [
                (noise, mine),
                (zeros, mine),
                (foreign, other.digest),
                (foreign, mine),
                (swapped, mine),
                (good, bytes(32)),
            ]
        )
        return [put, self._grant(rows, box, kem)]

    def _publishes_a_key(self) -> list[Record]:
        """A key that is none, an old one, or a good new one."""
        self.epoch += self.chance.choice([0, 1, 5])
        good = KemKey(generate_secret()).public
        key = self.chance.choice([good, bytes(1_216), b"\xff" * 1_216, good[:1_184] + bytes(32)])
        bundle = build_bundle(self.identity.sign, self.id_pk, self.epoch, key)
        return [self._planted("key", plain_content(bundle))]

    def _acknowledges_what_is_not(self) -> list[Record]:
        """An ack of a head that is another, lies ahead, or never was."""
        seq = self.chance.choice([1, 2, 3, 40, 2**53 - 1])
        hash = self.chance.choice([bytes(32), self.chance.randbytes(32)])
        return [self.record(self.victim, "ack", peer_seq=seq, peer_hash=hash)]

    def _takes_back(self) -> list[Record]:
        items = [self.chance.randbytes(16)]
        if self.shared:
            items.append(self.chance.choice(self.shared).item)
        return [self.record(self.victim, "revoke", items=items)]

    def _grants_again(self) -> list[Record]:
        """What was granted already, revoked perhaps, with other keys."""
        if not self.shared:
            return self._says_something_odd()
        row = self.chance.choice(self.shared)
        keys = [self.chance.choice([self.ceks.cek(row.item, row.rev), bytes(32)])]
        box = seal_grant(self.victim.kem_pk, self.id_pk, self.victim.id_pk, [row], keys)
        return [self._grant([row], box, h(self.victim.kem_pk))]

    def _grants_what_nobody_has(self) -> list[Record]:
        """A revision that is in no log, or whose body was never given."""
        row = self.row()._replace(body=None)
        box = seal_grant(self.victim.kem_pk, self.id_pk, self.victim.id_pk, [row], [bytes(32)])
        puts = [self.put(row)] if self.chance.random() < 0.7 else []
        return [*puts, self._grant([row], box, h(self.victim.kem_pk))]

    def _breaks_the_chain(self) -> list[Record]:
        """A record that does not follow, in a log of one's own or in the victim's name."""
        head = Head(self.chance.randrange(90), self.chance.randbytes(32), 0, 0, False)
        author, type = self.chance.choice([(self.id_pk, "close"), (self.victim.id_pk, "device")])
        return [build_record(self.identity.sign, author, self.victim.id_pk, head, type)]

    # How it is said.

    def _shares(self, row: Row) -> list[Record]:
        put = self.put(row)
        key = self.ceks.cek(row.item, row.rev)
        box = seal_grant(self.victim.kem_pk, self.id_pk, self.victim.id_pk, [row], [key])
        self.shared.append(row)
        return [put, self._grant([row], box, h(self.victim.kem_pk))]

    def _grant(self, rows: list[Row], box: bytes, kem: bytes) -> Record:
        bare = [row._replace(body=None) for row in rows]
        return self.record(self.victim, "grant", grant_content(bare, box), kem=kem)

    def _planted(self, type: str, content: Any) -> Record:
        """The next record of the log to the victim, whether or not it holds; not counted as written."""
        head = self.heads[self.log(self.victim)]
        return build_record(self.identity.sign, self.id_pk, self.victim.id_pk, head, type, content)


def main() -> None:
    """Do what standard input says, line by line."""
    url, role, seed = sys.argv[1:]
    contact = Contact(url, role, int(seed))
    for line in sys.stdin:
        command, _, rest = line.strip().partition(" ")
        said: Any = None
        match command:
            case "answer":
                contact.accept(rest)
            case "begin":
                contact.begin()
            case "act":
                said = contact.act(int(rest))
            case "foreign-key":
                said = b64_encode(build_frame(contact.foreign_key()))
            case "bad-key":
                said = b64_encode(build_frame(contact.bad_key()))
        sys.stdout.write(json.dumps({"said": said}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
