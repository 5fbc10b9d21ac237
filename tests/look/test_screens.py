"""Every screen over the invented vault of `tools/preview.py`: accessible, in both themes, at both sizes, at 200 % text, from right to left."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page as NativePage

from tests.browser.axe import violations
from tests.browser.chromium import Chromium
from tests.browser.page import DESK, PHONE
from tests.look.notice import unwatched

Steps = Callable[[NativePage], None]


def choose_words(page: NativePage) -> None:
    """Fills the sign-up form as far as the generated passphrase."""
    page.fill("[name=name]", "Nell G.")
    page.fill("[name=handle]", "nell")
    page.click("[data-testid=generate]")


def see_consent(page: NativePage) -> None:
    """Goes on to what one agrees to."""
    choose_words(page)
    page.click("[data-testid=continue]")
    page.wait_for_selector("[data-testid=agree]")


def see_kit(page: NativePage) -> None:
    """Goes on to the recovery kit."""
    see_consent(page)
    page.click("[data-testid=agree]")
    page.wait_for_selector("[data-testid=kit-code]")


def see_proof(page: NativePage) -> None:
    """Goes on to the four characters."""
    see_kit(page)
    page.click("[data-testid=kit-kept]")


def click(*selectors: str) -> Steps:
    """Steps that click one thing after another."""

    def steps(page: NativePage) -> None:
        for selector in selectors:
            page.locator(selector).first.click()

    return steps


def write(page: NativePage) -> None:
    """Types an entry with a title."""
    page.click("[data-testid=tool-more]")
    page.click("[data-testid=tool-title]")
    page.fill("[data-testid=title]", "The corridor")
    page.fill(
        "#words", "There was a corridor, long and the colour of honey.\n\nThen the music turned."
    )


def set_feelings(page: NativePage) -> None:
    """Taps two words and adds one of one's own."""
    page.click("[data-testid=tool-feelings]")
    chips = page.locator("dialog .chip")
    chips.nth(0).click()
    chips.nth(22).click()
    page.fill("[name=own]", "pearly")
    page.press("[name=own]", "Enter")


def set_scales(page: NativePage) -> None:
    """Moves one slider by the keyboard and leaves the others blank."""
    page.click("[data-testid=tool-scales]")
    page.press("[data-testid=scale-mood]", "ArrowRight")


def shade(page: NativePage) -> None:
    """Shades a place by a tap on the drawing and another one by the list."""
    page.click("[data-testid=tool-body]")
    page.locator("[data-area='front.chest']").click()
    page.locator("[data-testid='front.left-hand']").click()


def set_all(page: NativePage) -> None:
    """Sets something of every kind beside no words at all."""
    for steps in (set_feelings, set_scales, shade):
        steps(page)
        page.click("[data-testid=beside-done]")
        page.wait_for_selector("dialog", state="detached")


def see_entry_beside(page: NativePage) -> None:
    """Keeps an entry of nothing but chips, a slider and places, and reads it."""
    set_all(page)
    page.click("[data-testid=done]")
    page.wait_for_selector("main.reading [data-testid=beside]")


def find_nothing(page: NativePage) -> None:
    """Looks for words that no entry has."""
    page.fill("[data-testid=find]", "zzzz")
    page.wait_for_selector(".empty")


def capture(page: NativePage) -> None:
    """Writes a few words at the lock, and waits until it is said where they are."""
    page.fill("#capture", "A door, and light behind it.")
    page.wait_for_function(
        "() => !document.querySelector('[data-testid=capture-state]').innerText.startsWith('Sealed')"
    )


def own_contacts(page: NativePage) -> None:
    """Writes down somebody of one's own and a clinic, then goes back to Help."""
    page.click("[data-testid=own-contacts]")
    page.fill("[name=person-0-name]", "Ruth, my sister")
    page.fill("[name=person-0-phone]", "+353 86 000 0000")
    page.fill("[name=person-0-note]", "Up late")
    page.fill("[name=clinic-name]", "Harbour Clinic")
    page.fill("[name=clinic-phone]", "01 555 0100")
    page.fill("[name=clinic-hours]", "Weekdays 9 to 5")
    page.click("[data-testid=safety-done]")
    page.wait_for_selector("[data-testid=own-person]")


