"""The demo's course is whole, believable in its bones, and safe to show."""

import json
import re
from collections import Counter
from datetime import UTC, date, datetime, time
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from journal.demo.course import COURSE, Offset, load_course, parse_offset

ENTRIES = load_course().entries
INSTRUMENTS = Path(__file__).parents[2] / "static" / "content" / "instruments"
FILES = [json.loads(path.read_text("utf-8")) for path in INSTRUMENTS.glob("*.json")]
MEASURES = {row["id"]: row for row in FILES}
CALENDAR = re.compile(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)day|\b(january|february|april|june|july|august"
    r"|september|october|november|december|summer|winter|autumn|christmas|easter)\b",
    re.IGNORECASE,
)
CLAIM = re.compile(r"!|journey|\bheal|\bcure|life.changing|amazing|\bmg\b|milligram", re.IGNORECASE)


def test_six_doses_by_drip_in_four_weeks_the_last_two_days_ago():
    """Numbered 1 to 6, all IV, within 28 days, and the last of them two days before today."""
    doses = load_course().dosings
    assert [dose.number for dose in doses] == [1, 2, 3, 4, 5, 6]
    assert {dose.route for dose in doses} == {"iv"}
    assert doses[-1].at.days - doses[0].at.days <= 28
    assert doses[-1].at.days == -2


def test_about_sixty_entries_in_all_three_phases():
    """Each phase has a good number, and some pages answer no prompt."""
    phases = Counter(entry.prompt.phase if entry.prompt else "blank" for entry in ENTRIES)
    assert 55 <= len(ENTRIES) <= 70
    assert min(phases[phase] for phase in ("preparation", "reflection", "integration")) >= 12
    assert phases["blank"] >= 6


def test_entry_ids_and_moments_are_unique():
    """Nothing is written twice and nothing at the same minute."""
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry.at for entry in ENTRIES}) == len(ENTRIES)


