"""Route × method × principal: who gets in where. Generated from the url map; a route that does not stand here fails."""

import os
from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import delete, insert, select, update
from werkzeug.test import TestResponse

from journal.server import schema
from journal.wire.encoding import b64_decode, b64_encode, build_json, h
from journal.wire.limits import LABEL
from journal.wire.records import build_frame
from tests.server.conftest import Clock, sqlite_only
from tests.server.people import API, Person, credential_json

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")

PRINCIPALS = ("anonymous", "expired", "ended", "owner", "linked", "closed", "stranger")
"""The owner of what is asked for; nobody; two dead sessions of the owner; accounts linked, no longer linked, never linked."""

ALIVE = ("owner", "linked", "closed", "stranger")
"""Those with a session that holds."""

Row = dict[str, int]


def everybody(status: int) -> Row:
    """The same for all."""
    return dict.fromkeys(PRINCIPALS, status)


def signed_in(status: int, owner: int | None = None) -> Row:
    """`status` for whoever has a session that holds (the owner may differ), 401 for the rest."""
    rest = {"anonymous": 401, "expired": 401, "ended": 401}
    return everybody(status) | rest | {"owner": owner or status}


EXPECTED: dict[str, dict[str, Row]] = {
    "/healthz": {"GET": everybody(200)},
    "/packs.json": {"GET": everybody(200)},
    "/api/v1/session": {"GET": everybody(200)},
    "/api/v1/accounts": {"POST": everybody(201)},
    "/api/v1/challenges": {"POST": everybody(200)},
    "/api/v1/sessions": {"POST": everybody(201), "GET": signed_in(200)},
    # What belongs to somebody else is as missing as what is not there.
    "/api/v1/sessions/<id>": {"DELETE": signed_in(404, owner=204)},
    # Each names the session it asks with; the object here is another one.
    "/api/v1/sessions/<id>/label": {"PUT": signed_in(404)},
    "/api/v1/account": {"GET": signed_in(200)},
    # Each replaces their own, and proves it.
    "/api/v1/erasure": {
        "GET": signed_in(200),
        "POST": signed_in(201),
        "DELETE": signed_in(204),
    },
    # Taken back by then: the table is walked in this order.
    "/api/v1/erasure/closes": {"PUT": signed_in(404)},
    "/api/v1/erasure/now": {"POST": signed_in(404)},
    # Who has no mark finds no receipt.
    "/api/v1/erasures/<id>": {"GET": everybody(404)},
    "/api/v1/credentials": {"PUT": signed_in(204)},
    "/api/v1/records": {"POST": signed_in(200)},
    "/api/v1/feed": {"GET": signed_in(200)},
    "/api/v1/position": {"GET": signed_in(200)},
    "/api/v1/invites": {"GET": signed_in(200)},
    "/api/v1/invites/<id>": {
        # Who knows the id was given the link.
        "GET": signed_in(200),
        "PUT": signed_in(409, owner=201),
        "DELETE": signed_in(404, owner=204),
    },
    "/api/v1/invites/<id>/answer": {"POST": signed_in(201, owner=404)},
}
"""Status by route, method and principal, for a request that holds and an object of the owner."""

PROVED = {
    ("PUT", "/credentials"): "password",
    ("POST", "/erasure"): "password",
    ("POST", "/erasure/now"): "kit",
}
"""What a session alone does not open: these requests carry a proof of the login key, of a credential of this kind."""

SHELL = {"shell", "static", "manifest", "build", "sw"}
"""Endpoints of the app's files: the same for everybody, tested with the shell."""


