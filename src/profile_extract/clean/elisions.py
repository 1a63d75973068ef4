"""Elided words that wide letter spacing parted from the next one (``L’ envolée``, ``c ’ est``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from profile_extract.passage import Passage

FEWEST_WHOLE = 10
"""Elisions written without a space that a document has at least, for its language to be one that elides."""
MOST_SPACED = 0.2
"""Share of elisions with a space up to which the space is a mishap of typesetting, and no custom of the document."""
_ELIDED = r"\b(?:[cdjlmnst]|qu)"
_WHOLE = re.compile(rf"{_ELIDED}[’'](?=[^\W\d_])", re.IGNORECASE)
_SPACED = re.compile(rf"{_ELIDED}( ?[’'] | [’'])(?=[^\W\d_])", re.IGNORECASE)
_BESIDE_SPACE = re.compile("[’'] | [’']")
"""What a line with such a word has at least."""


def parts_elisions(texts: Iterable[str]) -> bool:
    """Whether a document elides as a rule, and parts a few elided words from the next one."""
    found = list(texts)
    spaced = sum(len(_SPACED.findall(text)) for text in filter(_BESIDE_SPACE.search, found))
    whole = sum(len(_WHOLE.findall(text)) for text in found) if spaced else 0
    return spaced > 0 and whole >= FEWEST_WHOLE and spaced <= MOST_SPACED * (whole + spaced)


def with_joined_elisions(passage: Passage) -> Passage:
    """The text with each elided word and the next one written together."""
    for match in reversed(list(_SPACED.finditer(passage.text))):
        passage = passage.edited(*match.span(1), match.group(1).strip(), "join-elision")
    return passage
