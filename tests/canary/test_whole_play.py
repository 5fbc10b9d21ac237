"""A whole play in three browsers and at a terminal, then a search of everything outside: none of its words lie anywhere."""

import pytest

from journal.client.client import Client
from journal.protocol.kit import text_to_kit
from tests.browser.page import PHONE
from tests.canary.needles import Needles
from tests.canary.places import contents
from tests.interop.terminal import Terminal
from tests.live_server import LiveServer
from tests.proxy import Proxy

WORDS = {
    "title": "Quillebarrow crossing",
    "text": "Vantelspoor under the ice, and öbrecht singing",
    "answer": "Because of Marrowfinch lane",
    "draft": "Trundlewick was never finished",
    "search": "Hesperquilt lantern",
    "patient's name": "Ottilie Zandverhoef",
    "therapist's name": "Dr Pellworm-Achterkamp",
    "dosing note": "Skylight over Brackendorp",
    "comment": "Let us speak of the Uilenspiegelbrug",
    "unsent comment": "Perhaps the Kwikstaartgracht too",
    "terminal": "Dotterbloem at the terminal",
}


@pytest.fixture
def proxy(live_server):
    """Keeps every body between the people and their server."""
    between = Proxy(live_server.port)
    yield between
    between.close()


def search(needles: Needles, places) -> set[str]:
    """What was found in all of these places."""
    return {said for where, data in places for said in needles.found_in(data, where)}


def on_the_wire(proxy: Proxy):
    """Everything that passed between, request line and heads included."""
    for one in proxy.exchanges:
        name = f"{one.method} {one.path}"
        yield f"heads of {name}", one.heads.encode()
        yield f"request of {name}", one.request
        yield f"answer of {name}", one.answer


def at_the_server(server: LiveServer):
    """The whole data folder, journal files included, and whatever the server has said."""
    yield from contents(server.data_dir)
    yield "log", server.log.read_bytes()


def as_the_page_reads_it(person):
    """Every value in the page's stores, one character a byte where it is bytes."""
    for number, value in enumerate(person.stored()):
        yield f"stored value {number}", value.encode("utf-8", "surrogatepass")
        yield f"stored value {number}", value.encode("latin-1", "ignore")


ORDINARY = "Grutterijmolen in an ordinary field"
SESSION_FILES = {"chromium": "Default/Sessions", "firefox": "sessionstore-backups"}
KEEPS_SESSIONS = """
user_pref("browser.sessionstore.interval", 10);
user_pref("browser.sessionstore.interval.idle", 10);
user_pref("browser.sessionstore.resume_from_crash", true);
"""
"""What Firefox does at home, only sooner: driven, it would write its session at the end alone."""


def types_into_an_ordinary_field(page, folder) -> None:
    """The control: what is typed into a field that says nothing is in the browser's session files, and is waited for there."""
    page.evaluate(
        """() => {
          const area = document.createElement("textarea");
          area.id = "ordinary";
          document.body.append(area);
        }"""
    )
    page.fill("#ordinary", ORDINARY)
    planted = Needles({"ordinary": ORDINARY})
    files = folder / SESSION_FILES[page.engine]
    page.until(lambda: search(planted, contents(files)), f"the words in {files}", 60)


def writes_everything(ada, holm) -> None:
    """Both sign up, link, write, share, answer; of what is typed and not sent there is some as well."""
    ada.fills_the_form()
    ada.page.click("button", "Give me six words")
    ada.passphrase = ada.page.wait_for("() => document.querySelector('[name=passphrase]').value")
    ada.page.click("button", "Continue")
    ada.agrees()
    ada.keeps_the_kit()
    ada.proves_the_kit()
    ada.is_in()
    holm.signs_up()
    link = holm.invites()
    ada.page.goto(link)
    ada.unlocks()
    ada.is_told(f"{holm.name} has invited you to link")
    ada.accepts(holm.name)
    holm.confirms(ada.name)
    ada.backs_up()
    ada.adds_dosing("2026-01-05", "10:00", route="IV infusion", note=WORDS["dosing note"])
    ada.writes(WORDS["answer"], prompt="P1")
    ada.writes(WORDS["text"], title=WORDS["title"])
    ada.shares(holm.name, dosing=True)
    ada.looks_for(WORDS["search"])
    ada.backs_up()
    ada.begins()
    ada.types(WORDS["draft"])
    ada.editor_says("On this device")
    holm.backs_up()
    holm.opens_person(ada.name)
    holm.reads_in_timeline(WORDS["title"])
    holm.comments(WORDS["comment"], to=ada.name)
    holm.page.fill("Reply in a sentence or two", WORDS["unsent comment"])
    ada.invite = link