def calendar_day(page: NativePage) -> None:
    """Opens the journal's calendar on the day of the last dose, perhaps a month ago."""
    page.click("[data-testid=filter]")
    page.click("[data-testid=order-calendar]")
    if not page.locator("button.day.dosed").count():
        page.click("[data-testid=month-before]")
    page.locator("button.day.dosed").last.click()


def earlier_version(page: NativePage) -> None:
    """From the newest entry in words to an earlier version of it."""
    page.click("[data-testid=filter]")
    page.click("[data-testid=kind-entry]")
    page.locator("[data-testid=entry-row]").first.click()
    page.click("[data-testid=versions]")
    page.locator("[data-testid=version]").nth(1).click()
    page.wait_for_selector("[data-testid=restore-version]")


def answer(*values: str) -> Steps:
    """Steps that answer a measure: the number of an answer, or "skip"."""
    ids = {"skip": "skip-item"}
    return click(*(f"[data-testid={ids.get(value, f'answer-{value}')}]" for value in values))


def leave_begun(page: NativePage) -> None:
    """Answers one question, and leaves the rest for later."""
    answer("3")(page)
    page.click("[data-testid=close-measure]")
    page.click("[data-testid=nav-today]")
    page.wait_for_selector("[data-testid=measure-begun]")


def see_review(page: NativePage) -> None:
    """Answers the PHQ-9 with one blank, as far as the list of all answers."""
    answer(*"1111", "skip", *"2220", "skip")(page)
    page.wait_for_selector("[data-testid=keep-measure]")


def see_result(page: NativePage) -> None:
    """Answers the PHQ-9 whole and keeps it."""
    answer(*"111111110", "1")(page)
    page.click("[data-testid=keep-measure]")
    page.wait_for_selector("[data-testid=band]")


def share_result(page: NativePage) -> None:
    """Goes on to share it: what the other will read stands in the sheet."""
    see_result(page)
    page.click("[data-testid=share]")
    page.wait_for_selector("dialog [data-testid=answers]")


def share_parts(page: NativePage) -> None:
    """Opens the sheet on an entry of which two answers are shared, and leaves one of them out."""
    page.click("[data-testid=filter]")
    page.click("[data-testid=kind-entry]")
    page.locator("[data-testid=entry-row]").first.click()
    page.click("[data-testid=share]")
    page.click("[data-testid=share-parts]")
    page.click("[data-testid=part-mood]")


def share_first(page: NativePage) -> None:
    """Chooses somebody with whom nothing was shared before, and goes on to what they say."""
    page.locator("[data-testid=entry-row]").first.click()
    page.click("[data-testid=share]")
    page.locator("dialog").get_by_text("Dr Lindqvist", exact=True).click()
    page.click("[data-testid=share-now]")
    page.click("[data-testid=share-go-on]")
    page.wait_for_selector("#known-wrong")


def share_held(page: NativePage) -> None:
    """Writes a little after a dose and wants to share it."""
    page.fill("#words", "The ceiling was a lake.")
    page.click("[data-testid=done]")
    page.click("[data-testid=share]")
    page.wait_for_selector("[data-testid=held]")


def share_hurried(page: NativePage) -> None:
    """Does not want to wait."""
    share_held(page)
    page.click("[data-testid=share-hurried]")
    page.wait_for_selector("[data-testid=share-sure]")


def share_waits(page: NativePage) -> None:
    """Lets it wait, as the entry then says."""
    share_held(page)
    page.click("[data-testid=share-now]")
    page.wait_for_selector("[data-testid=held-back]")


def choose_usual(page: NativePage) -> None:
    """Lets answers go to somebody with whom nothing was shared before."""
    page.select_option("[data-testid=usual-core]", label="Dr Lindqvist")
    page.wait_for_selector("[data-testid=share-first]")


def change_shared(page: NativePage) -> None:
    """Changes an entry that somebody else can read."""
    page.click("[data-testid=filter]")
    page.click("[data-testid=kind-entry]")
    page.locator("[data-testid=entry-row]").first.click()
    page.click("[data-testid=edit]")
    page.fill("#words", "Said otherwise.")
    page.click("[data-testid=done]")
    page.wait_for_selector("[data-testid=ask-yes]")


