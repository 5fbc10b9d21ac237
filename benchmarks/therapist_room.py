"""A therapist's room, in Chromium: the Python client has linked N people who each shared 100 entries and measures.

    python -m benchmarks.therapist_room [--people 30] [--items 100] [--reviewed 0.9] [--folder FOLDER]

The therapist's browser has everything; the app is opened cold and unlocked. Printed are the times, counted from the end of
stretching the passphrase (measured apart), until the list of people can be used, from there to one person's timeline, to the
queue, and from one entry of it to the next; in each case until the page has drawn it. Memory is that of the page's process.
Making the accounts takes about two seconds a person: with `--folder` they are made once and found again.
"""

import argparse
import random
import shutil
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.entries import entry
from benchmarks.new_phone import PASSPHRASE
from benchmarks.new_phone_browser import STRETCH
from journal.client.client import Client
from journal.client.clock import now
from journal.client.documents import BOUNDARY
from journal.wire.encoding import b64_encode
from tests.browser.chromium import launch
from tests.live_server import LiveServer

KIT = "kit.txt"

SIGN_IN = """async ([handle, passphrase, kitCode, count]) => {
  const { vault } = await import("/static/js/vault/door/client.js");
  const begin = performance.now();
  await vault.signIn({ handle, passphrase, kitCode });
  const whole = async () => {
    const rows = await vault.caseload();
    return rows.reduce((all, { person }) => all + person.sharedCount, 0) === count;
  };
  while (!(await whole()) || (await vault.syncStatus()).state === "busy")
    await new Promise((resolve) => vault.addEventListener("sync", resolve, { once: true }));
  return performance.now() - begin;
}"""

DRAWN = """async ([act, selector]) => {
  const begin = performance.now();
  const element = act && document.querySelector(act);
  if (act && !element) throw new Error("no " + act);
  element?.click();
  const { promise, resolve } = Promise.withResolvers();
  const look = () => (document.querySelector(selector) ? requestAnimationFrame(() => setTimeout(resolve)) : requestAnimationFrame(look));
  look();
  await promise;
  return performance.now() - begin;
}"""
REVIEWED = """async () => {
  const before = location.hash;
  const begin = performance.now();
  document.querySelector("[data-testid=review]").click();
  const { promise, resolve } = Promise.withResolvers();
  const look = () => {
    const stands = location.hash !== before && document.querySelector("article.reading")?.dataset.item === location.hash.split("/").at(-1);
    requestAnimationFrame(stands ? () => setTimeout(resolve) : look);
  };
  look();
  await promise;
  return performance.now() - begin;
}"""
ASKED = """async () => {
  const { vault } = await import("/static/js/vault/door/client.js");
  const said = [];
  for (const name of ["caseload", "queue"]) {
    const begin = performance.now();
    await vault[name]();
    said.push(`${name} ${(performance.now() - begin).toFixed(0)} ms`);
  }
  return said.join(", ");
}"""


def shared(index: int, items: int, at: datetime) -> list[dict[str, Any]]:
    """What one person has written in a year: three entries in words, then a PHQ-9, and so on."""
    chance = random.Random(index)
    documents = []
    for n in range(items):
        moment = at - timedelta(days=365 * (items - n) / items, minutes=chance.randrange(600))
        when = {"happened": moment, "written": moment}
        if n % 4 == 3:
            values = [chance.randrange(4) for _ in range(9)]
            answers = [
                {"id": str(i + 1), "question": "", "type": "choice", "value": value}
                for i, value in enumerate(values)
            ]
            form = {"version": "1999", "language": "en", "windowDays": 14}
            scored = {"instrument": "PHQ-9", "form": form, "total": sum(values)}
            documents.append({"kind": "measure", "text": "", **scored, "answers": answers, **when})
        else:
            documents.append({"text": entry(index * items + n)["text"][:600], **when})
    return documents


def person(folder: Path, url: str, therapist: Client, index: int, items: int) -> None:
    """One account, linked, with six dosing sessions and everything shared."""
    client = Client(folder / f"person{index}")
    client.sign_up(url, f"person{index}", f"Person {index:03}", "patient", PASSPHRASE)
    link, offer = client.people.open_invite(therapist.people.invite(now()), now())
    client.people.pin(offer, now())
    client.people.answer(link)
    (waiting,) = therapist.people.waiting()
    therapist.people.confirm(waiting, now())
    therapist.sync()
    therapist.people.put_away(waiting)
    client.sync()
    at = now()
    for number in range(6):
        client.dosings.add(at - timedelta(days=60 * (5 - number) + index % 9 - 4), "im")
    written = client.write_many(shared(index, items, at))
    client.share(written, therapist.vault.me)
    client.sharing.share_dosings(therapist.vault.me, wanted=True)
    client.sync()
    client.close()
    shutil.rmtree(folder / f"person{index}")


