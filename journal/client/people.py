"""Invites, linked people and the safety number (`docs/protocol.md` section 7)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from journal.client.errors import ClientError, Problem
from journal.client.profile import Profile
from journal.protocol import invites
from journal.protocol.invites import Answer, Link, Offer
from journal.protocol.keys import KemKey, generate_secret
from journal.protocol.ring import Contact, OpenInvite, Ring, has_room
from journal.protocol.safety_number import safety_number
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_decode
from journal.wire.errors import ProtocolError
from journal.wire.ids import account_id
from journal.wire.limits import ID

LIFETIME = 72 * 3_600


class Waiting(NamedTuple):
    """Somebody who answered an invite and waits for one's word. `contested`: a second answer came."""

    invite: bytes
    answer: Answer
    contested: bool

    @property
    def id_pk(self) -> bytes:
        """Whose answer it is."""
        return self.answer.bundle.id_pk


class People:
    """Everything about linked people. Inviting and answering want a server; what is queued is sent by the next sync.

    `boundary` is what this account has said of how it reads, `quiet` what it has said of somebody.
    """

    def __init__(
        self,
        profile: Profile,
        boundary: Callable[[], object],
        quiet: Callable[[bytes], str],
    ) -> None:
        self._profile, self._boundary, self._quiet = profile, boundary, quiet

    def invite(self, now: datetime) -> str:
        """A new invite; answers its link, which lives 72 hours and never reaches the server.

        Raises ClientError for a therapist who has not said how they read; so do `pin` and `confirm`.
        """
        self._require_boundary()
        _require_room(self._profile.vault.ring)
        secret, expires = generate_secret(invites.SECRET), int(now.timestamp()) + LIFETIME
        ring, id = self._profile.vault.ring, invites.invite_id(secret)
        offer = invites.seal_offer(secret, self._bundle(), ring.name, ring.role, expires)
        open_ones = tuple(one for one in ring.invites if one.expires > now.timestamp())
        # Kept before it is offered: an answer to an invite this account has forgotten could not be opened.
        self._change(replace(ring, invites=(*open_ones, OpenInvite(id, secret, expires))))
        self._profile.server.put_invite(id, offer, expires)
        return invites.build_link(self._profile.server.origin, self._profile.vault.me, secret)

    def open_invite(self, text: str, now: datetime) -> tuple[Link, Offer]:
        """Whose invite it is, checked; nothing is sent. Raises ClientError, or ProtocolError where it does not hold."""
        link = self._parse(text)
        try:
            sealed, state = self._profile.server.invite(invites.invite_id(link.secret))
        except Problem as problem:
            if problem.reason != "not-found":
                raise
            raise ClientError("invite-expired", "This invite has ended.") from problem
        offer = invites.open_offer(link.secret, link.inviter, sealed)
        if offer.expires <= now.timestamp():
            raise ClientError("invite-expired", "This invite has ended.")
        if offer.role == self._profile.vault.ring.role:
            message = "An invite links a patient with a therapist; this is from somebody with your own role."
            raise ClientError("invite-same-role", message)
        if self._quiet(link.inviter) == "blocked":
            raise ClientError("invite-invalid", "You have blocked the person who made this invite.")
        known = self._profile.vault.ring.contact(link.inviter)
        # One who finds it answered by somebody else still answers: the server refuses, and tells the inviter of two.
        if state == "contested" and not known:
            raise ClientError("invite-spent", "Somebody has answered this invite already.")
        return link, offer

    def pin(self, offer: Offer, now: datetime) -> None:
        """Before answering: the inviter waits among one's people until they open their log."""
        self._require_boundary()
        known = self._profile.vault.ring.contact(offer.bundle.id_pk)
        if known is None or known.state == "closed":
            self._pin(offer, "waiting", now)

    def answer(self, link: Link) -> None:
        """Tell the inviter who we are."""
        ring, secret = self._profile.vault.ring, link.secret
        answer = self._profile.store.get("answer")
        key = invites.invite_id(secret)
        if answer is None or answer[:ID] != key:
            sealed = invites.seal_answer(
                secret,
                link.inviter,
                self._profile.vault.identity,
                self._bundle(),
                ring.name,
                ring.role,
            )
            answer = key + sealed
            # The same bytes again after a lost answer: other ones would look like a second person.
            with self._profile.store.write():
                self._profile.store.put("answer", answer)
        try:
            self._profile.server.answer_invite(key, answer[ID:])
        except Problem as problem:
            if problem.reason == "invite-spent":
                self._unpin(link.inviter)
                message = "Somebody else has answered this invite; ask for a new one."
                raise ClientError("invite-spent", message) from problem
            raise

    def waiting(self) -> list[Waiting]:
        """Those who answered an invite of one's own. An answer that does not hold stands in nobody's way.

        Raises ProtocolError where there is no other.
        """
        secrets = {one.id: one.secret for one in self._profile.vault.ring.invites}
        found: list[Waiting] = []
        faults: list[ProtocolError] = []
        for row in self._profile.server.invites():
            id = b64_decode(row["id"], ID)
            if row["answer"] is None or id not in secrets:
                continue
            try:
                answer = invites.open_answer(
                    secrets[id], self._profile.vault.me, b64_decode(row["answer"])
                )
            except ProtocolError as error:
                faults.append(error)
                continue
            blocked = self._quiet(answer.bundle.id_pk) == "blocked"
            if blocked or answer.role == self._profile.vault.ring.role:
                continue
            if self._profile.vault.ring.contact(answer.bundle.id_pk) is None:
                found.append(Waiting(id, answer, row["state"] == "contested"))
        if faults and not found:
            raise faults[0]
        return found

    def answers_to(self, link: str) -> list[Waiting]:
        """Those who answered one invite of one's own, by its link. Raises as `waiting` does."""
        id = invites.invite_id(invites.parse_link(link).secret)
        return [one for one in self.waiting() if one.invite == id]

    def confirm(self, one: Waiting, now: datetime) -> None:
        """Pin somebody who answered, and open the log to them."""
        self._require_boundary()
        invites = tuple(i for i in self._profile.vault.ring.invites if i.id != one.invite)
        self._pin(one.answer, "linked", now, replace(self._profile.vault.ring, invites=invites))
        with self._profile.store.write():
            self._profile.outbox.add(self._profile.log_to(one.id_pk), "open")

    def put_away(self, one: Waiting) -> None:
        """The invite has done its work. The server needs it until our `open` is there."""
        try:
            self._profile.server.delete_invite(one.invite)
        except Problem as problem:
            if problem.reason != "not-found":
                raise

    def end(self, id_pk: bytes) -> None:
        """End the link: nothing goes either way any more, and what waits for them is not sent."""
        end_link(self._profile, id_pk)

    def safety_number(self, id_pk: bytes) -> list[str]:
        """Twelve groups of five digits, the same for both."""
        return safety_number(self._profile.vault.me, self._profile.vault.contact(id_pk).id_pk)

    def _require_boundary(self) -> None:
        if self._profile.vault.ring.role == "therapist" and self._boundary() is None:
            message = "Before anybody links with you, say how you read: `afterglow boundary`."
            raise ClientError("boundary-missing", message)

    def _parse(self, text: str) -> Link:
        try:
            link = invites.parse_link(text)
        except ProtocolError as error:
            raise ClientError("invite-invalid", "That is not an invite link.") from error
        if link.origin != self._profile.server.origin:
            message = f"This invite is for {link.origin}, and you are signed in at {self._profile.server.origin}."
            raise ClientError("invite-invalid", message)
        if link.inviter == self._profile.vault.me:
            raise ClientError("invite-own", "This is your own invite.")
        return link

    def _pin(
        self, person: Offer | Answer, state: str, now: datetime, ring: Ring | None = None
    ) -> None:
        bundle, since = person.bundle, int(now.timestamp())
        contact = Contact(
            bundle.id_pk, bundle.data, person.name, person.role, "link", state, False, since
        )
        changed = (ring or self._profile.vault.ring).with_contact(contact)
        _require_room(changed)
        self._change(changed)

    def _unpin(self, person: bytes) -> None:
        contact = self._profile.vault.ring.contact(person)
        if contact and contact.state == "waiting":
            self._change(self._profile.vault.ring.with_contact(contact._replace(state="closed")))

    def _change(self, ring: Ring) -> None:
        with self._profile.store.write():
            self._profile.change_ring(ring)

    def _bundle(self) -> bytes:
        newest = max(self._profile.vault.ring.kem)
        public = KemKey(newest.secret).public
        return build_bundle(
            self._profile.vault.identity.sign, self._profile.vault.me, newest.epoch, public
        )


def end_link(profile: Profile, id_pk: bytes) -> None:
    """End the link: nothing goes either way any more, and what waits for them is not sent."""
    contact = profile.vault.contact(id_pk)
    with profile.store.write():
        profile.change_ring(profile.vault.ring.with_contact(contact._replace(state="closed")))
        profile.outbox.add(profile.log_to(contact.id_pk), "close")


def person_id(id_pk: bytes) -> str:
    """How a person is named on the command line: the account id in hex."""
    return account_id(id_pk).hex()


def _require_room(ring: Ring) -> None:
    """The limit is met before anybody is told of anything, and not by sync."""
    if not has_room(ring):
        message = "You are linked with as many people as one account holds. Nothing was sent."
        raise ClientError("ring-full", message)