def test_entries_are_of_all_lengths():
    """From one word to a long page, most of them short."""
    lengths = sorted(len(entry.text.split()) for entry in ENTRIES)
    assert lengths[0] == 1
    assert 250 <= lengths[-1] <= 350
    assert lengths[len(lengths) // 2] <= 60


def test_about_half_is_shared_and_a_few_are_answered():
    """Sharing is a choice; comments are sparse; what is newest waits unread."""
    shared = [entry for entry in ENTRIES if entry.share]
    assert 0.4 <= len(shared) / len(ENTRIES) <= 0.6
    assert 8 <= sum(entry.comment is not None for entry in ENTRIES) <= 12
    assert [entry.reviewed for entry in shared] == sorted(
        (entry.reviewed for entry in shared), reverse=True
    )
    assert 2 <= sum(not entry.reviewed for entry in shared) <= 6


def test_comments_are_short():
    """A sentence or two, or three."""
    for comment in (entry.comment for entry in ENTRIES if entry.comment):
        assert len(comment) <= 160


def test_reflections_fall_within_a_day_of_the_dose_they_follow():
    """An answer to a reflection prompt is at most a day younger than the dose before it."""
    doses = [dose.at.on(date(2026, 11, 22), UTC) for dose in load_course().dosings]
    for entry in ENTRIES:
        if entry.prompt and entry.prompt.phase == "reflection":
            at = entry.at.on(date(2026, 11, 22), UTC)
            since = min((at - dose).total_seconds() / 3600 for dose in doses if dose <= at)
            assert since < 24, entry.id


def test_preparation_falls_before_a_dose():
    """An answer to a preparation prompt has a dose ahead of it."""
    last = load_course().dosings[-1].at
    for entry in ENTRIES:
        if entry.prompt and entry.prompt.phase == "preparation":
            assert entry.at < last, entry.id


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_names_no_season_and_makes_no_claim(entry):
    """Today can be any day of the year, and a person's page is not an advertisement."""
    assert not CALENDAR.search(entry.text)
    assert not CLAIM.search(entry.text + (entry.comment or ""))
    assert "'" not in entry.text


@pytest.mark.parametrize(
    "measure", load_course().measures, ids=lambda m: f"{m.instrument} {m.at.days}"
)
def test_a_total_is_that_of_its_answers(measure):
    """Every answer is in range, none is missing, and the total is the instrument's own sum."""
    form = MEASURES[measure.instrument]
    allowed = {answer["value"] for answer in form["answers"]}
    assert len(measure.answers) == len(form["items"])
    assert set(measure.answers) <= allowed
    assert measure.total == sum(measure.answers) * form["multiplier"]


def test_measures_stand_at_baseline_and_every_two_weeks():
    """Three instruments three times, 14 days apart, the first within a week before dose 1."""
    course = load_course()
    for name in ("PHQ-9", "GAD-7", "WHO-5"):
        days = [row.at.days for row in course.measures if row.instrument == name]
        assert [later - earlier for earlier, later in pairwise(days)] == [14, 14]
        assert 0 < course.dosings[0].at.days - days[0] <= 7


def test_ratings_are_mood_and_tenderness_from_0_to_10():
    """A few of each, in range."""
    ratings = load_course().ratings
    assert {row.name for row in ratings} == {"mood", "tenderness"}
    assert all(0 <= row.value <= 10 for row in ratings)


def test_a_tenderness_said_in_words_is_the_one_rated():
    """The answers to R11 begin with the number that the rating of the same minute holds."""
    rated = {row.at: row.value for row in load_course().ratings if row.name == "tenderness"}
    said = {entry.at: entry.text for entry in ENTRIES if entry.prompt and entry.prompt.id == "R11"}
    numbers = {"Six.": 6, "Seven.": 7, "Eight.": 8}
    assert {at: numbers[text.split()[0]] for at, text in said.items()} == {
        at: rated[at] for at in said
    }


def test_an_offset_is_a_clock_time_in_the_zone_it_was_lived_in():
    """The same file gives the same wall clock everywhere, on any day."""
    moment = parse_offset("-2 10:30").on(date(2026, 3, 1), ZoneInfo("Europe/Berlin"))
    assert moment.isoformat() == "2026-02-27T10:30:00+01:00"
    assert parse_offset("-2 10:30") == Offset(-2, time(10, 30))


@pytest.mark.parametrize("text", ["0 10:30", "2 10:30", "-2 24:00", "-2 10:60", "-2", "-2 1:30"])
def test_an_offset_lies_before_today(text):
    """Today, the future and anything that is no clock time are refused."""
    with pytest.raises(ValueError, match="not a moment before today"):
        parse_offset(text)


def test_everything_has_happened_whatever_the_hour():
    """Filled one minute into a day, no moment of the course lies ahead."""
    now = datetime(2026, 11, 22, 0, 1, tzinfo=UTC)
    course = load_course()
    rows = course.dosings + course.entries + course.measures + course.ratings
    assert all(row.at.on(now.date(), UTC) < now for row in rows)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('prompt = "P1"', 'prompt = "P99"', "unknown prompt"),
        ('at = "-33 12:50"', 'at = "-33 12:50"\nreviewed = true', "never shared"),
        ('at = "-33 12:50"', 'at = "tomorrow"', "not a moment before today"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path, old, new, fault):
    """A prompt that does not exist, a page read without being shared, a moment ahead."""
    broken = tmp_path / "course.toml"
    broken.write_text(COURSE.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=fault):
        load_course(broken)


def test_a_misspelt_member_is_refused(tmp_path):
    """`shared` instead of `share` must not silently keep a page private."""
    broken = tmp_path / "course.toml"
    broken.write_text(
        COURSE.read_text("utf-8").replace("\nshare = true", "\nshared = true", 1), "utf-8"
    )
    with pytest.raises(TypeError, match="shared"):
        load_course(broken)
