"""The look of a text: what tells that of a box from what is around it."""

from __future__ import annotations

from profile_extract.model import Style

Look = tuple[str, float]
"""Font, and size rounded to half a point: what tells the text of a box from that around it."""


def look(style: Style | None) -> Look | None:
    """The look of a style; None for text input. Designers set halves of points, and all are read a little off."""
    return (style.font, round(2 * style.size_pt) / 2) if style else None
