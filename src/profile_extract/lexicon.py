"""Words that reports in several languages use for the same thing: labels of parts, and of the lines of a contact block."""

from __future__ import annotations

import difflib
import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

MOST_WORDS = 6
"""Words of a label that only begins with a known one (``Contact person in the city``); longer ones are sentences."""
_CAPTION = re.compile(  # the first letters save trying every word
    r"^(?=[abcefgikmoprtz])(?:fig(?:ure|ur|\.)|table|exhibit|photo|image|map|chart|abb(?:ildung|\.)|tabelle|foto|bild|karte|grafik|figura"
    r"|tabla|imagen|cuadro|tableau|carte|illustration|tabella|immagine|afbeelding|tabel|figuur|tabell|kuva|kuvio|taulukko|obr(?:ázek|\.)"
    r"|tabulka|rys(?:unek|\.)|zdjęcie)\s*\d*\s*(?:[.:©–]|-(?![^\W\d_]))",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^(?=[©(bcfklpqsz])(?:©|\(c\)|photos?\s*[:©]|(?:photo by|foto (?:von|de|di|av|door)) (?-i:[A-ZÀ-Þ])|fot(?:os?)?\.?\s*[:©]"
    r"|fot\.\s|photo (?:credits?\s*:|courtesy )|credits?\s*:|bild(?:nachweis|quelle)?\s*:|kuvat?\s*:"
    r"|crédits?(?:\s*[:©]|\s+(?:photos?\b|(?-i:[A-ZÀ-Þ])))|source\s*:"
    r"|quelle\s*:"
    r"|fuente\s*:|fonte\s*:|bron\s*:|källa\s*:|kilde\s*:|lähde\s*:|zdroj\s*:)",
    re.IGNORECASE,
)
_CREDIT_BEHIND = re.compile(
    r"[.)] (?:©|photos?\s*[:©]|fot(?:os?)?\.?\s*[:©]|bild(?:nachweis)?\s*:|crédits?\s*:)", re.IGNORECASE
)
PLURAL_ENDINGS = ("s", "es", "en", "er", "n", "e")
"""What makes a plural of a singular."""
FEWEST_SINGULAR_CHARS = 4
"""Letters of a singular, at least, for its ending to tell: ``not`` is none of ``note``."""
MOST_SHORT_WORD = 2
"""Letters of a word for a page that may be the end of a name (``Klub S 3``), where neither a mark nor a full stop is."""
MOST_DAY_WORDS = 3
"""Words of a label that says from which day to which."""
_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]{4,})?")
_LEADING_NUMBER = re.compile(r"^\d{1,2}[.)]? ")
_EDGES = " \t:.·–—-*•()[]"
SENTENCE_MARKS = tuple(".!?:;…")
"""Marks that end a sentence, or a clause that needs no more."""
CLOSING_QUOTES = "\"'”’»)]"
"""What may stand behind such a mark."""


@lru_cache(maxsize=8192)
def label_key(text: str) -> str:
    """What a label is known again by: lower case, without colon and outer marks, its numbers as ``#``."""
    return _NUMBER.sub("#", " ".join(text.casefold().replace("’", "'").split()).strip(_EDGES))


@lru_cache(maxsize=8192)
def part_field(label: str) -> str | None:
    """The field that a label in general use announces: ``contact``, ``related`` or ``quote``; None for any other."""
    found = next((field for field in ("contact", "related", "quote") if _announces(label, field)), None)
    return "related" if found is None and _asks_for_more(label, "idea") else found


@lru_cache(maxsize=8192)
def names_title(label: str) -> bool:
    """Whether a label in general use announces the title of a profile (``Project title``)."""
    return _announces(label, "title")


@lru_cache(maxsize=8192)
def names_sheet(label: str) -> bool:
    """Whether a label in general use names what a sheet of a form is of, or a person in an address (``Name``)."""
    return _announces(label, "name")


@lru_cache(maxsize=8192)
def names_place(label: str) -> bool:
    """Whether a label in general use announces where a profile is (``Location``)."""
    return _announces(label, "place")


@lru_cache(maxsize=8192)
def names_country(label: str) -> bool:
    """Whether a label in general use announces the country of an address (``Country``)."""
    return _announces(label, "country")


@lru_cache(maxsize=8192)
def names_elsewhere(label: str) -> bool:
    """Whether a label in general use announces other places (``Also in``), which ideas like this one may be from."""
    return _announces(label, "elsewhere") or _asks_for_more(label, "place")


@lru_cache(maxsize=8192)
def names_matter(heading: str) -> bool:
    """Whether a heading is of what stands before or behind the profiles of a report (``Foreword``, ``Index``)."""
    return _announces(_LEADING_NUMBER.sub("", heading), "matter")


@lru_cache(maxsize=8192)
def names_contents(heading: str) -> bool:
    """Whether a heading is that of a list of contents."""
    return _announces(_LEADING_NUMBER.sub("", heading), "listing")


def _announces(label: str, field: str) -> bool:
    key = label_key(label)
    exact, prefixes, others = _labels(field)
    begins = len(key.split()) <= MOST_WORDS and key.startswith(prefixes)
    return key in exact or (begins and not key.startswith(others))