def test_nothing_readable_is_left_anywhere(people, live_server, proxy, tmp_path):
    """Database, logs, every body, three browsers' folders and the terminal's: none of the words, in no encoding."""
    folders = {name: tmp_path / name for name in ("ada", "holm", "second")}
    ada = people.patient(proxy, WORDS["patient's name"], size=PHONE, profile=folders["ada"])
    holm = people.therapist(proxy, WORDS["therapist's name"], profile=folders["holm"])
    holm.passphrase = "eleven Grutterswal herons at dawn"
    writes_everything(ada, holm)
    folders["second"].mkdir()
    (folders["second"] / "prefs.js").write_text(KEEPS_SESSIONS)
    second = people.second_device(ada, engine="firefox", profile=folders["second"])
    second.signs_in()
    second.backs_up()
    second.opens_entry(WORDS["title"])
    second.begins()
    second.types(WORDS["draft"])
    for one, folder in ((ada, "ada"), (holm, "holm"), (second, "second")):
        types_into_an_ordinary_field(one.page, folders[folder])
    terminal = Terminal.of(ada, tmp_path / "terminal")
    terminal.signs_in()
    terminal("write", "--text", WORDS["terminal"], "--title", WORDS["title"])
    terminal("lock")
    secrets = WORDS | {
        "passphrase": ada.passphrase,
        "therapist's passphrase": holm.passphrase,
        "kit code": ada.kit_code,
        "kit code without hyphens": ada.kit_code.replace("-", ""),
        "kit": text_to_kit(ada.kit_code),
        "therapist's kit": text_to_kit(holm.kit_code),
    }
    needles = Needles(secrets)
    ada.page.click("button", "Close and save as a draft")
    ada.locks()
    assert search(needles, as_the_page_reads_it(ada)) == set()
    for one in (ada, holm, second):
        one.page.close()
    for folder in (*folders.values(), tmp_path / "terminal"):
        assert search(needles, contents(folder)) == set()
    invite = Needles(secrets | {"invitation": ada.invite.rpartition(".")[2]})
    assert search(invite, on_the_wire(proxy)) == set()
    assert search(invite, at_the_server(live_server)) == set()
    live_server.stop()
    assert search(invite, at_the_server(live_server)) == set()
    assert needles.searched > 10_000_000
    assert invite.searched > 1_000_000


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_the_search_finds_what_is_planted_in_a_browser(people, proxy, engine, tmp_path):
    """The control: a word put in the page's own stores, unsealed, is found in the browser's folder, unpacked."""
    page = people.window(proxy.url, engine=engine, profile=tmp_path / "profile")
    page.goto(proxy.url + "/app")
    word = "Wadlopersknevel at low tide"
    page.evaluate(
        """(word) => new Promise((resolve, reject) => {
          localStorage.planted = word;
          const opened = indexedDB.open("planted", 1);
          opened.onupgradeneeded = () => opened.result.createObjectStore("words");
          opened.onerror = () => reject(opened.error);
          opened.onsuccess = () => {
            const change = opened.result.transaction("words", "readwrite", { durability: "strict" });
            // Repeated, so that whatever packs values packs this one.
            for (let i = 0; i < 500; i++) change.objectStore("words").put({ text: `${i} `.repeat(40) + word }, i);
            change.oncomplete = () => { opened.result.close(); resolve(true); };
          };
        })""",
        word,
    )
    page.close()
    found = search(Needles({"planted": word}), contents(tmp_path / "profile"))
    assert found
    assert any("unpacked" in one or ".log" in one for one in found)


def test_the_search_finds_what_is_planted_on_the_wire_and_at_the_server(
    live_server, proxy, tmp_path
):
    """The control: a handle, which the server may know, is found in the database, in its log's folder and in a body."""
    client = Client(tmp_path / "terminal")
    client.sign_up(proxy.url, "sieltorwachter", "Name", "patient", "a passphrase of some length")
    client.close()
    needles = Needles({"handle": "sieltorwachter"})
    assert search(needles, on_the_wire(proxy))
    assert search(needles, contents(live_server.data_dir))
