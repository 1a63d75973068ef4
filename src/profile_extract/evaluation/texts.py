"""When two texts are the same: four levels, each looser than the one before.

The levels are those of GROBID's end-to-end evaluation: ``verbatim`` (letter case included), ``strict`` (ignored), ``soft``
(letters and digits only, raised ones like others) and ``levenshtein`` (four of five characters agree).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal, get_args

from rapidfuzz.distance import Levenshtein

Level = Literal["verbatim", "strict", "soft", "levenshtein"]
LEVELS: tuple[Level, ...] = get_args(Level)
ALL_LEVELS: frozenset[Level] = frozenset(LEVELS)
MOST_EDITED = 5
"""At level levenshtein one character in so many of the longer text may differ."""

_SCHEME = re.compile(r"^(mailto:|https?://)", re.IGNORECASE)


def tidy(text: str) -> str:
    """The text composed (Unicode NFC), with single spaces and none at its ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def bare(text: str) -> str:
    """Letters and digits only, folded: raised, lowered and wide forms are like the others (NFKC)."""
    return "".join(c for c in unicodedata.normalize("NFKC", tidy(text)).casefold() if c.isalnum())


def levels_held(gold: str, predicted: str) -> frozenset[Level]:
    """The levels at which two tidy texts are the same; both empty are the same at all."""
    folded, got = gold.casefold(), predicted.casefold()
    same: dict[Level, bool] = {
        "verbatim": gold == predicted,
        "strict": folded == got,
        "soft": bare(gold) == bare(predicted),
        "levenshtein": is_near(folded, got),
    }
    return frozenset(level for level, is_same in same.items() if is_same)


def is_near(a: str, b: str) -> bool:
    """Whether (longest - edit distance) / longest is at least 0.8; the distance counts insertions, deletions, changes."""
    most = max(len(a), len(b)) // MOST_EDITED
    return Levenshtein.distance(a, b, score_cutoff=most) <= most


def _as_url(text: str) -> str:
    return _SCHEME.sub("", tidy(text)).rstrip("/")


def _as_code(text: str) -> str:
    return re.sub(r"[\s-]+", "", tidy(text))


def _as_phone(text: str) -> str:
    return "".join(c for c in tidy(text) if c.isdecimal() or c in "+x")


_FORMS: dict[str, Callable[[str], str]] = {"websites": _as_url, "postal_code": _as_code, "phones": _as_phone}


def comparable(part: str, text: str) -> str:
    """A value in the form that is compared: URLs without scheme, codes without blanks, phone numbers as digits.

    Args:
        part: the last part of a field's name, such as ``websites``.
        text: the value as it stands in the file.
    """
    return _FORMS.get(part, tidy)(text)
