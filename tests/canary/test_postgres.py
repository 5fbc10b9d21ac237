"""The same search in a PostgreSQL cluster's folder: tables, indexes, write-ahead log."""

import psycopg

from journal.client.client import Client
from journal.client.clock import now
from journal.client.documents import BOUNDARY
from tests.canary.needles import Needles
from tests.canary.places import contents

WORDS = {
    "title": "Quillebarrow crossing",
    "text": "Vantelspoor under the ice, and öbrecht singing",
    "patient's name": "Ottilie Zandverhoef",
    "therapist's name": "Dr Pellworm-Achterkamp",
    "dosing note": "Skylight over Brackendorp",
    "comment": "Let us speak of the Uilenspiegelbrug",
    "passphrase": "eleven Grutterswal herons at dawn",
}
HANDLE = "sieltorwachter"


def test_nothing_readable_lies_in_the_cluster(postgres, start_server, tmp_path):
    """Two people write, link, share and answer; of it all the database knows a handle."""
    address = postgres.create()
    server = start_server(DATABASE_URL=address)
    patient, therapist = Client(tmp_path / "patient"), Client(tmp_path / "therapist")
    kits = [
        client.sign_up(server.url, handle, WORDS[f"{role}'s name"], role, WORDS["passphrase"])
        for client, handle, role in (
            (patient, HANDLE, "patient"),
            (therapist, "another", "therapist"),
        )
    ]
    patient.dosings.add(now(), "iv", note=WORDS["dosing note"])
    item = patient.write(WORDS["text"] * 40, title=WORDS["title"])
    therapist.boundary.say(dict.fromkeys(BOUNDARY, WORDS["comment"]))
    link, offer = patient.people.open_invite(therapist.people.invite(now()), now())
    patient.people.pin(offer, now())
    patient.sync()
    patient.people.answer(link)
    (waiting,) = therapist.people.waiting()
    therapist.people.confirm(waiting, now())
    therapist.sync()
    patient.sync()
    patient.share([item], therapist.vault.me, override=True)
    patient.sharing.share_dosings(therapist.vault.me, wanted=True)
    patient.sync()
    therapist.sync()
    therapist.comments.write(patient.vault.me, item, WORDS["comment"])
    therapist.sync()
    patient.close()
    therapist.close()
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        query = "SELECT oid FROM pg_database WHERE datname = current_database()"
        (own,) = connection.execute(query).fetchone()
    needles = Needles(WORDS | {f"kit {n}": kit for n, kit in enumerate(kits)})
    control = Needles({"handle": HANDLE})
    found, known = set(), set()
    for folder in (f"base/{own}", "pg_wal", "global"):
        for name, data in contents(postgres._data / folder):
            found |= needles.found_in(data, f"{folder}/{name}")
            known |= control.found_in(data, f"{folder}/{name}")
    assert found == set()
    assert {one.split(" in ")[1].split("/")[0] for one in known} >= {"base", "pg_wal"}
