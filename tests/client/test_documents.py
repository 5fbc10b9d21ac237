"""journal.client.documents: phases by date, summaries, what equal means."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.client.documents import (
    Doses,
    Place,
    conflict_copy,
    equal,
    instant,
    moment,
    next_number,
    payload,
    summary,
    title,
)

FIRST = datetime(2026, 11, 1, 10, tzinfo=UTC)
SECOND = datetime(2026, 11, 5, 10, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def dose(at: datetime, state: str = "done") -> dict:
    """A dosing session."""
    return payload("dosing", instant(at, "UTC"), happened=instant(at, "UTC"), state=state)


def entry(at: datetime, **members) -> dict:
    """An entry."""
    return payload("entry", instant(at, "UTC"), happened=instant(at, "UTC"), **members)


TWO = Doses([("1", dose(FIRST)), ("2", dose(SECOND))])

# The worked examples of docs/clinical-content.md.
EXAMPLES = [
    (FIRST - MINUTE, "preparation", "1"),
    (FIRST, "reflection", "1"),
    (FIRST + DAY - MINUTE, "reflection", "1"),
    (FIRST + DAY, "integration", "1"),
    (SECOND - 2 * DAY - MINUTE, "integration", "1"),
    (SECOND - 2 * DAY, "preparation", "2"),
    (SECOND - MINUTE, "preparation", "2"),
    (SECOND, "reflection", "2"),
    (SECOND + DAY, "integration", "2"),
    (SECOND + 300 * DAY, "integration", "2"),
]


@pytest.mark.parametrize(("at", "phase", "key"), EXAMPLES)
def test_phase_and_dose_by_date(at, phase, key):
    """Without a word from anybody, the date decides."""
    assert TWO.place(entry(at), at) == Place(phase, key)


def test_a_cancelled_dose_is_as_if_it_were_not_there():
    """From 24 hours after the first on, all is integration of the first."""
    doses = Doses([("1", dose(FIRST)), ("2", dose(SECOND, "cancelled"))])
    assert doses.place(entry(SECOND), SECOND + HOUR) == Place("integration", "1")


def test_without_doses_everything_is_preparation():
    """Before any dose is known there is nothing to reflect on."""
    assert Doses([]).place(entry(FIRST), FIRST) == Place("preparation", None)


@pytest.mark.parametrize(
    ("phase", "key"), [("preparation", "2"), ("reflection", "1"), ("integration", "1")]
)
def test_what_was_chosen_wins(phase, key):
    """A chosen phase wins over the date, and belongs to the dose on its own side."""
    assert TWO.place(entry(FIRST, phase=phase), FIRST + 2 * DAY) == Place(phase, key)


def test_a_chosen_dose_wins():
    """An entry moved to a dosing session stays there."""
    assert TWO.place(entry(FIRST, dosing="2"), FIRST) == Place("reflection", "2")


@given(
    st.integers(-2_208_988_800_000, 7_258_118_400_000).map(
        lambda ms: datetime.fromtimestamp(ms / 1000, UTC)
    ),
    st.integers(-12, 14),
)
def test_an_instant_is_a_moment(at, offset):
    """What an instant keeps is the moment, to the millisecond, wherever it was lived."""
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    local = at.astimezone(timezone(timedelta(hours=offset)))
    assert moment(instant(local, "Europe/Lisbon")) == at


FAR = [
    {"at": at, "zone": "America/Lima"}
    for at in (
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "+275760-09-13T00:00:00Z",
        "2026-11-20",
    )
]


@pytest.mark.parametrize("value", [None, {}, {"at": "yesterday"}, {"at": 7}, "2026", [], *FAR])
def test_an_instant_nobody_can_read_breaks_nothing(value):
    """A payload of a careless writer has the first of all moments."""
    assert moment(value) == datetime.min.replace(tzinfo=UTC)


def test_a_summary_is_short():
    """A summary keeps what lists need and cuts what is long."""
    long = entry(
        FIRST,
        title="T",
        text="word " * 5000,
        prompt={"id": "P1", "text": "long?"},
        answers=[{"value": 1}],
    )
    short = summary(long)
    assert short["title"] == "T"
    assert len(short["text"]) == 140
    assert short["prompt"] == {"id": "P1"}
    assert "answers" not in short


def test_a_title_is_the_first_words():
    """Without a title the first line stands for it."""
    assert title(entry(FIRST, text="  first line\nsecond")) == "first line"
    assert title(entry(FIRST, title="A title", text="x")) == "A title"
    assert title(entry(FIRST)) == ""


def test_equal_means_the_same_words():
    """When and upon what a revision was written does not make it another text."""
    one = entry(FIRST, text="a")
    assert equal(one, one | {"written": instant(SECOND, "UTC"), "prev": "x"})
    assert not equal(one, one | {"text": "b"})
    assert not equal(one, conflict_copy(one, "i", "r"))


def test_numbers_count_on():
    """The next dosing session has the next number, whatever is missing between."""
    assert next_number([]) == 1
    assert next_number([{"number": 3}, {"number": 1}, {}]) == 4
