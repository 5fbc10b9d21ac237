"""`POST /records`: what is taken into the logs, and what is not."""

from tests.server.people import Person


def test_a_put_is_accepted_and_read_back(patient: Person):
    """An accepted record stands in the feed byte for byte, body included."""
    record = patient.put()
    result = patient.push(record)[patient.log()]
    assert (result["accepted"], result["problem"], result["head"]["seq"]) == (1, None, 3)
    assert patient.feed()[-1] == record


def test_a_grant_shows_the_body_to_its_audience(linked: tuple[Person, Person]):
    """The audience of a grant reads the body from its own feed."""
    patient, therapist = linked
    row = patient.row("for you")
    patient.push(patient.put(row))
    result = patient.push(patient.grant(therapist, [row]))[patient.log(therapist)]
    assert result["problem"] is None
    assert row.body in therapist.feed()[-1].payload
