"""The terminal: the one place where the command prints and asks. What somebody else wrote may be words there, and no more than words."""

import re
import sys

_CONTROL = re.compile(
    "\x1b\\][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"  # OSC: titles, clipboards, links
    "|\x1b[PX^_].*?(?:\x1b\\\\|\x9c|$)"  # DCS, SOS, PM, APC
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, moving, erasing
    "|\x1b[ -/]*[0-~]?"
    "|[\0-\x08\x0b-\x1f\x7f-\x9f]"
    "|[\u2028\u2029\u202a-\u202e\u2066-\u2069]"  # what turns the direction of words after it
    "|[\ud800-\udfff]",
    re.DOTALL,
)
"""Sequences of ECMA-48 with what belongs to them, every C0 and C1 control but the tab and the line's end, marks of direction."""


def safe(text: str) -> str:
    """The text without anything that a terminal would obey."""
    return _CONTROL.sub("", text.replace("\r\n", "\n"))


def line(text: object) -> str:
    """A name or a title as it stands among other words: on one line."""
    return " ".join(safe(str(text)).split())


def say(text: str, *, error: bool = False) -> None:
    """Print it, on standard error where it is no answer."""
    print(safe(text), file=sys.stderr if error else sys.stdout)


def ask(question: str) -> str:
    """What is typed after the question."""
    return input(safe(question))
