"""How two lines of one paragraph become one: with a space, with none, with or without the hyphen between them.

A hyphen at a line's end is part of a compound (``solution-seeking``), of a list of compounds (``vracht- en``), or only
there for the line (``manage-ment``). What it is, is decided on evidence from the document itself: how the word is written
elsewhere in it, and whether the document breaks words at all. Where it would stay by that, or go from between a word and
something else, the common words of the report's language are asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from profile_extract.language import function_words
from profile_extract.model import CELL_WIDTH_PT, Line, Report
from profile_extract.passage import Passage, Piece
from profile_extract.structure import Vocabulary

_HYPHENS = "-\N{HYPHEN}\N{SOFT HYPHEN}"
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LAST_PART = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]$")
_FIRST_PART = re.compile(r"^[^\W\d_]+")
_OPEN_URL = re.compile(r"(?:https?://|www(?=\.))\S*[./_=&?%~]$", re.IGNORECASE)
_OPEN_HOST = re.compile(r"(?:https?://|www\.)[^\s/]+\.[a-z]", re.IGNORECASE)
"""A host that ends in one letter, as no domain does: a narrow column breaks it anywhere."""
_URL_WITH_PATH = re.compile(r"(?:https?://|www\.)[^\s/]+/\S*[^\s.,;:)]$", re.IGNORECASE)
_URL_TAIL = re.compile(r"[\w~%#?=&-]+(?:/|\.(?:html?|php|pdf|aspx?|jsp)\b)", re.IGNORECASE)
_ELIDED = re.compile(r"(?<![’'])\b(?:[cdjlmnst]|qu)[’']$", re.IGNORECASE)
_ELIDED_LETTER = re.compile(r"(?<![’'])\b(?:[cdjlmnst]|qu)$", re.IGNORECASE)
_BEHIND_ELISION = re.compile(r"[^\W\d_][’'][^\W\d_].$")
"""The first letter of a word that goes on in the next line, behind an article without its vowel (``un’a-``)."""
_URL_LIKE = re.compile(r"[/_%=]|\.\w|\d-\d|\w-\w")
_URL_BEGINNING = re.compile(r"(?:https?:|www\.)", re.IGNORECASE)
_DOMAIN_END = re.compile(r"\.[^\W\d_]{2,}")
"""The end of a host's name, which a narrow column broke before the dot."""
_OPEN_EMAIL = re.compile(r"\S+@[\w.-]*[.-]$|[\w.-]+@$")
MOST_WORD_CHARS = 100
"""Longest word that is believed at a line's end; looking takes a time that grows with the square of it."""
MOST_BETWEEN = 4
"""Lines of other columns between two of one, in a dump that prints columns side by side."""
_ALWAYS_COMPOUND = frozenset("self non twenty thirty forty fifty sixty seventy eighty ninety vingt soixante quatre".split())
"""First parts that are written with a hyphen whatever follows, but in common words: ``eighty-seven``, ``quatre-vingts``."""
_LEAST_BREAKS = 0.015
"""Share of lines ending in a hyphen from which a document breaks words; real ones have 0.03 to 0.22, or at most 0.006."""
_SUSPENDED_BEFORE = frozenset("and or und oder bzw y e o u et ou en of och eller og i a ja tai".split())
"""Words that a suspended hyphen stands before: ``pre- and post-war``, ``vracht- en personenvervoer``."""

_INNER = frozenset("to in by of the and for on at up or à de la du en zu".split())
"""Words inside compounds: ``skin-to-skin``."""


class Join(NamedTuple):
    """``cut`` characters of the left line go, ``glue`` comes between, by ``rule``."""

    cut: int
    glue: str
    rule: str


