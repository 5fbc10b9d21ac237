"""Locking and unlocking, a second device, and leaving a device."""

from tests.browser.page import DESK, PHONE


def test_lock_and_unlock(people, server):
    """A locked journal shows none of its words; a wrong passphrase is refused kindly; the right one opens it."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.writes("Words behind a lock.")
    ada.locks()
    assert "Words behind a lock." not in ada.page.evaluate(
        "() => document.documentElement.outerHTML"
    )
    ada.tries_to_unlock("another long passphrase altogether")
    ada.is_told("That passphrase doesn’t open this journal. Everything in it is still here.")
    ada.unlocks(f"  {ada.passphrase} ")
    ada.goes_to("Journal")
    ada.sees_rows("Words behind a lock.")


def test_a_second_device(people, server):
    """Handle, passphrase and kit code open the same journal on another device, and what either writes the other has."""
    people.refusal_expected = True
    phone = people.patient(server, size=PHONE)
    phone.signs_up()
    phone.adds_dosing("2024-03-04", "10:30", route="IV infusion")
    phone.writes("On the phone.", title="First")
    phone.backs_up()
    desk = people.second_device(phone, size=DESK)
    desk.opens()
    desk.page.click("link", "I have an account")
    desk.page.fill("Handle", desk.handle)
    desk.page.fill("Passphrase", desk.passphrase)
    desk.page.fill("Kit code", desk.kit_code[:-1] + ("7" if desk.kit_code[-1] != "7" else "8"))
    desk.page.click("button", "Sign in")
    desk.is_told("That isn’t a kit code.")
    desk.page.fill("Passphrase", "the wrong passphrase this time")
    desk.page.fill("Kit code", desk.kit_code)
    desk.page.click("button", "Sign in")
    desk.is_told("We couldn’t sign you in.")
    desk.page.fill("Handle", desk.handle.upper())
    desk.page.fill("Passphrase", desk.passphrase)
    desk.page.fill("Kit code", desk.kit_code.replace("-", " ").lower())
    desk.page.click("button", "Sign in")
    desk.is_in()
    desk.goes_to("Journal")
    desk.sees_rows("First")
    assert "IV infusion" in desk.dosings()[0]
    desk.writes("On the desk.")
    desk.backs_up()
    phone.backs_up()
    phone.goes_to("Journal")
    phone.sees_rows("On the desk.", "First")
    # Nobody looks on the phone, and the next look would be in some minutes: it hears of it.
    desk.writes("Heard at once.")
    phone.sees_rows("Heard at once.", "On the desk.", "First")


def test_changed_on_two_devices(people, server):
    """One entry is changed on both before they hear of each other: both versions are kept, and one is told."""
    phone = people.patient(server, size=PHONE)
    phone.signs_up()
    phone.writes("As it was.")
    phone.backs_up()
    desk = people.second_device(phone, size=DESK)
    desk.signs_in()
    desk.opens_entry("As it was.")
    desk.page.wait_for("() => navigator.serviceWorker.controller !== null")
    desk.page.context.set_offline(True)
    desk.edits("As it was, says the desk.")
    phone.opens_entry("As it was.")
    phone.edits("As it was, says the phone.")
    phone.backs_up()
    desk.page.context.set_offline(False)
    desk.backs_up()
    phone.backs_up()
    for one in (desk, phone):
        one.goes_to("Journal")
        one.page.wait_for(
            """() => ["says the desk", "says the phone"].every((words) => document.body.innerText.includes(words))"""
        )
        one.sees_rows("says the", "says the")
    desk.is_told("Both versions are saved.")


def test_leaving_a_device(people, server):
    """Removing everything says first what would be lost, then leaves nothing; the journal opens again with passphrase and kit."""
    ada = people.patient(server, size=PHONE)
    ada.signs_up()
    ada.writes("It stays on the server.")
    ada.backs_up()
    ada.page.click("button", "Remove from this device")
    ada.is_told("Everything is backed up.")
    ada.page.click("button", "Remove")
    ada.page.find("link", "Get started")
    ada.page.reload()
    ada.page.find("link", "Get started")
    assert not [one for one in ada.stored() if ada.handle in one]
    ada.signs_in()
    ada.goes_to("Journal")
    ada.sees_rows("It stays on the server.")


def test_a_device_is_signed_out_from_another(people, server):
    """Each sees both; the one that is signed out says so, keeps its words, and is in again with its passphrase."""
    people.refusal_expected = True
    phone = people.patient(server, size=PHONE)
    phone.signs_up()
    phone.writes("It stays on the phone.")
    phone.backs_up()
    desk = people.second_device(phone, size=DESK)
    desk.signs_in()
    desk.backs_up()
    desk.goes_to("Me")
    desk.page.click("link", "My devices")
    desk.page.comes_to(lambda: _devices(desk), ["Chrome on Linux", "Chrome on Linux"])
    desk.page.sees("This device")
    desk.page.click("link", "I’ve lost a phone")
    desk.page.sees("3. Make a new kit")
    desk.page.click("link", "My devices")
    desk.page.click("button", "Sign out")
    desk.page.sees("and opens with the passphrase it had")
    desk.page.evaluate("() => document.querySelector('[data-testid=confirm-end-device]').click()")
    desk.is_told("Chrome on Linux is signed out.")
    desk.page.comes_to(lambda: _devices(desk), ["Chrome on Linux"])
    phone.goes_to("Me")
    phone.page.sees("You’ve been signed out.")
    phone.page.click("link", "My devices")
    phone.page.sees("You’ve been signed out, so we can’t ask for the list.")
    phone.locks()
    phone.unlocks()
    phone.goes_to("Journal")
    phone.sees_rows("It stays on the phone.")
    phone.goes_to("Me")
    phone.page.fill("Passphrase", phone.passphrase)
    phone.page.click("button", "Sign in again")
    phone.page.find("button", "Back up now")
    phone.page.click("link", "My devices")
    phone.page.comes_to(lambda: len(_devices(phone)), 2)


def _devices(person) -> list[str]:
    """Their names, from the top."""
    return person.page.evaluate(
        "() => [...document.querySelectorAll('[data-testid=device] b')].map((name) => name.textContent)"
    )
