"""What `afterglow pack check` refuses, each fault by a sentence that names its place."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.packs.check import faults

PACKS = Path(__file__).parents[2] / "static" / "content" / "packs"

PACK: dict[str, Any] = {
    "format": 1,
    "id": "clinic",
    "version": 2,
    "language": "en",
    "title": "Our clinic",
    "about": "For the people of our clinic.",
    "author": "The clinic",
    "licence": "CC BY 4.0",
    "reviewedBy": "Dr Holm, 2026-11-01",
    "asked": "always",
    "spacing": {"repeat": "course", "routes": {"oral": {"laterHours": 2}}},
    "prompts": [
        {
            "id": "clinic.a",
            "phase": "integration",
            "day": 3,
            "topic": "The garden",
            "text": "What did you notice on the way here?",
            "hint": "One thing will do.",
        }
    ],
    "measures": [
        {
            "id": "MEQ-30",
            "name": "Mystical Experience Questionnaire",
            "licence": "by permission",
            "permission": "from its authors, 2026-10-01, for use in our clinic",
            "source": "Barrett and others 2015",
        }
    ],
    "helpLines": {
        "checked": "2026-11-22",
        "places": [
            {
                "id": "ie",
                "name": "Ireland",
                "regions": ["IE"],
                "lines": [
                    {"id": "ie-clinic", "kind": "call", "name": "Our clinic", "number": "01 234"}
                ],
            }
        ],
    },
    "translations": {
        "de": {
            "title": "Unsere Praxis",
            "about": "Für die Menschen unserer Praxis.",
            "prompts": [
                {
                    "id": "clinic.a",
                    "topic": "Der Garten",
                    "text": "Was ist dir auf dem Weg aufgefallen?",
                    "hint": "Eins genügt.",
                }
            ],
        }
    },
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The pack with one member set (or taken away, for `...`)."""
    pack = copy.deepcopy(PACK)
    at: Any = pack
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        at = at[step]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return pack


def test_a_whole_pack_has_no_fault():
    """A pack with everything a pack may have."""
    assert faults(PACK) == []


@pytest.mark.parametrize("path", sorted(PACKS.glob("*.json")), ids=lambda path: path.stem)
def test_the_packs_of_the_program_have_no_fault(path):
    """What ships holds to its own format."""
    assert faults(json.loads(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        ("format", 2, "pack.format"),
        ("format", True, "pack.format"),
        ("id", "Our Clinic", "pack.id"),
        ("version", 0, "pack.version"),
        ("version", "2", "pack.version"),
        ("language", "english", "pack.language"),
        ("title", " ", "pack.title"),
        ("author", ..., "“author”"),
        ("licence", ..., "“licence”"),
        ("reviewedBy", ..., "“reviewedBy”"),
        ("asked", "daily", "pack.asked"),
        ("colour", "blue", "“colour”"),
        ("spacing", [], "pack.spacing"),
        ("spacing.repeat", "dose", "pack.spacing.repeat"),
        ("spacing.routes.oral.laterHours", 48, "laterHours"),
        ("spacing.routes.smoke", {"laterHours": 1}, "“smoke”"),
        ("spacing.maintenance", {"keep": ["nowhere"]}, "pack.spacing.maintenance.keep"),
        ("spacing.undated", {"keep": ["nowhere"]}, "pack.spacing.undated.keep"),
        ("spacing.closeDoses", {"keep": ["clinic.a"]}, "“daysApart”"),
        ("prompts", [], "pack.prompts"),
        ("prompts.0", "What?", "pack.prompts[0]"),
        ("prompts.0.id", "P1", "“clinic.”"),
        ("prompts.0.phase", "afterglow", "pack.prompts[0].phase"),
        ("prompts.0.text", "x" * 221, "pack.prompts[0].text"),
        ("prompts.0.hint", "", "pack.prompts[0].hint"),
        ("prompts.0.score", 1, "“score”"),
        ("prompts.0.day", ..., "exactly one time"),
        ("prompts.0.day", -3, "pack.prompts[0].day"),
        ("prompts.0.day", "3", "pack.prompts[0].day"),
        ("prompts.0.hours", [3, 8], "exactly one time"),
        ("prompts.0.months", [1], "pack.prompts[0].months"),
        ("prompts.0.choices", [{"text": "Yes", "opens": "mail"}], "choices[0].opens"),
        ("prompts.0.choices", 4, "choices[0]"),
        ("prompts.0.rating", {"name": "calm", "min": 0, "max": 100}, "rating.max"),
        ("measures.0", "PHQ-9", "pack.measures[0]"),
        ("measures.0.source", ..., "“source”"),
        ("helpLines.checked", "soon", "pack.helpLines.checked"),
        ("helpLines.places.0.regions", [], "regions"),
        ("helpLines.places.0.lines.0.kind", "fax", "kind"),
        ("helpLines.places.0.lines.0.url", "javascript:alert(1)", "url"),
        ("helpLines.places.0.lines.0.number", ..., "no number"),
        ("translations.en", {"title": "a", "about": "b", "prompts": []}, "not another language"),
        ("translations.de.prompts", [], "every prompt"),
        ("translations.de.title", ..., "“title”"),
    ],
)
def test_each_fault_is_named(path, value, named):
    """One thing wrong gives a sentence that names it."""
    found = faults(changed(path, value))
    assert any(named in sentence for sentence in found), found