def find_vocabulary(report: Report) -> Vocabulary:
    """Count the words of a cleaned report, but for parts at broken lines' ends, and see whether it breaks words there."""
    lines = [line for line in report.lines if not line.is_link]
    texts = [text for line, text in zip(report.lines, report.texts, strict=True) if not line.is_link]
    ends = [n for n, text in enumerate(texts) if text.endswith(tuple(_HYPHENS)) and n + 1 < len(texts)]
    below = {n: n + 1 if report.is_pdf else _below_in_column(lines, n) for n in ends}
    is_open = {n for n in ends if _LAST_PART.search(texts[n][-MOST_WORD_CHARS:]) is not None}
    goes_on = {below[n] for n in is_open}
    whole: list[str] = []
    counts: Counter[str] = Counter()
    for number, text in enumerate(texts):
        before, after = number in goes_on, number in is_open
        if before or after:
            words = _TOKEN.findall(text)
            counts.update(map(str.casefold, words[before : len(words) - after]))
        else:
            whole.append(text)
    counts.update(map(str.casefold, _TOKEN.findall("\n".join(whole))))
    broken = sum(_parts(texts[n], texts[after]) is not None for n, after in below.items())
    return Vocabulary(counts, broken > _LEAST_BREAKS * len(texts), report.text)


def _below_in_column(lines: Sequence[Line], number: int) -> int:
    """The next line of a dump that begins at the edge of one; a dump may print columns side by side."""
    near = range(number + 1, min(number + 1 + MOST_BETWEEN, len(lines)))
    edge = lines[number].bbox.x0
    return next((n for n in near if abs(lines[n].bbox.x0 - edge) <= CELL_WIDTH_PT), number + 1)


def _parts(left: str, right: str) -> tuple[str, str] | None:
    """The two parts of a word at a line's end hyphen, where the second is written small (or both in capitals)."""
    if not left.endswith(tuple(_HYPHENS)):
        return None
    last, first = _LAST_PART.search(left[-MOST_WORD_CHARS:]), _FIRST_PART.match(right)
    if not (last and first):
        return None
    a, b = last.group(1), first.group()
    in_capitals = len(a) > 1 and a.isupper() and b.isupper()
    return (a, b) if b[0].islower() or in_capitals else None


