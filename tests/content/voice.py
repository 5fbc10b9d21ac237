"""How the words on the screens sound: figures, and the sentences to look at. See docs/voice.md.

`python -m tests.content.voice` prints both. `NEVER` alone is held by a test.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "static/js/ui/words"
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?')
_CONTRACTION = re.compile(r"\w’(s|t|re|ve|ll|d|m)\b")

NEVER = {
    "en": re.compile(
        r"\b(do|does|did|is|are|was|were|has|have|can|could|will|would|should) (?-i:not)\b|\bcannot\b|\b(it|that) is (a|not|no|the)\b"
        r"|\b(some|every)body\b|\bany more\b|\bper cent\b|\bhand(s|ed)? (it |them )?out\b|\btaken? along\b"
        r"|\bstands? (here|in|beside|on|under|first)\b|\b(colou|favou|cancell)(r|ed)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(vosotr[oa]s|vuestr[oa]s?|(hab|ten|pod|quer|hac)éis|sois|estáis|desle\w+|(compara|lee)d(l[oa]s?)?|ordenador\w*)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(getilgt|tilgen|Begleitung|Dosissitzung\w*|unlesen|Suchtests?)\b|\b(eure|euren|eurem|eurer) Nummer\b"
    ),
}
"""What no sentence of a screen says: words and forms that a native speaker would not write there."""

LOOK = re.compile(
    r"\b(kept|stands?|whoever|wants to|is to|are to|by itself|nobody)\b", re.IGNORECASE
)
"""English words that are often a translation showing through; each may be right where it is."""


def messages(language: str) -> Iterator[tuple[str, str]]:
    """Every text of a language's catalogues with the name of its file, without the gallery of pieces."""
    for path in sorted((WORDS / language).glob("*.js")):
        if path.stem != "design":
            for text, colon in _LITERAL.findall(path.read_text("utf-8")):
                if not colon:
                    yield path.stem, text


def prompts() -> Iterator[tuple[str, str]]:
    """Every English question of the packs that come with the app, with its id."""
    for path in sorted((ROOT / "static/content/packs").glob("*.json")):
        for row in json.loads(path.read_text("utf-8"))["prompts"]:
            yield row["id"], row["text"]


def syllables(word: str) -> int:
    """Groups of vowels, with the silent e taken off; close enough for plain English."""
    word = word.lower().strip("’'")
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def grade(text: str) -> float:
    """Flesch-Kincaid grade level of `text` (Kincaid and others, 1975)."""
    words = re.findall(r"[A-Za-z’']+", text)
    sentences = max(1, len(re.findall(r"[.?!:]", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def asks_twice(question: str) -> bool:
    """Whether a question seems to ask two things: two question marks, or a second question word after “and”."""
    second = re.search(r", and (who|what|which|how|where|when|why|would|is|are|do)\b", question)
    return question.count("?") > 1 or bool(second)


def figures() -> str:
    """Contractions, house words and reading grade of the English words, one figure a line."""
    english = [text for _, text in messages("en")]
    sentences = [text for text in english if len(text.split()) > 3]
    asked = [text for _, text in prompts()]
    return "\n".join(
        (
            f"texts: {len(english)}",
            f"contractions: {sum(len(_CONTRACTION.findall(text)) for text in english)}",
            f"reading grade of sentences: {mean(map(grade, sentences)):.1f}",
            f"words to look at: {sum(len(LOOK.findall(text)) for text in english)}",
            f"prompts: {len(asked)}",
            f"reading grade of prompts: {mean(map(grade, asked)):.1f}",
            f"prompts asking twice: {sum(map(asks_twice, asked))}",
        )
    )


def main() -> None:
    """Writes the figures, then what to look at."""
    lines = [figures()]
    lines += [
        f"{where}: {text}"
        for where, text in messages("en")
        if LOOK.search(text) or (len(text.split()) > 5 and grade(text) > 10)
    ]
    lines += [f"{where}: {text}" for where, text in prompts() if asks_twice(text)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
