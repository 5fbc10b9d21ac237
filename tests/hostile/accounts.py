"""Two linked people who each sealed everything that the corpus has and showed it to the other, and the terminal's copies of both.

For whoever reads the same accounts with the app: `python -m tests.hostile.accounts make FOLDER URL` prints their kit codes by handle, `… copy FOLDER`
syncs once more, takes a copy of each and prints its folder by handle.
"""

import json
import sys
from pathlib import Path

from journal.client.client import Client
from journal.client.copy.files import write_copy
from tests.client.conftest import BOUNDARY, link
from tests.hostile.authors import HEALTHY, NAME, parent, writes_all

PASSPHRASE = "lamp river seven quiet maple door"
ROLES = {"eve.odd": "patient", "mal.odd": "therapist"}


def odd_pair(url: str, folder: Path) -> dict[str, Client]:
    """A patient and a therapist by their handles, who are linked and have each sent the other all there is; both have read it."""
    made = {}
    for handle, role in ROLES.items():
        client = made[handle] = Client(folder / handle)
        client.kit = client.sign_up(url, handle, NAME, role, PASSPHRASE)
    eve, mal = made.values()
    mal.boundary.say(BOUNDARY)
    link(eve, mal)
    told = {one: parent(one, one.write(HEALTHY)) for one in (eve, mal)}
    writes_all(eve, mal.vault.me, told[mal])
    writes_all(mal, eve.vault.me, told[eve])
    for _ in range(2):
        for client in (eve, mal):
            client.sync()
    return made


def copied(client: Client, files: Path) -> str:
    """Takes a copy into a new folder."""
    client.unlock(PASSPHRASE)
    client.sync()
    write_copy(client, markdown=files / "m", data_file=files / "data.json", tables=files / "t")
    return str(files)


def main() -> None:
    """Make both, or take a copy of each."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "make":
        clients = odd_pair(sys.argv[3], folder)
        said = {handle: client.kit for handle, client in clients.items()}
    else:
        clients = {handle: Client(folder / handle) for handle in ROLES}
        said = {handle: copied(one, folder / f"copy {handle}") for handle, one in clients.items()}
    for client in clients.values():
        client.close()
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
