"""Payloads of a person with a client of their own, on every screen of whoever reads them, in all three engines."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from journal.client.client import Client
from journal.wire.encoding import b64_encode
from tests.browser.page import DESK, PHONE
from tests.browser.plays.patient import Patient
from tests.browser.plays.therapist import Therapist
from tests.client.conftest import BOUNDARY, link
from tests.hostile.authors import HEALTHY, NAME, parent, writes_all

PASSPHRASE = "lamp river seven quiet maple door"
PATIENT = """/ /journal /timeline /measures /measure/PHQ-9 /measure/mood /measure/__proto__ /people /ledger /trash /dosing /thread /consent
    /sharing /safety /safety/plan /help /me /prompts /write /rate /course/new /thread/new /dosing/new /link""".split()
THERAPIST = "/ /queue /me /help /setup /leaving /link".split()
WATCH = """() => {
  globalThis.odd = [];
  const note = (what) => globalThis.odd.push(String(what?.stack ?? what).slice(0, 300));
  const isLate = (message) => String(message).startsWith("ResizeObserver loop"); // drawn one frame later
  addEventListener("error", ({ error, message }) => isLate(message) || note(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => note(reason));
  const { error } = console;
  console.error = (...said) => { note(said[0]); error(...said); };
  for (const name of ["alert", "confirm", "prompt", "print"]) globalThis[name] = () => note(name);
  return true;
}"""
GO = """(path) => new Promise((resolve) => {
  const app = document.getElementById("app");
  const settled = () => (app.ariaBusy === null ? resolve(location.hash) : setTimeout(settled, 5));
  if (location.hash === `#${path}`) return settled();
  addEventListener("hashchange", () => setTimeout(settled), { once: true });
  location.hash = path;
})"""
SEEN = """() => ({
  stands: document.querySelector("main") !== null,
  text: document.querySelector("main")?.innerText ?? "",
  odd: globalThis.odd.splice(0),
  ran: document.title.includes("owned") || document.querySelector("main script, main iframe") !== null,
})"""


class Account(NamedTuple):
    """Somebody's account, and what the other one has shown them."""

    client: Client
    kit: str
    handle: str
    made: list[tuple[str, bytes]]


@pytest.fixture(scope="module")
def accounts(tmp_path_factory, server) -> Iterator[tuple[Account, Account]]:
    """A patient and a therapist, linked, who each sealed everything that the corpus has and showed it to the other."""
    folder = tmp_path_factory.mktemp("hostile")
    eve, mal = Client(folder / "eve"), Client(folder / "mal")
    kits = [
        client.sign_up(server.url, handle, NAME, role, PASSPHRASE)
        for client, handle, role in ((eve, "eve.odd", "patient"), (mal, "mal.odd", "therapist"))
    ]
    mal.boundary.say(BOUNDARY)
    link(eve, mal)
    told = {one: one.write(HEALTHY) for one in (eve, mal)}
    about = {one: parent(one, item) for one, item in told.items()}
    made = [writes_all(eve, mal.vault.me, about[mal]), writes_all(mal, eve.vault.me, about[eve])]
    eve.sync()
    assert min(map(len, made)) >= 400
    yield (
        Account(eve, kits[0], "eve.odd", made[0]),
        Account(mal, kits[1], "mal.odd", made[1]),
    )
    eve.close()
    mal.close()


def entries(account: Account, every: int, *more: str) -> list[str]:
    """Ids of what stands among the entries, one of so many, as screens name them; `more`: other kinds that do so as well."""
    kinds = ("entry", "measure", "rating", *more)
    # An excerpt that does not say of what it is a part stands nowhere.
    nowhere = ("excerpt.of", "excerpt.parent")
    found = [
        item
        for name, item in account.made
        if name.startswith(kinds) and not name.startswith(nowhere)
    ]
    return [b64_encode(item) for item in found[::every]]


def finds_person(person, path: str) -> str:
    """The id by which screens name the one person there is."""
    person.page.evaluate(GO, path)
    person.page.find("[data-testid=person]")
    where = "() => document.querySelector('[data-testid=person]').getAttribute('href')"
    return str(person.page.evaluate(where)).rpartition("/")[2]


def goes_through(person, paths: list[str]) -> dict[str, str]:
    """Opens every screen: each stands, nothing ran, nothing was complained of; answers their words."""
    person.page.evaluate(WATCH)
    words, wrong = {}, []
    for path in paths:
        person.page.evaluate(GO, path)
        seen = person.page.evaluate(SEEN)
        words[path] = seen["text"]
        if not seen["stands"] or seen["odd"] or seen["ran"] or "didn’t open" in seen["text"]:
            wrong.append((path, seen["odd"], seen["text"][:80]))
    assert wrong == [], wrong[:3]
    return words


def test_a_patient_whose_other_device_and_therapist_write_anything(
    people, server, accounts, engine
):
    """Every screen of a patient stands, with the healthy entries on it."""
    eve, _ = accounts
    window = people.window(server.url, engine=engine, size=PHONE)
    ada = Patient(window, server.url, NAME, handle=eve.handle, passphrase=PASSPHRASE)
    ada.signs_in(eve.kit)
    ada.backs_up()
    person = finds_person(ada, "/people")
    documents = [
        f"/{kind}/{b64_encode(item)}"
        for kind in ("course", "thread", "dosing")
        for item in [item for name, item in eve.made if name.startswith(kind)][::6]
    ]
    opened = [f"/entry/{id}" for id in entries(eve, 9)]
    about = [f"/{screen}/{person}" for screen in ("person", "move", "number", "ledger")]
    words = goes_through(ada, [*PATIENT, *about, *documents, *opened])
    assert words["/journal"].count(HEALTHY) >= 2


def test_a_therapist_whose_other_device_and_patient_write_anything(
    people, server, accounts, engine
):
    """Every screen of a therapist stands, whatever one of those who share has written."""
    eve, mal = accounts
    window = people.window(server.url, engine=engine, size=DESK)
    holm = Therapist(window, server.url, NAME, handle=mal.handle, passphrase=PASSPHRASE)
    holm.signs_in(mal.kit)
    holm.backs_up()
    person = finds_person(holm, "/")
    # Terms that an odd device kept may have ended some shares meanwhile: what is gone is not asked for.
    eve.client.sync()
    granted = {b64_encode(item) for item in eve.client.sharing.granted(mal.client.vault.me)}
    plain = [one for one in eve.client.entries() if one.document.get("text") == HEALTHY]
    healthy = [id for one in plain if (id := b64_encode(one.item)) in granted]
    shown = [id for id in entries(eve, 1, "excerpt") if id in granted]
    about = [f"/{screen}/{person}" for screen in ("person", "brief", "assign", "number")]
    opened = [f"/person/{person}/{id}" for id in [*shown[::11], *healthy]]
    queued = [f"/queue/{id}" for id in shown[::40]]
    words = goes_through(holm, [*THERAPIST, *about, *opened, *queued])
    assert any(HEALTHY in words[f"/person/{person}/{id}"] for id in healthy)
