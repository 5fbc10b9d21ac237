"""How a copy writes what people wrote. Twin: `static/js/domain/copy/text.js`."""

import json as strict
import math
import re
from datetime import UTC
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from journal.client.documents import NO_DATE, Payload, moment

_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""What JSON may carry bare and other readers trip over: DEL and C1, line separators, what turns words round, the byte order mark, no characters, half
surrogates."""
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|!~&]")
_SPACE = "\t\n\x0b\x0c\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_SPACES = re.compile(f"[{_SPACE}]+")
_UNSHOWN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ZONE_NAME = re.compile(r"[\w+/-]{1,64}", re.ASCII)
_FORMULA = re.compile(
    rf"'*[\t\r\n]|['{_SPACE}\u200b-\u200f\u202a-\u202e\u2060-\u2069]*[=+\-@\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]"
)
"""What a spreadsheet would take for a formula, also behind what it does not show; and what would be read as one that is made harmless."""
_BLOCK = re.compile(rf"((?:^|[\n\r])[ \t]*[0-9]{{0,9}})([-+=.)](?=[-={_SPACE}]|\Z))")
"""What begins a list, a heading or a line across, where it stands first in a line."""
_LINK = re.compile(r"\](?=[(:])(?!.[ \t\r\n]*(?:https?:|mailto:))", re.IGNORECASE | re.ASCII)
"""A link, or its address elsewhere, that leads anywhere but to a page or to somebody's mail."""
_ROUNDEST = 21
"""Digits before the point up to which ECMA-262 (Number::toString) writes no exponent; below the point there are 6 zeros."""


def units(text: str) -> bytes:
    """UTF-16 code units, by which members and names are put in order."""
    return text.encode("utf-16-be", "surrogatepass")


def json(value: Any) -> str:
    """On one line, members in the order of their UTF-16 units; numbers as ECMA-262 writes them."""
    if isinstance(value, dict):
        names = sorted(value, key=units)
        return f"{{{','.join(f'{json(name)}:{json(value[name])}' for name in names)}}}"
    if isinstance(value, list):
        return f"[{','.join(json(one) for one in value)}]"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    text = strict.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def number(value: float) -> str:
    """The shortest decimal that is read as this number (ECMA-262, Number::toString)."""
    value = float(value)
    if value == 0:
        return "0"
    mantissa, _, exponent = f"{math.copysign(1, value) * value!r}".partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    return ("-" if value < 0 else "") + _placed(digits, point)


def _placed(digits: str, point: int) -> str:
    """`digits` with the decimal point after the first `point` of them."""
    if len(digits) <= point <= _ROUNDEST:
        return digits.ljust(point, "0")
    if 0 < point <= _ROUNDEST:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    rest = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{digits[0]}{rest}e{point - 1:+d}"


def words(value: Any) -> str:
    """An answer or a member for people to read."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    is_texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return "; ".join(value) if is_texts else json(value)


def well_formed(text: str) -> str:
    """The text with U+FFFD for every half of a surrogate pair."""
    return _SURROGATE.sub("\ufffd", text)


def one_line(value: Any) -> str:
    """Text as a name or a title stands among other words (`lineOf` of `static/js/domain/foreign.js`); "" for what is none."""
    if not isinstance(value, str):
        return ""
    spaced = _SPACES.sub(" ", well_formed(value))
    return re.sub(f"^[{_SPACE}]+|[{_SPACE}]+$", "", _UNSHOWN.sub("", spaced))


def csv(rows: list[list[Any]]) -> str:
    """RFC 4180, for spreadsheets; the names of the columns first."""
    return "\ufeff" + "".join(",".join(_cell(one) for one in row) + "\r\n" for row in rows)


def _cell(value: Any) -> str:
    text = well_formed(_CONTROLS.sub("", words(value)))
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    plain = f"'{text}" if _FORMULA.match(text) and not is_number else text
    return '"' + plain.replace('"', '""') + '"' if re.search('[",\r\n]', plain) else plain


def quiet(text: str) -> str:
    """Markdown that shows the text as it stands."""
    marked = _MARKS.sub(r"\\\g<0>", _TURNING.sub("", _CONTROLS.sub("", text)))
    return _BLOCK.sub(r"\1\\\2", marked)


def own(text: str) -> str:
    """A person's own Markdown, but that nothing in it is run, fetched or swallows what follows."""
    plain = re.sub(r"<(?=[A-Za-z!?/])", "&lt;", _CONTROLS.sub("", text)).replace("![", "!\\[")
    plain = _LINK.sub(r"]\\", plain)
    return re.sub(r"(^|(?<=[\n\r\u2028\u2029]))([ \t>]*)(```|~~~)", r"\1\2\\\3", plain)


class Local(NamedTuple):
    """`YYYY-MM-DD` and `HH:MM` where it was lived."""

    day: str
    time: str


def when_of(payload: Payload) -> dict[str, str] | None:
    """When it happened, or else was written, as far as a clock could have shown it."""
    for name in ("happened", "written"):
        said = payload.get(name)
        if isinstance(said, dict) and moment(said) != NO_DATE:
            zone = said.get("zone")
            known = isinstance(zone, str) and _ZONE_NAME.fullmatch(zone)
            return {"at": said["at"], "zone": str(zone) if known else "UTC"}
    return None


@cache
def _zones() -> dict[str, str]:
    """Names of zones by their small letters, as browsers know them: not what only a file system has."""
    return {name.lower(): name for name in available_timezones() - {"Factory", "localtime"}}


def local(when: dict[str, str]) -> Local:
    """Day and time in its own zone; in UTC where the zone is not known here."""
    name = _zones().get(when["zone"].lower())
    at = moment(when).astimezone(ZoneInfo(name) if name else UTC)
    return Local(f"{at:%Y-%m-%d}", f"{at:%H:%M}")