class World:
    """A server with all principals, and a fresh object of the owner for every request."""

    def __init__(self, app: Flask, clock: Clock) -> None:
        self.app, self.now = app, clock.now
        self.database = app.extensions["journal.database"]
        self.owner, self.linked, self.closed, self.stranger = (
            self._person(name) for name in ("owner", "linked", "closed", "stranger")
        )
        for person in (self.linked, self.closed):
            self.owner.link(person, clock.now + 3600)
        self.owner.push(self.owner.record(self.closed, "close"))
        self.anonymous = Person.other_device(self.owner)
        self.expired = self._device(created=0)
        self.ended = self._device()
        token_hash = h(b64_decode(self.ended.client.get_cookie("session").value))
        with self.database.write() as connection:
            connection.execute(
                delete(schema.session).where(schema.session.c.token_hash == token_hash)
            )

    def ask(self, principal: str, method: str, rule: str, *, proof: bool = True) -> TestResponse:
        """The request of one cell, with its proof where one is wanted."""
        person: Person = getattr(self, principal)
        token = {"X-CSRFToken": person.fetch_csrf(), "Origin": "http://localhost"}
        # A client of its own each time: signing up or in would make this principal another one.
        client = self.app.test_client()
        for cookie in person.client._cookies.values():
            client.set_cookie(cookie.key, cookie.value)
        path = rule.replace("<id>", b64_encode(self._object(rule))) if "<id>" in rule else rule
        more = self._body(person, method, rule)()
        kind = PROVED.get((method, rule.removeprefix(API)))
        if proof and kind:
            data = more["data"] = build_json(more.pop("json")) if "json" in more else b""
            more |= {"content_type": "application/json"} if data else {}
            token |= person.proof(method, rule.removeprefix(API), data, kind)
        answer = client.open(path, method=method, headers=token, **more)
        if (method, rule) == ("POST", f"{API}/sessions") and principal in ALIVE:
            # Signing in again ends the session this principal had.
            person.client = client
        return answer

    def _object(self, rule: str) -> bytes:
        id = os.urandom(16)
        with self.database.write() as connection:
            account = connection.scalar(
                select(schema.account.c.id).where(schema.account.c.id_pk == self.owner.id_pk)
            )
            if "sessions" in rule:
                values = {"token_hash": os.urandom(32), "created": self.now, "seen": self.now}
                table = schema.session
                values |= {"account": account}
            else:
                values = {"offer": b"offer", "expires": self.now + 60, "contested": False}
                table = schema.invite
                values |= {"inviter": account}
            connection.execute(insert(table), values | {"id": id})
        return id

    def _body(self, person: Person, method: str, rule: str) -> Callable[[], dict[str, object]]:
        bodies: dict[tuple[str, str], Callable[[], object]] = {
            ("POST", "/accounts"): lambda: Person(self.app, os.urandom(8).hex()).sign_up_body(),
            ("POST", "/challenges"): lambda: {"handle": "owner", "kind": "kit"},
            ("POST", "/sessions"): lambda: person.signed(person.challenge()),
            ("PUT", "/sessions/<id>/label"): lambda: {"label": b64_encode(bytes(LABEL))},
            # The present one once more: the other cells of this principal still sign in with it.
            ("PUT", "/credentials"): lambda: {
                "credentials": [credential_json(person.credentials["password"])]
            },
            ("POST", "/erasure"): lambda: {"closes": ""},
            ("POST", "/erasure/now"): lambda: {"closes": ""},
            ("PUT", "/erasure/closes"): lambda: {"closes": ""},
            ("PUT", "/invites/<id>"): lambda: {
                "offer": b64_encode(b"offer"),
                "expires": self.now + 60,
            },
            ("POST", "/invites/<id>/answer"): lambda: {"answer": b64_encode(b"answer")},
        }
        made = bodies.get((method, rule.removeprefix(API)))
        if made:
            return lambda: {"json": made()}
        if (method, rule) == ("POST", f"{API}/records"):
            frame = build_frame(Person.other_device(self.owner).put())
            return lambda: {"data": frame, "content_type": "application/octet-stream"}
        return dict

    def _person(self, handle: str) -> Person:
        person = Person(self.app, handle)
        assert person.sign_up().status_code == 201
        return person

    def _device(self, **changes: int) -> Person:
        device = Person.other_device(self.owner)
        assert device.sign_in().status_code == 201
        token_hash = h(b64_decode(device.client.get_cookie("session").value))
        if changes:
            with self.database.write() as connection:
                mine = schema.session.c.token_hash == token_hash
                connection.execute(update(schema.session).where(mine).values(**changes))
        return device


@pytest.fixture
def world(app: Flask, clock: Clock) -> World:
    """Everybody, on one server."""
    return World(app, clock)


def test_every_route_stands_in_the_table(app: Flask):
    """A route or method that nobody has thought about access for fails here."""
    found: dict[str, set[str]] = {}
    for rule in app.url_map.iter_rules():
        if rule.endpoint not in SHELL:
            found.setdefault(rule.rule, set()).update(set(rule.methods) - {"HEAD"})
    assert found == {rule: set(methods) for rule, methods in EXPECTED.items()}


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_each_cell_of_the_table(world: World, principal: str):
    """Every method of every route answers this principal as the table says; what is not in it is 405."""
    ask = partial(world.ask, principal)
    found, expected = {}, {}
    for rule, methods in EXPECTED.items():
        for method in METHODS:
            found[method, rule] = ask(method, rule).status_code
            told = methods.get("GET" if method == "HEAD" else method)
            expected[method, rule] = told[principal] if told else 405
    assert found == expected


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_a_session_alone_is_not_enough(world: World, principal: str):
    """What wants a proof refuses whoever holds nothing but a session, the owner too."""
    expected = 403 if principal in ALIVE else 401
    for method, path in PROVED:
        answer = world.ask(principal, method, API + path, proof=False)
        assert answer.status_code == expected, (method, path)


@pytest.mark.parametrize("method", METHODS)
@sqlite_only
def test_what_is_no_route_is_missing_for_all(world: World, method: str):
    """Unknown paths below /api are the same 404 for everybody, by every method."""
    answers = [
        world.ask(principal, method, path)
        for principal in PRINCIPALS
        for path in (
            "/api/v1/nothing",
            "/api/v2/feed",
            "/api/v1/feed/",
            "/api/v1/sessions/",
        )
    ]
    assert {(answer.status_code, answer.data) for answer in answers} == {(404, answers[0].data)}


def test_refused_requests_change_nothing(world: World):
    """After every refusal of the table the tables hold what they held before."""

    def everything() -> dict[str, list[object]]:
        with world.database.read() as connection:
            return {
                table.name: sorted(connection.execute(select(table)).all(), key=repr)
                for table in schema.metadata.sorted_tables
                # What was signed is spent, whatever becomes of the request.
                if table is not schema.challenge
            }

    for rule, methods in EXPECTED.items():
        for method, row in methods.items():
            for principal in PRINCIPALS:
                if row[principal] < 400 or "<id>" in rule:
                    continue
                before = everything()
                world.ask(principal, method, rule)
                assert everything() == before, (principal, method, rule)
