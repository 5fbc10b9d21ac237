"""The packs that come with the app keep the rules of `docs/clinical-content.md`."""

import json
import re
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from tests.content.voice import grade

CONTENT = Path(__file__).parents[2] / "static" / "content"
PACKS = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((CONTENT / "packs").glob("*.json"))
}
PACK = PACKS["core"]
PROMPTS = {row["id"]: row for row in PACK["prompts"]}
OTHERS = [name for name in PACKS if name != "core"]

SENTENCE = re.compile(r"[^.?!]+[.?!]”?")
INVITATION = re.compile(r"\s*(Name|Think|Put|Write|Tell|Catch)\b|.*\b(is|are) (fine|enough)\.$")

FORBIDDEN = re.compile(
    r"!|journey|\bheal|\bcure|overdue|amazing|breakthrough|rewir|life.changing|well done|great job"
    r"|streak|complian|trauma|ketamine|\bmust\b|\bshould\b|\bmg\b|milligram"
    r"|(higher|lower|bigger|smaller|stronger|more|less|increase|raise|reduce|stop|skip)"
    r" (your |the |a )?(dose|medicine|medication|tablet)",
    re.IGNORECASE,
)


def prompt_cases():
    """Every prompt of every pack, named by its id."""
    return [pytest.param(row, id=row["id"]) for pack in PACKS.values() for row in pack["prompts"]]


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_names_itself_its_author_and_its_licence(name):
    """A pack says what it is, in which language, by whom, under which licence, and that no clinician has reviewed it yet."""
    pack = PACKS[name]
    assert (pack["format"], pack["id"], pack["version"], pack["language"]) == (1, name, 1, "en")
    assert pack["title"]
    assert pack["about"]
    assert pack["author"]
    assert pack["licence"] == "AGPL-3.0-or-later"
    assert pack["reviewedBy"] is None


def test_there_is_a_pack_for_each_of_seven_situations():
    """Core and ending belong to every course, the others to whoever chooses them."""
    assert set(PACKS) == {
        "core",
        "pain",
        "trauma",
        "anxiety",
        "nothing-happened",
        "frightening",
        "ending",
    }
    asked = {name for name, pack in PACKS.items() if pack["asked"] == "always"}
    assert asked == {"core", "ending"}


@pytest.mark.parametrize("name", OTHERS)
def test_ids_of_other_packs_begin_with_their_own(name):
    """An entry knows its prompt by its id alone, so no two packs share one; a letter says the phase."""
    rows = PACKS[name]["prompts"]
    letters = Counter()
    for row in rows:
        letter = row["phase"][0].upper()
        letters[letter] += 1
        assert row["id"] == f"{name}.{letter}{letters[letter]}"
    assert 6 <= len(rows) <= 10


def test_there_are_15_12_and_20_prompts_each_with_its_own_id():
    """The three sets are whole, and their ids run P1..P15, R1..R12, I1..I20 in order."""
    expected = [
        f"{letter}{n}"
        for letter, count in (("P", 15), ("R", 12), ("I", 20))
        for n in range(1, count + 1)
    ]
    assert [row["id"] for row in PACK["prompts"]] == expected
    assert Counter(row["phase"] for row in PACK["prompts"]) == {
        "preparation": 15,
        "reflection": 12,
        "integration": 20,
    }


@pytest.mark.parametrize("row", prompt_cases())
def test_a_prompt_has_exactly_one_time_that_fits_its_phase(row):
    """Days before for preparation, hours after for reflection, days after for integration."""
    if row.get("when") == "course-end":
        assert row["phase"] == "integration"
        assert 0 <= row.get("day", 0) <= 14
        return
    (spacing,) = {"day", "days", "hours", "when"} & row.keys()
    times = row[spacing]
    if row["phase"] == "preparation":
        assert spacing == "day"
        assert -7 <= times <= 0
    elif row["phase"] == "reflection":
        assert spacing == "hours"
        assert times in ([0, 2], [3, 8], [18, 24])
    elif spacing == "when":
        assert times == "between-doses"
    else:
        assert all(1 <= day <= 28 for day in (times if spacing == "days" else [times]))


def test_the_members_of_a_prompt_are_known_ones():
    """A misspelt member would be ignored by the app; here it is found."""
    known = {
        "id",
        "phase",
        "day",
        "days",
        "hours",
        "when",
        "months",
        "doses",
        "private",
        "safety",
        "topic",
        "text",
        "hint",
        "choices",
        "rating",
    }
    rows = [row for pack in PACKS.values() for row in pack["prompts"]]
    assert set().union(*rows) <= known
    assert {row["doses"] for row in PROMPTS.values() if "doses" in row} == {"first", "later"}


def test_prompts_kept_when_doses_are_close_exist():
    """The list for doses a few days apart names integration prompts of this pack."""
    close = PACK["spacing"]["closeDoses"]
    assert close == {"daysApart": 4, "keep": ["I2", "I4", "I7", "I8", "I9", "I16", "I17"]}
    assert {PROMPTS[name]["phase"] for name in close["keep"]} == {"integration"}