def test_an_id_is_used_once():
    """Two prompts of one id could not be told apart in a journal."""
    pack = changed("prompts", PACK["prompts"] * 2)
    assert "Two prompts have the id “clinic.a”." in faults(pack)


@pytest.mark.parametrize(
    "measure",
    [
        {"id": "C-SSRS"},
        {"id": "c_ssrs_screener"},
        {"id": "own", "name": "Columbia-Suicide Severity Rating Scale (screen)"},
    ],
)
def test_the_cssrs_is_refused_whatever_is_said_of_its_licence(measure):
    """Its electronic use is licensed exclusively; no permission written into a pack changes that."""
    (sentence,) = faults(changed("measures.0", PACK["measures"][0] | measure))
    assert sentence == (
        "pack.measures[0] is refused: The electronic use of the C-SSRS is licensed exclusively, "
        "certified and charged for each time it is given."
    )


@pytest.mark.parametrize(
    "name",
    [
        *("MEQ30", "EBI", "CEQ", "CADSS-6", "QIDS-SR16", "ISI", "OCI-R", "KSET-R", "BDI-II", "BDI"),
        *("MADRS-S", "HADS", "PSQI", "EQ-5D-5L", "BPI-SF", "CAPS-5", "Y-BOCS", "SF-36", "ASRM"),
        *("Beck Depression Inventory", "Pittsburgh Sleep Quality Index", "Brief Pain Inventory"),
    ],
)
def test_an_instrument_of_others_needs_a_permission(name):
    """Without one it is refused with the reason; with one it passes."""
    measure = PACK["measures"][0] | {"id": name, "name": name}
    assert faults(changed("measures.0", measure)) == []
    (sentence,) = faults(changed("measures.0", measure | {"permission": ""}))
    assert "needs a permission" in sentence


def test_a_measure_says_under_which_licence_it_is():
    """A clinic's own questions too."""
    measure = {"id": "own", "name": "Our questions", "licence": "", "source": "the clinic"}
    (sentence,) = faults(changed("measures.0", measure))
    assert "says nothing of its licence" in sentence
    assert faults(changed("measures.0", measure | {"licence": "ours"})) == []


def test_short_names_are_not_found_in_other_words():
    """“ISI” is refused without a permission, “Visit” is not."""
    measure = {"id": "visit", "name": "Visits", "licence": "ours", "source": "the clinic"}
    assert faults(changed("measures.0", measure)) == []


