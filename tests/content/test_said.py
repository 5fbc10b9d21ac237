"""What can be said and what is never said (`docs/clinical-content.md`), held over every string that anybody is shown.

All catalogues of all languages, all content files, the served page and the manifest. Each row of the table names sentences that its
patterns must catch and the true sentence that must stand somewhere, so that a pattern that catches nothing fails as well.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "static/js/ui/words"
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
UNSAID = {"licence", "license", "notice", "source", "sources", "words", "url", "author"}
"""Members of content files that are shown to nobody as a claim of ours, or are another's text word for word."""


class Row(NamedTuple):
    """One row of the table: a true sentence, and what is never said in its place."""

    said: str
    never: str
    caught: tuple[str, ...]


TABLE = {
    "sealed": Row(
        r"what you write is sealed on your device before it leaves it",
        r"nobody (can|could|will) (ever )?(read|see)|100 ?%|\b(completely|fully|totally|absolutely) (secure|safe|private)"
        r"|military|unbreakable|bank.level|niemand kann (es|das|sie) (je|jemals|hier|lesen)|(absolut|völlig|hundertprozentig|vollkommen) sicher"
        r"|unknackbar|militär|nadie (puede|podrá) (leer|ver)|(completamente|totalmente|absolutamente) segur|grado militar|inviolable",
        (
            "Nobody can ever read it.",
            "Your journal is 100 % secure.",
            "Military-grade sealing.",
            "Niemand kann das jemals lesen.",
            "Alles ist absolut sicher.",
            "Nadie puede leerlo.",
            "Es completamente seguro.",
        ),
    ),
    "sharing cannot be undone": Row(
        r"your therapist can read, copy, and may have to keep in a record",
        r"(?<!cannot )\btake (it|this|them|that) back|\bunshare|du kannst (es|das|sie) (jederzeit |wieder )?zurückholen|puedes (retirarlo|deshacerlo)",
        (
            "You can take it back.",
            "Unshare it at any time.",
            "Du kannst es zurückholen.",
            "Puedes retirarlo.",
        ),
    ),
    "nobody is alerted": Row(
        r"nobody is told about it\. that stays so even if you write that you are in danger",
        r"\bmonitor|\bdetect|we are here for you|24 ?/ ?7|around the clock|watch(ing|es)? over|keeps? an eye|keeps? you safe"
        r"|überwach|wir sind für dich da|rund um die uhr|wir erkennen|\bdetecta|vigilamos|estamos (aquí|ahí) para ti|\bmonitoriza",
        (
            "We monitor your entries.",
            "The app detects danger.",
            "We are here for you.",
            "Help 24/7.",
            "Wir sind für dich da.",
            "Deine Einträge werden überwacht.",
            "Estamos aquí para ti.",
        ),
    ),
    "the clinic was not told": Row(
        r"\b(no (one|body)|nobody) (else )?(is|was|has been) (told|alerted)",
        r"(\b(clinic|therapist|team|doctor)|\{name\}) (has been|was|will be|is) (told|alerted|informed|notified)"
        r"|(klinik|praxis|therapeut\w*|\{name\}) (wurde|wird|ist) (informiert|benachrichtigt|alarmiert|verständigt)"
        r"|(clínica|terapeuta|\{name\}) (ha sido|fue|será|está) (avisad|informad|notificad|alertad)",
        (
            "Your clinic has been told.",
            "{name} will be notified.",
            "Deine Praxis wurde informiert.",
            "Tu terapeuta será avisada.",
        ),
    ),
    "no time to answer": Row(
        r"only when they next look",
        r"(repl(y|ies)|answer|respond|get back|contact)\w*\b[^.]{0,40}\bwithin\b"
        r"|(antwort|meld)\w*\b[^.]{0,40}\binnerhalb\b|(respond|contest)\w*\b[^.]{0,40}(en menos de|dentro de) ",
        (
            "Your therapist answers within a day.",
            "Sie antwortet dir innerhalb eines Tages.",
            "Te responderá en menos de un día.",
        ),
    ),
    "what the server knows": Row(
        r"it knows which accounts are linked",
        r"know nothing about you|zero.knowledge|wissen nichts (über|von) (dich|dir)|no sabemos nada (de|sobre) ti",
        (
            "We know nothing about you.",
            "Wir wissen nichts über dich.",
            "No sabemos nada de ti.",
        ),
    ),
    "gone for everyone": Row(
        r"the writing is gone for everyone",
        r"contact (our |the )?support|we can (restore|recover|reset)|reset (your|the) passphrase|(an den|den) support"
        r"|wir können (es |sie |alles )?(wiederherstellen|zurücksetzen)|soporte|podemos (restaurar|recuperar|restablecer)",
        (
            "Contact support to restore it.",
            "Wende dich an den Support.",
            "Podemos recuperar tu diario.",
        ),
    ),
    "code comes from the server": Row(
        r"a dishonest server could change it",
        r"(protects?|safe|shields?) (you )?(from|against) (this|the|our) (server|operator)|(even|not even) the (server|operator) can(not)? "
        r"|schützt (dich )?vor (diesem|dem) (server|betreiber)|protege (del|contra el) (servidor|operador)",
        (
            "This protects you from the server.",
            "Das schützt dich vor dem Server.",
            "Te protege del servidor.",
        ),
    ),
    "courts": Row(
        r"a court can order you",
        r"\bimmun|\binmun|no court|beyond (the law|any court)|kein gericht|ningún tribunal",
        (
            "No court can get at it.",
            "Kein Gericht kommt daran.",
            "Ningún tribunal puede verlo.",
        ),
    ),
    "no claim and no advice": Row(
        r"gives no advice on doses or medicines",
        r"life.changing|minimal side effects|\brewir|\bheals?\b|\bcures?\b|well done|great job|streak|overdue|überfällig|atrasad"
        r"|(increase|raise|lower|reduce|skip|double) (your|the|a) (dose|medicine|medication)"
        r"|(erhöhe|senke|verringere|verdopple) (deine|die) (dosis|medi)|(aumenta|reduce|duplica) (tu|la) (dosis|medica)",
        (
            "A life-changing treatment.",
            "It rewires the brain.",
            "Increase your dose.",
            "Erhöhe deine Dosis.",
            "Aumenta tu dosis.",
            "Two prompts are overdue.",
        ),
    ),
}
CHEER = re.compile("[!¡]")


