"""The fonts every browser of the tests draws with: a phone's own, one that runs wide and one that runs narrow.

They come pinned from `package-lock.json`. What else lies on a machine is out of sight, so a screen looks the same
everywhere; a test that wants another family than the phone's sets `FAMILIES` on a page by `wear()`.
"""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ROOT / "node_modules"
FOLDERS = ["@expo-google-fonts/roboto", "@expo-google-fonts/noto-serif", "dejavu-fonts-ttf/ttf"]
GENERIC = {
    "system-ui": "Roboto",
    "sans-serif": "Roboto",
    "serif": "Noto Serif",
    "monospace": "DejaVu Sans Mono",
}
"""What an Android phone has, and a monospaced font that is about as wide as any."""

FAMILIES = {
    "phone": ("", ""),
    "wide": ("DejaVu Sans", "DejaVu Serif"),
    "narrow": ("DejaVu Sans Condensed", "DejaVu Serif Condensed"),
}
"""By name: the family for `--sans` and the one for `--serif`. DejaVu Sans is a fifth wider than Roboto."""

WEAR = """([sans, serif]) => {
  for (const [name, family] of [["--sans", sans], ["--serif", serif]])
    if (family) document.documentElement.style.setProperty(name, `"${family}"`);
    else document.documentElement.style.removeProperty(name);
  return document.fonts.ready.then(() => undefined);
}"""
"""Draws a page in the two families of `FAMILIES`; with empty ones as its style sheet says."""


def write_configuration(folder: Path) -> Path:
    """Writes what fontconfig reads (its user documentation, fonts.conf) and gives the file."""
    lists = "".join(f"<dir>{PACKAGES / name}</dir>" for name in FOLDERS)
    aliases = "".join(
        f'<alias binding="same"><family>{generic}</family><prefer><family>{family}</family></prefer></alias>'
        for generic, family in GENERIC.items()
    )
    # Whoever names no family that is here gets the phone's, not the first file that is found.
    last = '<match><edit name="family" mode="append_last"><string>Roboto</string></edit></match>'
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "fonts.conf"
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{lists}<cachedir>{folder / 'cache'}</cachedir>{aliases}{last}</fontconfig>"
    )
    partial = folder / f"fonts.{os.getpid()}"
    partial.write_text(text)
    partial.replace(file)
    return file


def use() -> None:
    """From here on, every process that this one starts draws with these fonts alone."""
    os.environ["FONTCONFIG_FILE"] = str(write_configuration(ROOT / ".venv" / "fonts"))
