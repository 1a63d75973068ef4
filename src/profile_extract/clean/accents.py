"""Accents that a font prints as characters of their own before their letter (``Matem´aticas``, ``f´ısica``, ``Res´umenes``).

Old TeX fonts build accented letters from two glyphs, and text layers keep both. Some typists use the same characters for
apostrophes (``l´acqua``); which of the two a document does is seen from the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from profile_extract.passage import Passage

FEWEST_ACCENTS = 3
"""Accents before letters that a document has at least, for them to be its way to write."""
MOST_ELISIONS = 0.3
"""Share of accents that may stand where an apostrophe would, behind a single letter or ``qu``."""
_COMBINING = {
    "\N{ACUTE ACCENT}": "\u0301",
    "\N{GRAVE ACCENT}": "\u0300",
    "\N{DIAERESIS}": "\u0308",
    "\N{MODIFIER LETTER CIRCUMFLEX ACCENT}": "\u0302",
    "\N{SMALL TILDE}": "\u0303",
    "\N{CARON}": "\u030c",
    "\N{RING ABOVE}": "\u030a",
    "\N{MACRON}": "\u0304",
    "\N{DOUBLE ACUTE ACCENT}": "\u030b",
    "\N{BREVE}": "\u0306",
    "\N{DOT ABOVE}": "\u0307",
}
_DOTLESS = {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{LATIN SMALL LETTER DOTLESS J}": "j"}
_BEFORE = re.compile(rf"([{''.join(_COMBINING)}])([^\W\d_])")
_CEDILLA = re.compile(r"([cCsStT])\N{CEDILLA}")
_ELISION = re.compile(r"(?:^|[\W\d_])(?:[^\W\d_]|qu)$", re.IGNORECASE)


def builds_letters(texts: Iterable[str]) -> bool:
    """Whether a document writes accents before their letters: often, seldom as apostrophes, or over letters without dot."""
    found = elisions = 0
    for text in texts:
        for match in _BEFORE.finditer(text):
            if match.group(2) in _DOTLESS:
                return True
            if _composed(match) is not None:
                found += 1
                elisions += bool(_ELISION.search(text[: match.start()]))
    return found >= FEWEST_ACCENTS and elisions <= MOST_ELISIONS * found


def with_letters(passage: Passage) -> Passage:
    """The text with each accent and the letter behind it as one letter, and cedillas with the letter before them."""
    for match in reversed(list(_BEFORE.finditer(passage.text))):
        letter = _composed(match)
        if letter is not None:
            passage = passage.edited(*match.span(), letter, "compose-accent")
    for match in reversed(list(_CEDILLA.finditer(passage.text))):
        letter = unicodedata.normalize("NFC", match.group(1) + "\u0327")
        passage = passage.edited(*match.span(), letter, "compose-accent")
    return passage


def _composed(match: re.Match[str]) -> str | None:
    """The one letter that an accent and a letter make, or None."""
    letter = _DOTLESS.get(match.group(2), match.group(2))
    whole = unicodedata.normalize("NFC", letter + _COMBINING[match.group(1)])
    return whole if len(whole) == 1 else None
