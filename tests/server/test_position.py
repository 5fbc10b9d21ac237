"""`GET /position`: how far one's feed reaches, told to whoever listens, and to nobody whose session has ended."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from journal.server import position, schema
from journal.server.database import Database
from journal.server.principal import SLIDING
from journal.server.serving.listeners import ENVIRON, LISTENER, Bounds, Listener, Listeners
from tests.server.conftest import Clock
from tests.server.people import API, Person


class Following:
    """A stream of a person as the server program would keep it; `heard` counts the times it was woken."""

    def __init__(self, person: Person) -> None:
        self.answer = person.client.get(f"{API}/position")
        self.listener: Listener = person.app.config["KEPT"][-1].get(LISTENER)
        self.heard = 0
        if self.listener:
            self.listener.wake = self._hear

    def _hear(self) -> None:
        self.heard += 1


@pytest.fixture
def listeners(app: Flask) -> Listeners:
    """Those of a server program around the app: every request finds them."""
    made = Listeners(Bounds())
    inner = app.wsgi_app
    kept = app.config["KEPT"] = []

    def keeping(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        environ[ENVIRON] = made
        kept.append(environ)
        return inner(environ, start_response)

    app.wsgi_app = keeping  # type: ignore[method-assign]
    return made


def _end(person: Person) -> int:
    return person.page().next


def test_without_a_server_program_it_is_one_place(patient: Person):
    """A program that cannot keep a stream gives the first place alone, as a whole answer."""
    answer = patient.get("/position")
    assert (answer.status_code, answer.mimetype) == (200, "text/event-stream")
    assert answer.data == b"data: %d\n\n" % _end(patient)
    assert answer.content_length == len(answer.data)


def test_a_stream_begins_with_the_newest_place(listeners: Listeners, patient: Person):
    """It has no length, is kept by nobody on its way, and what was told with the answer is not told again."""
    following = Following(patient)
    assert following.answer.data == b"data: %d\n\n" % _end(patient)
    headers = following.answer.headers
    assert "Content-Length" not in headers
    assert (headers["X-Accel-Buffering"], headers["Cache-Control"]) == ("no", "no-store")
    position.look(patient.app, listeners)
    assert following.heard == 0


def test_a_push_is_told_to_both_ends_and_not_to_its_author(
    listeners: Listeners, linked: tuple[Person, Person]
):
    """The other device and the other person hear their own new places; a push that adds nothing is not told."""
    patient, therapist = linked
    device = Person.other_device(patient)
    assert device.sign_in().status_code == 201
    own, other, theirs = (Following(one) for one in (patient, device, therapist))
    private = patient.put()
    patient.push(private)
    assert (own.heard, other.heard, theirs.heard) == (0, 1, 0)
    patient.push(private)
    assert (own.heard, other.heard, theirs.heard) == (0, 1, 0)
    therapist_before = _end(therapist)
    patient.push(patient.revoke(therapist, patient.row()))
    assert (own.heard, other.heard, theirs.heard) == (0, 2, 1)
    assert other.listener.position == _end(patient)
    assert theirs.listener.position == _end(therapist) == therapist_before + 1


def test_a_stranger_hears_nothing(listeners: Listeners, patient: Person, stranger: Person):
    """What one account does wakes nobody else."""
    following = Following(stranger)
    patient.push(patient.put())
    position.look(patient.app, listeners)
    assert following.heard == 0


def test_what_another_process_took_is_found(
    listeners: Listeners, patient: Person, database: Database
):
    """A place that was given out without this process is told at the next look, once."""
    following = Following(patient)
    table = schema.account
    with database.write() as connection:
        connection.execute(update(table).values(position=table.c.position + 1))
    for _ in range(2):
        position.look(patient.app, listeners)
        following.listener.told = following.listener.position
    assert following.heard == 1


def _sign_out(person: Person, database: Database, clock: Clock) -> None:
    assert person.call("DELETE", "/sessions/current").status_code == 204


def _expire(person: Person, database: Database, clock: Clock) -> None:
    clock.now += SLIDING + 1


def _new_passphrase(person: Person, database: Database, clock: Clock) -> None:
    device = Person.other_device(person)
    assert device.sign_in().status_code == 201
    assert device.renew("password").status_code == 204


def _closed(person: Person, database: Database, clock: Clock) -> None:
    with database.write() as connection:
        account = select(schema.account.c.id).where(schema.account.c.id_pk == person.id_pk)
        connection.execute(
            delete(schema.session).where(schema.session.c.account.in_(account.scalar_subquery()))
        )


def _erased(person: Person, database: Database, clock: Clock) -> None:
    assert person.proved("POST", "/erasure", {"closes": ""}).status_code == 201
    assert person.proved("POST", "/erasure/now", {"closes": ""}, "kit").status_code == 200


@pytest.mark.parametrize("end", [_sign_out, _expire, _new_passphrase, _closed, _erased])
def test_a_stream_ends_with_its_session(
    listeners: Listeners,
    patient: Person,
    database: Database,
    clock: Clock,
    end: Callable[..., None],
):
    """Signed out, past its time, behind a new passphrase, closed by the operator, erased: the next look finds it."""
    following = Following(patient)
    position.look(patient.app, listeners)
    assert not following.listener.ended
    end(patient, database, clock)
    position.look(patient.app, listeners)
    assert following.listener.ended


def test_a_session_that_ended_meanwhile_begins_no_stream(
    listeners: Listeners, patient: Person, monkeypatch: pytest.MonkeyPatch
):
    """Ended between the check of the cookie and the first place: refused, and the server program is told whom to let go."""
    monkeypatch.setattr(position, "_places", lambda _: {})
    following = Following(patient)
    assert following.answer.status_code == 401
    assert following.listener is not None


def test_the_ninth_stream_of_an_account_is_refused(listeners: Listeners, patient: Person):
    """`too-many`, with the time after which to ask again; eight go on."""
    eight = [Following(patient) for _ in range(8)]
    ninth = Following(patient)
    assert {one.answer.status_code for one in eight} == {200}
    assert (ninth.answer.status_code, ninth.answer.headers["Retry-After"]) == (429, "300")
    assert ninth.listener is None
    assert len(listeners) == 8


def test_asking_for_the_head_listens_to_nothing(listeners: Listeners, patient: Person):
    """HEAD takes nobody's place."""
    assert patient.client.head(f"{API}/position").status_code == 200
    assert len(listeners) == 0


def test_many_listen_at_once(
    listeners: Listeners, patient: Person, monkeypatch: pytest.MonkeyPatch
):
    """A look asks for as many sessions at once as the database takes, and misses none."""
    monkeypatch.setattr(position, "AT_ONCE", 2)
    devices = [Person.other_device(patient) for _ in range(5)]
    assert {device.sign_in().status_code for device in devices} == {201}
    all = [Following(device) for device in devices]
    devices[3].call("DELETE", "/sessions/current")
    position.look(patient.app, listeners)
    assert [one.listener.ended for one in all] == [False, False, False, True, False]