def open_table(page: NativePage) -> None:
    """The table beneath the timeline, by the keyboard: the list above is drawn as it comes into sight, and what is clicked may move meanwhile."""
    page.locator("[data-testid=as-table] summary").press("Enter")
    page.wait_for_selector("[data-testid=as-table] td")


def read_measure(page: NativePage) -> None:
    """Opens a shared measure from the table beneath the timeline."""
    open_table(page)
    page.locator("td a", has_text="PHQ-9").first.click()
    page.wait_for_selector("[data-testid=answers]")


def open_keys(page: NativePage) -> None:
    """Asks which keys there are."""
    page.keyboard.press("?")
    page.wait_for_selector("[data-testid=keys-on]")


def read_last(page: NativePage) -> None:
    """Opens the newest of what is to read: with earlier words, a note and a pin; and looks at the earlier words."""
    page.locator("[data-testid=queue-row]:has(.phase)", has_text="Nell").last.click()
    page.click("[data-testid=earlier] > summary")
    page.wait_for_selector("[data-testid=earlier] section")


def see_calm(page: NativePage) -> None:
    """Answers the ninth question above 0."""
    answer(*"111111111")(page)
    page.wait_for_selector("[data-testid=calm]")


def see_copy_made(sign: str) -> Steps:
    """Steps that have a copy made, as far as this is seen."""

    def steps(page: NativePage) -> None:
        page.click("[data-testid=make-copy]")
        page.wait_for_selector(sign)

    return steps


def see_contacts(page: NativePage) -> None:
    """Says that one needs someone now."""
    see_calm(page)
    page.click("[data-testid=calm-now]")
    page.wait_for_selector("[data-testid=contacts]")


def say_half(page: NativePage) -> None:
    """Says two of the four, and tries to keep them."""
    page.fill("[name=rhythm]", "On Mondays.")
    page.fill("[name=danger]", "I call you.")
    page.click("[data-testid=save-setup]")
    page.wait_for_selector("[role=alert]")


def choose_from_pack(page: NativePage) -> None:
    """Gives a question from a pack."""
    page.select_option("[name=kind]", "prompt")
    page.select_option("[name=pack]", "pain")


def refuse(page: NativePage) -> None:
    """Types a wrong passphrase."""
    page.fill("[name=passphrase]", "not this one, surely")
    page.click("[data-testid=unlock]")
    page.wait_for_selector("[role=alert]")


def cover(page: NativePage) -> None:
    """Writes on a full device, locks, and guesses at the passphrase."""
    page.fill("#words", "There is no room for this.")
    page.click("[data-testid=tool-more]")
    page.click("[data-testid=tool-lock]")
    page.fill("[name=cover]", "not this one, surely")
    page.click("[data-testid=uncover]")
    page.wait_for_selector("[role=alert]")


def forget(page: NativePage) -> None:
    """Does not have the passphrase, and is told of the kit."""
    page.click("details summary")


def let_in_by_kit(page: NativePage) -> None:
    """Types the kit code once it is known who writes here, and is asked for a new passphrase."""
    page.wait_for_selector("[name=handle]", state="detached")
    page.fill("[name=kitCode]", "7K3M-Q9XD-2FHT-VB8C-N4WE-6RJP-Z1YG-5SAK-T0MX")
    page.click("[data-testid=recover-start]")
    page.click("[data-testid=generate]")
    page.wait_for_selector("[data-testid=recover-finish]")


def new_kit(page: NativePage) -> None:
    """Types the passphrase and is shown a new kit."""
    page.fill("[name=passphrase]", "six plain words are quite enough")
    page.click("[data-testid=new-kit]")
    page.wait_for_selector("[data-testid=kit-kept]")


def see_me_on_an_iphone(page: NativePage) -> None:
    """Where no browser asks whether to install, it is told in words."""
    page.evaluate("() => { navigator.standalone = false; location.hash = '#/me'; }")
    page.locator("[data-testid=install]").wait_for()


def by_dose(page: NativePage) -> None:
    """Lays the doses over one another, which there is room for on a desk."""
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    page.click("[data-testid=by-dose]")
    page.wait_for_selector(".overlay")


def read_dose(page: NativePage) -> None:
    """Opens a dosing session from the timeline."""
    page.locator(".at-dose a").first.click()
    page.wait_for_selector("main.open [data-arrive]")


