"""The licence gate: which instruments a pack may carry, and why not. Sources in `docs/packs.md`, "Measures"."""

import re
from typing import Any

REFUSED = {
    "cssrs": "The electronic use of the C-SSRS is licensed exclusively, certified and charged for each time it is given.",
    "columbiasuicideseverityratingscale": (
        "The electronic use of the C-SSRS is licensed exclusively, certified and charged for each time it is given."
    ),
}
"""Instruments that no pack may carry, by a part of their name, and the reason."""

WITH_PERMISSION = {
    "meq30": "the MEQ-30 is its authors’",
    "mysticalexperience": "the MEQ-30 is its authors’",
    "emotionalbreakthrough": "the terms of the EBI are not known",
    "challengingexperience": "the terms of the CEQ are not known",
    "cadss": "the CADSS is its author’s",
    "qids": "the terms of the QIDS for electronic use are not known",
    "insomniaseverity": "the ISI is its author’s and is given out by Mapi",
    "ocir": "the OCI-R is its authors’",
    "obsessivecompulsiveinventory": "the OCI-R is its authors’",
    "kset": "the terms of the KSET are not known",
    "beckdepression": "the BDI is Pearson’s",
    "madrs": "the MADRS and MADRS-S are their authors’",
    "montgomery": "the MADRS and MADRS-S are their authors’",
    "hospitalanxiety": "the HADS is given out by Mapi",
    "psqi": "the PSQI is the University of Pittsburgh’s",
    "pittsburghsleep": "the PSQI is the University of Pittsburgh’s",
    "eq5d": "the EQ-5D is the EuroQol Foundation’s",
    "euroqol": "the EQ-5D is the EuroQol Foundation’s",
    "briefpaininventory": "the BPI is the MD Anderson Cancer Center’s",
    "caps5": "the CAPS-5 is given out on request, to interviewers who are trained for it",
    "clinicianadministeredptsd": "the CAPS-5 is given out on request, to interviewers who are trained for it",
    "ybocs": "the Y-BOCS is its authors’",
    "yalebrown": "the Y-BOCS is its authors’",
    "sf36": "the SF-36 is QualityMetric’s",
    "asrm": "the ASRM is its author’s",
    "altmanselfrating": "the ASRM is its author’s",
}
"""Instruments that a clinic may carry with a permission of its own, by a part of their name, and why."""

EXACT_WITH_PERMISSION = {"ebi": "emotionalbreakthrough", "ceq": "challengingexperience"} | {
    "isi": "insomniaseverity",
    "meq": "meq30",
    "bdi": "beckdepression",
    "bdiii": "beckdepression",
    "hads": "hospitalanxiety",
    "bpi": "briefpaininventory",
    "bpisf": "briefpaininventory",
}
"""Short names, which would be found in other words."""


def refusal(measure: dict[str, Any]) -> str | None:
    """Why this measure may not be in a pack, as a sentence; None where it may."""
    # An id may begin with that of its pack: "clinic.EBI".
    own = str(measure.get("id")).rpartition(".")[2]
    names = [_plain(name) for name in (measure.get("id"), own, measure.get("name"))]
    for part, reason in REFUSED.items():
        if any(part in name for name in names):
            return reason
    if not _text(measure.get("licence")):
        return f"“{measure.get('id')}” says nothing of its licence."
    needed = _needed(names)
    if needed and not _text(measure.get("permission")):
        return f"“{measure.get('id')}” needs a permission (by whom, when, for what): {needed}."
    return None


def _needed(names: list[str]) -> str | None:
    for name in names:
        if name in EXACT_WITH_PERMISSION:
            return WITH_PERMISSION[EXACT_WITH_PERMISSION[name]]
        for part, reason in WITH_PERMISSION.items():
            if part in name:
                return reason
    return None


def _plain(value: object) -> str:
    return re.sub(r"[^a-z0-9]", "", str(value).lower())


def _text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""
