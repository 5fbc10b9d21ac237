"""The last of the disk is kept for what people have begun: near its end only small pushes pass."""

import shutil

from flask import current_app

from journal.server.problems import Problem

SMALL = 65_536
"""Bytes of a push that passes as long as there is any room: an entry, a share, the end of one."""


def require_space(size: int | None = None) -> None:
    """Room beside the reserve for something new, or for a push of `size` bytes. Raises out-of-space.

    Looked at where DATA_DIR lies: a PostgreSQL elsewhere has to be watched there.
    """
    if size is not None and size <= SMALL:
        return
    reserve = current_app.config["RESERVE_MEGABYTES"] * 2**20
    if shutil.disk_usage(current_app.config["DATA_DIR"]).free < reserve:
        raise Problem("out-of-space")
