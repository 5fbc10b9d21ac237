"""The operator restores yesterday's backup, by the book: people are told, and nothing they wrote since is lost."""

import os
import subprocess
import sys

from tests.browser.page import DESK, PHONE
from tests.live_server import ROOT


def operates(server, *command: str) -> None:
    """One of the operator's commands, over this server's data."""
    environment = os.environ | {"DATA_DIR": str(server.data_dir)}
    program = [sys.executable, "-m", "journal.server.commands"]
    subprocess.run([*program, *command], cwd=ROOT, env=environment, check=True, capture_output=True)


def test_what_was_written_since_the_backup_comes_back(people, live_server, tmp_path):
    """Written, changed and deleted after the backup: the phone offers it all again, and a new device has it as it should be."""
    people.outage_expected = True
    people.refusal_expected = True
    ada = people.patient(live_server, size=PHONE)
    ada.signs_up()
    for text in ("Stays.", "Changes.", "Goes."):
        ada.writes(text)
    ada.backs_up()
    operates(live_server, "backup", str(tmp_path / "yesterday"))
    ada.writes("Comes after.")
    ada.opens_entry("Changes.")
    ada.edits("Changed after.")
    ada.opens_entry("Goes.")
    ada.deletes()
    ada.backs_up()
    live_server.stop()
    operates(live_server, "restore", str(tmp_path / "yesterday"))
    live_server.start()
    ada.backs_up()
    ada.is_told("Your words are saved. The server was restored from a backup")
    ada.page.click("button", "I’ve read this")
    desk = people.second_device(ada, size=DESK)
    desk.signs_in()
    for one in (ada, desk):
        one.goes_to("Journal")
        one.sees_rows("Comes after.", "Changed after.", "Stays.")
    operates(live_server, "check")