def _parts_in_capitals(left: str, right: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The same where the second has a capital, of a word that the report writes so inside its lines (``OpenLibrary``)."""
    last, first = _LAST_PART.search(left[-MOST_WORD_CHARS:]), _FIRST_PART.match(right)
    if not (last and first):
        return None
    parts = last.group(1), first.group()
    return parts if vocabulary.joined(*parts) else None


def find_join(left: str, right: str, vocabulary: Vocabulary) -> Join:
    """How the line ``left`` goes on in ``right``, both cleaned and without outer white space."""
    last = _last_word(left)
    if last.isalpha() and not right.startswith(("’", "'")):  # most lines of text
        return Join(0, " ", "join-lines")
    first = right.split(" ", 1)[0]
    is_address = bool(_URL_BEGINNING.match(last)) or "@" in last or ("@" in first and "-" in last[:-1])
    if last.endswith(tuple(_HYPHENS)):
        return Join(0, "", "join-address") if is_address else _hyphen_join(last, right, vocabulary)
    if (last.endswith(("’", "'")) and _ELIDED.search(last)) or (right.startswith(("’", "'")) and _ELIDED_LETTER.search(last)):
        return Join(0, "", "join-elision")
    if _is_open_address(last, first):
        return Join(0, "", "join-address")
    if left.endswith("/") and not left.endswith(" /") and not is_address:
        return Join(0, "", "join-slash")
    if last.endswith(("–", "—")) and last[-2:-1].isdecimal() and right[:1].isdecimal():
        return Join(0, "", "join-range")  # as two years; a dash with a space before it parts thoughts
    return Join(0, " ", "join-lines")


def _is_open_address(last: str, first: str) -> bool:
    """Whether a line's last word is an address that the next line's first word goes on with."""
    if "." not in last and "/" not in last and "@" not in last:
        return False  # most words
    if _DOMAIN_END.match(first) and ("@" in last or _URL_BEGINNING.match(last)):
        return True
    if _OPEN_HOST.fullmatch(last):
        return True
    if _OPEN_EMAIL.fullmatch(last):
        return not last.endswith(".") or not (first.endswith(":") or _begins_anew_behind(last, first))
    if _URL_BEGINNING.match(first) or "@" in first:
        return False
    if _OPEN_URL.search(last):
        return first.islower() or (not last.endswith((".", "/")) or (last.endswith("/") and bool(_URL_LIKE.search(first))))
    return bool(_URL_WITH_PATH.search(last) and _URL_TAIL.match(first))


def _begins_anew_behind(last: str, first: str) -> bool:
    """Whether a word begins with a capital, as no name of a host that is written small goes on."""
    return first[:1].isupper() and not last.isupper()


def _hyphen_join(left: str, right: str, vocabulary: Vocabulary) -> Join:
    first = _FIRST_PART.match(right)
    if first and first.group() in _SUSPENDED_BEFORE and not _ends_word(left, first.group(), vocabulary):
        return Join(0, " ", "suspended-hyphen")
    keep, drop = Join(0, "", "keep-hyphen"), Join(1, "", "drop-hyphen")
    if left == "-":
        return Join(0, " ", "join-lines")
    if left.endswith("\N{SOFT HYPHEN}"):
        return drop
    parts = _parts(left, right) or _parts_in_capitals(left, right, vocabulary)
    if not parts:
        return keep
    joined, hyphenated = vocabulary.joined(*parts), vocabulary.hyphenated(*parts)
    if len(parts[0]) == 1:
        is_broken = _BEHIND_ELISION.search(left) is not None and (joined > 0 or vocabulary.is_common("".join(parts)))
        return drop if is_broken and not hyphenated else keep
    if joined or hyphenated:
        return drop if joined > hyphenated else keep
    if not vocabulary.breaks_words:
        return drop if vocabulary.is_common("".join(parts)) or vocabulary.are_ends(*parts) else keep
    return keep if _is_compound(left, right, parts, vocabulary) else drop


def _ends_word(left: str, word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word of another language, which may follow a suspended hyphen, ends one here: ``ho-``, ``ja``."""
    last = _LAST_PART.search(left[-MOST_WORD_CHARS:])
    if last is None or word in function_words(vocabulary.language):
        return False
    whole = last.group(1) + word
    return whole in vocabulary or vocabulary.is_common(whole)


def _is_compound(left: str, right: str, parts: tuple[str, str], vocabulary: Vocabulary) -> bool:
    """Whether the hyphen between two parts is their own, in a document that breaks words and has these no second time."""
    a, b = parts
    is_chain = "-" in left[: -len(a) - 1]
    known = [part in vocabulary for part in parts]
    if a.casefold() in _ALWAYS_COMPOUND or (is_chain and a in _INNER) or (a.isupper() and b.islower()):
        is_compound = True  # ``skin-to-skin``, ``EU-wide``
    elif right[len(b) :].startswith(tuple(_HYPHENS)) and len(right) > len(b) + 1:
        is_compound = any(known) or b in _INNER  # ``skin-to-skin``, ``volun-`` and ``teer-run``
    elif all(known):
        is_compound = is_chain or not (a[0].isupper() and vocabulary.language == "de")  # nouns are one word: ``Jugendhaus``
    else:
        return any(known) and vocabulary.is_common(f"{a}-{b}")
    return is_compound and not vocabulary.is_common(a + b)


def joined(passages: Sequence[Passage], vocabulary: Vocabulary) -> Passage:
    """The lines of a paragraph as one text; every join is an edit that can be undone."""
    if len(passages) == 1:
        return passages[0]
    left = passages[0]
    end, pieces = left.text, list[Piece]()  # what is joined reads so; only its last word is looked at
    for right in passages[1:]:
        join = find_join(end, right.text, vocabulary)
        if join.cut:
            left = left.edited(len(left.text) - join.cut, len(left.text), "", join.rule)
        pieces += (*left.pieces, _seam(left, right, join))
        end = _last_word(end[: len(end) - join.cut]) + join.glue + right.text
        left = right
    return Passage(left.source, (*pieces, *left.pieces))


def glued(left: Passage, right: Passage, join: Join) -> Passage:
    """Two texts made one by a join that cuts nothing; it can be undone as any other edit."""
    return Passage(left.source, (*left.pieces, _seam(left, right, join), *right.pieces))


def _seam(left: Passage, right: Passage, join: Join) -> Piece:
    """What comes between two lines: in place of the white space that parts them, where nothing else does."""
    start, end = left.end, right.start
    follows = start <= end and not left.source[start:end].strip()
    return Piece(start, end if follows else start, join.glue, join.rule)


def _last_word(text: str) -> str:
    return text.rsplit(" ", 1)[-1]
