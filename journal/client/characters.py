"""Characters as a person reads them: where a text may be cut, as the app's segmenter has it (Unicode Standard Annex 29)."""

import unicodedata

_ZWJ = "\u200d"
_LINKERS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d"
"""What joins two consonants in one sign, in the scripts of India that have such signs."""
_HANGUL = (
    ("\u1100", "\u115f", "L"),
    ("\u1160", "\u11a7", "V"),
    ("\u11a8", "\u11ff", "T"),
    ("\ua960", "\ua97c", "L"),
    ("\ud7b0", "\ud7c6", "V"),
    ("\ud7cb", "\ud7fb", "T"),
)
_JOINED = {"LL", "LV", "LS", "LB", "SV", "ST", "VV", "VT", "BT", "TT"}
"""Parts of a syllable that stand together; S and B are whole ones, without and with an end."""


_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
"""Letters of which two are a flag."""
_EXTENDING = (
    ("\u200c", _ZWJ),
    ("\u0e33", "\u0e33"),
    ("\u0eb3", "\u0eb3"),
    ("\uff9e", "\uff9f"),
    ("\U0001f3fb", "\U0001f3ff"),
    ("\U000e0020", "\U000e007f"),
)
"""Joiners, vowels of Thai and Lao, marks of sound, colours of skin, the letters that flags of regions are spelt with."""


def cut(text: str, length: int) -> str:
    """Its beginning, at most so many code points, and no character cut in two unless it alone is longer."""
    if len(text) <= length:
        return text
    end = length
    while end > 0 and _is_inside(text, end):
        end -= 1
    return text[: end or length]


def _is_inside(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if _is_control(before) or _is_control(after):
        return before == "\r" and after == "\n"
    if _extends(after) or _hangul(before) + _hangul(after) in _JOINED:
        return True
    if _is_flag(before) and _is_flag(after):
        head = text[:place]
        return (len(head) - len(head.rstrip(_FLAGS))) % 2 == 1
    if before == _ZWJ and unicodedata.category(after) in ("So", "Sm"):
        return True
    return _is_linked(text, place)


def _is_linked(text: str, place: int) -> bool:
    return text[:place].rstrip(_ZWJ)[-1:] in _LINKERS and unicodedata.category(text[place]) == "Lo"


def _is_flag(one: str) -> bool:
    return one in _FLAGS


def _is_control(one: str) -> bool:
    return unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") and not _extends(one)


def _extends(one: str) -> bool:
    is_listed = any(first <= one <= last for first, last in _EXTENDING)
    return is_listed or unicodedata.category(one)[0] == "M"


def _hangul(one: str) -> str:
    """Which part of a syllable it is, or none."""
    if "\uac00" <= one <= "\ud7a3":
        return "B" if (ord(one) - 0xAC00) % 28 else "S"
    return next((part for first, last, part in _HANGUL if first <= one <= last), " ")
