"""No screen says what a native speaker would not write there (`docs/voice.md`)."""

import pytest

from tests.content.voice import NEVER, asks_twice, figures, messages

CAUGHT = {
    "en": (
        "It is not kept.",
        "You cannot undo this.",
        "Ask somebody you trust.",
        "Here it stands in your journal.",
        "The server hands it out.",
    ),
    "es": ("Comparadlos en la misma sala.", "Si tenéis dudas.", "Lo leído no se puede desleer."),
    "de": ("Jetzt tilgen", "Deine therapeutische Begleitung", "Gesamtwerte sind Suchtests"),
}


@pytest.mark.parametrize("language", NEVER)
def test_no_screen_says_what_nobody_would(language):
    """No calque, no unsaid contraction, no *vosotros*, in any catalogue of the language."""
    found = [row for row in messages(language) if NEVER[language].search(row[1])]
    assert found == []


@pytest.mark.parametrize("language", NEVER)
def test_the_pattern_finds_it(language):
    """Each sentence of the old kind is caught, and the catalogues are really read."""
    assert [text for text in CAUGHT[language] if not NEVER[language].search(text)] == []
    assert len(list(messages(language))) > 1400


def test_two_questions_in_one_are_seen():
    """A second question is seen behind “and”; one question with two objects is let be."""
    assert asks_twice("What feeds you, and what drains you?")
    assert not asks_twice("What do you see, hear and touch?")


def test_the_figures_can_be_printed():
    """The command has something to say about contractions, grade and prompts."""
    assert [line.partition(":")[0] for line in figures().splitlines()] == [
        "texts",
        "contractions",
        "reading grade of sentences",
        "words to look at",
        "prompts",
        "reading grade of prompts",
        "prompts asking twice",
    ]