def strings() -> Iterator[tuple[str, str]]:
    """Every string that is shown, with the file it stands in."""
    for path in sorted(WORDS.rglob("*.js")):
        for literal in LITERAL.findall(path.read_text("utf-8")):
            yield str(path.relative_to(ROOT)), literal
    for path in sorted((ROOT / "static/content").rglob("*.json")):
        for text in leaves(json.loads(path.read_text("utf-8"))):
            yield str(path.relative_to(ROOT)), text
    for path in (ROOT / "templates").iterdir():
        for text in re.findall(r">([^<>{}]+)<|\"([^\"<>{}]+)\"", path.read_text("utf-8")):
            yield f"templates/{path.name}", "".join(text)
    manifest = json.loads((ROOT / "static/manifest.webmanifest").read_text("utf-8"))
    for text in leaves(manifest):
        yield "static/manifest.webmanifest", text


def leaves(value: object) -> Iterator[str]:
    """Strings in a nest of lists and objects, without what is shown to nobody."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in UNSAID:
                yield from leaves(one)


SHOWN = [(where, text.replace("’", "'")) for where, text in strings() if " " in text]


def test_every_kind_of_file_is_read():
    """Catalogues, content, the page and the manifest are all among what is held to the table."""
    kinds = {where.partition("/")[0] + where.rpartition(".")[2] for where, _ in SHOWN}
    assert kinds == {
        "staticjs",
        "staticjson",
        "staticwebmanifest",
        "templateshtml",
        "templatesjson",
    }
    assert len(SHOWN) > 800


@pytest.mark.parametrize("row", TABLE)
def test_nothing_is_said_that_is_not_so(row):
    """No string of any language says what this row forbids."""
    never = re.compile(TABLE[row].never, re.IGNORECASE)
    assert [(where, text) for where, text in SHOWN if never.search(text)] == []


@pytest.mark.parametrize("row", TABLE)
def test_the_row_catches_what_it_forbids(row):
    """Each forbidden sentence of the row, in each language, is caught by its pattern."""
    never = re.compile(TABLE[row].never, re.IGNORECASE)
    assert [text for text in TABLE[row].caught if not never.search(text)] == []


@pytest.mark.parametrize("row", TABLE)
def test_what_is_so_is_said(row):
    """The true sentence of the row stands where people read it."""
    said = re.compile(TABLE[row].said, re.IGNORECASE)
    assert any(said.search(text) for _, text in SHOWN)


def test_nothing_cheers():
    """No string ends in, or holds, an exclamation mark."""
    assert [(where, text) for where, text in SHOWN if CHEER.search(text)] == []
