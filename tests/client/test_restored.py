"""A server that was restored from a backup, with a link on it: what was taken back stays taken back."""

import shutil

from tests.client.conftest import HANDLES, PASSPHRASES
from tests.client.test_histories import renew_epoch
from tests.client.wire_tap import TappedServer


def test_a_share_that_comes_back_does_not_undo_a_revoke(tmp_path, server, devices, linked, second):
    """One device knows of a share alone, the other has ended it since: a restore with a third word in between hands nothing out again."""
    ana, bo = linked
    data = tmp_path / "server"
    third = devices("ana-third")
    third.sign_in(server.url, HANDLES["ana"], PASSPHRASES["ana"], ana.kit)
    taken, other = ana.write("taken back"), ana.write("stays shared")
    for device in (ana, second, third):
        device.sync()
    shutil.copy(data / "journal.sqlite3", data / "backup")
    ana.share([taken], bo.vault.me)
    ana.sync()
    second.sync()
    ana.unshare(taken, bo.vault.me)
    ana.sync()

    server.stop()
    shutil.copy(data / "backup", data / "journal.sqlite3")
    renew_epoch(data)
    restored = TappedServer(data)
    try:
        for device in (ana, second, third, bo):
            with device.store.write():
                device.store.put("server", restored.url.encode())
            device.profile.disconnect()
        third.share([other], bo.vault.me)
        for device in (third, ana, second, bo, third, ana, second, bo):
            assert device.sync().waiting == 0
    finally:
        restored.stop()

    assert [entry.document["text"] for entry in bo.entries(ana.vault.me)] == ["stays shared"]
    for device in (ana, second, third):
        live = {share.item for share in device.store.shares() if share.live}
        assert other in live
        assert taken not in live
