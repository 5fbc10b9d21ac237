"""Where the command cuts a text: as the app does, between what a person sees as characters."""

import json
import subprocess

from journal.client.characters import cut
from journal.client.documents import summary, title

FAMILY = "👨\u200d👩\u200d👧"
SAMPLES = [
    "plain words",
    f"x{FAMILY}{FAMILY}y",
    "🇩🇪🇦🇹🇨🇭 🇪🇸x🇮🇪",
    "👋🏽❤️1️⃣🏳️\u200d🌈🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "e\u0301a\u0308\u0301o",
    "\u1112\u1161\u11ab\u1100\u1161한글\u11a8가\u11a8",
    "क्षि नमस्ते क्\u200dष",
    "நிலா কো กำลัง",
    "می\u200cخواهم שָׁלוֹם",
    "a\r\nb\n\u0301c\u200e\u0301d",
    "ガカ\uff9e字漢",
]
_STARTS = """const starts = (text) => [...new Intl.Segmenter().segment(text)].map(({ index }) => [...text.slice(0, index)].length);
console.log(JSON.stringify(JSON.parse(process.argv[1]).map(starts)));"""


def test_the_command_and_the_app_cut_at_the_same_places(node):
    """At every length the beginning ends where a character begins, the last place there is by the segmenter of the app's engine."""
    told = subprocess.run(
        [node, "-e", _STARTS, json.dumps(SAMPLES)], capture_output=True, text=True, check=True
    )
    for text, starts in zip(SAMPLES, json.loads(told.stdout), strict=True):
        for length in range(1, len(text)):
            last = max(start for start in starts if start <= length)
            assert len(cut(text, length)) == (last or length), (text, length)
        assert cut(text, len(text)) == text


def test_what_is_listed_ends_with_a_whole_character():
    """A title and the words of a list end before a family that would be cut, and something is shown of one that is too long."""
    words = "x" * 78 + FAMILY
    assert title({"title": words}) == "x" * 78
    assert summary({"text": "x" * 138 + FAMILY})["text"] == "x" * 138
    assert cut("e" + "\u0301" * 100, 60) == "e" + "\u0301" * 59
