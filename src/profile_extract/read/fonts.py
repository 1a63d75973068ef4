"""What the name of a font tells."""

from __future__ import annotations

import re

_SUBSET_PREFIX = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd(?![a-z])|[a-z]Bd$|^CMB|-Bd|\bSb\b", re.IGNORECASE)
_PLAIN = re.compile(r"regular|roman(?!ps)|book|light|thin|-ital|italicmt$|-obliq", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slant|^CM(TI|SL|BXTI)|-It\b|BoldIt$", re.IGNORECASE)


_UNNAMED = "unnamed"


def unnamed(ascent_pt: float, descent_pt: float) -> str:
    """What tells fonts without names apart: how far their letters rise and fall, at a size of 1000 points."""
    return f"{_UNNAMED} {ascent_pt:.0f} {descent_pt:.0f}"


def is_unnamed(name: str) -> bool:
    """Whether a font has no name of its own: bitmap fonts that TeX makes have none."""
    return name.startswith(_UNNAMED)


def family(full_name: str) -> str:
    """A font's name without the prefix that marks a subset of it (ISO 32000-2, 9.9.2)."""
    return _SUBSET_PREFIX.sub("", full_name)


def has_bold_name(name: str) -> bool:
    """Whether a font says by its name that it is bold."""
    return bool(_BOLD.search(name))


def has_plain_name(name: str) -> bool:
    """Whether a font says by its name that it is not bold."""
    return bool(_PLAIN.search(name)) and not has_bold_name(name)


def has_italic_name(name: str) -> bool:
    """Whether a font says by its name that it is italic."""
    return bool(_ITALIC.search(name))
