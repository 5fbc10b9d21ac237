"""Words from the locked app: one tap, no network, kept as they are typed, read by nobody before unlocking."""

from tests.browser.page import PHONE

KEPT = "Saved on this device. You’ll find it in your journal when you unlock."
FIELD = "() => document.querySelector('#capture').value"
HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
_PAUSES_BEFORE_STORED = """async (text) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await done(indexedDB.open("afterglow"));
  const stored = async () => {
    const all = await done(db.transaction("captures").objectStore("captures").getAll());
    return all.reduce((count, { version }) => count + version, 0);
  };
  const before = await stored();
  const field = document.querySelector("#capture");
  field.value = text;
  const pauses = [];
  const setTimer = window.setTimeout;
  window.setTimeout = (then, ms, ...rest) => {
    pauses.push(ms);
    return setTimer(then, ms, ...rest);
  };
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  window.setTimeout = setTimer;
  while ((await stored()) === before) await new Promise((resolve) => setTimeout(resolve, 5));
  db.close();
  return pauses;
}"""


def locked_without_a_server(people, live_server, profile):
    """Ada's phone, started cold in a cellar, at the lock."""
    people.outage_expected = True
    ada = people.patient(live_server, size=PHONE, profile=profile)
    ada.signs_up()
    ada.backs_up()
    ada.page.wait_for("() => navigator.serviceWorker.controller !== null")
    ada.page.close()
    live_server.stop()
    ada = ada.again(people.window(live_server.url, size=PHONE, profile=profile))
    ada.opens()
    ada.is_locked_out()
    return ada


def captures(ada, text: str) -> None:
    """Types into the one field, and waits until it is said that the words are kept."""
    ada.page.fill("What’s here now", text)
    says_kept(ada)


def says_kept(ada) -> None:
    """Waits until the line below the field says so."""
    ada.page.wait_for(
        "(kept) => document.querySelector('[data-testid=capture-state]')?.innerText === kept", KEPT
    )


def test_words_from_the_lock(people, live_server, profile):
    """Offline and locked: two captures, one done and one cut off with the browser, stand in the journal after unlocking, once each."""
    ada = locked_without_a_server(people, live_server, profile)
    ada.page.click("link", "Write without unlocking")
    captures(ada, "Eine Tür aus Kranichfedern")
    ada.page.click("button", "Done")
    ada.page.wait_for("() => document.querySelector('#capture').value === ''")
    captures(ada, "Dann Zimtregen")
    assert not [one for one in ada.stored() if "Kranichfedern" in one or "Zimtregen" in one]
    ada.page.close()

    ada = ada.again(people.window(live_server.url, size=PHONE, profile=profile))
    ada.opens("/app#/capture")
    ada.page.find("textbox", "What’s here now")
    assert ada.page.evaluate(FIELD) == ""
    assert "Kranich" not in ada.page.text()
    ada.page.click("button", "Done")
    ada.unlocks()
    ada.is_told("What was written here without unlocking is now in your journal.")
    ada.goes_to("Journal")
    ada.sees_rows("Dann Zimtregen", "Eine Tür aus Kranichfedern")
    live_server.start()
    ada.backs_up()
    desk = people.second_device(ada)
    desk.signs_in()
    desk.goes_to("Journal")
    desk.sees_rows("Dann Zimtregen", "Eine Tür aus Kranichfedern")


def test_a_page_that_is_hidden_shows_nothing_again(people, live_server, profile):
    """Leaving by the home button empties the field and keeps the words; what is typed afterwards is added."""
    ada = locked_without_a_server(people, live_server, profile)
    ada.page.click("link", "Write without unlocking")
    ada.page.fill("What’s here now", "Noch nicht fertig")
    ada.page.evaluate(HIDE, True)
    ada.page.wait_for("() => document.querySelector('#capture').value === ''")
    ada.page.evaluate(HIDE, False)
    says_kept(ada)
    captures(ada, "Jetzt schon")
    ada.reads_help()
    ada.goes_back()
    ada.page.find("textbox", "What’s here now")
    assert ada.page.evaluate(FIELD) == ""
    ada.page.click("button", "Done")
    ada.unlocks()
    ada.goes_to("Journal")
    ada.sees_rows("Jetzt schon", "Noch nicht fertig")
    # The same shortcut, where nothing is locked, is the editor.
    ada.page.evaluate("() => { location.hash = '/capture'; }")
    ada.types("Jetzt mit allem")
    ada.is_done()
    ada.reads("Jetzt mit allem")


def test_words_are_sealed_within_half_a_second_of_the_key(people, live_server, profile):
    """No pause before sealing is longer, and nothing but the device is needed; the type is at least 28 px high on a dark page."""
    ada = locked_without_a_server(people, live_server, profile)
    ada.page.click("link", "Write without unlocking")
    ada.page.find("textbox", "What’s here now")
    for text in ["Moos", "Moos, und warm"]:
        pauses = ada.page.evaluate(_PAUSES_BEFORE_STORED, text)
        assert pauses
        assert max(pauses) <= 500
    style = "(name) => getComputedStyle(document.querySelector('#capture'))[name]"
    assert float(ada.page.evaluate(style, "fontSize").removesuffix("px")) >= 28
    assert ada.page.evaluate(style, "colorScheme") == "dark"


def test_a_removed_account_leaves_nothing_to_write_into(people, server):
    """After removing the account from the device the lock and its field are gone, with what was captured."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.goes_to("Today")
    ada.locks()
    ada.page.click("link", "Write without unlocking")
    captures(ada, "Bleibt nicht hier")
    ada.page.click("button", "Done")
    ada.page.click("button", "Done")
    ada.unlocks()
    ada.goes_to("Me")
    ada.page.click("button", "Remove from this device")
    ada.page.click("[data-testid=remove-now]")
    ada.page.find("link", "Get started")
    ada.opens("/app#/capture")
    ada.page.find("link", "Get started")
    assert not ada.page.evaluate("() => localStorage.getItem('known')")