def test_a_translated_choice_still_opens_help():
    """The choices of a translation are those of the prompt, in number and in what they open."""
    pack = changed("prompts.0.choices", [{"text": "Yes"}, {"text": "No", "opens": "help"}])
    assert any("“opens”" in sentence for sentence in faults(pack))
    words = pack["translations"]["de"]["prompts"][0]
    words["choices"] = [{"text": "Ja"}, {"text": "Nein", "opens": "help"}]
    assert faults(pack) == []
    words["choices"][1] = {"text": "Nein"}
    assert any("“opens”" in sentence for sentence in faults(pack))


ASKED: dict[str, Any] = {
    "id": "clinic.sleep",
    "name": "Our sleep questions",
    "title": "Three questions about your nights",
    "licence": "ours",
    "source": "the clinic",
    "version": "1",
    "minutes": 1,
    "windowDays": 7,
    "everyDays": 7,
    "answers": [{"value": 0, "label": "Not at all"}, {"value": 1, "label": "Yes"}],
    "items": [{"id": "1", "text": "Did you sleep?"}, {"id": "2", "text": "Did you rest?"}],
    "score": "sum",
    "total": {"min": 0, "max": 2},
    "better": "higher",
    "bands": [{"from": 0, "name": "short"}, {"from": 1, "name": "long"}],
}


def test_a_measure_that_is_asked_has_all_that_asking_needs():
    """Whole, it passes; without any one member that scoring needs, the sentence names it."""
    assert faults(changed("measures.0", ASKED)) == []
    for name in ("version", "title", "minutes", "everyDays", "answers", "score", "total", "better"):
        left = {key: value for key, value in ASKED.items() if key != name}
        assert any(f"“{name}”" in one for one in faults(changed("measures.0", left))), name


@pytest.mark.parametrize(
    ("members", "named"),
    [
        ({"id": "sleep"}, "begins with “clinic.”"),
        ({"items": []}, "items is a list"),
        ({"items": [{"id": "1", "text": "a"}, {"id": "1", "text": "b"}]}, "two items of one id"),
        ({"items": [{"id": "1", "text": "a", "answers": [4]}]}, "answers"),
        ({"answers": [{"value": "much", "label": "a"}] * 2}, "answers[0].value"),
        ({"safetyItem": "9"}, "safetyItem"),
        ({"total": {"min": 0}}, "total"),
        ({"bands": [{"from": 0}]}, "bands[0]"),
        ({"score": "machine"}, "score"),
        ({"id": "clinic.EBI"}, "needs a permission"),
    ],
)
def test_each_fault_of_an_asked_measure_is_named(members, named):
    """One thing wrong gives a sentence that names it."""
    found = faults(changed("measures.0", ASKED | members))
    assert any(named in sentence for sentence in found), found


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
PLACES = sorted(
    [
        "id",
        "spacing",
        "spacing.routes",
        "spacing.routes.oral",
        "prompts",
        "prompts.0",
        "prompts.0.id",
    ]
    + [
        f"prompts.0.{name}"
        for name in ("day", "phase", "choices", "rating", "hours", "days", "when")
    ]
    + [
        "measures",
        "measures.0",
        "measures.0.id",
        "measures.0.items",
        "helpLines",
        "helpLines.places",
        "translations",
    ]
    + [
        "helpLines.places.0",
        "helpLines.places.0.lines",
        "translations.de",
        "translations.de.prompts",
    ]
)


@given(st.sampled_from(PLACES), ANYTHING)
def test_no_value_in_any_place_brings_the_check_down(place, value):
    """Faults are sentences, never a traceback."""
    assert all(isinstance(sentence, str) for sentence in faults(changed(place, value)))


@given(ANYTHING)
def test_nothing_that_is_no_pack_passes(value):
    """Any other JSON has at least one fault."""
    assert faults(value)
