"""Near the end of the disk: nothing new begins, small pushes of those who are here go on."""

import os
from collections.abc import Callable

import pytest
from flask import Flask

from journal.server import space
from journal.wire.records import build_frame
from journal.wire.rows import row_of
from tests.server.conftest import Clock
from tests.server.people import Person


@pytest.fixture
def nearly_full(patient: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody with an account on a server whose disk is at its reserve."""
    reserve = patient.app.config["RESERVE_MEGABYTES"] * 2**20
    usage = space.shutil._ntuple_diskusage(2**40, 2**40 - reserve + 1, reserve - 1)
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _: usage)
    return patient


def test_small_pushes_pass(nearly_full: Person):
    """An entry is taken; a push of more than 64 KiB is out-of-space, and reading goes on."""
    assert nearly_full.push(nearly_full.put())[nearly_full.log()]["problem"] is None
    row = row_of(os.urandom(16), os.urandom(16), os.urandom(space.SMALL))
    head = nearly_full.heads[nearly_full.log()]
    answer = nearly_full.push_bytes(build_frame(nearly_full.put(row)))
    assert (answer.status_code, answer.json["type"]) == (507, "/problems/out-of-space")
    nearly_full.heads[nearly_full.log()] = head
    assert len(nearly_full.feed()) == 3


def test_nothing_new_begins(nearly_full: Person, clock: Clock):
    """No account, no invite."""
    answers = [
        Person(nearly_full.app, "newcomer").sign_up(),
        nearly_full.put_invite(os.urandom(16), b"offer", clock.now + 60),
    ]
    assert [answer.json["type"] for answer in answers] == ["/problems/out-of-space"] * 2


def test_the_reserve_can_be_none(make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch):
    """With RESERVE_MEGABYTES=0 the disk is used up."""
    monkeypatch.setattr(
        space.shutil, "disk_usage", lambda _: space.shutil._ntuple_diskusage(1, 1, 0)
    )
    assert Person(make_app(RESERVE_MEGABYTES=0), "ana").sign_up().status_code == 201