def prepare(folder: Path, server: LiveServer, given: argparse.Namespace) -> str:
    """Makes everybody; answers the therapist's kit code."""
    kept = folder / KIT
    if kept.exists():
        return kept.read_text()
    therapist = Client(folder / "therapist")
    kit = therapist.sign_up(server.url, "reader", "Dr Holm", "therapist", PASSPHRASE)
    therapist.boundary.say(dict.fromkeys(BOUNDARY, "On Mondays."))
    therapist.sync()
    for index in range(given.people):
        person(folder, server.url, therapist, index, given.items)
    therapist.sync()
    ticks = [
        {"kind": "review", "reviewed": True, "parent": parent}
        for parent in oldest(therapist, given.reviewed)
    ]
    therapist.write_many(ticks)
    therapist.sync()
    therapist.close()
    kept.write_text(kit)
    return kit


def oldest(therapist: Client, part: float) -> list[dict[str, str]]:
    """The oldest of what is shared, as what hangs on it names it."""
    listed = [
        one for one in therapist.items.listed() if one.document and "happened" in one.document
    ]
    placed = [one for one in listed if one.document["kind"] != "dosing"]
    placed.sort(key=lambda one: one.document["written"]["at"])
    return [
        {"author": b64_encode(one.author), "item": b64_encode(one.item), "rev": b64_encode(one.rev)}
        for one in placed[: int(len(placed) * part)]
    ]


def memory(browser: Browser) -> int:
    """MiB that the largest of the browser's pages has in memory, with its workers."""
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [Path(f"/proc/{one['id']}/status") for one in found if one["type"] == "renderer"]
    sizes = [int(one.read_text().partition("VmRSS:")[2].split()[0]) for one in pages]
    return max(sizes) // 1024


def unlock(page: Page, url: str) -> float:
    """Opens the app cold and unlocks it; milliseconds until the list of people stands."""
    page.goto(f"{url}/app")
    page.fill("[name=passphrase]", PASSPHRASE)
    took: float = page.evaluate(DRAWN, ["[data-testid=unlock]", "main [data-testid=person]"])
    return took


def measure(browser: Browser, server: LiveServer, kit: str, given: argparse.Namespace) -> None:
    """Prints the figures."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.set_default_timeout(600_000)
    page.goto(f"{server.url}/help")
    stretch = page.evaluate(STRETCH)
    fetched = page.evaluate(SIGN_IN, ["reader", PASSPHRASE, kit, given.people * given.items])
    print(
        f"{given.people} people, {given.people * given.items} items: fetched in {fetched / 1000:.1f} s"
    )
    for _ in range(given.rounds):
        listed = unlock(page, server.url) - stretch
        asked = page.evaluate(ASKED)
        page.wait_for_selector("[data-testid=nav-queue]")
        queue = page.evaluate(
            DRAWN, ["[data-testid=nav-queue]", "[data-testid=queue-row]:nth-of-type(1)"]
        )
        first = page.evaluate(DRAWN, ["[data-testid=queue-row]", "article.reading"])
        nexts = [next_in_queue(page) for _ in range(10)]
        page.click("[data-testid=nav-people]")
        page.wait_for_selector("main [data-testid=person]")
        timeline = page.evaluate(DRAWN, ["main [data-testid=person]", "main [data-testid=mark]"])
        print(
            f"unlock → list {listed:5.0f} ms (passphrase {stretch:.0f} ms) | list → timeline {timeline:5.0f} ms"
            f" | list → queue {queue:5.0f} ms | queue → entry {first:5.0f} ms"
            f" | reviewed → next {sorted(nexts)[5]:5.0f} ms, slowest {max(nexts):5.0f} ms"
            f" | vault: {asked} | page {memory(browser)} MiB",
            flush=True,
        )


def next_in_queue(page: Page) -> float:
    """Ticks off what is open; milliseconds until the next one stands there."""
    took: float = page.evaluate(REVIEWED)
    return took


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--items", type=int, default=100)
    parser.add_argument("--reviewed", type=float, default=0.9)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        server = LiveServer(folder / "data", RATELIMIT_ENABLED="0")
        try:
            kit = prepare(folder, server, given)
            with sync_playwright() as playwright:
                browser = launch(playwright)
                measure(browser, server, kit, given)
                browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main())
