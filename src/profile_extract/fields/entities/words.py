"""The word lists behind the entities (``data/entities.toml``)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Any


@cache
def word_lists() -> dict[str, Any]:
    """All lists, by name."""
    file = resources.files("profile_extract") / "data" / "entities.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


CUES = {"organization": "ORG", "department": "DEPARTMENT", "role": "ROLE", "street": "STREET"}
"""The lists of cues, and what a word in them says that its line is."""
FAMILY_NAME_ENDS = ("berg", "dijk", "hof")
"""Endings of streets with which many family names end, too."""


@lru_cache(maxsize=16384)
def is_cue(word: str, name: str) -> bool:
    """Whether a word is in one of the lists of cues, as a whole or by its beginning or ending."""
    exact, beginnings, endings = cue_patterns(name)
    lower = word.casefold()
    return lower in exact or lower.startswith(beginnings) or (lower.endswith(endings) and lower not in endings)


def is_small_word(word: str) -> bool:
    """Whether a word stays small inside a name."""
    return word.casefold() in _small_words()


def ends_before_town(text: str) -> bool:
    """Whether a text ends with a word behind which the name of a town must stand (``… der Gemeinde``, not ``Lunds stad``)."""
    *_, before, last = ["", "", *text.split()]
    return last.casefold() in word_lists()["city_of"] and is_small_word(before)


def postal_prefix_country(prefix: str) -> str | None:
    """ISO 3166 code of the country whose sign stands before a postcode (``D-``, ``A-``), in any case."""
    signs: dict[str, str] = word_lists()["postal_prefix"]
    sign = prefix.upper()
    return signs.get(sign) or (sign if re.fullmatch("[A-Z]{2}", sign) else None)


def plain_letters(name: str) -> str:
    """A name as hosts and mailboxes write it: small letters without accents, umlauts spelt out."""
    spelt = name.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss").replace(" ", "-")
    return "".join(c for c in unicodedata.normalize("NFKD", spelt) if c.isascii())


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word_lists()["small"])


@cache
def cue_patterns(name: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Words of a list of cues, folded: whole ones, beginnings, endings."""
    words = [word.casefold() for word in word_lists()[name]]
    exact = frozenset(w for w in words if "*" not in w)
    beginnings = tuple(w[:-1] for w in words if w.endswith("*"))
    endings = tuple(w[1:] for w in words if w.startswith("*"))
    return exact, beginnings, endings


PERSON_TITLES = frozenset(title.strip(".") for title in word_lists()["person_title"])
"""Words before a person's name, in lower case and without full stops."""
_TITLE_END = re.compile(r"[.ºª°ᵃⁱⁿ]+(?:in|a)?$")
"""What such a word may end with (``Dr.``, ``Eng.º``, ``Mag.ᵃ``, ``Dr.in``)."""


def is_person_title(word: str) -> bool:
    """Whether a word, in whatever case, is a title before a person's name."""
    return _TITLE_END.sub("", word.casefold()) in PERSON_TITLES
