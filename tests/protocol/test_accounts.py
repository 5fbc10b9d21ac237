"""journal.protocol: kit, passphrase, credentials, ring, safety number, invites."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.protocol.credentials import (
    kit_secret,
    login_signature,
    make_credential,
    open_account_key,
)
from journal.protocol.devices import NAME, open_label, seal_label
from journal.protocol.invites import build_link, parse_link
from journal.protocol.kit import kit_to_text, text_to_kit
from journal.protocol.passphrase import generate_passphrase, normalise_passphrase
from journal.protocol.ring import (
    Epoch,
    has_room,
    merge_rings,
    open_ring,
    rebase_ring,
    seal_ring,
)
from journal.protocol.safety_number import safety_number
from journal.wire.errors import Malformed, ProtocolError, Tampered, WrongKey
from journal.wire.limits import LABEL
from journal.wire.signatures import verify
from tests.vectors.world import ORIGIN, PATIENT, STRANGER, THERAPIST, ring_of, secret

kits = st.binary(min_size=20, max_size=20)


@given(kits)
def test_a_kit_code_comes_back(kit):
    """What is printed can be typed back, in any case and spacing."""
    code = kit_to_text(kit)
    assert [len(group) for group in code.split("-")] == [4] * 9
    assert text_to_kit(code) == text_to_kit(code.lower().replace("-", " ")) == kit


@settings(derandomize=True)  # one slip in a million fits the check by chance
@given(kits, st.integers(0, 35), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_slip_in_a_kit_code_is_seen(kit, place, character):
    """One wrong character gives no other kit."""
    code = kit_to_text(kit).replace("-", "")
    typed = code[:place] + character + code[place + 1 :]
    if typed != code:
        with pytest.raises(Malformed):
            text_to_kit(typed)


def test_generated_passphrases_are_long_enough():
    """Six words of four letters make a passphrase, and two are never the same."""
    words = [f"wo{first}{second}" for first in "abcdefgh" for second in "ijklmnop"]
    made = {generate_passphrase(words) for _ in range(50)}
    assert len(made) == 50
    assert all(len(normalise_passphrase(one)) >= 15 for one in made)


@given(st.binary(min_size=1, max_size=40))
def test_a_login_signature_is_bound(challenge):
    """A signature made for one origin and challenge holds for no other."""
    x, id = kit_secret(PATIENT.kit), secret("kit id", 16)
    credential = make_credential("kit", x, id, b"", PATIENT.public, PATIENT.account_key)
    signature = login_signature(x, id, ORIGIN, challenge)
    verify(credential.verifier, signature, "login", ORIGIN.encode(), id, challenge)
    for origin, one in (("http://evil.example", challenge), (ORIGIN, challenge + b"\0")):
        with pytest.raises(Tampered):
            verify(credential.verifier, signature, "login", origin.encode(), id, one)


def test_the_kit_opens_the_account_key_alone():
    """With the kit, and with nothing else, A comes out of its wrapping."""
    x, id = kit_secret(PATIENT.kit), secret("kit id", 16)
    credential = make_credential("kit", x, id, b"", PATIENT.public, PATIENT.account_key)
    opened = open_account_key("kit", x, id, b"", PATIENT.public, credential.wrapped)
    assert opened == PATIENT.account_key
    with pytest.raises(WrongKey):
        open_account_key(
            "kit", kit_secret(STRANGER.kit), id, b"", PATIENT.public, credential.wrapped
        )


@given(st.integers(0, 2**16), st.data())
def test_a_ring_refuses_any_flipped_bit(generation, data):
    """Not one bit of a stored ring can be changed unseen."""
    ring = ring_of(PATIENT, THERAPIST)
    sealed = bytearray(seal_ring(PATIENT.account_key, PATIENT.public, generation, ring))
    assert open_ring(PATIENT.account_key, PATIENT.public, generation, bytes(sealed)) == ring
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ProtocolError):
        open_ring(PATIENT.account_key, PATIENT.public, generation, bytes(sealed))


def test_a_ring_without_room_still_holds_what_two_devices_add_at_once():
    """The limit is known before it is reached: some 470 people fit, and the sealed ring of 475 is stored."""
    ring = ring_of(PATIENT, THERAPIST)
    [contact] = ring.contacts

    def of(count):
        return replace(
            ring,
            contacts=tuple(
                contact._replace(id_pk=number.to_bytes(32, "big")) for number in range(count)
            ),
        )

    most = next(count for count in range(300, 700) if not has_room(of(count)))
    assert 450 < most < 560
    seal_ring(PATIENT.account_key, PATIENT.public, 1, of(most + 4))


def test_merging_rings_loses_no_element():
    """Epochs, contacts and invites of both stay; where both have one, the later writer's stands."""
    earlier = ring_of(PATIENT, THERAPIST)
    earlier = replace(earlier, kem=(*earlier.kem, Epoch(2, secret("kem 2"))))
    later = ring_of(PATIENT, STRANGER)
    contact = earlier.contacts[0]._replace(state="closed")
    later = later.with_contact(contact)
    merged = merge_rings(earlier, later)
    assert [epoch.epoch for epoch in merged.kem] == [1, 2]
    assert {one.id_pk for one in merged.contacts} == {THERAPIST.public, STRANGER.public}
    assert merged.contact(THERAPIST.public) == contact
    assert merge_rings(merged, merged) == merged


def test_a_safety_number_is_shared_and_personal():
    """Both people see the same sixty digits, and with anybody else they differ."""
    ours = safety_number(PATIENT.public, THERAPIST.public)
    assert ours == safety_number(THERAPIST.public, PATIENT.public)
    assert [len(group) for group in ours] == [5] * 12
    assert ours != safety_number(PATIENT.public, STRANGER.public)


@pytest.mark.parametrize("origin", [ORIGIN, "https://journal.example.org", "https://[::1]:8443"])
def test_an_invite_link_comes_back(origin):
    """The parts of a link survive being sent."""
    link = parse_link(build_link(origin, PATIENT.public, secret("invite")))
    assert link == (origin, PATIENT.public, secret("invite"))


def test_a_later_writer_undoes_nothing():
    """What two devices changed in the ring since it was published both stays, new, replaced and spent alike."""
    base = ring_of(PATIENT, THERAPIST)
    theirs = base.with_contact(base.contacts[0]._replace(dosing=False))
    theirs = replace(theirs, name="Ana Maria")
    mine = replace(base.with_contact(ring_of(PATIENT, STRANGER).contacts[0]), invites=())
    merged = rebase_ring(base, mine, theirs)
    assert merged.name == "Ana Maria"
    assert merged.contact(THERAPIST.public).dosing is False
    assert merged.contact(STRANGER.public) == mine.contact(STRANGER.public)
    assert merged.invites == ()
    assert rebase_ring(base, base, theirs) == theirs
    assert rebase_ring(base, mine, base) == mine


@pytest.mark.parametrize("name", ["", "Chrome on Android", "x" * NAME])
def test_a_label_says_nothing_by_its_size(name):
    """Of one length whatever the name, and bound to its session; a longer name is refused."""
    session, other = secret("session", 16), secret("another session", 16)
    label = seal_label(PATIENT.account_key, PATIENT.public, session, name)
    assert len(label) == LABEL
    assert open_label(PATIENT.account_key, PATIENT.public, session, label) == name
    with pytest.raises(WrongKey):
        open_label(PATIENT.account_key, PATIENT.public, other, label)
    with pytest.raises(Malformed):
        seal_label(PATIENT.account_key, PATIENT.public, session, name.ljust(NAME + 1, "x"))
