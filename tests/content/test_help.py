"""The help file and the honest sentences: dated, well formed, and saying no more than is so."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "static" / "content"
HELP = json.loads((CONTENT / "help.json").read_text("utf-8"))
TEXTS = json.loads((CONTENT / "help-texts.json").read_text("utf-8"))
LINES = [line for place in HELP["places"] for line in place["lines"]]

NEVER_SAID = re.compile(
    r"!|100 ?%|military|\bkeys?\b|\bmaster\b|\btokens?\b|\bvault|journey|24/7|we are here for you"
    r"|nobody can ever|contact support|\bmonitor|fully secure|unbreakable",
    re.IGNORECASE,
)


def sentences(value) -> list[str]:
    """Every string in a nest of lists and objects."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = value.values()
    return [text for part in value if not isinstance(part, int) for text in sentences(part)]


def test_the_help_file_is_dated():
    """The day on which the numbers were checked is a real day, written year first."""
    assert date.fromisoformat(HELP["checked"]) >= date(2026, 11, 22)


def test_ids_are_unique():
    """No two lines, places or slots share an id."""
    ids = [row["id"] for row in LINES + HELP["places"] + HELP["first"]]
    assert len(ids) == len(set(ids))


def test_own_people_and_the_clinic_come_first():
    """Before any national line stand the person's own people and the clinic."""
    assert [slot["id"] for slot in HELP["first"]] == ["own-people", "clinic"]


@pytest.mark.parametrize("place", HELP["places"], ids=lambda place: place["id"])
def test_every_place_begins_with_its_emergency_number(place):
    """The first line of a place is the number for an emergency, and there is one only."""
    assert [line["kind"] for line in place["lines"]].index("emergency") == 0
    assert sum(line["kind"] == "emergency" for line in place["lines"]) == 1


def test_elsewhere_takes_the_rest():
    """The last place has no time zone of its own and holds for whoever chooses it; every other has one."""
    *countries, elsewhere = HELP["places"]
    assert elsewhere["id"] == "elsewhere"
    assert elsewhere["zones"] == []
    assert all(place["zones"] for place in countries)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["id"])
def test_a_line_can_be_dialled_texted_or_opened(line):
    """Calls and texts carry a number a phone can dial as it stands, web lines an https address."""
    assert line["id"].split("-")[0] in {place["id"] for place in HELP["places"]}
    assert line["kind"] in ("emergency", "call", "text", "web")
    if line["kind"] == "web":
        assert re.fullmatch(r"https://[a-z0-9.-]+(/\S*)?", line["url"])
    else:
        assert re.fullmatch(r"\*?\d[\d -]*\d", line["number"])
        assert 3 <= len(re.sub(r"\D", "", line["number"])) <= 15
    assert ("body" in line) <= (line["kind"] == "text")


def test_every_line_is_for_now():
    """They stand under *Call one of these now*, also after the question on harming oneself: a line for finding care is none."""
    assert not [
        line for line in LINES if re.search(r"not a crisis", line.get("note", ""), re.IGNORECASE)
    ]


def test_no_line_names_a_menu_option():
    """Menus change; a note never says which digit to press."""
    assert not [line for line in LINES if re.search(r"option|press \d", line.get("note", ""))]


def test_the_known_numbers_stand_as_published():
    """A slip of the finger in the file must not survive: the numbers, once more."""
    numbers = {line["id"]: line["number"] for line in LINES if "number" in line}
    assert numbers == {
        "us-emergency": "911",
        "us-988": "988",
        "us-988-text": "988",
        "us-988-text-es": "988",
        "us-crisis-text": "741741",
        "us-crisis-text-es": "741741",
        "us-veterans-text": "838255",
        "ca-emergency": "911",
        "ca-988": "988",
        "ca-988-text": "988",
        "gb-emergency": "999",
        "gb-samaritans": "116 123",
        "gb-nhs-111": "111",
        "gb-lifeline-ni": "0808 808 8000",
        "gb-shout": "85258",
        "ie-emergency": "112",
        "ie-samaritans": "116 123",
        "ie-50808": "50808",
        "au-emergency": "000",
        "au-lifeline": "13 11 14",
        "au-lifeline-text": "0477 13 11 14",
        "nz-emergency": "111",
        "nz-1737": "1737",
        "nz-1737-text": "1737",
        "de-emergency": "112",
        "de-telefonseelsorge": "0800 111 0 111",
        "de-telefonseelsorge-2": "0800 111 0 222",
        "de-telefonseelsorge-3": "116 123",
        "at-emergency": "112",
        "at-telefonseelsorge": "142",
        "ch-emergency": "112",
        "ch-143": "143",
        "es-emergency": "112",
        "es-024": "024",
        "mx-emergency": "911",
        "mx-linea-de-la-vida": "800 911 2000",
        "ar-emergency": "911",
        "ar-salud-mental": "0800-999-0091",
        "cl-emergency": "131",
        "cl-4141": "*4141",
        "co-emergency": "123",
        "co-106": "106",
        "br-emergency": "192",
        "br-cvv": "188",
        "in-emergency": "112",
        "in-tele-manas": "14416",
        "il-emergency": "101",
        "il-eran": "1201",
        "no-emergency": "113",
        "no-mental-helse": "116 123",
        "no-kirkens-sos": "22 40 00 40",
        "eu-emergency": "112",
        "elsewhere-emergency": "112",
    }


def test_every_line_names_its_source():
    """The table of the docs names each line, where it was read and of which year that page is."""
    table = (ROOT / "docs/clinical-content.md").read_text("utf-8")
    rows = [row for row in table.splitlines() if re.match(r"\| `[a-z]{2}-", row)]
    named = {id for row in rows for id in re.findall(r"`([a-z0-9-]+)`", row.split("|")[1])}
    assert named == {line["id"] for line in LINES if not line["id"].startswith("elsewhere")}
    assert not [row for row in rows if not re.search(r"\b20[12]\d\b", row)]


def test_the_notice_says_that_nobody_is_watching():
    """Short and long form both say it first, and the short one fits under an editor."""
    assert TEXTS["watching"]["short"].startswith("Nobody is watching")
    assert TEXTS["watching"]["long"][0].startswith("Nobody is watching")
    assert len(TEXTS["watching"]["short"]) <= 90


def test_grounding_has_five_short_steps():
    """Five steps, each of which can be read in a breath or two."""
    assert len(TEXTS["grounding"]["steps"]) == 5
    assert max(len(step.split()) for step in TEXTS["grounding"]["steps"]) <= 24


@pytest.mark.parametrize("text", sentences([HELP, TEXTS]))
def test_nothing_is_promised_that_cannot_be_kept(text):
    """No boast, no watchfulness, no word that has no place on a screen."""
    assert not NEVER_SAID.search(text)