SCREENS: dict[str, tuple[str, Steps | None]] = {
    "welcome": ("?as=new", None),
    "sign-up": ("?as=new#/sign-up", choose_words),
    "sign-up-consent": ("?as=new#/sign-up", see_consent),
    "kit": ("?as=new#/sign-up", see_kit),
    "proof": ("?as=new#/sign-up", see_proof),
    "sign-in": ("?as=new#/sign-in", None),
    "recover": ("?as=new#/recover", None),
    "lock": ("?as=locked", refuse),
    "covered": ("?full#/write", cover),
    "lock-forgotten": ("?as=locked", forget),
    "recover-here": ("?as=locked#/recover", let_in_by_kit),
    "capture": ("?as=locked#/capture", capture),
    "capture-full": ("?as=locked&full#/capture", capture),
    "help": ("?as=locked#/help", None),
    "help-own": ("#/help", own_contacts),
    "help-asked": ("#/help", click("[data-testid=ask]")),
    "help-not-gone": ("?sync=offline#/help", click("[data-testid=ask]")),
    "if": (
        "?as=locked#/if",
        click("[data-testid=if-danger] > summary", "[data-testid=if-court] > summary"),
    ),
    "safety": ("#/safety", None),
    "plan": ("#/safety/plan", None),
    "today": ("", None),
    "today-first": ("?as=fresh", None),
    "today-notices": ("?notices&sync=offline", None),
    "today-skipped": ("", click("[data-testid=skip]", "[data-testid=toast]")),
    "prompts": ("#/prompts", None),
    "prompts-packs": ("?packs#/prompts", click("[data-testid=pack-trauma] > summary")),
    "write": ("#/write?prompt=R5", write),
    "write-choices": ("#/write?prompt=R4", None),
    "write-when": ("#/write", click("[data-testid=tool-more]", "[data-testid=tool-when]")),
    "write-place": ("#/write", click("[data-testid=place]")),
    "write-more": ("#/write", click("[data-testid=tool-more]")),
    "write-feelings": ("#/write", set_feelings),
    "write-scales": ("#/write", set_scales),
    "write-body": ("#/write", shade),
    "write-beside": ("#/write", set_all),
    "write-after-dose": ("?dose#/write?prompt=R1", None),
    "journal": ("#/journal", None),
    "journal-drafts": ("#/journal", click("[data-testid=filter]", "[data-testid=filter-drafts]")),
    "journal-nothing": ("#/journal", find_nothing),
    "entry": ("#/journal", click("[data-testid=entry-row] >> nth=1")),
    "entry-beside": ("#/write", see_entry_beside),
    "share": ("#/journal", click("[data-testid=entry-row]", "[data-testid=share]")),
    "share-parts": ("?held#/journal", share_parts),
    "share-more": (
        "?bare#/journal",
        click("[data-testid=entry-row]", "[data-testid=share]", "[data-testid=share-more]"),
    ),
    "share-first": ("?two#/journal", share_first),
    "share-held": ("?dose#/write", share_held),
    "share-hurried": ("?dose#/write", share_hurried),
    "share-waits": ("?dose#/write", share_waits),
    "share-again": ("?held", click("[data-testid=share-again]", "dialog [data-testid=part-words]")),
    "share-update": ("?held#/journal", change_shared),
    "sharing": ("?usual#/sharing", None),
    "sharing-first": ("?two#/sharing", choose_usual),
    "today-held": ("?held", None),
    "write-usual": ("?usual#/write?prompt=R5", None),
    "write-private": ("?usual#/write?prompt=I17", None),
    "dosing": ("#/dosing", None),
    "dosing-new": ("#/dosing/new", None),
    "dosing-form": ("#/dosing", click("[data-testid=dose]")),
    "dosing-details": (
        "?details#/dosing",
        click("[data-testid=dose]", "[data-testid=add-reading]"),
    ),
    "course": ("?next=20#/course/course-1", None),
    "consent-asked": ("?consent=1", None),
    "consent-asked-therapist": ("?as=therapist&consent=", None),
    "consent-noted": ("#/consent", None),
    "today-day-before": ("?next=14&home", None),
    "today-until-morning": ("?next=-3", None),
    "threads": ("#/thread", None),
    "thread": ("#/thread/thread-1", None),
    "thread-new": ("?next=20#/thread/new", None),
    "thread-tie": ("#/journal", click("[data-testid=entry-row]", "[data-testid=tie]")),
    "journal-calendar": ("#/journal", calendar_day),
    "journal-measures": ("#/journal", click("[data-testid=filter]", "[data-testid=kind-measure]")),
    "trash": ("#/trash", None),
    "trash-erase": ("#/trash", click("[data-testid=erase]")),
    "versions": ("#/journal", earlier_version),
    "timeline": ("?next=20&assigned#/timeline", None),
    "timeline-table": ("#/timeline", open_table),
    "timeline-by-dose": ("#/timeline", by_dose),
    "measures": ("#/measures", None),
    "measure": ("#/measure/PHQ-9", None),
    "measure-since-dose": ("#/measure/PHQ-9", click(".segments button >> nth=1")),
    "measure-never": ("#/measure/PEG", None),
    "rating": ("#/measure/mood", None),
    "rate": ("#/rate", click("[data-testid=scale-mood]")),
    "self-check": ("#/fill/self-check", answer(*"00010000")),
    "fill": ("#/fill/PCL-5", answer(*"22222222")),
    "fill-numbers": ("#/fill/PEG", None),
    "fill-review": ("#/fill/PHQ-9", see_review),
    "measure-kept": ("#/fill/PHQ-9", see_result),
    "measure-share": ("#/fill/PHQ-9", share_result),
    "calm": ("#/fill/PHQ-9", see_calm),
    "calm-contacts": ("#/fill/PHQ-9", see_contacts),
    "today-measure": ("#/fill/PEG", leave_begun),
    "people": ("?answers&two#/people", None),
    "person": ("#/person/holm", None),
    "person-changed": ("?changed#/person/holm", None),
    "person-stop-all": ("#/person/holm", click("[data-testid=stop-all]")),
    "person-muted": (
        "#/person/holm",
        click("[data-testid=mute]", "[data-testid=confirm-mute]"),
    ),
    "ledger": ("?two#/ledger", None),
    "ledger-file": ("#/ledger/holm", click("[data-testid=take-ledger]")),
    "move": ("?two#/move/holm", None),
    "moved": ("?two#/move/holm", click("[data-testid=move-now]")),
    "answer-once": (
        "",
        click("main a[href^='#/entry/']", "[data-testid=answer-comment]"),
    ),
    "safety-number": ("#/number/holm", click("[data-testid=number-different]")),
    "link": ("#/link", click("[data-testid=make-invitation]")),
    "me-passphrase": ("#/me/passphrase", None),
    "me-kit": ("#/me/kit", None),
    "devices": ("#/me/devices", None),
    "devices-end": ("#/me/devices", click("[data-testid=end-device]")),
    "devices-ended": (
        "#/me/devices",
        click("[data-testid=end-device]", "[data-testid=confirm-end-device]"),
    ),
    "devices-offline": ("?sync=offline#/me/devices", None),
    "devices-signed-out": ("?sync=signed-out#/me/devices", None),
    "lost-phone": ("#/me/devices/lost", None),
    "me-new-kit": ("#/me/kit", new_kit),
    "me": ("#/me", None),
    "me-iphone": ("#/me/about", see_me_on_an_iphone),
    "me-signed-out": ("?sync=signed-out#/me", None),
    "me-remove": ("?sync=offline#/me", click("[data-testid=remove]")),
    "server-knows": ("#/me/knows", None),
    "aside": ("?odd#/me/aside", None),
    "aside-none": ("#/me/aside", None),
    "copy": ("?odd#/me/copy", None),
    "copy-making": ("?making#/me/copy", see_copy_made("progress")),
    "copy-ready": ("?odd#/me/copy", see_copy_made("[data-testid=save-copy]")),
    "erase": ("#/erase", None),
    "erase-pending": ("#/erase", click("[data-testid=erase-ask]")),
    "erased": (
        "#/erase",
        click("[data-testid=erase-ask]", "[data-testid=erase-now]", "[data-testid=erase-confirm]"),
    ),
    "about": ("#/me/about", None),
    "caseload": ("?as=therapist", None),
    "caseload-contested": ("?as=therapist&answers", None),
    "caseload-asked": ("?as=therapist&asked", None),
    "reading-room": ("?as=therapist#/person/nell", None),
    "caseload-many": ("?as=therapist&people=40", click("[data-testid=filter-to-read]")),
    "queue": ("?as=therapist#/", click("[data-testid=to-read]", "[data-testid=queue-row]")),
    "queue-list": ("?as=therapist&people=40#/queue", None),
    "queue-results": (
        "?as=therapist&told#/queue",
        click("[data-testid=queue-row]:has-text('PHQ-9')", "[data-testid=told]"),
    ),
    "queue-keys": ("?as=therapist#/queue", open_keys),
    "reading": ("?as=therapist#/queue", read_last),
    "brief": ("?as=therapist&told&asked#/brief/nell", None),
    "meeting": ("?as=therapist#/brief/nell", click("[data-testid=met-another]")),
    "reading-dose": ("?as=therapist&assigned#/person/nell", read_dose),
    "reading-measure": ("?as=therapist#/person/nell", read_measure),
    "setup": ("?as=therapist&away#/setup", None),
    "setup-wanted": ("?as=therapist&unsaid#/link", None),
    "setup-lacking": ("?as=therapist&unsaid#/setup", say_half),
    "leaving": ("?as=therapist#/leaving", click("[data-testid=end-all]", "[data-testid=told-all]")),
    "today-away": ("?away", None),
    "today-given": ("?assigned&bare", None),
    "today-given-declined": (
        "?assigned",
        click("[data-testid=decline]", "[data-testid=toast] button"),
    ),
    "write-given": ("?assigned#/write?given=given-1", None),
    "assign": ("?as=therapist&assigned#/assign/nell", click("[data-testid=when-dose]")),
    "assign-prompt": ("?as=therapist#/assign/nell", choose_from_pack),
    "assign-lacking": (
        "?as=therapist#/assign/nell",
        click("[data-testid=when-date]", "[data-testid=give]"),
    ),
    "design": ("#/design", None),
}

