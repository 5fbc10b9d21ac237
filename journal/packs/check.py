"""What a pack must say (`docs/packs.md`, "Format"): every fault as a sentence with its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from journal.packs.licences import refusal

Fault = str
Rule = Callable[[Any], bool]

ID = re.compile(r"[a-z][a-z0-9-]{1,39}\Z")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?\Z")
PHASES = {"preparation": "P", "reflection": "R", "integration": "I"}
ROUTES = ("iv", "im", "sc", "nasal", "lozenge", "oral", "rectal", "other")
LINES = ("emergency", "call", "text", "web")
MOST_PROMPTS = 300
WHEN = {"preparation": ("day",), "reflection": ("hours",), "integration": ("day", "days", "when")}


def text(most: int, least: int = 1) -> Rule:
    """A text of so many characters, the white space around it not counted."""
    return lambda value: isinstance(value, str) and least <= len(value.strip()) <= most


def whole(least: int, most: int) -> Rule:
    """A whole number within these."""
    return lambda value: type(value) is int and least <= value <= most


def one_of(*values: object) -> Rule:
    """One of these."""
    return lambda value: any(type(value) is type(one) and value == one for one in values)


def several(rule: Rule, most: int = 50) -> Rule:
    """A list with something in it, each as the rule says."""
    return lambda value: (
        isinstance(value, list) and 0 < len(value) <= most and all(map(rule, value))
    )


def matching(pattern: re.Pattern[str]) -> Rule:
    """A text of this form."""
    return lambda value: isinstance(value, str) and bool(pattern.match(value))


def anything(_value: object) -> bool:
    """Looked at elsewhere."""
    return True


def nothing_or(rule: Rule) -> Rule:
    """Null, or as the rule says."""
    return lambda value: value is None or rule(value)


PACK: dict[str, Rule] = {
    "format": one_of(1),
    "id": matching(ID),
    "version": whole(1, 1_000_000),
    "language": matching(LANGUAGE),
    "title": text(60),
    "about": text(200),
    "author": text(200),
    "licence": text(200),
    "reviewedBy": nothing_or(text(200)),
    "asked": one_of("always", "chosen"),
    "spacing": anything,
    "prompts": anything,
}
PACK_MAY: dict[str, Rule] = {
    "source": text(500),
    "measures": anything,
    "helpLines": anything,
    "translations": anything,
}
PROMPT: dict[str, Rule] = {
    "id": text(60),
    "phase": one_of(*PHASES),
    "topic": text(32),
    "text": text(220),
    "hint": text(80),
}
PROMPT_MAY: dict[str, Rule] = {
    "day": anything,
    "days": several(whole(1, 60)),
    "hours": several(whole(0, 48), 2),
    "when": one_of("between-doses", "course-end"),
    "months": several(whole(1, 24)),
    "doses": one_of("first", "later"),
    "private": one_of(True, False),
    "safety": one_of(True),
    "choices": anything,
    "rating": anything,
}


def faults(pack: Any) -> list[Fault]:
    """All that is wrong with a pack; an empty list where nothing is."""
    if not isinstance(pack, dict):
        return ["A pack is one JSON object."]
    found = list(_members(pack, "pack", PACK, PACK_MAY))
    prompts = pack.get("prompts")
    if not isinstance(prompts, list) or not 0 < len(prompts) <= MOST_PROMPTS:
        return [*found, f"pack.prompts is a list of 1 to {MOST_PROMPTS} prompts."]
    for index, prompt in enumerate(prompts):
        found += _prompt(prompt, f"pack.prompts[{index}]", pack.get("id"))
    ids = [one["id"] for one in prompts if isinstance(one, dict) and PROMPT["id"](one.get("id"))]
    found += [
        f"Two prompts have the id “{one}”." for one in dict.fromkeys(ids) if ids.count(one) > 1
    ]
    found += _spacing(pack.get("spacing"), ids)
    found += _measures(pack.get("measures", []), pack.get("id"))
    found += _help_lines(pack.get("helpLines"))
    found += _translations(pack.get("translations", {}), pack)
    return found


def _members(
    value: Any, at: str, must: Mapping[str, Rule], may: Mapping[str, Rule]
) -> Iterator[Fault]:
    """Missing, unknown and ill-formed members of one object."""
    if not isinstance(value, dict):
        yield f"{at} is not an object."
        return
    yield from (f"{at} has no “{name}”." for name in must if name not in value)
    for name, one in value.items():
        rule = must.get(name) or may.get(name)
        if rule is None:
            yield f"{at} has a member “{name}” that no pack has."
        elif not rule(one):
            yield f"{at}.{name} is not as docs/packs.md says."


def _prompt(prompt: Any, at: str, pack: object) -> Iterator[Fault]:
    yield from _members(prompt, at, PROMPT, PROMPT_MAY)
    if not isinstance(prompt, dict):
        return
    if pack != "core" and not str(prompt.get("id")).startswith(f"{pack}."):
        yield f"{at}.id begins with “{pack}.”, so that no two packs share an id."
    if pack != "core" and "safety" in prompt:
        yield f"{at}.safety is for the app’s own questions: no pack asks beyond two a day."
    if PROMPT["phase"](prompt.get("phase")):
        yield from _times(prompt, at)
    choices = prompt.get("choices", [])
    for index, choice in enumerate(choices if isinstance(choices, list) else [choices]):
        must = {"text": text(40)}
        yield from _members(choice, f"{at}.choices[{index}]", must, {"opens": one_of("help")})
    if "rating" in prompt:
        must = {"name": text(40), "min": one_of(0), "max": one_of(10)}
        yield from _members(prompt["rating"], f"{at}.rating", must, {})


def _times(prompt: dict[str, Any], at: str) -> Iterator[Fault]:
    fitting = WHEN[prompt["phase"]]
    times = {"day", "days", "hours", "when"} & prompt.keys()
    after_end = prompt.get("when") == "course-end"
    if len(times - {"day"} if after_end else times) != 1 or not times <= set(fitting):
        yield f"{at} has exactly one time that fits its phase: {' or '.join(fitting)}."
    least, most = (-30, 0) if prompt["phase"] == "preparation" else (0 if after_end else 1, 60)
    if "day" in prompt and not whole(least, most)(prompt["day"]):
        yield f"{at}.day is 0 or less before a dose, 1 or more after it."
    hours = prompt.get("hours", [0, 0])
    if PROMPT_MAY["hours"](hours) and (len(hours) != 2 or hours[0] > hours[1]):
        yield f"{at}.hours are two: from and to."
    if "months" in prompt and not after_end:
        yield f"{at}.months go with “when”: “course-end”."


def _spacing(spacing: Any, ids: list[Any]) -> Iterator[Fault]:
    known = several(lambda one: one in ids, MOST_PROMPTS)
    may = {"repeat": one_of("course")} | dict.fromkeys(
        ("closeDoses", "maintenance", "undated", "routes"), anything
    )
    yield from _members(spacing, "pack.spacing", {}, may)
    if not isinstance(spacing, dict):
        return
    close = {"daysApart": whole(1, 14), "keep": known}
    keep = {"keep": known}
    for name, must in (("closeDoses", close), ("maintenance", keep), ("undated", keep)):
        if name in spacing:
            yield from _members(spacing[name], f"pack.spacing.{name}", must, {})
    routes = spacing.get("routes", {})
    yield from _members(routes, "pack.spacing.routes", {}, dict.fromkeys(ROUTES, anything))
    for route, rule in routes.items() if isinstance(routes, dict) else ():
        later = {"laterHours": whole(0, 12)}
        yield from _members(rule, f"pack.spacing.routes.{route}", later, {})


MEASURE: dict[str, Rule] = {
    "id": text(40),
    "name": text(100),
    "licence": anything,
    "source": text(500),
}
MEASURE_ASKED: dict[str, Rule] = {
    "version": text(40),
    "title": text(120),
    "minutes": whole(1, 60),
    "everyDays": whole(1, 365),
    "answers": anything,
    "items": anything,
    "score": one_of("sum", "mean", "none"),
    "total": anything,
    "better": one_of("lower", "higher"),
}
"""What a measure needs besides, to be asked and scored."""
MEASURE_MAY: dict[str, Rule] = {
    "permission": anything,
    "windowDays": nothing_or(whole(1, 365)),
    "instruction": text(400),
    "stem": text(200),
    "unscored": anything,
    "safetyItem": text(40),
    "bands": anything,
}
ANSWER: dict[str, Rule] = {"value": whole(-1000, 1000), "label": text(80)}
ITEM: dict[str, Rule] = {"id": text(40), "text": text(400)}
ITEM_MAY: dict[str, Rule] = {"answers": anything, "least": text(80), "most": text(80)}
MOST_ITEMS = 60


def _measures(measures: Any, pack: object) -> Iterator[Fault]:
    if not isinstance(measures, list):
        yield "pack.measures is a list."
        return
    for index, measure in enumerate(measures):
        if not isinstance(measure, dict):
            yield f"pack.measures[{index}] is not an object."
            continue
        at = f"pack.measures[{index}]"
        if "items" in measure:
            yield from _members(measure, at, MEASURE | MEASURE_ASKED, MEASURE_MAY)
            yield from _asked_measure(measure, at, pack)
        else:
            yield from _members(measure, at, MEASURE, MEASURE_ASKED | MEASURE_MAY)
        reason = refusal(measure)
        if reason:
            yield f"{at} is refused: {reason}"


def _asked_measure(measure: dict[str, Any], at: str, pack: object) -> Iterator[Fault]:
    if not str(measure.get("id")).startswith(f"{pack}."):
        yield f"{at}.id begins with “{pack}.”, so that no two packs share an id."
    yield from _listed(measure.get("answers"), f"{at}.answers", ANSWER, {}, 2)
    items = [measure.get("items"), measure.get("unscored", [])]
    for name, given, least in (("items", items[0], 1), ("unscored", items[1], 0)):
        yield from _listed(given, f"{at}.{name}", ITEM, ITEM_MAY, least)
        for number, item in enumerate(given if isinstance(given, list) else []):
            if isinstance(item, dict) and "answers" in item:
                yield from _listed(item["answers"], f"{at}.{name}[{number}].answers", ANSWER, {}, 2)
    ids = [one.get("id") for part in items for one in _objects(part)]
    if len(ids) != len({str(one) for one in ids}):
        yield f"{at} has two items of one id."
    if "safetyItem" in measure and measure["safetyItem"] not in ids:
        yield f"{at}.safetyItem is none of its items."
    ends = {"min": whole(-100_000, 100_000), "max": whole(-100_000, 100_000)}
    yield from _members(measure.get("total"), f"{at}.total", ends, {})
    band = {"from": whole(-100_000, 100_000), "name": text(40)}
    yield from _listed(measure.get("bands", []), f"{at}.bands", band, {}, 0)


def _listed(
    value: Any, at: str, must: Mapping[str, Rule], may: Mapping[str, Rule], least: int
) -> Iterator[Fault]:
    """A list of objects, each with these members."""
    if not isinstance(value, list) or not least <= len(value) <= MOST_ITEMS:
        yield f"{at} is a list of {least} to {MOST_ITEMS}."
        return
    for index, one in enumerate(value):
        yield from _members(one, f"{at}[{index}]", must, may)


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _help_lines(lines: Any) -> Iterator[Fault]:
    if lines is None:
        return
    day = matching(re.compile(r"\d{4}-\d{2}-\d{2}\Z"))
    yield from _members(lines, "pack.helpLines", {"checked": day, "places": anything}, {})
    places = lines.get("places") if isinstance(lines, dict) else None
    if not isinstance(places, list):
        yield "pack.helpLines.places is a list."
        return
    for number, place in enumerate(places):
        at = f"pack.helpLines.places[{number}]"
        region = several(matching(re.compile(r"[A-Z]{2}\Z")))
        must = {"id": matching(ID), "name": text(60), "regions": region, "lines": anything}
        yield from _members(place, at, must, {})
        given = place.get("lines") if isinstance(place, dict) else None
        for index, line in enumerate(given if isinstance(given, list) else []):
            must = {"id": matching(ID), "kind": one_of(*LINES), "name": text(60)}
            address = matching(re.compile(r"https://[^/].{0,190}\Z"))
            may = {"number": text(30), "url": address, "body": text(40), "note": text(120)}
            yield from _members(line, f"{at}.lines[{index}]", must, may)
            if (
                isinstance(line, dict)
                and ("url" if line.get("kind") == "web" else "number") not in line
            ):
                yield f"{at}.lines[{index}] has no number, or no address."


def _translations(translations: Any, pack: dict[str, Any]) -> Iterator[Fault]:
    if not isinstance(translations, dict):
        yield "pack.translations is an object by language."
        return
    ids = [one.get("id") for one in pack["prompts"] if isinstance(one, dict)]
    for language, words in translations.items():
        at = f"pack.translations.{language}"
        if not LANGUAGE.match(language) or language == pack.get("language"):
            yield f"{at} is not another language."
        must = {"title": PACK["title"], "about": PACK["about"], "prompts": anything}
        yield from _members(words, at, must, {})
        rows = words.get("prompts") if isinstance(words, dict) else None
        rows = rows if isinstance(rows, list) else []
        given = [one.get("id") for one in rows if isinstance(one, dict)]
        if given != ids:
            yield f"{at}.prompts has every prompt of the pack, in its order."
        if [_opens(one) for one in rows] != [_opens(one) for one in pack["prompts"]]:
            yield f"{at}.prompts have the choices of the pack, each with its “opens”."
        for index, row in enumerate(rows):
            row_must = {name: PROMPT[name] for name in ("id", "topic", "text", "hint")}
            yield from _members(row, f"{at}.prompts[{index}]", row_must, {"choices": anything})


def _opens(prompt: Any) -> list[Any]:
    """What each choice of a prompt opens; a choice that lost its way to Help would be worse than none."""
    choices = prompt.get("choices") if isinstance(prompt, dict) else None
    return [
        one.get("opens") if isinstance(one, dict) else None
        for one in (choices if isinstance(choices, list) else [])
    ]