def _asks_for_more(label: str, things: str) -> bool:
    """Whether a label speaks of other or like ``idea``s or ``place``s (``More good ideas``, ``Initiatives similaires``)."""
    words = label_key(label).split()
    if len(words) > MOST_WORDS or _words_for_more(things).isdisjoint(words):
        return False
    nouns = [n for n, word in enumerate(words) if word in _words_for_more("idea") | _words_for_more("place")]
    is_more = any(word in _words_for_more("other") for word in words[: nouns[-1]])
    return is_more or not _words_for_more("alike").isdisjoint(words)


def contact_line_field(label: str) -> str | None:
    """The part of an address that a label inside a contact block announces (``email``, ``phone`` …), or None."""
    return _contact_labels().get(label_key(label))


def singulars(word: str) -> list[str]:
    """What a word may be the plural of; where a vowel changes, too, the two are two words."""
    found = (word.removesuffix(ending) for ending in PLURAL_ENDINGS if word.endswith(ending))
    return [singular for singular in found if len(singular) >= FEWEST_SINGULAR_CHARS]


def before_page(text: str) -> int:
    """Where in a text a page that it refers to begins (``Title, page 7``, ``Title (see p. 12)``); else its length."""
    found = _page_behind().search(text) if text[-1:].isdecimal() or text.endswith((")", "]")) else None
    return found.start() if found else len(text)


@lru_cache(maxsize=8192)
def names_days(label: str) -> bool:
    """Whether a label is a day of the week, or from one to another (``Monday``, ``Di.–Fr.``, ``Samstag und Sonntag``)."""
    found = _WORDS.findall(label_key(label))
    words = [word for whole in found for word in ((whole,) if whole in _days() else whole.split("-"))]
    return bool(words) and _days().issuperset({words[0], words[-1]}) and len(words) <= MOST_DAY_WORDS


@lru_cache(maxsize=8192)
def ends_open(words: str) -> bool:
    """Whether some words end in one that only goes on, as ``every`` does: no label is ended so."""
    return words.rpartition(" ")[2] in _open_words()


def is_caption(text: str) -> bool:
    """Whether a text begins as the caption of a figure or table does (``Exhibit 3:``, ``Abb. 2 –``)."""
    return bool(_CAPTION.match(text))


def is_credit(text: str) -> bool:
    """Whether a text begins as the credit of a picture or the source of a table does (``Photo: …``, ``© …``)."""
    return bool(_CREDIT.match(text))


def ends_in_credit(text: str) -> bool:
    """Whether a text goes on with the credit of a picture behind what is on it (``A stork. Photo: …``)."""
    return bool(_CREDIT_BEHIND.search(text))


def has_letters(text: str) -> bool:
    """Whether a text says anything: figures and marks alone belong to what is beside them."""
    return any(map(str.isalpha, text))


def is_closed(text: str, marks: tuple[str, ...] = SENTENCE_MARKS, behind: str = CLOSING_QUOTES) -> bool:
    """Whether a text ends as a sentence does: with one of the ``marks``, and nothing but characters of ``behind`` after it."""
    return text.rstrip(behind).endswith(marks)


def resembles(text: str, other: str, least: float) -> bool:
    """Whether two texts are alike by at least that ratio of their letters (:class:`difflib.SequenceMatcher`)."""
    matcher = difflib.SequenceMatcher(None, text, other, autojunk=False)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


@cache
def _page_behind() -> re.Pattern[str]:
    """A page behind a mark, in brackets with a word before it perhaps, or behind a space; there a letter has its full stop."""
    words = sorted(_document()["page"]["words"], key=len, reverse=True)
    every, long = "|".join(words), "|".join(word for word in words if len(word) > MOST_SHORT_WORD)
    pages = r"\d{1,4}(?:\s?[–-]\s?\d{1,4})?"
    return re.compile(
        rf"\s*[,;:–—|·-]\s*(?:{every})\.?\s?{pages}$|\s*[(\[](?:[^\W\d_]{{2,6}}\.?\s)?(?:{every})\.?\s?{pages}[)\]]$"
        rf"|\s(?:(?:{long})\.?|(?:{every})\.)\s?{pages}$|\s*[→›»▸►]\s*{pages}$",
        re.IGNORECASE,
    )


@cache
def _document() -> dict[str, Any]:
    file = resources.files("profile_extract") / "data" / "labels.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _labels(field: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Whole labels, beginnings of labels, and beginnings of what begins so and is none."""
    labels = _document()[field]["labels"]
    others = tuple(label[1:] for label in labels if label.startswith("!"))
    exact = frozenset(label for label in labels if not label.endswith("*") and not label.startswith("!"))
    return exact, tuple(label[:-1] for label in labels if label.endswith("*")), others


@cache
def _words_for_more(part: str) -> frozenset[str]:
    return frozenset(_document()["more"][part])


@cache
def _days() -> frozenset[str]:
    return frozenset(_document()["day"]["words"])


@cache
def _open_words() -> frozenset[str]:
    return frozenset(_document()["open"]["words"])


@cache
def _contact_labels() -> dict[str, str]:
    return {label_key(label): field for field, labels in _document()["contact_line"].items() for label in labels}