STANDS = {
    "?as=new": ".hearth",
    "?as=locked": "[data-testid=unlock], [data-testid=recover-start], .help, .capture, [data-testid=if-danger]",
    "?as=locked&full": ".capture",
}
"""What stands when a screen before the lock has opened."""

_THEME = "(theme) => { document.documentElement.dataset.theme = theme; }"
_COLOURS = """async () => {
  const { violations } = await axe.run(document, { runOnly: ["color-contrast"], resultTypes: ["violations"] });
  return violations.flatMap(({ nodes }) => nodes.map((node) => [node.html, node.failureSummary]));
}"""
_WIDER = """(direction, size) => {
  const root = document.documentElement;
  root.dir = direction;
  root.style.fontSize = size;
  return root.scrollWidth - root.clientWidth;
}"""
_SMALL = """() => [...document.querySelectorAll("button, a[href], select, summary, input:not([type=checkbox], [type=radio])")]
  .filter((one) => one.checkVisibility() && !one.closest("p, svg, td, .gallery, .unseen"))
  .filter((one) => one.getBoundingClientRect().height < 47.5)
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_holds(screen: str, preview: str, open_page: Callable[..., Chromium]) -> None:
    """Axe finds nothing in light or dark, all that is pressed is 48 px high, nothing is cut at 200 % or from right to left; what takes words says who is not watching."""
    path, steps = SCREENS[screen]
    page = open_page("chromium", size=PHONE)
    page.goto(f"{preview}/app{path}")
    page.native.wait_for_selector(
        STANDS.get(path.partition("#")[0], "nav, .editor, .gallery, .help, [data-testid=agree]")
    )
    if steps:
        steps(page.native)

    assert unwatched(page) == []
    for width, height in (PHONE, DESK):
        page.set_size(width, height)
        page.evaluate(_THEME, "light")
        assert violations(page) == []
        page.evaluate(_THEME, "dark")  # only colours differ
        assert page.evaluate(_COLOURS) == []
        assert page.evaluate(_SMALL) == []
        assert cut(page) == []
    assert page.complaints == []


def cut(page: Chromium) -> list[str]:
    """Ways to read the page in which something lies beyond its edge."""
    found = []
    for direction, size in (("ltr", "200%"), ("rtl", "200%"), ("rtl", "100%"), ("ltr", "100%")):
        if page.evaluate(_WIDER, direction, size) > 0:
            found.append(f"{direction} at {size}")
    return found