def test_the_lighter_plan_keeps_some_prompts_of_each_phase():
    """Maintenance asks less: under a third of the prompts, and the dose itself is not left alone."""
    keep = PACK["spacing"]["maintenance"]["keep"]
    assert {PROMPTS[name]["phase"][0] for name in keep} == {"p", "r", "i"}
    assert len(keep) < len(PROMPTS) / 3


def test_what_is_asked_before_any_date_presumes_none():
    """It prepares, for a first dose, from days before it on, and speaks of no day, dose, session or route."""
    rows = [PROMPTS[name] for name in PACK["spacing"]["undated"]["keep"]]
    assert {row["phase"] for row in rows} == {"preparation"}
    assert all(row["doses"] == "first" and row["day"] < -2 for row in rows)
    presumed = re.compile(
        r"\b(doses?|session|day of|tomorrow|infusion|lozenge|spray|in the room)\b"
    )
    assert not [row for row in rows if presumed.search(row["text"] + row["hint"])]
    for name, pack in PACKS.items():
        assert name == "core" or "undated" not in pack["spacing"]


def test_packs_for_some_leave_the_day_of_a_dose_alone():
    """On the day itself the core pack has its two places for itself."""
    rows = [row for name in OTHERS for row in PACKS[name]["prompts"]]
    assert all(row.get("day") != 0 and "hours" not in row for row in rows)


def test_steady_ground_never_asks_what_happened():
    """The stabilising pack stays with here, now, body, people and stopping."""
    pack = json.dumps(PACKS["trauma"]["prompts"], ensure_ascii=False).lower()
    assert not re.search(
        r"what happened to|remember|memor|past|abuse|attack|describe|why did", pack
    )


@pytest.mark.parametrize("row", prompt_cases())
def test_a_prompt_fits_a_small_screen(row):
    """Topic of one line, question of at most 220 characters, hint of at most 80."""
    assert 2 <= len(row["topic"].split()) <= 5
    assert len(row["topic"]) <= 32
    assert len(row["text"]) <= 220
    assert 0 < len(row["hint"]) <= 80


@pytest.mark.parametrize("row", prompt_cases())
def test_a_prompt_asks_one_thing_and_ends_in_a_question_or_an_invitation(row):
    """At most one question mark, and the last sentence asks, invites or permits."""
    assert row["text"].count("?") <= 1
    last = SENTENCE.findall(row["text"])[-1]
    assert last.endswith("?") or INVITATION.match(last), last


@pytest.mark.parametrize("row", prompt_cases())
def test_a_prompt_says_nothing_that_is_never_said(row):
    """No cheer, no claim, no pressure, no advice about doses or medicines."""
    for member in ("topic", "text", "hint"):
        assert not FORBIDDEN.search(row[member]), row[member]


@pytest.mark.parametrize("row", prompt_cases())
def test_a_prompt_reads_easily(row):
    """Each question stays within grade 8 by the Flesch-Kincaid formula."""
    assert grade(row["text"]) <= 8


@pytest.mark.parametrize("name", PACKS)
def test_prompts_read_at_about_grade_six_or_below(name):
    """On average the questions of a pack stay below grade 6."""
    assert mean(grade(row["text"]) for row in PACKS[name]["prompts"]) <= 6


def test_the_reading_formula_tells_plain_from_heavy():
    """The measure used above gives a plain sentence a low grade and an official one a high one."""
    assert grade("How is your body today, from the feet up?") < 4
    assert grade("Please characterise any psychological alterations subsequently observed.") > 12


@pytest.mark.parametrize(
    "text",
    [
        "Your healing journey continues",
        "Well done!",
        "Would a higher dose help?",
        "You could stop your medication",
        "This entry is overdue",
        "You should write more",
    ],
)
def test_the_forbidden_words_are_found(text):
    """The check above would catch what must never be said."""
    assert FORBIDDEN.search(text)


def test_only_the_safety_question_opens_help():
    """R4 has three answers; all but the reassuring one open Help."""
    assert [name for name, row in PROMPTS.items() if "choices" in row] == ["R4"]
    assert [choice.get("opens") for choice in PROMPTS["R4"]["choices"]] == [None, "help", "help"]


def test_wishing_for_more_is_private_from_the_start():
    """Whether one is safe (R4) and craving (I17) begin private, also where answers to the set are shared."""
    assert [name for name, row in PROMPTS.items() if row.get("private")] == ["R4", "I17"]


def test_four_questions_are_about_safety():
    """Outside the two a day stand the stop sign, whether one is safe, something hard since, and craving; and no goodbye is asked for."""
    rows = [row for pack in PACKS.values() for row in pack["prompts"]]
    assert [row["id"] for row in rows if row.get("safety")] == ["P15", "R4", "I8", "I17"]
    assert not [row for row in rows if re.search("goodbye|farewell", str(row), re.IGNORECASE)]


def test_text_is_set_with_typographic_quotes():
    """Apostrophes and quotation marks are the printer's, in every file of words."""
    names = [f"packs/{name}.json" for name in PACKS]
    for name in (*names, "help.json", "help-texts.json"):
        strings = re.findall(r'"((?:[^"\\]|\\.)*)"', (CONTENT / name).read_text("utf-8"))
        assert [text for text in strings if "'" in text or '\\"' in text] == []
